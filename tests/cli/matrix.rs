//! `care matrix`: for each rule a table of marks, subject by slot.

use unicode_width::UnicodeWidthStr;

use crate::harness::Home;

const TALK: &str = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"";

fn home() -> Home {
    Home::new()
        .at("2024-11-20")
        .rule(TALK)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-1\"")
        .events("talk", "C00001 C00002", &["2024-09-10"])
        .events("talk", "C00001", &["2024-10-10", "2024-11-10"])
}

#[test]
fn each_subject_has_a_row_and_each_slot_a_column_and_the_row_ends_with_what_was_done_in_time() {
    let told = home().run("matrix").out;
    let expected = "\
对照表    2024-2025-1    截至 2024-11-20

规则：到期 4，按时 3（75.0 %）
序号  班级       姓名        9月  10月  11月  12月  1月  按时  到期
----  ---------  ----------  ---  ----  ----  ----  ---  ----  ----
   1  四（1）班  儿童C00002  √    ×     ○     ·     ·       1     2
   2  四（2）班  儿童C00001  √    √     √     ·     ·       2     2

记号：√ 已完成  · 未到  ○ 待办  × 漏办
";
    assert!(told.starts_with(expected), "{told}");
    let english = home().run("matrix --lang en --class 2021-1").out;
    assert!(english.contains("Sep  Oct  Nov  Dec  Jan  In time  Due"), "{english}");
    assert!(english.contains("儿童C00002  Y    N    o    .    .          1    2"), "{english}");
    assert!(english.contains("marks: Y met  . upcoming  o open  N missed\n"), "{english}");
}

#[test]
fn a_month_or_another_term_may_be_asked_for_and_what_falls_due_in_it_is_shown() {
    let home = home().rule("id = \"visit\"\nrecords = [\"visit\"]\nevery = \"term\"");
    let slots = |flags: &str| -> Vec<String> {
        let told = home.json(&format!("matrix --child C00001 {flags}"));
        let rows = told.as_array().unwrap().iter();
        rows.map(|row| row["slot"].as_str().unwrap().to_owned()).collect()
    };
    let autumn = ["2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2024-2025-1"];
    assert_eq!(slots(""), autumn);
    assert_eq!(slots("--term 本学期"), autumn);
    assert_eq!(slots("--month 10"), ["2024-10"]);
    assert_eq!(slots("--month 2025-01"), ["2025-01", "2024-2025-1"]);
    assert_eq!(slots("--from 2024-09-01 --until 2024-10-30"), ["2024-09"]);
    assert_eq!(slots("--term 2024-2025-2").len(), 6, "too few days of July are school days");
    assert_eq!(home.run("matrix --term 2030-2031-1").code, 2);
    let said = home.run("matrix --month 2026-03");
    assert!(said.code == 0 && said.out.contains("这段时间里没有应办事项"), "{said:?}");
}

#[test]
fn it_is_narrowed_by_rule_class_child_and_the_person_who_is_responsible() {
    let home = Home::copy_of("examples/guzhuang").at("2024-12-20");
    let all = home.json("matrix");
    for (flags, key, value) in [
        ("--rule 每月谈心", "rule", "monthly-talk"),
        ("--class 四2", "class", "2021-2"),
        ("--child CK1K32", "child", "CK1K32"),
    ] {
        let own = home.json(&format!("matrix {flags}"));
        let of = |row: &&serde_json::Value| row[key] == value;
        let expected: Vec<_> = all.as_array().unwrap().iter().filter(of).collect();
        let own: Vec<_> = own.as_array().unwrap().iter().collect();
        assert!(!own.is_empty() && own == expected, "{flags}");
    }
    let of_person = home.json("matrix --staff 刘敏");
    let count = of_person.as_array().unwrap().len();
    assert!(count > 0 && count < all.as_array().unwrap().len());
}

#[test]
fn where_one_of_several_registers_does_the_mark_tells_which_unless_one_is_restricted() {
    let rule = |other: &str| {
        let rule = format!("id = \"tie\"\nrecords = [\"letter\", \"{other}\"]\nevery = \"month\"");
        Home::new()
            .at("2024-11-20")
            .rule(&rule)
            .child("C00001", "")
            .events("letter", "C00001", &["2024-09-10"])
            .events(other, "C00001", &["2024-10-10"])
    };
    let told = rule("family_call").run("matrix").out;
    assert!(told.contains("信   话    ○"), "{told}");
    assert!(told.contains("话 已完成（亲情电话）") && told.contains("信 已完成（书信）"), "{told}");
    let told = rule("counselling").run("matrix").out;
    assert!(told.contains("√   √    ○") || told.contains("√    √     ○"), "{told}");
    assert!(!told.contains("信 ") && !told.contains("导 "), "{told}");
    let told = rule("counselling").run("matrix --format json").out;
    assert!(!told.contains("\"letter\"") && !told.contains("\"counselling\""), "{told}");
}

