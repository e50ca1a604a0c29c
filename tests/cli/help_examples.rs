//! Help as a clerk wants it: commands in groups, examples that work, what to see also, and the word
//! that was meant.

use crate::harness::Home;
use crate::help_words::commands;

pub const LANGS: [(&str, &str, &str); 2] =
    [("zh-CN", "例子:", "另见:"), ("en", "Examples:", "See also:")];

fn home() -> Home {
    Home::copy_of("examples/guzhuang").at("2024-11-20")
}

/// The lines of one block of a help screen.
fn block<'h>(help: &'h str, heading: &str) -> Vec<&'h str> {
    let below = help.lines().skip_while(|line| *line != heading).skip(1);
    below.take_while(|line| !line.is_empty()).collect()
}

/// The lines to begin with, as they are typed behind `care`.
pub fn examples<'h>(help: &'h str, heading: &str) -> Vec<&'h str> {
    block(help, heading).into_iter().filter_map(|line| line.strip_prefix("  care ")).collect()
}

#[test]
fn the_commands_stand_in_groups_under_the_headings_that_the_menu_has() {
    let groups = [
        ("zh-CN", ["日常:", "查看:", "改错:", "儿童:", "教师:", "管理:"], "退出码、日期写法、"),
        (
            "en",
            ["Daily:", "Looking:", "Mending:", "Children:", "Staff:", "Managing:"],
            "exit-codes, ",
        ),
    ];
    for (lang, headings, topics) in groups {
        for asked in ["help", "--help"] {
            let help = home().run(&format!("{asked} --lang {lang}")).out;
            let found: Vec<&str> = help.lines().filter(|line| headings.contains(line)).collect();
            assert_eq!(found, headings, "{help}");
            let daily = block(&help, headings[0]);
            assert!(daily[0].starts_with("  log-<") && daily[1].starts_with("  overdue "));
            assert!(help.contains(topics), "{help}");
        }
    }
}

/// Those whose example needs what is not there: a stick, a record that was undone, a mail server,
/// a child that was added twice, a program for spreadsheets. `examples_that_need` tries them.
pub const NEED_MORE: [&str; 10] = [
    "mail",
    "backup",
    "redo",
    "undo",
    "rejoin",
    "resume",
    "merge-children",
    "open",
    "score",
    "mark",
];

