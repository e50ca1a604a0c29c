//! `care check truthfulness`: what is to be asked of those who wrote the records, and no more.

mod cases;
mod honest;
#[allow(dead_code, reason = "random homes of rules draw more")]
#[path = "../naive/rng.rs"]
mod rng;
mod rows;
mod school;

use std::collections::BTreeSet;

use crate::harness::Home;
use cases::KINDS;
use school::School;

/// So many homes, with five cases of each of eight kinds.
const HOMES: u64 = 5;

/// A row: its log and line.
type Place = (String, u64);

/// The remarks of a home: each with its check, its place, and the rows that it names.
fn told(home: &Home, more: &str) -> Vec<(String, Place, BTreeSet<Place>)> {
    let rows = home.json(&format!("check truthfulness --lang en {more}"));
    let one = |row: &serde_json::Value| {
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let place = (text("file"), row["line"].as_u64().unwrap());
        let message = text("message");
        let named = message.split([' ', ',']).filter_map(|word| {
            let (file, line) = word.split_once(':')?;
            Some((file.to_owned(), line.parse().ok()?))
        });
        (text("check"), place.clone(), named.chain([place]).collect())
    };
    rows.as_array().unwrap().iter().map(one).collect()
}

/// How many cases were planted in a school, which of them are not found, and what is told of
/// honest records.
fn judged(seed: u64) -> (usize, Vec<String>, Vec<String>) {
    let school = School::drawn(seed);
    let home = school.home();
    let told = told(&home, "");
    let cases = school.cases();
    let is_found = |kind: &str, rows: &[Place]| {
        told.iter().any(|(check, place, _)| check == kind && rows.contains(place))
    };
    let lost = cases.iter().filter(|(case, rows)| !is_found(KINDS[case.kind], rows));
    let lost = lost.map(|(case, rows)| format!("{seed} {}: {rows:?}", KINDS[case.kind])).collect();
    let planted: BTreeSet<&Place> = cases.iter().flat_map(|(_, rows)| rows).collect();
    let honest = told.iter().filter(|(.., rows)| rows.iter().all(|row| !planted.contains(row)));
    let honest = honest.map(|(check, place, _)| format!("{seed} {check}: {place:?}")).collect();
    let said = home.run("check truthfulness").out;
    for secret in school.texts() {
        assert!(!said.contains(secret), "{secret}");
    }
    (cases.len(), lost, honest)
}

#[test]
#[allow(clippy::print_stdout, reason = "how many were found is told")]
fn of_200_planted_cases_nearly_all_are_found_and_of_honest_records_none_is_told() {
    let first = std::env::var("CARE_FIRST").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let (mut planted, mut lost, mut honest) = (0, Vec::new(), Vec::new());
    for seed in first..first + HOMES {
        let own = judged(seed);
        planted += own.0;
        lost.extend(own.1);
        honest.extend(own.2);
    }
    let found = planted - lost.len();
    println!("truthfulness: {found} of {planted} planted cases found, first seed {first}");
    assert_eq!(planted, 200);
    assert!(found >= 190, "{found} found, first seed {first}; not found: {lost:#?}");
    assert_eq!(honest, Vec::<String>::new(), "told of honest records, first seed {first}");
}

#[test]
fn in_the_example_homes_there_is_nothing_to_ask() {
    for school in ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"] {
        for day in ["2024-12-20", "2025-07-05"] {
            let home = Home::copy_of(&format!("examples/{school}"));
            home.keep_private();
            assert_eq!(told(&home, &format!("--today {day}")), [], "{school} {day}");
        }
    }
}

/// A home with a teacher who wrote the same of two children, and wants two to be asked about.
fn copied() -> Home {
    let content = "上课专心，作业写得比上个月端正";
    let row = |id: &str, day: &str, child: &str| {
        format!("{id},{day},{child},T00001,made,in_person,{content},,{day}T16:30:00+08:00,,")
    };
    let rows =
        [row("E0000000001", "2024-10-08", "C00001"), row("E0000000002", "2024-10-09", "C00002")];
    let header = "id,date,children,staff,outcome,mode,content,note,recorded,status,replaces";
    let home = Home::new().at("2024-11-18").staff("T00001", "");
    let home = home.child("C00001", "").child("C00002", "");
    let home = home.log("talk", "2024-10", header, &rows.join("\n"));
    home.keep_private();
    home.and("care.toml", "[work]\ntruth_same_text = 2\n")
}

