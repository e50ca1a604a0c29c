//! `leave`, `rejoin`, `pause`, `resume`: when a child is on the roll and present.

use crate::harness::Home;
use crate::life_edit::{changes, child, does, refused};

fn home() -> Home {
    let pair = "[[pair]]\nstaff = \"T00001\"\nrole = \"proxy_parent\"\nfrom = 2024-09-02\n";
    let spell = "[[spell]]\njoined = 2024-09-02 # 开学\n# 还在\n";
    Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", &format!("class = \"2021-2\"\n{spell}\n{pair}# 尾注"))
}

#[test]
fn a_child_leaves_after_its_last_day_and_what_is_still_open_is_said() {
    let home = home();
    let said = does(&home, "离开 C00001 --date 11.15 --reason 转学");
    assert!(said.contains("最后一天 11月15日（周五），原因：转学"), "{said}");
    assert!(said.contains("还没有写到哪天为止：代理家长 教师T00001（2024-09-02 起）"), "{said}");
    let spell = "joined = 2024-09-02 # 开学\nleft = 2024-11-15\nreason = \"transferred\"\n# 还在\n";
    assert!(child(&home).contains(spell), "{}", child(&home));
    assert!(child(&home).ends_with("# 尾注\n"), "{}", child(&home));
    let row = "2024-11-15|C00001||spell.left||2024-11-15|transferred";
    assert_eq!(changes(&home, "2024-11"), [row]);
    let again = home.run("leave C00001 --date 11.16 --reason 转学");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("已于 2024-11-15 离册") && again.err.contains("care rejoin C00001"));
    let english = self::home().run("leave C00001 --date 2024-11-15 --reason 'own words' --lang en");
    assert!(
        english.err.contains("last day 2024-11-15 (Fri), reason: own words"),
        "{}",
        english.err
    );
}

#[test]
fn a_child_that_had_left_is_on_the_roll_again_in_its_class_or_another() {
    let home = home();
    refused(&home, "rejoin C00001 --date 11.18", "从 2024-09-02 起一直在册");
    does(&home, "leave C00001 --date 10.15 --reason 父母返乡");
    let before = child(&home);
    let inside = home.run("rejoin C00001 --date 10.15");
    assert_eq!(inside.code, 2);
    assert!(inside.err.contains("写 2024-10-15 以后的日期"), "{}", inside.err);
    assert_eq!(child(&home), before);
    let said = does(&home, "重新入册 C00001 --date 11.11 --class 四1");
    assert!(said.contains("儿童C00001 四（1）班，从 11月11日（周一）起"), "{said}");
    let text = child(&home);
    assert!(text.contains("# 还在\n\n[[spell]]\njoined = 2024-11-11\n\n[[pair]]"), "{text}");
    assert!(text.contains("value = \"2021-2\"\nuntil = 2024-11-10"), "{text}");
    let rows =
        ["2024-11-11|C00001||class|2021-2|2021-1|", "2024-11-11|C00001||spell.joined||2024-11-11|"];
    assert_eq!(changes(&home, "2024-11"), rows);
}

#[test]
fn a_pause_may_end_ahead_of_today_and_begins_no_later_than_today() {
    let home = home();
    let said = does(&home, "pause C00001 --from 11.11 --until 2024-12-31 --reason 随父母外出");
    assert!(said.contains("11月11日（周一）到 12月31日（周二），原因：随父母外出"), "{said}");
    let pause = "[[pause]]\nfrom = 2024-11-11\nuntil = 2024-12-31\nreason = \"随父母外出\"\n";
    assert!(child(&home).ends_with(pause), "{}", child(&home));
    let overlap = home.run("pause C00001 --from 11.18 --reason x");
    assert_eq!(overlap.code, 2);
    assert!(overlap.err.contains("到 12月31日（周二） 已经暂停"), "{}", overlap.err);
    let home = self::home();
    refused(&home, "pause C00001 --from 2024-11-19 --reason x", "还没有到");
    refused(&home, "pause C00001 --from 2024-09-01 --reason x", "2024-09-02 入册");
    refused(
        &home,
        "pause C00001 --from 11.11 --until 2024-11-10 --reason x",
        "--until 写 2024-11-11",
    );
    refused(&home, "pause C00001 --from 11.11", "--reason");
    let open = does(&home, "暂停 C00001 --from 11.11 --reason 住院");
    assert!(open.contains("没有写到哪天为止"), "{open}");
}

#[test]
fn a_pause_ends_the_day_before_the_child_is_back() {
    let home = home();
    refused(&home, "resume C00001 --date 11.18", "没有暂停");
    does(&home, "pause C00001 --from 11.4 --reason 住院");
    let early = home.run("resume C00001 --date 11.4");
    assert!(early.code == 2 && early.err.contains("写以后的日期"), "{}", early.err);
    let said = does(&home, "恢复 C00001 --date 11.18");
    assert!(said.contains("从 11月18日（周一）起；暂停到 11月17日（周日）为止"), "{said}");
    let text = child(&home);
    assert!(text.contains("from = 2024-11-04\nreason = \"住院\"\nuntil = 2024-11-17\n"), "{text}");
    // One that was to last longer is cut short.
    does(&home, "pause C00001 --from 11.18 --until 2024-12-31 --reason x");
    let home = home.at("2024-11-25");
    does(&home, "resume C00001 --date 11.25");
    assert!(child(&home).contains("from = 2024-11-18\nuntil = 2024-11-24\n"));
    let row = "2024-11-25|C00001||pause.until|2024-12-31|2024-11-24|";
    assert_eq!(changes(&home, "2024-11").last().unwrap(), row);
}