#[test]
fn on_a_terminal_a_wide_term_is_cut_into_tables_that_fit_and_repeat_class_and_name() {
    let weekly = "id = \"weekly\"\nrecords = [\"talk\"]\nevery = \"week\"";
    for (width, parts) in [(60, 6), (80, 4), (120, 2), (200, 1)] {
        let home = home().rule(weekly).wide(width);
        let told = home.run("matrix --rule weekly").out;
        let table: Vec<&str> =
            told.lines().skip(2).take_while(|line| !line.starts_with("记号")).collect();
        assert!(table.iter().all(|line| line.width() <= width), "{width}:\n{told}");
        let heads = table.iter().filter(|line| line.contains("班级       姓名")).count();
        assert_eq!(heads, parts, "{width}:\n{told}");
        for week in 1..=20 {
            let week = format!(" 第{week}周");
            assert_eq!(told.matches(&week).count(), 1, "{week} at {width}:\n{told}");
        }
        assert_eq!(told.matches("按时  到期").count(), 1, "{told}");
        assert!(!told.contains("窗口太窄"), "{told}");
    }
    let whole = home().rule(weekly).wide(80).run("matrix --rule weekly --wide").out;
    assert_eq!(whole.matches("班级       姓名").count(), 1, "{whole}");
}

#[test]
fn into_cells_each_row_names_its_rule() {
    let home = home();
    assert_eq!(home.run("matrix -y -o 对照.csv").code, 0);
    let file = home.read("对照.csv");
    let line = "1,规则,四（1）班,儿童C00002,√,×,○,·,·,1,2";
    assert!(file.lines().any(|own| own == line), "{file}");
    let plain = home.run("matrix --format plain").out;
    assert!(plain.contains(&line.replace(',', "\t")), "{plain}");
}

#[test]
fn a_day_with_two_sessions_stands_as_on_an_attendance_sheet() {
    let rule = "id = \"open\"\nrecords = [\"duty\"]\nevery = \"school_day\"\n\
                subject = \"school\"\nsessions = [\"noon\", \"after_school\"]";
    let home = Home::new().at("2024-09-04").rule(rule).wide(100);
    let told = home.run("matrix").out;
    assert!(told.contains("2024-09 午间\n序号  对象  2  3  4  5  6  9  10"), "{told}");
    assert!(told.contains("   1  全校  ×  ×  ○  ·  ·  ·  ·"), "{told}");
    let noon = told.find("2024-09 午间").unwrap();
    assert!(noon < told.find("2024-09 放学后").unwrap(), "{told}");
    let one = home.run("matrix --format markdown").out;
    assert!(one.contains("| 09-02 午间 | 09-02 放学后 |"), "{one}");
}

#[test]
fn a_month_that_two_terms_share_is_told_apart_by_its_first_day() {
    let calendar = "[[term]]\nid = \"2024-2025-1\"\nyear = \"2024-2025\"\nfirst = 2024-09-02\n\
                    last = 2025-02-14\n\n[[term]]\nid = \"2024-2025-2\"\nyear = \"2024-2025\"\n\
                    first = 2025-02-17\nlast = 2025-07-04\n";
    let rule = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nmin_school_days = 1";
    let home = Home::new().with("calendar.toml", calendar).with("rules.toml", "").rule(rule);
    let told = home.child("C00001", "").run("matrix --month 2025-02 --today 2025-03-03").out;
    assert!(told.contains("2025-02 2025-02-01  2025-02 2025-02-17"), "{told}");
}

#[test]
fn without_children_rules_or_a_term_that_has_begun_it_says_so() {
    let empty = Home::new().at("2024-11-20").rule(TALK).run("matrix").out;
    assert!(empty.contains("在册儿童为零"), "{empty}");
    let none = Home::new().at("2024-11-20").child("C00001", "").run("matrix").out;
    assert!(none.contains("还没有规则"), "{none}");
    let home = home();
    let early = home.run("matrix --today 2024-08-20");
    assert!(early.code == 0 && early.out.contains("2024-09-02 才开始"), "{early:?}");
    assert!(early.out.contains("·    ·     ·     ·     ·       0     0"), "{}", early.out);
    let json = home.run("matrix --today 2024-08-20 --format json");
    assert!(json.err.contains("2024-09-02 才开始") && json.out.starts_with("[\n"), "{json:?}");
    let none = Home::new().with("calendar.toml", "").rule(TALK).child("C00001", "");
    assert_eq!(none.at("2024-11-20").run("matrix").code, 3, "a calendar without terms is a fault");
}
