//! Many rows by one command: a class, several, everybody, numbers of a list, pasted rows.

use std::fmt::Write as _;

use crate::harness::{HEADER, Home, Ran};

/// Two classes: children 1 to 3 in 2021-1, child 4 in 2021-2, and one who has left.
fn home() -> Home {
    let left = "class = \"2021-1\"\n[[spell]]\njoined = 2024-09-02\nleft = 2024-09-10\n\
                reason = \"transfer\"\n";
    let mut home = Home::new().at("2024-10-20").staff("T00001", "");
    for number in 1..=3 {
        home = home.child(&format!("C0000{number}"), "class = \"2021-1\"");
    }
    home.child("C00004", "class = \"2021-2\"").child("C00005", left)
}

#[track_caller]
fn says(ran: &Ran, code: u8, sayings: &[&str]) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    for said in sayings {
        assert!(ran.err.contains(said), "no {said:?} in\n{}", ran.err);
    }
}

/// The rows of a log below its header.
fn rows(home: &Home, file: &str) -> Vec<String> {
    home.read(file).lines().skip(1).map(str::to_owned).collect()
}

const TALKS: &str = "log/talk/2024-10.csv";

#[test]
fn several_classes_and_everybody_are_one_row_and_one_batch() {
    let home = home();
    let ran = home.run("log-talk --class 四1、四2 --date 10.8 --staff T00001");
    says(&ran, 0, &["儿童C00001、儿童C00002、儿童C00003、儿童C00004", "一行 4 人"]);
    says(&home.run("log-talk --class 四1 --class 四2 --date 10.9"), 0, &["一行 4 人"]);
    says(&home.run("谈心 --全部 --除 C00004 --日期 10.10"), 0, &["一行 3 人"]);
    assert_eq!(rows(&home, TALKS).len(), 3);
    says(&home.run("log-talk --all --class 四1"), 2, &["--all"]);
    says(&home.run("log-talk --all --except C00005"), 2, &["不在全体在册儿童里"]);
}

#[test]
fn each_makes_one_row_for_each_child_and_undo_takes_all_of_them_back() {
    let home = home();
    let ran = home.run("log-talk --class 四1 --each --note 好 --date 10.8");
    says(
        &ran,
        0,
        &["已记录：谈心 10月8日（周二） 儿童C00001、儿童C00002、儿童C00003", "3 行，每人一行"],
    );
    let all = rows(&home, TALKS);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|row| row.contains("2024-10-08") && row.contains("好")));
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(home.json("records talk").as_array().unwrap().len(), 0);
}

#[test]
fn numbers_are_those_of_the_classs_list_and_the_names_are_said() {
    let home = home();
    let ran = home.run("log-talk --class 四1 1 ３ --date 10.8");
    says(&ran, 0, &["按班内序号，是：儿童C00001、儿童C00003"]);
    says(&home.run("log-talk --class 四1 2-3 --date 10.8"), 0, &["是：儿童C00002、儿童C00003"]);
    says(&home.run("log-talk --class 四1 1、2-3 C00004 --date 10.9"), 0, &["儿童C00004"]);
    says(&home.run("log-talk 1 2"), 2, &["数字是班内序号", "错在第 2 个词"]);
    says(&home.run("log-talk --class 四1、四2 1"), 2, &["数字是班内序号"]);
    says(&home.run("log-talk --class 四1 4"), 2, &["四（1）班名单上没有第 4 号，只有 3 人"]);
    assert_eq!(rows(&home, TALKS).len(), 3);
}

#[test]
fn pasted_rows_are_read_with_headings_in_any_language_and_other_names_of_columns() {
    let text = "序号\t日期\t姓名\t班级\t教师\t谈话方式\t学习情况\t备注\n\
                1\t10月8日\t儿童C00001\t四1\t教师T00001\t面谈\t认真\t\n\
                2\t10.9\tC00002、C00003\t\t\t电话\t\"进步，\n明显\"\t好\n\n";
    let home = home().with("rows.tsv", text);
    let ran = home.run("log-talk --rows rows.tsv --staff T00001");
    says(&ran, 0, &["已记录：谈心 2 行，3 人，10月8日（周二）到10月9日（周三）"]);
    let all = home.json("records talk");
    assert_eq!(all[0]["mode"], "in_person");
    assert_eq!(all[1]["children"].as_array().unwrap().len(), 2);
    assert_eq!(all[1]["staff"][0]["id"], "T00001");
    assert_eq!(all[1]["study"], "进步，\n明显");
    let english = "date,children,mode,note\n2024-10-10,C00004,phone,\n";
    let home = home.with("rows.csv", &format!("\u{feff}{english}"));
    assert_eq!(home.run("谈心 --表格 rows.csv").code, 0);
    let home = home.told(|| Ok("日期,姓名\n10.11,C00004\n".as_bytes().to_vec()));
    assert_eq!(home.run("log-talk --rows -").code, 0);
    assert_eq!(home.json("records talk").as_array().unwrap().len(), 4);
}

