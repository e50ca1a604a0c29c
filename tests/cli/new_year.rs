//! `care new-year`: a school year is opened, one thing after the other.

use crate::harness::Home;

fn home() -> Home {
    let child = |class: &str| format!("class = \"{class}\"\n[[spell]]\njoined = 2024-09-02\n");
    Home::new()
        .at("2025-07-10")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", &child("2021-2"))
        .child("C00002", &child("2019-1"))
        .child("C00003", &child("2019-1"))
        .child("C00004", &child("2024-1"))
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nuntil = 2025-06-30")
        .events("talk", "C00001", &["2024-09-10"])
}

const TERMS: [&str; 2] = ["id = \"2025-2026-1\"", "id = \"2025-2026-2\""];

#[test]
fn terms_and_holidays_are_proposed_and_confirmed_one_by_one() {
    let home = home();
    let mut answers = vec!["9.1 1.23", "y", "10.3 10.7", "n"];
    answers.extend(["y"; 5]);
    answers.extend(["9.28 10.11", "y"]);
    let sat = home.sit("new-year", &answers);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let calendar = home.read("calendar.toml");
    assert!(calendar.contains(&format!("{}\nyear = \"2025-2026\"", TERMS[0])), "{calendar}");
    assert!(calendar.contains("first = 2025-09-01\nlast = 2026-01-23\n"), "{calendar}");
    assert!(calendar.contains("name = \"中秋节\"\nfirst = 2025-10-03\nlast = 2025-10-07\n"));
    assert!(!calendar.contains("name = \"国庆节\"\nfirst = 2025-10-01"), "{calendar}");
    assert!(calendar.contains("[[workday]]\ndate = 2025-09-28\n"), "{calendar}");
    for child in ["children/C00002.toml", "children/C00003.toml"] {
        let text = home.read(child);
        assert!(text.contains("left = 2025-07-04") && text.contains("\"graduated\""), "{text}");
    }
    assert!(!home.read("children/C00001.toml").contains("left"));
    assert!(
        sat.screen.contains("已离册：六（1）班儿童 2 名，最后一天 2025-07-04"),
        "{}",
        sat.screen
    );
    for said in [
        "新的一（1）班",
        "登记孩子：care add-child 姓名 --class 2025-1",
        "一（1）班没有班主任",
        "二（1）班没有班主任",
        "规则“规则”到 2025-06-30 为止",
    ] {
        assert!(sat.screen.contains(said), "{said}: {}", sat.screen);
    }
    assert!(!sat.screen.contains("五（2）班没有班主任"), "{}", sat.screen);
}

#[test]
fn it_can_be_left_and_taken_up_again_and_what_was_answered_stays() {
    let home = home();
    let sat = home.sit("new-year", &["y", ""]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("先办到这里，已经写入的都在"), "{}", sat.screen);
    let calendar = home.read("calendar.toml");
    assert!(calendar.contains(TERMS[0]) && !calendar.contains(TERMS[1]), "{calendar}");
    let sat = home.sit("new-year", &["y"]);
    assert_eq!(sat.code, 130, "whoever was asked is gone: {}", sat.screen);
    assert!(sat.screen.contains("2025-2026学年第二学期"), "{}", sat.screen);
    assert!(!sat.screen.contains("第一学期，"), "asked once: {}", sat.screen);
    assert!(home.read("calendar.toml").contains(TERMS[1]));
    assert_eq!(home.run("new-year -y").code, 0);
    let ran = home.run("new-year -y");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("调休上课日") && !ran.out.contains("毕业"), "{}", ran.out);
}

#[test]
fn an_answer_that_is_not_understood_is_asked_again() {
    let home = home();
    let sat = home.sit("new-year", &["开学", "1.23 9.1", ""]);
    assert!(sat.screen.contains("看不懂“开学”"), "{}", sat.screen);
    assert!(sat.screen.contains("前后颠倒"), "{}", sat.screen);
    assert!(!home.read("calendar.toml").contains(TERMS[0]), "{}", sat.screen);
}

#[test]
fn where_nobody_is_asked_all_is_listed_and_with_yes_all_is_saved_together() {
    let home = home();
    let before = home.read("calendar.toml");
    let ran = home.run("new-year");
    assert_eq!((ran.code, home.read("calendar.toml") == before), (2, true), "{}", ran.err);
    assert!(ran.err.contains("六（1）班毕业，儿童 2 名"), "{}", ran.err);
    let ran = home.run("new-year -y -n");
    assert_eq!((ran.code, home.read("calendar.toml") == before), (0, true), "{}", ran.err);
    let ran = home.run("new-year -y --op-id year-2025");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = home.read("calendar.toml");
    assert!(TERMS.iter().all(|own| after.contains(own)));
    assert_eq!(home.run("new-year -y --op-id year-2025").code, 0);
    assert_eq!(home.read("calendar.toml"), after);
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(home.read("calendar.toml"), before);
    assert!(!home.read("children/C00002.toml").contains("left"));
}

