//! A command that lacks something asks for it, on a terminal and only there.

use crate::harness::Home;

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

fn visits(home: &Home) -> String {
    home.read("log/visit/2024-12.csv")
}

#[test]
fn a_visit_is_recorded_by_answers_alone_and_each_means_what_is_said() {
    let home = home();
    let before = visits(&home);
    let sat = home.sit("家访", &["12.18", "2", "王芳", "", "1", "", "", "~家里干净", "."]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let row = visits(&home).replace(&before, "");
    assert!(row.contains(",2024-12-18,C"), "{row}");
    assert!(row.contains(",made,in_person,") && row.contains("家里干净"), "{row}");
    for shown in [
        "日期 [12月20日（周五）]：12.18\n  = 12月18日（周三）\n",
        "  1 李浩然  六（1）班  逾期 84 天\n",
        "命令：care 家访 --date 2024-12-18 诸葛明哲 --staff 王芳 --outcome made",
        "已记录：家访 12月18日（周三） 诸葛明哲 王芳\n",
        "撤销：care undo",
    ] {
        assert!(sat.screen.contains(shown), "{shown}\n--\n{}", sat.screen);
    }
}

#[test]
fn only_what_is_missing_is_asked_and_nothing_when_nothing_is() {
    let home = home();
    let sat = home.sit("leave 诸葛明哲 --date 12.19", &["3", ""]);
    assert_eq!((sat.code, sat.heard), (0, 2), "{}", sat.screen);
    assert!(sat.screen.contains("  1 父母返乡   2 随父母外出   3 转学"), "{}", sat.screen);
    assert!(sat.screen.contains("命令：care leave 诸葛明哲 --date 12.19 --reason transferred\n"));
    let sat = home.sit("log-visit 李浩然 --date 12.19", &[]);
    assert_eq!((sat.code, sat.heard), (0, 0), "{}", sat.screen);
}

#[test]
fn without_a_terminal_or_with_no_input_it_is_exit_2_naming_the_flag() {
    let home = home();
    let ran = home.run("leave 诸葛明哲 --date 12.19");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--reason"), "{}", ran.err);
    let sat = home.sit("leave 诸葛明哲 --date 12.19 --no-input", &["3"]);
    assert_eq!((sat.code, sat.heard), (2, 0), "{}", sat.screen);
    assert!(sat.screen.contains("--reason"), "{}", sat.screen);
    let sat = home.sit("log-visit --no-input", &["3"]);
    assert_eq!((sat.code, sat.heard), (2, 0), "{}", sat.screen);
}

#[test]
fn the_end_of_the_input_at_any_question_leaves_nothing_half_entered_and_says_so() {
    let answers = ["12.18", "2", "王芳", "", "", "", "", "~家里干净"];
    for heard in 0..=answers.len() {
        let home = home();
        let before = visits(&home);
        let sat = home.sit("家访", &answers[..heard]);
        assert_eq!(sat.code, 130, "{}", sat.screen);
        assert!(sat.screen.ends_with("\n没有填完，什么也没有保存\n"), "{}", sat.screen);
        assert_eq!(visits(&home), before);
    }
}

#[test]
fn what_cannot_be_read_is_said_and_asked_again_and_nothing_is_guessed() {
    let home = home();
    let answers = [
        "32月",
        "12.18",
        "99",
        "",
        "没有这人",
        "9-8",
        "1 2\n3",
        "１",
        "不在的老师",
        "17",
        "2",
        "3",
        "９",
        ".",
    ];
    let sat = home.sit("家访", &answers);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    for shown in [
        "  ! 看不懂日期“32月”",
        "  ! 没有 99 号；编号是 1 到 20\n",
        "  ! 儿童必须填\n",
        "“没有这人”",
        "  ! 9-8 前大后小\n",
        "  ! 一次贴进了 2 行，没有用；这里只填一项\n",
        "  = 李浩然  六（1）班  逾期 84 天\n",
        "“不在的老师”",
        "  ! 没有 17 号；编号是 1 到 16\n",
    ] {
        assert!(sat.screen.contains(shown), "{shown}\n--\n{}", sat.screen);
    }
}

#[test]
fn one_goes_back_with_a_less_than_sign_and_what_was_answered_is_the_default() {
    let home = home();
    let sat = home.sit("家访", &["12.18", "＜", "", "<", "12.17", "1", "."]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("日期 [12月18日（周三）]：\n"), "{}", sat.screen);
    assert!(sat.screen.contains("--date 2024-12-17 李浩然"), "{}", sat.screen);
    let sat = home.sit("家访", &["<", "12.17", "1", "."]);
    assert!(sat.screen.contains("  ! 这已经是第一项\n"), "{}", sat.screen);
}

#[test]
fn the_children_of_a_class_are_picked_by_its_numbers_or_all_together() {
    let home = home();
    let sat = home.sit("家访", &["", "四1", "1 3-4", "", "."]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("四（1）班在册 4 人\n"), "{}", sat.screen);
    assert!(sat.screen.contains(" 郭宇航 魏欣悦 徐若兰"), "{}", sat.screen);
    let sat = home.sit("家访", &["", "四1", "", "", "."]);
    assert!(sat.screen.contains("--class 四（1）班"), "{}", sat.screen);
    assert!(sat.screen.contains("已记录：家访 12月20日（周五） "), "{}", sat.screen);
}

#[test]
fn the_last_similar_entry_is_the_default_but_never_its_free_text() {
    let home = home().at("2025-07-03");
    let _ = home.run("log-visit 郭宇航 --staff 王芳 --mode phone --home-state 很乱");
    let _ = home.run("log-visit 李浩然 --staff 刘敏 --mode video");
    let sat = home.sit("家访", &["", "郭宇航", "", "", "", "."]);
    assert!(sat.screen.contains("教师 [王芳]"), "{}", sat.screen);
    assert!(sat.screen.contains("[电话]"), "{}", sat.screen);
    assert!(!sat.screen.contains("很乱"), "{}", sat.screen);
}

#[test]
fn what_the_command_refuses_is_said_and_the_form_is_gone_through_again() {
    let home = home();
    // 诸葛明哲 came on the roll later than that.
    let sat = home.sit("leave", &["诸葛明哲", "2020-01-01", "3", "", "", "12.19", "", ""]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("改一改再来；回车保留刚才填的"), "{}", sat.screen);
    assert!(sat.screen.contains("离册"), "{}", sat.screen);
}

#[test]
fn a_child_is_added_as_on_the_paper_form_and_the_next_is_of_the_same_class() {
    let home = home();
    let sat = home.sit(
        "add-child",
        &["林小满", "三1", "2", "2015-06-01", "", "1", "", "", "林大山", "爷爷", "."],
    );
    assert_eq!(sat.code, 0, "{}", sat.screen);
    for asked in ["出生日期", "身份证号", "监护类型", "监护人", "与儿童关系"] {
        assert!(sat.screen.contains(asked), "{asked}\n{}", sat.screen);
    }
    let sat = home.sit("add-child", &["林小雨", "", "."]);
    assert!(sat.screen.contains("[三（1）班]"), "{}", sat.screen);
    assert!(sat.screen.contains("命令：care add-child 林小雨 --class 三（1）班"), "{}", sat.screen);
}

#[test]
fn fields_and_columns_are_changed_by_picking_them() {
    let home = home().at("2025-07-03");
    let sat = home.sit("edit-child 诸葛明哲", &["风险等级", "高", "", "."]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("--set risk=high"), "{}", sat.screen);
    assert!(sat.screen.contains("风险等级"), "{}", sat.screen);
    let _ = home.run("log-visit 李浩然 --staff 刘敏 --mode video");
    let sat = home.sit("amend", &["1", "方式", "2", "", ""]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert!(sat.screen.contains("家访  7月3日（周四）  李浩然"), "{}", sat.screen);
    assert!(sat.screen.contains("--set mode=phone"), "{}", sat.screen);
    let sat = home.sit("void", &["1", "记错了"]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
}

#[test]
fn every_command_that_needs_something_asks_for_it_and_writes_nothing_when_nobody_answers() {
    let home = home();
    let root = home.root().to_owned();
    let files = || crate::wizard::files_below(&root);
    let before = files();
    for command in [
        "add-child",
        "edit-child",
        "transfer",
        "leave",
        "rejoin",
        "pause",
        "resume",
        "exempt",
        "pair",
        "unpair",
        "buddy",
        "card",
        "merge-children",
        "amend",
        "void",
        "show",
        "find",
        "why",
        "add-staff",
        "edit-staff",
        "appoint",
        "dismiss",
        "log-talk",
        "谈心",
        "书信",
    ] {
        let sat = home.sit(command, &[]);
        assert_eq!(sat.code, 130, "{command}: {}", sat.screen);
        assert!(sat.screen.contains("什么也没有保存"), "{command}: {}", sat.screen);
    }
    assert_eq!(files(), before);
}

#[test]
fn everything_is_asked_in_english_too() {
    let home = home();
    let sat = home.sit("log-visit --lang en", &["12.18", "2", "王芳", "1", "1", "."]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let is_chinese = |line: &&str| {
        let own = line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        line.starts_with("date") || own.starts_with("Enter")
    };
    assert!(sat.screen.lines().any(|line| is_chinese(&line)), "{}", sat.screen);
    assert!(sat.screen.contains("84 days overdue"), "{}", sat.screen);
    assert!(sat.screen.contains("the command: care log-visit --lang en"), "{}", sat.screen);
}

/// Every file below a folder with its bytes, the machine's own apart.
pub fn files_below(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if path.ends_with(".care") => {}
            true => found.extend(files_below(&path)),
            false => found.push((path.clone(), std::fs::read(&path).unwrap())),
        }
    }
    found.sort();
    found
}
