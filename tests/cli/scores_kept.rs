//! Score sheets on paper, in backups and in copies.

use crate::scores::{home, refused, works};

#[test]
fn the_sheet_to_sign_has_items_points_sources_and_lines_and_can_be_blank() {
    let home = home();
    works(&home, "mark own 欧阳晨曦 process=30 result=40 --staff 刘敏");
    let page = works(&home, "print assessment own 欧阳晨曦 --format html");
    for text in [
        "process",
        "满分",
        "打分",
        "总分：70（满分 100）",
        "等次：优",
        "评分人：刘敏",
        "校长（签字）",
        "《考核办法》",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let page = works(&home, "print 考核表 own --blank --format html");
    assert!(page.contains("考核对象：__________") && !page.contains("评分人：刘敏"), "{page}");
    refused(&home, "print assessment own --from 2024-10-01", "--from");
    works(&home, "score --begin class");
    works(&home, "log-award --kind 先进班级 --holder 四2 --date 2024-12-10 -y");
    let page = works(&home, "print assessment class 四2 --format html");
    assert!(page.contains("本周期表彰：先进班级 2024-12-10") && page.contains("本周期惩处：无"));
}

#[test]
fn a_sheet_is_in_backups_and_copies_for_practising_and_its_name_among_those_of_the_register() {
    let home = home();
    let said = home.run("log-assessment --help").out;
    assert!(said.contains("own") && said.contains("risk"), "{said}");
    works(&home, "log-assessment --sheet 本校考核 --subject x --item process --score 1 -y");
    let told = home.run("check").out;
    assert!(told.contains("mark-of-nobody") || told.contains("不知道是谁"), "{told}");
    works(&home, "mark own 欧阳晨曦 process=30");
    works(&home, "practise -y");
    let copy = home.root().with_file_name("home-practice");
    let sheet = std::fs::read_to_string(copy.join("sheets/own.toml")).unwrap();
    assert_eq!(sheet, home.read("sheets/own.toml"));
    let log = std::fs::read_dir(copy.join("log/assessment")).unwrap();
    let texts = log.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    assert!(texts.collect::<String>().contains(",process,30,50,2024-2025-1,"));
    let stick = home.root().with_file_name("stick");
    std::fs::create_dir(&stick).unwrap();
    works(&home, &format!("backup {} -y", stick.display()));
    let held = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    let held = String::from_utf8_lossy(&std::fs::read(held.path()).unwrap()).into_owned();
    assert!(held.contains("sheets/own.toml"));
}