#[test]
fn of_pasted_rows_all_that_is_wrong_is_told_by_line_and_column_and_none_is_written() {
    let text = "日期,姓名,方式,心晴\n\
                13.45,儿童C00001,面谭,\n\
                10.9,无此人,电话,\n\
                10.9,,电话,\n\
                10.9,C00005,电话,好,多\n";
    let home = home().with("rows.csv", text);
    let ran = home.run("log-talk --rows rows.csv");
    says(
        &ran,
        2,
        &[
            "rows.csv 里有 6 处不对，一行也没有写入",
            "rows.csv:1:10: 谈心登记没有“心晴”这一栏",
            "rows.csv:2:1: 看不懂日期“13.45”",
            "rows.csv:2:16: “方式”只有这些选项",
            "rows.csv:3:6: 没有叫“无此人”的人",
            "rows.csv:4:1: 没有说是哪些儿童",
            "rows.csv:5:18: 这一格上面没有栏目名",
        ],
    );
    assert!(!home.root().join("log").exists());
    says(&home.run("log-talk --rows nowhere.csv"), 2, &["没有“nowhere.csv”这个文件"]);
    let home = home.with("empty.csv", "日期,姓名\n");
    says(&home.run("log-talk --rows empty.csv"), 2, &["没有可记的行"]);
}

#[test]
fn a_class_beside_the_name_tells_children_of_one_name_apart() {
    let twin = "id = \"C0000A\"\n\
                name = \"儿童C00001\"\nclass = \"2021-2\"\n[[spell]]\njoined = 2024-09-02\n";
    let home = home().with("children/C0000A.toml", twin);
    let home = home.with("rows.csv", "日期,姓名,班级\n10.8,儿童C00001,四2\n10.8,儿童C00001,四1\n");
    assert_eq!(home.run("log-talk --rows rows.csv").code, 0);
    let all = rows(&home, TALKS);
    assert!(all[0].contains("C0000A") && all[1].contains("C00001"), "{all:?}");
    let home = home.with("rows.csv", "日期,姓名,班级\n10.8,C00002,四2\n");
    says(&home.run("log-talk --rows rows.csv"), 2, &["儿童C00002 那天不在四（2）班"]);
}

#[test]
fn more_than_thirty_rows_are_asked_about_and_a_dry_run_shows_them() {
    let mut text = "日期,姓名,备注\n".to_owned();
    for number in 1..=31 {
        let _ = writeln!(text, "10.8,C0000{},第{number}次", number % 4 + 1);
    }
    let home = home().with("rows.csv", &text);
    let shown =
        ["共 31 行，第一行 儿童C00002 10月8日（周二），最后一行 儿童C00004 10月8日（周二）"];
    let ran = home.run("log-talk --rows rows.csv");
    says(&ran, 2, &[shown[0], "确实如此就加 -y"]);
    assert!(!home.root().join("log").exists());
    says(&home.run("log-talk --rows rows.csv -n"), 0, &[shown[0], "试运行"]);
    says(&home.run("log-talk --rows rows.csv -y"), 0, &["31 行"]);
    assert_eq!(rows(&home, TALKS).len(), 31);
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(home.json("records talk").as_array().unwrap().len(), 0);
}

#[test]
fn doubles_are_told_all_at_once() {
    let text = "日期,姓名\n10.8,C00001\n10.9,C00002\n10.10,C00003\n10.10,C00003\n";
    let home = home().with("rows.csv", text).log(
        "talk",
        "2024-10",
        HEADER,
        "E0000000001,2024-10-08,C00001,,made,,2024-10-08T10:00:00+08:00,,
         E0000000002,2024-10-09,C00002,,made,,2024-10-09T10:00:00+08:00,,",
    );
    let ran = home.run("log-talk --rows rows.csv");
    says(
        &ran,
        2,
        &[
            "有 2 条已有完全相同的记录（E0000000001、E0000000002）",
            "有 1 行与前面的行完全相同",
            "确实如此就加 -y",
        ],
    );
    assert_eq!(rows(&home, TALKS).len(), 2);
    assert_eq!(home.run("log-talk --rows rows.csv -y").code, 0);
}

#[test]
fn ten_thousand_pasted_rows_are_one_batch() {
    let mut text = "日期\t姓名\t方式\t备注\n".to_owned();
    for number in 0..10_000 {
        let day = number % 28 + 1;
        let _ = writeln!(
            text,
            "2024-09-{:02}\t儿童C0000{}\t面谈\t{number}",
            day.max(2),
            number % 4 + 1
        );
    }
    let home = home().with("rows.tsv", &text);
    let ran = home.run("log-talk --rows rows.tsv -y");
    says(&ran, 0, &["10000 行", "4 人"]);
    assert_eq!(rows(&home, "log/talk/2024-09.csv").len(), 10_000);
    assert_eq!(home.run("undo").code, 0);
}

#[test]
fn rows_are_read_in_the_letters_in_which_windows_saves_them_or_not_at_all() {
    let text = "日期\t姓名\t备注\r\n10.11\tC00004\t想妈妈\r\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    for bytes in [gb.to_vec(), wide(&format!("\u{feff}{text}")), format!("\u{feff}{text}").into()] {
        let home = home().with_bytes("rows.csv", &bytes);
        says(&home.run("log-talk --rows rows.csv"), 0, &["儿童C00004"]);
        assert!(rows(&home, TALKS)[0].contains("想妈妈"));
    }
    let home = home().with_bytes("rows.csv", &wide(text));
    says(&home.run("log-talk --rows rows.csv"), 2, &["读不成文字", "CSV UTF-8"]);
}

#[test]
fn rows_whose_letters_became_question_marks_are_not_saved() {
    let home = home().told(|| Ok(b"??,??,??\n10.11,C00004,???\n".to_vec()));
    says(&home.run("log-talk --rows -"), 2, &["变成了问号", "--rows 文件"]);
    let home = home.told(|| Ok(b"date,children,note\n10.11,C00004,???\n10.12,?,\n".to_vec()));
    let ran = home.run("log-talk --rows -");
    says(&ran, 2, &["-:2:14: ", "-:3:7: "]);
    assert!(!home.root().join(TALKS).exists());
}
