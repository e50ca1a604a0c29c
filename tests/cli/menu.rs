//! `care` alone at a terminal.

#![allow(clippy::print_stdout, reason = "it tells its figures")]

use crate::harness::Home;

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

#[test]
fn it_says_what_is_overdue_and_what_is_due_and_leaves_on_a_blank() {
    let sat = home().sit("", &[""]);
    assert_eq!(sat.code, 0);
    assert!(
        sat.screen.starts_with(
            "固镇县顾庄小学留守儿童之家    12月20日（周五）\n\
             逾期 12 项（10 名儿童），7 天内到期 3 项\n  1 记录一件事"
        ),
        "{}",
        sat.screen
    );
    assert!(sat.screen.ends_with("再见\n"), "{}", sat.screen);
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let ran = home().run("");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let sat = home().sit("--no-input", &["1"]);
    assert_eq!((sat.code, sat.heard), (2, 0));
}

#[test]
fn a_single_visit_takes_under_25_keys_beside_the_free_text() {
    let home = home();
    let sat = home.sit("", &["1", "2", "", "2", "", "", "", "", "~家里干净，奶奶身体好", ".", ""]);
    assert!(sat.screen.contains("已记录：家访 12月20日（周五） 诸葛明哲"), "{}", sat.screen);
    assert!(sat.keys < 25, "{} keys\n{}", sat.keys, sat.screen);
}

#[test]
fn every_command_is_reached_and_shown_as_it_would_be_typed() {
    let home = home();
    let sat = home.sit("", &["5", "", "6", "", "7", "", "8", "", "9", "", ""]);
    let help = home.run("--help").out;
    let mut seen = 0;
    for line in help.lines() {
        let Some((says, _)) = line.split_once("（care ") else { continue };
        let says = says.trim_start().split_once(' ').unwrap().1.trim();
        if ["命令行补全", "手册页", "man"].iter().any(|own| line.contains(own)) {
            continue;
        }
        assert!(sat.screen.contains(says), "{says}\n{}", sat.screen);
        seen += 1;
    }
    assert!(seen > 30, "{seen} commands\n{help}");
    let sat = home.sit("", &["2", ""]);
    assert!(sat.screen.contains("命令：care 逾期\n"), "{}", sat.screen);
    assert!(sat.screen.contains("诸葛明哲"), "{}", sat.screen);
}

#[test]
fn a_number_off_the_menu_is_said_and_a_command_may_be_typed_instead() {
    let home = home();
    let sat = home.sit("", &["77", "care 名单 --class 四1", "乱写", ""]);
    assert!(sat.screen.contains("  ! 没有 77 号"), "{}", sat.screen);
    assert!(sat.screen.contains("郭宇航"), "{}", sat.screen);
    assert!(sat.screen.contains("没有“乱写”这个命令"), "{}", sat.screen);
    assert_eq!(sat.code, 0);
}

#[test]
fn records_with_faults_are_told_at_the_head_and_the_way_to_them_is_open() {
    let home = home().and("calendar.toml", "\n[[term]]\nid = 5\n");
    let sat = home.sit("", &["9", "1", ""]);
    assert!(sat.screen.contains("记录里有要先改的地方"), "{}", sat.screen);
    assert!(sat.screen.contains("calendar.toml"), "{}", sat.screen);
}

#[test]
fn from_an_empty_folder_to_the_first_list_of_overdue_talks_only_through_the_menu() {
    let home = Home::empty().at("2026-11-25");
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let mut answers: Vec<String> = Vec::new();
    let mut say = |words: &[&str]| answers.extend(words.iter().map(|own| (*own).to_owned()));
    // The home, with the rules of a school like it.
    say(&["1", "", "guzhuang", "~测试小学"]);
    // The head teacher.
    say(&["8", "1", "~刘敏", "班主任", "三1", "."]);
    for (at, name) in names.into_iter().enumerate() {
        let name = format!("~王{name}");
        let class = if at == 0 { "三1" } else { "" };
        say(&["7", "1", &name, class, "", "", "", "", "", "9.1", "."]);
    }
    say(&["2", ""]);
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let sat = home.sit("", &answers);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    assert_eq!(sat.heard, answers.len(), "{}", sat.screen);
    assert!(sat.screen.contains("12 名儿童（在册 12 名）"), "{}", sat.screen);
    assert!(sat.screen.contains("王十二"), "{}", sat.screen);
    println!("from an empty folder to the first list: {} keys, {} answers", sat.keys, sat.heard);
    assert!(sat.keys < 500, "{} keys", sat.keys);
}