#[test]
fn truthfulness_is_looked_at_only_when_it_is_asked_for_by_name() {
    let home = copied();
    assert!(home.run("check --strict").code == 0 && !home.run("check").out.contains("truth-"));
    assert!(!home.run("check talk").out.contains("truth-"));
    for name in ["truthfulness", "真实性", "truth-same-text"] {
        let ran = home.run(&format!("check {name}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
        assert!(ran.out.contains("提醒[truth-same-text]"), "{name}: {}", ran.out);
        assert_eq!(home.run(&format!("check --strict {name}")).code, 1);
    }
    assert!(!home.run("check truth-late").out.contains("[truth-"));
}

#[test]
fn nought_in_the_settings_asks_nothing_and_without_them_the_usual_marks_hold() {
    let home = copied();
    let told = |home: &Home| told(home, "").len();
    assert_eq!(told(&home), 1);
    assert_eq!(home.run("settings --set truth_same_text=0").code, 0);
    assert_eq!(told(&home), 0);
    assert!(home.run("settings").out.contains("未设，照 30"), "the usual days of lateness");
    assert_eq!(home.run("settings --unset truth_same_text").code, 0);
    assert_eq!(told(&home), 0, "five by themselves");
    let home = home.and("care.toml", "truth_late = -1\n");
    assert_eq!(home.run("check truthfulness").code, 1);
}

#[test]
fn of_a_home_with_a_fault_the_fault_is_told_and_nothing_is_said_of_truthfulness() {
    let home = copied().with("log/visit/2024-10.csv", "id,date\n");
    let ran = home.run("check truthfulness");
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("错误[") && !ran.out.contains("[truth-"), "{}", ran.out);
}

#[test]
fn of_a_register_that_is_restricted_nothing_is_looked_at() {
    let shipped = include_str!("../../src/domain/registers/talk.toml");
    let home = copied().with("registers/talk.toml", &format!("restricted = true\n{shipped}"));
    home.keep_private();
    let ran = home.run("check truthfulness");
    assert!(ran.code == 0 && !ran.out.contains("[truth-"), "{}", ran.out);
}

/// A mistake, the key of its mark, the last mark at which it is told, and the first at which not.
const MARKS: [(&str, &str, u32, u32); 9] = [
    ("truth-same-text", "truth_same_text", 6, 7),
    ("truth-many-visits", "truth_visits", 2, 3),
    ("truth-one-time", "truth_one_time", 6, 5),
    ("truth-one-time--duty", "truth_one_time", 1, 0),
    ("truth-no-school", "truth_no_school", 2, 3),
    ("truth-month-end", "truth_month_end", 85, 86),
    ("truth-late", "truth_late", 60, 61),
    ("truth-in-order", "truth_in_order", 2, 3),
    ("truth-again", "truth_again", 2, 3),
];

#[test]
fn each_kind_is_told_from_its_mark_on_and_not_before() {
    for (mistake, key, told_at, not_told_at) in MARKS {
        let settings = Home::copy_of("tests/mistakes/base").read("care.toml");
        for (mark, is_told) in [(told_at, true), (not_told_at, false)] {
            let mut home = Home::copy_of("tests/mistakes/base").at("2024-12-20");
            home = home.and_copy_of(&format!("tests/mistakes/{mistake}"));
            home.keep_private();
            let home = home.with("care.toml", &format!("{settings}\n[work]\n{key} = {mark}\n"));
            let told = told(&home, "");
            let check = mistake.split("--").next().unwrap();
            assert_eq!(told.iter().any(|own| own.0 == check), is_told, "{mistake} at {mark}");
        }
    }
}
