//! Rates, obligations and the rows of every register, counted again in SQL from the files of the
//! example homes alone, by `rates_counted/count.py`, and compared both ways, none left out.

mod scores;

use serde_json::Value;

use crate::harness::{Home, project};
use crate::otherwise::{differences, told_by};

/// In the middle of the second term.
const IN_TERM: &str = "2025-05-20";

/// Between the two terms.
const IN_BREAK: &str = "2025-01-30";

/// The days of the school year of both.
const YEAR: &str = "--from 2024-09-01 --until 2025-08-31";

const OBLIGATION: [&str; 10] =
    ["rule", "subject", "subject_id", "slot", "first", "last", "due", "state", "count", "met_on"];
const RATE: [&str; 12] = [
    "span", "by", "group", "due", "done", "rate", "late", "undone", "early", "open", "exempt",
    "total",
];

/// These cells of an object in one line.
fn shown(object: &Value, keys: &[&str]) -> String {
    let cell = |key: &&str| match &object[*key] {
        Value::String(text) => format!("{key} {text}"),
        other => format!("{key} {other}"),
    };
    keys.iter().map(cell).collect::<Vec<_>>().join(", ")
}

/// What a command tells programs; remarks may stand beside it.
#[track_caller]
fn told(home: &Home, line: &str, today: &str) -> Vec<Value> {
    let line = format!("{line} --today {today} --format json");
    let ran = home.run(&line);
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// How many rows of each of these registers a command tells, as the statements count them.
fn rows(home: &Home, registers: &[&str], more: &str, today: &str) -> Vec<String> {
    let all = registers.join(" ");
    let line = format!("records {all}{more} --reveal restricted --reason 核对");
    let told = told(home, &line, today);
    let of = |name: &str| told.iter().filter(|row| row["register"] == name).count();
    let counts = registers.iter().map(|name| (name, of(name))).filter(|(_, rows)| *rows > 0);
    counts.map(|(name, rows)| format!("register {name}, rows {rows}")).collect()
}

/// The rates that the program tells, by everything by which it splits them.
fn rates(home: &Home, today: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (span, days) in [("term", ""), ("year", YEAR)] {
        for by in ["rule", "class", "month", "staff"] {
            for mut own in told(home, &format!("rates --by {by} {days}"), today) {
                own["span"] = span.into();
                lines.push(shown(&own, &RATE));
            }
        }
    }
    lines
}

/// What the statements count of a home on a day, in these views; none without Python.
fn counted(home: &Home, today: &str, views: &[&str]) -> Option<Value> {
    let registers = project().join("src/domain/registers");
    let [root, registers] = [home.root(), &registers].map(|path| path.to_str().unwrap());
    told_by("rates_counted/count.py", &[&[root, registers, today], views].concat())
}

/// The objects of a view.
fn objects<'a>(counted: &'a Value, view: &str) -> &'a [Value] {
    counted[view].as_array().unwrap()
}

/// Counts a home on a day, and compares all of it; how many lines there were.
#[track_caller]
fn are_equal(home: &Home, today: &str) -> Option<usize> {
    let views = ["records", "versions", "children", "obligations", "rates"];
    let counted = counted(home, today, &views)?;
    let lines = |view: &str, keys: &[&str]| -> Vec<String> {
        objects(&counted, view).iter().map(|own| shown(own, keys)).collect()
    };
    let listed = |line: &str, keys: &[&str]| -> Vec<String> {
        told(home, line, today).iter().map(|own| shown(own, keys)).collect()
    };
    let versions = objects(&counted, "versions").iter();
    let registers: Vec<&str> = versions.map(|own| own["register"].as_str().unwrap()).collect();
    let pairs = [
        (rows(home, &registers, "", today), lines("records", &["register", "rows"])),
        (rows(home, &registers, " --versions", today), lines("versions", &["register", "rows"])),
        (listed("list children", &["id", "class"]), lines("children", &["id", "class"])),
        (listed("obligations --all", &OBLIGATION), lines("obligations", &OBLIGATION)),
        (rates(home, today), lines("rates", &RATE)),
    ];
    let mut compared = 0;
    for (told, counted) in pairs {
        assert!(!told.is_empty());
        compared += told.len();
        let wrong = differences(told, counted);
        assert!(wrong.is_empty(), "{today}: {} lines differ:\n{}", wrong.len(), wrong.join("\n"));
    }
    Some(compared)
}

#[track_caller]
fn school_is_equal(name: &str, least: usize) {
    let home = Home::copy_of(&format!("examples/{name}"));
    for today in [IN_TERM, IN_BREAK] {
        let Some(compared) = are_equal(&home, today) else { return };
        assert!(compared > least, "{name} {today}: {compared}");
    }
}

#[test]
fn the_rates_of_goudun_are_those_that_sql_counts_in_its_files() {
    school_is_equal("goudun", 2_500);
}

#[test]
fn the_rates_of_guzhuang_are_those_that_sql_counts_in_its_files() {
    school_is_equal("guzhuang", 1_600);
}

#[test]
fn the_rates_of_sunchengsi_are_those_that_sql_counts_in_its_files() {
    school_is_equal("sunchengsi", 550);
}

#[test]
fn the_rates_of_tingshui_are_those_that_sql_counts_in_its_files() {
    school_is_equal("tingshui", 5_000);
}

#[test]
fn the_rates_of_wangjiaba_are_those_that_sql_counts_in_its_files() {
    school_is_equal("wangjiaba", 3_000);
}

/// Every rule asks, those too that are only told of, and kinds that no school has are added.
#[test]
fn the_rates_of_every_kind_of_rule_are_those_that_sql_counts() {
    let home = Home::copy_of("examples/guzhuang");
    let own = home.read("rules.toml").replace("level = \"inform\"", "level = \"advised\"");
    let home = home.with("rules.toml", &(own + include_str!("rates_counted/more.toml")));
    for today in [IN_TERM, IN_BREAK] {
        let Some(compared) = are_equal(&home, today) else { return };
        assert!(compared > 3_000, "{today}: {compared}");
    }
}