#[test]
fn the_menu_is_in_english_too() {
    let sat = home().sit("--lang en", &["2", ""]);
    assert!(sat.screen.contains("12 overdue (10 children), 3 due within 7 days"), "{}", sat.screen);
    assert!(sat.screen.contains("the command: care --lang en overdue"), "{}", sat.screen);
    assert!(sat.screen.ends_with("goodbye\n"), "{}", sat.screen);
}

/// Name of a sitting, the words after `care`, and what is answered.
const SITTINGS: &[(&str, &str, &[&str])] = &[
    ("menu", "", &["1", "", "2", "5", "", "7", "", "9", "", ""]),
    (
        "visit",
        "log-visit",
        &["12.18", "四1", "1 3", "1", "王芳", "2", "", "", "", "", "", "家里没人", "."],
    ),
    ("leave", "leave", &["诸葛明哲", "12.19", "2", "", ""]),
    ("edit", "edit-child 诸葛明哲", &["8", "3", "", "."]),
    ("gone", "pair", &["诸葛明哲", "王"]),
];

#[test]
fn sittings_at_80_and_120_columns_are_those_that_were_read_by_eye() {
    let update = std::env::var_os("CARE_UPDATE_EXPECTED").is_some();
    let folder = crate::harness::project().join("tests/screens");
    let mut wrong = Vec::new();
    for (name, line, answers) in SITTINGS {
        for (lang, width) in [("zh-CN", 80), ("zh-CN", 120), ("en", 80), ("en", 120)] {
            let home = home().wide(width);
            let sat = home.sit(&format!("--lang {lang} {line}"), answers);
            let file = folder.join(format!("sitting-{name}.{}.{width}.txt", &lang[..2]));
            if update {
                std::fs::write(&file, &sat.screen).unwrap();
            }
            if std::fs::read_to_string(&file).unwrap_or_default() != sat.screen {
                wrong.push(format!("{}:\n{}", file.display(), sat.screen));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn five_talks_of_a_class_of_twelve_take_under_120_keys_with_one_shared_note() {
    let mut home = Home::new().at("2024-09-20");
    for number in 1..=12 {
        home = home.child(&format!("C000{number:02}"), "class = \"2021-1\"");
    }
    let sat = home.sit(
        "",
        &["1", "#谈心", "", "四1", "2 5-8", "#每人一行", "", "", "", "~开学谈心", ".", ""],
    );
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let log = home.read("log/talk/2024-09.csv");
    assert_eq!(log.lines().count(), 6, "{log}\n{}", sat.screen);
    assert_eq!(log.matches("开学谈心").count(), 5, "{log}");
    println!("five talks: {} keys beside the note", sat.keys);
    assert!(sat.keys < 120, "{} keys", sat.keys);
}

#[test]
fn a_window_that_closes_with_the_program_stays_open_until_somebody_has_read_what_went_wrong() {
    for (words, closes, stays) in [("nosuch", true, true), ("nosuch", false, false)] {
        let home = home();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let call = care::Call {
            closes,
            ask: Some(std::rc::Rc::new(|| None)),
            ..care::Call::new(
                vec![words.to_owned()],
                std::time::UNIX_EPOCH.into(),
                home.root().to_owned(),
            )
        };
        assert_eq!(care::run(&call, &mut out, &mut err), 2);
        let err = String::from_utf8(err).unwrap();
        assert_eq!(err.ends_with("按回车键关闭"), stays, "{err}");
    }
}
