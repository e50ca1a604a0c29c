//! `care print report`: the summary of a term, a year or a month, with the school's own words.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::Home;

pub const DAY: &str = "2025-01-17";

pub fn school(name: &str) -> Home {
    Home::copy_of(&format!("examples/{name}")).own()
}

/// Every file of a home but those of this machine.
fn texts(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if entry.file_name() == ".care" {
            continue;
        }
        match path.is_dir() {
            true => all.extend(texts(&path)),
            false => drop(all.insert(path.clone(), fs::read(&path).unwrap())),
        }
    }
    all
}

pub fn report(home: &Home, words: &str) -> String {
    let ran = home.run(&format!("print report {words} --today {DAY}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

fn figures(home: &Home, words: &str) -> Vec<Value> {
    let told = report(home, &format!("{words} --format json"));
    serde_json::from_str::<Value>(&told).unwrap().as_array().unwrap().clone()
}

fn value(all: &[Value], [table, row, column]: [&str; 3]) -> Value {
    let is = |own: &&Value| own["table"] == table && own["row"] == row && own["column"] == column;
    all.iter().find(is).unwrap_or_else(|| panic!("{table} {row} {column}"))["value"].clone()
}

#[test]
fn printing_twice_changes_nothing_and_no_record_is_written() {
    let home = school("tingshui");
    let files = || texts(home.root());
    let before = files();
    for format in ["table", "html", "json", "markdown"] {
        let words = format!("--format {format}");
        assert_eq!(report(&home, &words), report(&home, &words), "{format}");
    }
    assert_eq!(files(), before);
}

#[test]
fn who_was_there_who_came_and_who_left_make_up_who_is_there_from_term_to_term() {
    for name in ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"] {
        let home = school(name);
        let all = |words: &str| {
            let told = home.run(&format!("print report {words} --today 2025-07-20 --format json"));
            serde_json::from_str::<Value>(&told.out).unwrap().as_array().unwrap().clone()
        };
        let of = |words: &str| {
            let all = all(words);
            ["opening", "joined", "left", "closing"]
                .map(|row| value(&all, ["T17", row, "children"]).as_u64().unwrap())
        };
        let [first, second, year] =
            ["--term 2024-2025-1", "--term 2024-2025-2", "--year 2024-2025"].map(of);
        for [opening, joined, left, closing] in [first, second, year] {
            assert_eq!(opening + joined, left + closing, "{name}");
        }
        assert_eq!(first[3], second[0], "{name}");
        assert_eq!([year[0], year[3]], [first[0], second[3]], "{name}");
        assert_eq!([year[1], year[2]], [first[1] + second[1], first[2] + second[2]], "{name}");
    }
}

#[test]
fn shares_are_as_precise_as_the_school_writes_them() {
    let home = school("tingshui");
    let day = "2024-12-20";
    let told = |home: &Home| home.run(&format!("print report --today {day}")).out;
    let first = told(&home);
    for share in ["38 %", "52 %", "6.3 %", "3.7 %"] {
        assert!(first.contains(share), "{share}");
    }
    let settings = home.read("care.toml");
    fs::write(home.root().join("care.toml"), settings + "\n[work]\nshares = \"hundredth\"\n")
        .unwrap();
    let exact = told(&home);
    for share in ["37.57 %", "52.38 %", "6.35 %", "3.70 %"] {
        assert!(exact.contains(share), "{share}");
    }
    let settings = home.read("care.toml").replace("hundredth", "hundreth");
    fs::write(home.root().join("care.toml"), settings).unwrap();
    let ran = home.run(&format!("print report --today {day}"));
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("hundredth"), "{}", ran.err);
}

#[test]
fn a_bulletin_and_a_report_of_absences_say_none_where_there_is_none() {
    let home = school("wangjiaba");
    let told = report(&home, "absence --month 2024-11");
    assert!(told.contains("缺勤：无。") && told.contains("劝返：无。"), "{told}");
    let told = report(&home, "月报 --month 2024-11");
    for part in ["四种口径", "入册和离册名单", "档案变更", "缺勤：无。", "劝返：无。"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn absences_of_the_days_are_listed_however_short_a_part_of_them_lies_there() {
    let home = school("goudun");
    let absences = figures(&home, "absence --month 2024-11");
    let rows = absences.iter().filter(|own| own["table"] == "absence" && own["column"] == "date");
    assert_eq!(rows.count(), 2);
}

#[test]
fn an_absence_that_was_entered_months_ago_is_listed_while_it_goes_on() {
    let home = school("goudun");
    let rows = |home: &Home| {
        let all = figures(home, "absence --month 2024-11");
        all.iter().filter(|own| own["table"] == "absence" && own["column"] == "date").count()
    };
    let before = rows(&home);
    let child = home.json("list --class 2021-1 --today 2024-12-20")[0]["id"].clone();
    let days = "--date 2024-09-10 --from 2024-09-10 --until 2024-11-05";
    let line = format!("缺勤 {} {days} --reason 病假 -y --today {DAY}", child.as_str().unwrap());
    assert_eq!(home.run(&line).code, 0, "{line}");
    assert_eq!(rows(&home), before + 1);
}

#[test]
fn days_without_a_term_or_ahead_are_refused_by_name() {
    let home = school("guzhuang");
    let refused = |words: &str, told: &str| {
        let ran = home.run(&format!("print report {words} --today {DAY}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words}: {}", ran.err);
        assert!(ran.err.contains(told), "{words}: {}", ran.err);
    };
    refused("--term 2031-2032-1", "2031-2032-1");
    refused("year --year 2031-2032", "2031-2032");
    refused("--from 2026-01-01", "2026-01-01");
    refused("每周", "没有“每周”这种总结");
    refused("--pack 盒", "--pack");
    let early = home.run("print report --today 2024-08-01");
    assert_eq!(early.code, 2, "{}", early.err);
}

#[test]
fn of_restricted_registers_a_report_tells_numbers_alone_and_its_trace_nobody() {
    let home = school("wangjiaba");
    for words in ["", "--trace", "--trace --format json", "month --month 2024-11 --trace"] {
        let told = report(&home, words);
        for id in ["log/plan", "log/counselling", "log/incident"] {
            assert!(!told.contains(id), "{words}: {id}");
        }
    }
    let sealed = report(&home, "--trace");
    assert!(sealed.contains("（密封，只报数）"), "{sealed}");
}

#[test]
fn each_number_of_children_or_records_has_as_many_rows_behind_it() {
    let home = school("sunchengsi");
    let told = report(&home, "--trace --format json");
    let rows = serde_json::from_str::<Value>(&told).unwrap();
    let behind = |[table, row, column]: [&str; 3]| {
        let is =
            |own: &&Value| own["table"] == table && own["row"] == row && own["column"] == column;
        rows.as_array().unwrap().iter().filter(is).count() as u64
    };
    let all = figures(&home, "");
    for place in [
        ["T1", "total", "children"],
        ["T1", "3", "girls"],
        ["T3", "grandparent", "children"],
        ["T9", "talk", "records"],
        ["T17", "joined", "children"],
    ] {
        let number = value(&all, place).as_u64().unwrap();
        assert!(number > 0 && behind(place) == number, "{place:?}: {number} {}", behind(place));
    }
}

#[test]
fn a_report_for_an_authority_names_no_child() {
    let home = school("guzhuang");
    let names = home.json("list --today 2025-01-17");
    let names =
        names.as_array().unwrap().iter().map(|own| own["name"].as_str().unwrap().to_owned());
    let names: Vec<String> = names.collect();
    let named = |told: &str| names.iter().filter(|name| told.contains(name.as_str())).count();
    assert!(named(&report(&home, "")) > 5);
    for words in ["--for authority", "--for authority --format json"] {
        assert_eq!(named(&report(&home, words)), 0, "{words}");
    }
}
