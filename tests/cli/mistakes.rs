//! The catalogue of mistakes: one folder under `tests/mistakes` for each bad record.
//!
//! A folder is named after its check, `<check>[--<variant>]`, and holds the files that differ from
//! those of the sound home `base`. `about.txt` says what is wrong. `expected.zh.txt` and
//! `expected.en.txt` are what the clerk sees: of a fault the whole standard error of
//! `care overdue`, of a remark the whole standard output of `care check`. What is no plain text is
//! made by `make.txt`, a step on each line:
//!
//! ```text
//! bytes FILE TEXT    the file is this text; \n, \r, \\ and \x00 stand for bytes
//! append FILE TEXT   the file ends in this text
//! delete FILE        there is no such file
//! link FILE TO       FILE is a link to TO, which is nowhere
//! folder FILE        there is a folder of this name
//! mode FILE 644      the file has this Unix mode; all others have 600
//! only-check         no judgement needs the bad record: only `care check` finds it
//! unix               there is such a case only on Unix
//! ```
//!
//! `CARE_UPDATE_EXPECTED=1 cargo test --test cli mistakes` writes what is seen into the expected
//! files. Whoever does so reads every changed screen, in both languages, as a clerk would.

mod canary;
mod folder;
mod privacy;
mod together;

use std::fs;

use crate::harness::{Home, Ran};
use folder::{Mistake, is_fault, mistakes, tree, writer};

// The clock of the sound home stands at the day of judgement.
const OVERDUE: &str = "overdue";
const CHECK: &str = "check";

/// The languages and the endings of their expected files.
const LANGS: [(&str, &str); 2] = [("zh-CN", "zh"), ("en", "en")];

/// What differs from what was expected, over all folders.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn unless(&mut self, right: bool, mistake: &Mistake, what: &str, ran: &Ran) {
        if !right {
            self.0.push(format!("## {}: {what}\n{ran:#?}", mistake.name));
        }
    }

    fn compare(&mut self, mistake: &Mistake, ending: &str, screen: &str) {
        let path = mistake.path.join(format!("expected.{ending}.txt"));
        if std::env::var_os("CARE_UPDATE_EXPECTED").is_some_and(|value| value == "1") {
            fs::write(&path, screen).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected != screen {
            let name = &mistake.name;
            self.0.push(format!("## {name}, {ending}: expected\n{expected}\n## got\n{screen}"));
        }
    }

    #[track_caller]
    fn assert_none(&self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n\n"));
    }
}

#[test]
fn the_home_that_every_mistake_is_made_in_is_sound() {
    let home = folder::base();
    let ran = home.run(CHECK);
    assert_eq!((ran.out.as_str(), ran.code), ("记录完好，没有错误，也没有提醒\n", 0));
    assert_eq!(home.run(&format!("{CHECK} --strict")).code, 0);
    assert_eq!(home.run(OVERDUE).code, 0);
    assert_eq!(home.run("log-talk C7K3FQ --date 2024-12-19").code, 0);
}

#[test]
fn every_check_has_a_mistake_and_every_mistake_a_check_and_a_word_about_it() {
    let help = Home::empty().run("help checks");
    let checks: Vec<&str> = help.out.lines().collect();
    assert!(checks.len() > 40, "{checks:?}");
    let all = folder::all();
    for check in &checks {
        assert!(all.iter().any(|mistake| mistake.check() == *check), "no mistake for {check}");
    }
    for mistake in &all {
        assert!(checks.contains(&mistake.check()), "no check for {}", mistake.name);
        let about = fs::read_to_string(mistake.path.join("about.txt")).unwrap();
        assert!(about.trim() != "" && about.lines().count() == 1, "{}", mistake.name);
    }
}

#[test]
fn every_fault_stops_the_judgement_and_is_shown_as_expected() {
    let mut differences = Differences::default();
    for mistake in mistakes().iter().filter(|own| is_fault(own.check()) && !own.only_check()) {
        let home = mistake.home();
        let before = tree(home.root());
        for (lang, ending) in LANGS {
            let ran = home.run(&format!("{OVERDUE} --lang {lang}"));
            let stopped = ran.code == 3 && ran.out.is_empty();
            differences.unless(stopped, mistake, "overdue must stop", &ran);
            differences.compare(mistake, ending, &ran.err);
        }
        let ran = home.run(&format!("{CHECK} {}", mistake.check()));
        let named = ran.out.contains(&format!("[{}]", mistake.check()));
        differences.unless(ran.code == 1 && named, mistake, "check must name it", &ran);
        differences.unless(before == tree(home.root()), mistake, "reading changed records", &ran);
    }
    differences.assert_none();
}

