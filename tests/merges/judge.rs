//! What a machine's program answers, beside what it must.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use chrono::NaiveDate;
use serde_json::Value;

use crate::machine::Machine;
use crate::side::RULE;
use crate::story::{Known, Story};

/// Compares all answers of a machine that knows these words.
pub fn judge(
    machine: &Machine,
    story: &Story,
    known: &Known,
    children: &[String],
) -> Result<(), String> {
    rows(machine, story, known)?;
    let missing = story.missing_senders(known);
    let ids = |words: &[usize]| words.iter().map(|at| story.words[*at].id.clone()).collect();
    let two = story.two_headed(known);
    let expected: BTreeMap<&str, BTreeSet<String>> = [
        ("two-corrections", two.iter().map(|family| story.name(*family).to_owned()).collect()),
        ("half-move", ids(&story.half_moves(known))),
        ("replaces-nothing", ids(&missing)),
    ]
    .into();
    let ran = machine.care(&["check"]);
    same("check's exit code", &u8::from(!missing.is_empty()), &ran.code)?;
    same("what check names", &expected, &named(&ran.json()?)?)?;
    for (place, child) in children.iter().enumerate() {
        let ran = machine.care(&["why", child, RULE]);
        if !missing.is_empty() {
            same("why's exit code", &3, &ran.code)?;
            continue;
        }
        same("why's exit code", &0, &ran.code)?;
        let live = live(story, known, place);
        same(&format!("what counts for {child}"), &live, &counted(&ran.json()?))?;
    }
    if missing.is_empty() { counts(machine, story, known, children) } else { Ok(()) }
}

fn same<T: PartialEq + Debug>(what: &str, expected: &T, got: &T) -> Result<(), String> {
    let differs = || format!("{what}: expected {expected:?}\n got {got:?}");
    if expected == got { Ok(()) } else { Err(differs()) }
}

/// Every row that was written stands in the logs once, read by eyes of our own.
fn rows(machine: &Machine, story: &Story, known: &Known) -> Result<(), String> {
    let mut found = Vec::new();
    // Before the first entry there is no folder.
    let registers = std::fs::read_dir(machine.root.join("log")).into_iter().flatten();
    for register in registers.map(Result::unwrap) {
        for log in std::fs::read_dir(register.path()).unwrap().map(Result::unwrap) {
            let text = std::fs::read_to_string(log.path()).unwrap();
            let ids = text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
            found.extend(ids);
        }
    }
    found.sort();
    let mut expected: Vec<String> = known.iter().map(|at| story.words[*at].id.clone()).collect();
    expected.sort();
    same("the rows in the logs", &expected, &found)
}

/// What counts for a child: the row and its day.
fn live(story: &Story, known: &Known, child: usize) -> Vec<(String, NaiveDate)> {
    let words = (0..story.events.len()).filter_map(|event| story.speaker(event, known));
    let words = words.map(|at| &story.words[at]).filter(|own| own.says.children.contains(&child));
    let mut live: Vec<(String, NaiveDate)> =
        words.map(|word| (word.id.clone(), word.says.day)).collect();
    live.sort();
    live
}

/// The records that `why` lists as counted, under no slot of its own: each as often as it does.
fn counted(answer: &Value) -> Vec<(String, NaiveDate)> {
    let rows = answer.as_array().unwrap().iter();
    let rows = rows.filter(|row| row["slot"].is_null() && row["part"] == "counted");
    let text = |cell: &Value| cell.as_str().unwrap().to_owned();
    let mut counted: Vec<(String, NaiveDate)> =
        rows.map(|row| (text(&row["event"]), text(&row["date"]).parse().unwrap())).collect();
    counted.sort();
    counted
}

/// How many days count in each month, as `obligations` says.
fn counts(
    machine: &Machine,
    story: &Story,
    known: &Known,
    children: &[String],
) -> Result<(), String> {
    let ran = machine.care(&["obligations", "--all"]);
    same("obligations' exit code", &0, &ran.code)?;
    let answer = ran.json()?;
    for (place, child) in children.iter().enumerate() {
        let days: BTreeSet<NaiveDate> =
            live(story, known, place).into_iter().map(|(_, day)| day).collect();
        let mut expected: BTreeMap<String, u64> = BTreeMap::new();
        for day in days {
            *expected.entry(day.format("%Y-%m").to_string()).or_default() += 1;
        }
        let rows = answer.as_array().unwrap().iter().filter(|row| row["child"] == **child);
        let counts = rows.map(|row| {
            (row["slot"].as_str().unwrap().to_owned(), row["count"].as_u64().unwrap_or_default())
        });
        let counts: BTreeMap<String, u64> = counts.filter(|(_, count)| *count > 0).collect();
        same(&format!("the days that count for {child}"), &expected, &counts)?;
    }
    Ok(())
}

/// The ids that `check` names, by the check. That others can read the files is
/// git's doing, and that the machines lie beside one another the test's.
fn named(answer: &Value) -> Result<BTreeMap<&str, BTreeSet<String>>, String> {
    let mut named: BTreeMap<&str, BTreeSet<String>> =
        ["two-corrections", "half-move", "replaces-nothing"].map(|own| (own, [].into())).into();
    for row in answer.as_array().unwrap() {
        let (check, message) = (row["check"].as_str().unwrap(), row["message"].as_str().unwrap());
        let of_places =
            ["readable-by-others", "git-readable", "git-remote", "open-backup", "home-beside"];
        if of_places.contains(&check) {
            continue;
        }
        let ids = named.get_mut(check).ok_or_else(|| format!("check says {row}"))?;
        let quoted = message.split(['“', '”']).nth(1).unwrap_or_default();
        let id = quoted.rsplit('/').next().unwrap_or_default();
        if !ids.insert(id.to_owned()) {
            return Err(format!("check says it twice: {row}"));
        }
    }
    Ok(named)
}
