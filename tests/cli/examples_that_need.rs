//! The examples of help that need what is not there at first, each run where it is: a stick, a
//! record to take back, the settings of mail, a child added twice, a child who is away.

use std::fs;

use crate::harness::Home;
use crate::help_examples::{LANGS, NEED_MORE, examples};
use crate::mail;

/// The examples of a command, in both languages, each with the language.
fn lines(command: &str) -> Vec<String> {
    let home = home();
    let mut lines = Vec::new();
    for (lang, heading, _) in LANGS {
        let help = home.run(&format!("help {command} --lang {lang}")).out;
        lines.extend(examples(&help, heading).iter().map(|line| format!("{line} --lang {lang}")));
    }
    assert!(lines.len() >= 2, "{command}");
    lines
}

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-11-20")
}

#[track_caller]
fn works(home: &Home, line: &str) {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "care {line}\n{}{}", ran.out, ran.err);
}

/// A talk of yesterday, to be taken back.
fn talk(home: &Home) {
    works(home, "log-talk 欧阳晨曦 --staff 刘敏 --date 昨天 --topic 学习 -y");
}

#[test]
fn every_command_whose_examples_need_more_is_tried_here() {
    let mut tried = [
        "mail",
        "backup",
        "undo",
        "redo",
        "rejoin",
        "resume",
        "merge-children",
        "open",
        "score",
        "mark",
    ];
    let mut needing = NEED_MORE;
    tried.sort_unstable();
    needing.sort_unstable();
    assert_eq!(tried, needing);
}

#[test]
fn what_was_changed_is_taken_back_and_done_again() {
    let (undo, redo) = (lines("undo"), lines("redo"));
    let home = home();
    for _ in undo.iter().chain(&redo) {
        talk(&home);
    }
    for line in &undo {
        works(&home, line);
    }
    for line in &redo {
        works(&home, "undo");
        works(&home, line);
    }
}

#[test]
fn a_child_who_left_or_was_away_comes_back() {
    let home = home().at("2025-02-20");
    works(&home, "leave 欧阳晨曦 --date 2024-12-30 --reason 转学 -y");
    for line in lines("rejoin") {
        works(&home, &format!("{line} -n -y"));
    }
    let home = self::home();
    works(&home, "pause 欧阳晨曦 --from 2024-10-08 --reason 生病 -y");
    for line in lines("resume") {
        works(&home, &format!("{line} -n -y"));
    }
}

#[test]
fn a_sheet_is_begun_and_marks_are_given_by_it() {
    for line in lines("score") {
        let home = home();
        if !line.contains("begin") && !line.contains("开始") {
            works(&home, "score --begin pair");
        }
        works(&home, &line);
    }
    let home = home();
    works(&home, "score --begin pair");
    works(&home, "score --begin risk");
    for line in lines("mark") {
        works(&home, &line);
    }
}

#[test]
fn a_backup_goes_to_the_stick_and_comes_back() {
    let (home, stick) = (home(), Home::empty());
    let at = stick.root().display().to_string();
    for (nth, line) in lines("backup").iter().enumerate() {
        // Each has a minute of its own, since the file is called by it.
        let home = Home::copy_of("examples/guzhuang").own();
        let home = home.at_instant(&format!("2024-11-20T10:{:02}:00+08:00", nth + 10));
        let line = line.replace("/media/usb/home.care-backup", &format!("{at}/home.care-backup"));
        let line = line.replace("/media/usb", &at);
        if line.contains("home.care-backup") {
            works(&home, &line);
            continue;
        }
        let secret = "four invented words";
        let sitting = home.sit(&format!("{line} -y"), &[secret, secret]);
        assert_eq!(sitting.code, 0, "{line}: {}", sitting.screen);
        let made = fs::read_dir(stick.root()).unwrap().map(|own| own.unwrap().path());
        let open = made.filter(|own| own.extension().is_some_and(|end| end == "tar")).min();
        fs::copy(open.unwrap(), stick.root().join("home.care-backup")).unwrap();
    }
    drop(home);
}

#[test]
fn a_child_who_was_added_twice_becomes_one() {
    let home = home();
    let first = home.read("children/C1SW8G.toml");
    let class = first.lines().find(|line| line.starts_with("class = ")).unwrap();
    let second = first.replace("C1SW8G", "C6750A").replace(class, "class = \"2019-1\"");
    let home = home.with("children/C6750A.toml", &second);
    for line in lines("merge-children") {
        let dry = if line.contains(" -n") { "" } else { "-n" };
        let ran = home.run(&format!("{line} {dry} -y"));
        // What differs must be chosen, and is shown.
        let code = if line.contains("class=other") { 0 } else { 2 };
        assert_eq!(ran.code, code, "{line}: {}", ran.err);
        assert!(code == 0 || ran.err.contains("class"), "{}", ran.err);
    }
}

#[test]
fn the_mails_that_would_go_are_shown() {
    let home = mail::home(mail::EML);
    for line in lines("mail") {
        let ran = home.run(&line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(ran.out.contains("gu@school.example"), "{line}: {}", ran.out);
    }
    assert!(!home.root().join(".care/outbox").exists());
}

#[test]
fn a_copy_is_made_where_nothing_can_open_it() {
    for (nth, line) in lines("open").iter().enumerate() {
        works(&home().at_instant(&format!("2024-11-20T10:{:02}:00+08:00", nth + 10)), line);
    }
}
