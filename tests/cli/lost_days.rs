//! A time on the roll that becomes shorter: what lies outside it is not lost without a word.

use crate::harness::Home;

fn home() -> Home {
    Home::new()
        .at("2024-12-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-2\"")
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .events("talk", "C00001", &["2024-10-08", "2024-12-02"])
}

#[test]
fn who_leaves_before_records_of_theirs_is_asked_about() {
    let home = home();
    let line = "leave C00001 --date 2024-11-20 --reason 转学";
    let ran = home.run(line);
    assert!(ran.code == 2 && ran.err.contains("-y"), "{ran:?}");
    assert!(ran.err.contains("儿童C00001 有 1 条记录"), "{}", ran.err);
    assert!(!home.read("children/C00001.toml").contains("left"));
    let ran = home.run(&format!("{line} -y"));
    assert!(ran.code == 0 && home.read("children/C00001.toml").contains("left"), "{ran:?}");
    let ran = home.run("leave C00002 --date 2024-11-20 --reason 转学");
    assert_eq!(ran.code, 0, "nothing lies outside: {}", ran.err);
}

#[test]
fn a_later_day_of_joining_is_asked_about_with_the_records_and_what_falls_away() {
    let home = home();
    let line = "edit-child C00001 --set joined=2024-11-01";
    let ran = home.run(line);
    assert!(ran.code == 2 && ran.err.contains("-y"), "{ran:?}");
    assert!(ran.err.contains("1 条记录"), "{}", ran.err);
    assert!(ran.err.contains("不再算漏做的：规则 2024-09"), "{}", ran.err);
    // What was missed is told of where nothing was recorded too.
    let ran = home.run("edit-child C00002 --set 入册日期=2024-11-01 --lang en");
    assert!(ran.code == 2 && ran.err.contains("no longer told as missed"), "{}", ran.err);
    let late = |home: &Home| home.run("obligations --format json").out.matches("missed").count();
    let before = late(&home);
    let ran = home.run(&format!("{line} -y"));
    assert!(ran.code == 0 && late(&home) < before, "{ran:?}");
}

#[test]
fn an_earlier_day_of_joining_and_another_field_are_not_asked_about() {
    let home = home();
    for line in ["edit-child C00001 --set joined=2024-08-30", "edit-child C00001 --set risk=high"] {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    let ran = home.run("edit-child C00001 --set joined=2024-08-31");
    assert_eq!(ran.code, 0, "no day of school is lost: {}", ran.err);
}