#[test]
fn every_command_that_judges_stops_on_a_fault_in_a_log() {
    let home = folder::base();
    let log = home.root().join("log/talk/2024-11.csv");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen(",2024-11-", ",2024-11-32", 1)).unwrap();
    let child = "C7K3FQ";
    let lines = [
        "overdue".to_owned(),
        "due".to_owned(),
        "obligations".to_owned(),
        format!("show {child}"),
        format!("why {child}"),
        "rules --diff rules.toml".to_owned(),
    ];
    for line in lines {
        for format in ["table", "json"] {
            let ran = home.run(&format!("{line} --today 2024-11-20 --format {format}"));
            let stopped = ran.code == 3 && ran.out.is_empty() && ran.err.contains("2024-11.csv");
            assert!(stopped, "{line}: {ran:#?}");
        }
    }
}

#[test]
fn no_writer_writes_where_the_mistake_is() {
    let mut differences = Differences::default();
    for mistake in mistakes().iter().filter(|own| is_fault(own.check()) && !own.only_check()) {
        // What happened can be written down when it can no longer be judged.
        if mistake.check() == "calendar-ran-out" {
            continue;
        }
        let home = mistake.home();
        let before = tree(home.root());
        let ran = home.run(&writer(&home));
        let stopped = ran.code == 3 && ran.out.is_empty();
        let named = ran.err.contains(&format!("[{}]", mistake.check()));
        differences.unless(stopped && named, mistake, "the writer must stop", &ran);
        differences.unless(before == tree(home.root()), mistake, "records were changed", &ran);
    }
    differences.assert_none();
}

#[test]
fn a_fault_that_no_judgement_needs_is_found_by_check_alone() {
    let mut differences = Differences::default();
    for mistake in mistakes().iter().filter(|own| own.only_check()) {
        let home = mistake.home();
        let ran = home.run(OVERDUE);
        differences.unless(ran.code == 0 && ran.err.is_empty(), mistake, "overdue", &ran);
        for (lang, ending) in LANGS {
            let ran = home.run(&format!("{CHECK} --lang {lang}"));
            differences.unless(ran.code == 1 && ran.err.is_empty(), mistake, "check", &ran);
            differences.compare(mistake, ending, &ran.out);
        }
    }
    differences.assert_none();
}

#[test]
fn every_remark_stops_nothing_and_is_shown_as_expected() {
    let mut differences = Differences::default();
    for mistake in mistakes().iter().filter(|own| !is_fault(own.check())) {
        let (home, call) = (mistake.home(), mistake.call());
        let before = tree(home.root());
        let ran = home.run(OVERDUE);
        let quiet = ran.code == 0 && ran.err.is_empty();
        differences.unless(quiet, mistake, "overdue must say nothing of it", &ran);
        for (lang, ending) in LANGS {
            let ran = home.run(&format!("{call} --lang {lang}"));
            let named = ran.out.contains(&format!("[{}]", mistake.check()));
            let shown = ran.code == 0 && ran.err.is_empty() && named;
            differences.unless(shown, mistake, "check must show it", &ran);
            differences.compare(mistake, ending, &ran.out);
        }
        let ran = home.run(&format!("{call} --strict"));
        differences.unless(ran.code == 1, mistake, "check --strict must exit 1", &ran);
        differences.unless(before == tree(home.root()), mistake, "reading changed records", &ran);
    }
    differences.assert_none();
}

/// The rows of a JSON array, as texts that can be compared.
fn array(text: &str) -> Vec<serde_json::Value> {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn overdue_gives_the_same_faults_as_json_on_standard_error_that_check_gives() {
    const KEYS: [&str; 7] = ["check", "level", "file", "line", "column", "message", "hint"];
    for mistake in mistakes().iter().filter(|own| is_fault(own.check()) && !own.only_check()) {
        let (name, home) = (&mistake.name, mistake.home());
        let ran = home.run(&format!("{OVERDUE} --format json"));
        assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{name}");
        let faults = array(&ran.err);
        let checked = home.run(&format!("{CHECK} --format json"));
        assert_eq!((checked.err.as_str(), checked.code), ("", 1), "{name}");
        let all = array(&checked.out);
        assert!(faults.iter().any(|row| row["check"] == mistake.check()), "{name}: {faults:?}");
        for row in &faults {
            let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
            assert_eq!(keys, KEYS, "{name}");
            assert_eq!(row["level"], "fault", "{name}");
            assert!(row["line"].is_null() || row["line"].as_u64() > Some(0), "{name}");
            assert!(all.contains(row), "{name}: check lacks {row}");
        }
    }
}

#[test]
fn check_gives_remarks_as_json_and_a_sound_home_gives_an_empty_array() {
    for mistake in mistakes().iter().filter(|own| !is_fault(own.check())) {
        let ran = mistake.home().run(&format!("{} --format json", mistake.call()));
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{}", mistake.name);
        let rows = array(&ran.out);
        let own = rows.iter().find(|row| row["check"] == mistake.check());
        assert_eq!(own.unwrap()["level"], "remark", "{}", mistake.name);
    }
    assert_eq!(folder::base().run(&format!("{CHECK} --format json")).out, "[]\n");
}
