//! The calendar grows by command: terms, holidays, make-up days, and a notice as it is pasted.

use crate::harness::Home;

const NOTICE: &str = "六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。\
                      9月28日（周日）、10月11日（周六）上班。";

#[test]
fn a_pasted_notice_adds_its_holidays_and_its_make_up_days_once() {
    let home = Home::new().at("2025-06-01");
    let line = format!("calendar add-holiday '{NOTICE}'");
    let ran = home.run(&line);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("已加入校历：国庆节、中秋节放假，10月1日（周三）到10月8日（周三）"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("已加入校历：调休上课，9月28日（周日）"), "{}", ran.err);
    let text = home.read("calendar.toml");
    assert!(text.contains(
        "[[holiday]]\nname = \"国庆节、中秋节\"\nfirst = 2025-10-01\nlast = 2025-10-08\n"
    ));
    assert!(
        text.contains("[[workday]]\ndate = 2025-09-28\n") && text.contains("date = 2025-10-11\n")
    );
    let again = home.run(&line);
    assert!(again.err.contains("校历里已有：调休上课，9月28日（周日）"), "{}", again.err);
    assert_eq!(home.read("calendar.toml"), text);
    assert_eq!(home.run("undo").code, 0);
    assert!(!home.read("calendar.toml").contains("国庆节"));
}

#[test]
fn a_holiday_and_a_make_up_day_are_added_by_name_and_day_in_chinese_too() {
    let home = Home::new().at("2024-10-20");
    let ran = home.run("校历 加假日 秋假 --first 2024-11-07 --last 2024-11-08");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = home.run("校历 加调休 11.9 11月10日");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("calendar.toml");
    assert!(text.contains("name = \"秋假\"\nfirst = 2024-11-07\nlast = 2024-11-08"), "{text}");
    assert!(text.contains("date = 2024-11-09\n") && text.contains("date = 2024-11-10\n"), "{text}");
    assert_eq!(home.run("check").code, 0);
}

#[test]
fn the_next_term_is_proposed_and_confirmed_before_it_is_written() {
    let home = Home::new().at("2025-06-20");
    let before = home.read("calendar.toml");
    let ran = home.run("calendar add-term");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("2025-2026学年第一学期，9月1日（周一）到"), "{}", ran.err);
    assert_eq!(home.read("calendar.toml"), before);
    assert_eq!(home.run("calendar add-term -y").code, 0);
    let text = home.read("calendar.toml");
    assert!(text.contains("id = \"2025-2026-1\"\nyear = \"2025-2026\"\n"), "{text}");
    let ran = home.run("calendar add-term --first 2026-03-02 --last 2026-07-03");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("calendar.toml");
    assert!(text.contains("id = \"2025-2026-2\""), "{text}");
    assert!(text.contains("first = 2026-03-02\nlast = 2026-07-03\n"), "{text}");
}

#[test]
fn a_term_that_lies_over_another_and_a_day_that_no_year_has_are_refused_before_anything_changes() {
    let home = Home::new().at("2025-06-20");
    let before = home.read("calendar.toml");
    let ran = home.run("calendar add-term 2025-2026-1 --first 2025-06-01 --last 2025-12-31");
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("没有写入"), "{}", ran.err);
    let ran = home.run("calendar add-workday '2026年10月10日（星期五）上班'");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("日期和星期对不上：2026年10月10日（星期五）"), "{}", ran.err);
    assert_eq!(home.run("calendar add-holiday 国庆节").code, 2);
    assert_eq!(home.run("calendar add-workday 随便").code, 2);
    assert_eq!(home.run("calendar add-term 下学期").code, 2);
    assert_eq!(home.read("calendar.toml"), before);
}

#[test]
fn a_term_is_added_with_the_windows_that_the_school_names() {
    let home = Home::new().at("2025-06-20");
    let line = "calendar add-term 2025-2026-1 --first 2025-09-01 --last 2026-01-23 \
                --window 期初=9.1~9.26 --window mid=11.3~11.21 --window 期末=12.29~1.23";
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("calendar.toml");
    let windows = "last = 2026-01-23\n\n[term.anchors]\nstart = [2025-09-01, 2025-09-26]\n\
                   mid = [2025-11-03, 2025-11-21]\nend = [2025-12-29, 2026-01-23]\n";
    assert!(text.ends_with(windows), "{text}");
    assert_eq!(home.run("check").code, 0);
    let before = home.read("calendar.toml");
    let line = "calendar add-term 2025-2026-2 --first 2026-03-02 --last 2026-07-03 --window";
    for (window, code) in [("开学", 2), ("期初=3.2", 2), ("期初=3.2~3.27", 2)] {
        let ran = home.run(&format!("{line} {window}"));
        assert_eq!((ran.code, home.read("calendar.toml") == before), (code, true), "{}", ran.err);
    }
}
