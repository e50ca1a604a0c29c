//! `edit-child` on dated entries: the days of the last time on the roll where they were entered
//! wrong, and the birthdays of elders.

use crate::harness::Home;
use crate::life_edit::{changes, child, does, refused};

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .child("C00001", "class = \"2021-2\"\n[[spell]]\njoined = 2024-09-12 # 开学\n")
}

#[test]
fn a_day_of_joining_that_was_entered_wrong_is_mended_and_entered_as_a_change() {
    let home = home();
    let said = does(&home, "edit-child C00001 --set 入册日期=2024-09-02 --why 录错");
    assert_eq!(
        said,
        "已改 儿童C00001 四（2）班 的入册日期：2024-09-12 → 2024-09-02\n撤销：care undo\n"
    );
    assert!(child(&home).ends_with("[[spell]]\njoined = 2024-09-02 # 开学\n"), "{}", child(&home));
    assert_eq!(
        changes(&home, "2024-09"),
        ["2024-09-02|C00001||spell.joined|2024-09-12|2024-09-02|录错"]
    );
    assert!(does(&home, "edit-child C00001 --set joined=2024-09-02").contains("没有改动"));
    assert_eq!(home.run("log-talk C00001 --date 9.3").code, 0);
}

#[test]
fn a_last_day_is_mended_or_taken_away_with_its_reason() {
    let home = home();
    does(&home, "leave C00001 --date 10.15 --reason 转学");
    does(&home, "edit-child C00001 --set 离册日期=2024-10-18 --set 风险等级=高");
    assert!(child(&home).contains("left = 2024-10-18\nreason = \"transferred\"\n"));
    let said = does(&home, "edit-child C00001 --set left= --lang en");
    assert!(said.contains("left: 2024-10-18 -> not set"), "{said}");
    assert!(!child(&home).contains("left") && !child(&home).contains("reason"), "{}", child(&home));
    let rows = changes(&home, "2024-11");
    assert_eq!(rows.last().unwrap(), "2024-11-18|C00001||spell.left|2024-10-18||");
}

#[test]
fn a_time_on_the_roll_that_cannot_be_is_refused() {
    let home = home();
    refused(&home, "edit-child C00001 --set 入册日期=", "不能清空");
    refused(&home, "edit-child C00001 --set 入册日期=2024-11-19", "还没有到");
    refused(&home, "edit-child C00001 --set 离册日期=2024-11-01", "一直在册");
    does(&home, "leave C00001 --date 10.15 --reason 转学");
    let before = child(&home);
    let refuses = |line: &str, said: &str| {
        let ran = home.run(line);
        assert_eq!(ran.code, 2, "{line}");
        assert!(ran.err.contains(said), "{line}: {}", ran.err);
        assert_eq!(child(&home), before, "{line}");
    };
    refuses("edit-child C00001 --set 入册日期=2024-10-16", "不能 2024-10-16 才入册");
    refuses("edit-child C00001 --set 离册日期=2024-09-11", "2024-09-11 就离册");
    does(&home, "rejoin C00001 --date 11.11");
    let again = home.run("edit-child C00001 --set 入册日期=2024-10-15");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("写 2024-10-15 以后的日期"), "{}", again.err);
    does(&home, "edit-child C00001 --set 入册日期=2024-10-16");
}

#[test]
fn a_record_before_the_day_of_joining_is_refused_with_the_command_that_mends_it() {
    let ran = home().run("log-talk C00001 --date 9.3");
    assert!(ran.err.contains("care edit-child C00001 --set 入册日期=日期"), "{}", ran.err);
    let home = home();
    does(&home, "leave C00001 --date 10.15 --reason 转学");
    let ran = home.run("log-talk C00001 --date 10.16");
    assert!(ran.err.contains("care edit-child C00001 --set 离册日期=日期"), "{}", ran.err);
}

#[test]
fn the_birthday_of_an_elder_is_kept_in_the_calendar_that_was_named_and_mended_by_the_name() {
    let home = home();
    let said = does(&home, "edit-child C00001 --elder 王桂英=农历8.15 --elder 李强=公历9月20日");
    assert!(said.contains("儿童C00001 四（2）班 的 王**，农历 08-15"), "{said}");
    assert!(said.contains("李*，公历 09-20") && !said.contains("王桂英"), "{said}");
    let text = child(&home);
    let entry = "[[elder]]\nname = \"王桂英\"\nbirthday = \"08-15\"\ncalendar = \"lunar\"\n";
    assert!(text.contains(entry) && text.contains("birthday = \"09-20\""), "{text}");
    does(&home, "edit-child C00001 --elder '王 桂英=solar10-03'");
    let text = child(&home);
    assert!(
        text.contains("name = \"王桂英\"\nbirthday = \"10-03\"\ncalendar = \"solar\"\n"),
        "{text}"
    );
    assert_eq!(text.matches("[[elder]]").count(), 2, "{text}");
}

#[test]
fn an_elders_birthday_without_calendar_name_or_day_is_refused() {
    for text in
        ["王桂英=8.15", "王桂英", "=农历8.15", "王桂英=农历13.1", "王桂英=公历2.30", "王桂英=农历"]
    {
        let line = format!("edit-child C00001 --elder {text}");
        let ran = home().run(&line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
    }
    refused(&home(), "edit-child C00001 --elder 王桂英=8.15", "王桂英=农历8.15");
    refused(&home(), "edit-child C00001", "--set");
}