#[test]
fn before_the_old_year_has_ended_nobody_graduates() {
    let home = home().at("2025-06-20");
    let ran = home.run("new-year -y");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!home.read("children/C00002.toml").contains("left"));
    let ran = home.run("new-year -y");
    assert!(ran.out.contains("六（1）班毕业") && ran.out.contains("未到"), "{}", ran.out);
}

#[test]
fn last_years_answers_stay_the_same() {
    let home = home();
    let days = ["2024-10-20", "2025-01-10", "2025-06-30", "2025-07-04"];
    let judged =
        || days.map(|day| (home.json(&format!("overdue --today {day}")), home.obligations(day)));
    let before = judged();
    assert_eq!(home.run("new-year -y").code, 0);
    assert_eq!(judged(), before);
}

#[test]
fn a_year_that_is_no_year_is_refused() {
    let home = home();
    for year in ["2025", "2025-2027", "明年"] {
        let ran = home.run(&format!("new-year --year {year}"));
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("不是学年"), "{}", ran.err);
    }
}

#[test]
fn a_year_that_was_left_out_is_opened_first() {
    let home = home().at("2026-11-27");
    let ran = home.run("new-year -y");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.read("calendar.toml").contains(TERMS[0]));
    assert!(home.read("children/C00002.toml").contains("left = 2025-07-04"));
    assert!(!home.read("children/C00001.toml").contains("left"));
}

#[test]
fn who_has_left_since_the_terms_end_does_not_leave_again() {
    let home = home().at("2025-07-20");
    assert_eq!(home.run("leave C00002 --date 2025-07-10 --reason 毕业").code, 0);
    let ran = home.run("new-year -y");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.read("children/C00002.toml").contains("left = 2025-07-10"));
    assert!(home.read("children/C00003.toml").contains("left = 2025-07-04"));
}

#[test]
fn no_year_is_opened_over_one_that_was_left_out() {
    let home = home();
    let ran = home.run("new-year -y --year 2026-2027");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("care new-year --year 2025-2026"), "{}", ran.err);
}

#[test]
fn a_term_under_the_schools_own_name_is_there() {
    let own = "\n[[term]]\nid = \"autumn\"\nyear = \"2025-2026\"\nfirst = 2025-08-25\n\
               last = 2026-01-10\n";
    let home = home().and("calendar.toml", own);
    assert_eq!(home.run("new-year -y").code, 0);
    let calendar = home.read("calendar.toml");
    assert!(!calendar.contains(TERMS[0]) && calendar.contains(TERMS[1]), "{calendar}");
}

#[test]
fn of_a_named_operation_that_was_left_nothing_is_written_and_that_is_said() {
    let home = home();
    let before = home.read("calendar.toml");
    let sat = home.sit("new-year --op-id year", &["y", "y", ""]);
    assert_eq!((sat.code, home.read("calendar.toml") == before), (2, true), "{}", sat.screen);
    assert!(!sat.screen.contains("已经写入"), "{}", sat.screen);
}

#[test]
fn what_was_answered_is_written_once_though_it_is_still_lacking() {
    let home = home();
    let mut answers = vec!["y"; 9];
    answers.extend(["2027-09-04", "y"]);
    let sat = home.sit("new-year", &answers);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let calendar = home.read("calendar.toml");
    assert_eq!(calendar.matches("date = 2027-09-04\n").count(), 1, "{calendar}");
    assert!(home.read("children/C00002.toml").contains("left = 2025-07-04"));
}

#[test]
fn a_class_that_enters_its_last_year_stays() {
    let spell = "[[spell]]\njoined = 2024-09-02\n";
    let home = home().child("C00005", &format!("class = \"2020-1\"\n{spell}"));
    assert_eq!(home.run("new-year -y").code, 0);
    assert!(!home.read("children/C00005.toml").contains("left"));
    assert!(home.read("children/C00002.toml").contains("left"));
}

#[test]
fn dates_that_overlap_another_term_are_asked_again() {
    let home = home();
    let before = home.read("calendar.toml");
    let sat = home.sit("new-year", &["7.1 1.23", "9.1 1.23", ""]);
    assert_ne!(sat.code, 3, "{}", sat.screen);
    assert!(sat.screen.contains("重叠"), "{}", sat.screen);
    let calendar = home.read("calendar.toml");
    assert!(calendar.starts_with(before.trim_end()), "{calendar}");
    assert!(calendar.contains("first = 2025-09-01\nlast = 2026-01-23\n"), "{calendar}");
}
