//! `care init --sample`: a made-up home with something to show on every day of a year.

use std::fs;

use crate::harness::{Home, Ran};

/// Of a common year and a leap year: beginnings, middles and last days of terms, and holidays.
const DAYS: [&str; 17] = [
    "2024-02-29",
    "2024-08-31",
    "2024-09-02",
    "2024-09-30",
    "2024-10-04",
    "2024-11-18",
    "2025-01-01",
    "2025-01-17",
    "2025-01-31",
    "2025-02-17",
    "2025-03-01",
    "2025-04-15",
    "2025-06-03",
    "2025-07-04",
    "2025-07-31",
    "2025-08-10",
    "2028-02-29",
];

/// What must have something to show.
const COMMANDS: [&str; 16] = [
    "show 赵一鸣",
    "why 吴诗涵",
    "list",
    "list pairs",
    "handover --class 2022-1",
    "list --left",
    "records talk",
    "records visit",
    "records activity",
    "find 赶集",
    "obligations",
    "history",
    "calendar",
    "rules",
    "due",
    "overdue --level advised",
];

fn made(day: &str) -> Home {
    let home = Home::empty().at(day);
    let ran = home.run("init --sample");
    assert_eq!(ran.code, 0, "{day}: {}", ran.err);
    home
}

/// Every file of a home but those of the machine itself, with its bytes.
fn files(home: &Home) -> Vec<(String, Vec<u8>)> {
    let (mut files, mut folders) = (Vec::new(), vec![home.root().to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(home.root()).unwrap().display().to_string();
            match path.is_dir() {
                true if [".care", ".git"].contains(&name.as_str()) => {}
                true => folders.push(path),
                false => files.push((name, fs::read(&path).unwrap())),
            }
        }
    }
    files.sort();
    files
}

#[test]
fn on_every_day_a_made_up_home_is_sound_and_every_command_has_something_to_show() {
    for day in DAYS {
        let home = made(day);
        let ran = home.run("check --strict");
        assert_eq!(ran.code, 0, "{day}: {}{}", ran.out, ran.err);
        assert!(home.json("list").as_array().unwrap().len() >= 40, "{day}");
        let overdue = home.run("overdue --exit-code");
        assert_eq!(overdue.code, 1, "{day}: {}{}", overdue.out, overdue.err);
        // What was missed in a school year is not asked for in the next.
        let is_new_year = day.contains("-09-");
        let missed = ["每月谈心", "学期三次家访"].into_iter().filter(|_| !is_new_year);
        for rule in missed.chain(["“一助一”结对", "留守儿童档案"]) {
            assert!(overdue.out.contains(rule), "{day} {rule}: {}", overdue.out);
        }
        assert_eq!(home.run("due --exit-code").code, 1, "{day}");
        for line in COMMANDS {
            let Ran { out, err, code } = home.run(line);
            assert_eq!(code, 0, "{day} {line}: {err}");
            assert!(out.lines().count() > 4, "{day} {line}: {out}");
        }
    }
}

#[test]
fn each_story_stands_in_the_records_of_a_made_up_home() {
    let home = made("2024-11-18");
    let files = files(&home);
    let children: Vec<String> = files
        .iter()
        .filter(|(name, _)| name.starts_with("children/"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    assert_eq!(children.len(), 42);
    for (is_told, count) in [
        ("reason = \"transferred\"", 1),
        ("[[pause]]", 1),
        ("[[exempt]]", 1),
        ("role = \"proxy_mother\"", 3),
        ("role = \"pair_teacher\"", 41),
        ("[contact_card]", 41),
        ("name = \"李立春\"", 2),
    ] {
        let told = children.iter().filter(|text| text.contains(is_told)).count();
        assert_eq!(told, count, "{is_told}");
    }
    let logs: String = files
        .iter()
        .filter(|(name, _)| name.starts_with("log/"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    for word in [",void,E", ",,E", ",attempted,in_person,", ",2024-11-23,"] {
        assert!(logs.contains(word), "{word}");
    }
}

#[test]
fn no_record_of_a_made_up_home_lies_ahead_and_nobody_in_it_has_a_real_number() {
    for day in ["2024-02-29", "2025-02-17", "2025-08-10"] {
        for (name, bytes) in files(&made(day)) {
            let text = String::from_utf8(bytes).unwrap();
            if name.starts_with("log/") {
                let dates = text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap());
                assert!(dates.max().unwrap() < day, "{day} {name}");
            }
            for line in text.lines().filter(|line| line.starts_with("id_number = ")) {
                assert!(line.starts_with("id_number = \"99"), "{line}");
            }
            for line in text.lines().filter(|line| line.starts_with("phone = ")) {
                assert!(line.starts_with("phone = [\"139000"), "{line}");
            }
        }
    }
}

#[test]
fn the_same_day_gives_the_same_bytes_whatever_the_language_of_the_screens() {
    let (one, two) = (made("2025-04-15"), made("2025-04-15"));
    assert_eq!(files(&one), files(&two));
    let english = Home::empty().at("2025-04-15");
    let ran = english.run("init --sample --lang en");
    assert!(ran.err.contains("invented, as of 2025-04-15"), "{}", ran.err);
    let differ = files(&one).iter().zip(files(&english)).filter(|(one, two)| *one != two).count();
    assert_eq!(differ, 1, "the language in care.toml alone");
}

#[test]
fn a_made_up_home_is_marked_as_one_and_says_what_to_try() {
    let home = Home::empty().at("2024-11-18");
    let ran = home.run("init --示例 --school 柳树小学");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("care overdue，care due，care show 吴诗涵"), "{}", ran.err);
    let settings = home.read("care.toml");
    assert!(settings.starts_with("# 示例"), "{settings}");
    assert!(settings.contains("name = \"柳树小学\""), "{settings}");
}

#[test]
fn a_made_up_home_covers_nothing_and_goes_with_no_other_rules() {
    let home = Home::empty().with("notes.txt", "mine");
    assert_eq!(home.run("init --sample").code, 2);
    assert_eq!(files(&home).len(), 1);
    let home = Home::empty();
    assert_eq!(home.run("init --sample --preset national").code, 2);
    assert_eq!(files(&home), []);
    let dry = Home::empty().at("2024-11-18");
    assert_eq!(dry.run("-n init --sample").code, 0);
    assert_eq!(files(&dry), []);
}

#[cfg(unix)]
#[test]
fn the_files_of_a_made_up_home_are_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = made("2024-11-18");
    for (name, _) in files(&home) {
        let mode = fs::metadata(home.root().join(&name)).unwrap().permissions().mode();
        let is_record = name.starts_with("children/") || name.starts_with("log/");
        assert!(!is_record || mode.is_multiple_of(0o100), "{name} {mode:o}");
    }
}
