//! `care print book`: a register as a school's book, every record in it once.

use std::fs;

use serde_json::Value;

use crate::harness::Home;
use crate::printed::{DAY, SCHOOLS, by_hand, on_forms, restricted_texts, school, sorted};
use crate::workbooks::sheet;

/// The first and last day of the first term, up to which records are there.
const TERM: (&str, &str) = ("2024-09-02", DAY);

#[test]
fn a_book_of_each_register_has_every_record_of_the_term_once_and_of_the_restricted_none() {
    for name in SCHOOLS {
        let home = school(name);
        let secret = restricted_texts(&home);
        for folder in fs::read_dir(home.root().join("log")).unwrap() {
            let register = folder.unwrap().file_name().into_string().unwrap();
            let ran = home.run(&format!("print book {register} --format json"));
            assert_eq!(ran.code, 0, "{name} {register}: {}", ran.err);
            let rows: Value = serde_json::from_str(&ran.out).unwrap();
            if ["counselling", "plan", "incident"].contains(&register.as_str()) {
                assert_eq!(rows, serde_json::json!([]), "{name} {register}");
                let screen = home.run(&format!("print book {register}")).out;
                assert!(screen.contains("保密登记只说条数"), "{screen}");
                assert!(!secret.iter().any(|text| screen.contains(text)), "{screen}");
                continue;
            }
            let last = if register == "rota" { "2025-01-17" } else { TERM.1 };
            let hand = by_hand(&home, &register, (TERM.0, last));
            let mut hand: Vec<&str> = hand.iter().map(|row| row["id"].as_str()).collect();
            hand.sort_unstable();
            assert_eq!(sorted(&rows, "id"), hand, "{name} {register}");
        }
    }
}

#[test]
fn a_book_of_talks_says_the_week_the_class_and_who_signs_and_leaves_no_column_of_its_form_out() {
    let home = school("guzhuang");
    let ran = home.run("print book 谈心 --class 四2 --month 2024-11 -o 谈心.xlsx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("谈心.xlsx"), "谈心记录本");
    let pages = on_forms(&rows, "谈心记录本");
    let told = home.json("records talk --class 四2 --month 2024-11");
    assert_eq!(pages.len(), told.as_array().unwrap().len());
    for (at, page) in pages.iter().enumerate() {
        for label in ["教师", "儿童", "方式", "谈话内容", "谈后效果", "跟进日期", "思想动态"]
        {
            assert!(page.contains_key(label), "{label}: {page:?}");
        }
        assert_eq!((&*page["序号"], &*page["班级"]), (&*(at + 1).to_string(), "四（2）班"));
        // The term began on a Monday.
        let day: i64 = page["日期"].rsplit('-').next().unwrap().parse().unwrap();
        let week = (29 + 31 + day - 1) / 7 + 1;
        assert_eq!(page["周次"], format!("第{week}周"), "{page:?}");
    }
    let below = rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>().join("\n");
    let signed = below.matches("记录人（签字）：____").count();
    assert!(signed == pages.len() && below.contains("检查人（签字）："), "{below}");
    // Others are kept in rows, with the class and days above and who signs below.
    let ran = home.run("print book 监护人沟通 --class 四2 --month 2024-11 -o 沟通.xlsx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("沟通.xlsx"), "与临时监护人沟通记录本");
    assert!(rows[0][0].contains("四（2）班    2024-11-01 至 2024-11-30"), "{:?}", rows[0]);
    assert_eq!(rows[2][..4], ["序号", "日期", "周次", "班级"]);
    let below = rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>().join("\n");
    assert!(below.contains("教师（签字）：____"), "{below}");
    for line in
        ["print book", "print book 没有的", "print book talk visit", "print book talk --pack x"]
    {
        assert_eq!(home.run(line).code, 2, "{line}");
    }
}

#[test]
fn a_register_that_the_school_added_has_a_book_of_rows_with_all_its_columns() {
    let register = "zh = \"菜园\"\nen = \"garden\"\n[[column]]\nname = \"crop\"\nzh = \"作物\"\n\
                    en = \"crop\"\ntype = \"text\"\n";
    let home = Home::new()
        .at(DAY)
        .child("C00001", "class = \"2021-2\"")
        .with("registers/garden.toml", register)
        .log(
            "garden",
            "2024-10",
            "id,date,children,staff,outcome,crop,note,recorded,status,replaces",
            "E0000000001,2024-10-08,C00001,,made,萝卜,,2024-10-08T10:00:00+08:00,,",
        );
    let ran = home.run("print book 菜园");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["菜园登记本", "2024-10-08", "第6周", "儿童C00001", "萝卜", "填表人（签字）"]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert!(home.run("print inspection").out.contains("菜园"));
}