#[test]
fn every_example_of_every_help_is_understood_and_those_that_need_nothing_more_succeed() {
    let (roster, talks) = ("姓名,班级\n刘小雨,四2\n", "日期,姓名,谈话内容\n9.20,欧阳晨曦,作业\n");
    let home = home()
        .with("rows.csv", "")
        .with("表格.csv", "")
        .with("花名册.csv", roster)
        .with("roster.csv", roster)
        .with("谈心.csv", talks)
        .with("talks.csv", talks);
    let mut failed = Vec::new();
    for (lang, heading, _) in LANGS {
        for command in commands(&home) {
            let help = home.run(&format!("help {command} --lang {lang}")).out;
            let lines = examples(&help, heading);
            let is_register = command.starts_with("log-");
            assert!(!lines.is_empty() && lines.len() <= 3, "{command}: {help}");
            for line in lines.into_iter().filter(|_| !NEED_MORE.contains(&command.as_str())) {
                // Nothing is written, so that one home does for all.
                let dry = if line.ends_with(" -n") { "" } else { "-n" };
                let ran = home.run(&format!("{line} {dry} --no-input -y --lang {lang}"));
                let is_rows = is_register && line.contains(".csv");
                let is_understood = is_rows && ran.code == 2 && !ran.err.contains("--");
                if ran.code > 1 && !is_understood {
                    failed.push(format!("{line}: {}", ran.err));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn what_a_help_says_to_see_also_is_a_command_or_a_topic() {
    for (lang, _, heading) in LANGS {
        let home = home();
        for command in commands(&home) {
            let help = home.run(&format!("help {command} --lang {lang}")).out;
            let see = block(&help, heading).concat();
            assert!(!see.is_empty(), "{command}");
            for line in see.split(", ") {
                let words = line.trim().strip_prefix("care ").unwrap();
                let topic = words.strip_prefix("help ").or(words.strip_prefix("帮助 "));
                let ran = home.run(&format!("help {}", topic.unwrap_or(words)));
                assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{command}: {line}");
            }
        }
    }
}

#[test]
fn the_manual_has_a_page_for_each_register_too_and_each_page_its_examples() {
    let home = home();
    assert_eq!(home.run("man pages").code, 0);
    for name in ["care-log-visit.1", "care-log-talk.1", "care-overdue.1", "care-add-child.1"] {
        let page = home.read(&format!("pages/{name}"));
        assert!(page.contains(".SH \"例子\"\n.nf\n  care "), "{page}");
        assert!(page.contains(".SH \"另见\""), "{page}");
        assert!(!page.contains("EXTRA"), "{page}");
    }
    let program = home.read("pages/care.1");
    assert!(!program.contains("care\\-log\\-visit") && program.contains("care 帮助 退出码、"));
}

#[test]
fn a_word_that_is_near_a_topic_a_rule_or_a_preset_is_told_what_it_may_mean() {
    let home = home();
    for (line, meant) in [
        ("dates", "care 帮助 日期写法"),
        ("日期", "care 帮助 日期写法"),
        ("exit-cods", "care 帮助 退出码"),
        ("help dats", "dates"),
        ("help 退出马", "退出码"),
        ("家纺", "家访"),
        ("逾斯", "逾期"),
        ("overdue --rule montly-talk", "monthly-talk"),
        ("overdue --rule 每月谈话", "每月谈心"),
        ("why oycx 每月谈话", "每月谈心"),
        ("exempt oycx 每月谈话 --from 2024-10-01 --reason x -n", "每月谈心"),
        ("init new --preset tingsui", "tingshui"),
    ] {
        let ran = home.run(line);
        assert_eq!(ran.code, 2, "{line}");
        assert!(ran.err.contains("是不是") && ran.err.contains(meant), "{line}: {}", ran.err);
    }
    let english = home.run("dates --lang en").err;
    assert!(english.contains("did you mean: care help dates"), "{english}");
    assert_eq!(home.run("谈话 欧阳晨曦 -n").code, 0);
}

#[test]
fn with_q_a_clean_list_and_a_clean_check_say_nothing_and_anything_found_is_said() {
    let home = home();
    let late = home.run("overdue -q --rule monthly-talk");
    assert!(late.code == 0 && !late.out.is_empty(), "{late:?}");
    let soon_after = Home::new()
        .child("CAAAAA", "")
        .rule("id = \"talk\"\nevery = \"month\"\nrecords = [\"talk\"]\nby = \"principal\"")
        .events("talk", "CAAAAA", &["2024-09-03"]);
    soon_after.keep_private();
    let clean = soon_after.run("overdue -q --today 2024-09-20");
    assert_eq!((clean.out.as_str(), clean.err.as_str(), clean.code), ("", "", 0));
    assert_ne!(soon_after.run("overdue --today 2024-09-20").out, "");
    assert_eq!(soon_after.json("overdue -q --today 2024-09-20"), serde_json::json!([]));
    // Nothing is asked for, so that nothing can be clean.
    assert_ne!(Home::new().run("overdue -q --today 2024-09-20").out, "");
    // Remarks that were not asked for are counted even so.
    let (said, quiet) = (soon_after.run("check").out, soon_after.run("check -q").out);
    assert_eq!(quiet.is_empty(), said.lines().count() == 1, "{said}");
}

#[test]
fn a_shell_completes_the_values_of_flags_too() {
    let home = home();
    assert_eq!(home.completes("overdue --class 2021-"), ["2021-1", "2021-2"]);
    assert_eq!(home.completes("overdue --rule monthly-t"), ["monthly-talk"]);
    assert_eq!(home.completes("exempt oycx monthly-t"), ["monthly-talk"]);
    assert_eq!(home.completes("log-visit --mode in_"), ["in_person"]);
    assert_eq!(home.completes("log-visit --mode 上"), ["上门"]);
    assert_eq!(home.completes("log-visit --purpose tut"), ["tutoring"]);
    assert_eq!(home.completes("help exit"), ["exit-codes"]);
    assert_eq!(home.completes("help overd"), ["overdue"]);
    assert_eq!(home.completes("records vis"), ["visit"]);
    assert_eq!(home.completes("records 家访"), ["家访"]);
    assert_eq!(home.completes("list --format jsonl"), ["jsonl"]);
    assert_eq!(home.completes("list --lang zh"), ["zh-CN"]);
    assert_eq!(home.completes("appoint lm --role head_"), ["head_teacher"]);
    assert_eq!(home.completes("overdue --group-by cl"), ["class"]);
}
