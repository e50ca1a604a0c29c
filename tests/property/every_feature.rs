//! Random homes with every feature, the ones included that the program does not have yet: the naive
//! evaluator judges them, and what the contract says of all homes holds in each.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::naive::log::Row;
use crate::naive::rule::{Every, Level};
use crate::naive::{Home, family, features, random_home};

const HOMES: u64 = 200;

/// Each home with the days to judge on.
fn each_home(name: &str, mut look: impl FnMut(&Home, &[NaiveDate])) {
    for seed in 1..=HOMES {
        let folder = folder(name);
        let dates = random_home::write_with(&folder, seed, &features::all());
        look(&Home::read(&folder), &dates);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

fn folder(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The event that a row tells of: the row at the end of all that it names, when there is but one.
fn origin<'a>(rows: &BTreeMap<&str, &'a Row>, row: &'a Row) -> BTreeSet<&'a str> {
    let names = row.replaces.iter().map(|name| name.rsplit('/').next().unwrap());
    let found: BTreeSet<&str> = names.flat_map(|id| origin(rows, rows[id])).collect();
    if found.is_empty() { BTreeSet::from([row.id.as_str()]) } else { found }
}

/// No home has the faults of section 4: an arrived row names a moved one, and no other names it.
fn assert_moves_are_whole(rows: &BTreeMap<&str, &Row>) {
    let mut named = BTreeSet::new();
    for row in rows.values().filter(|row| row.status == "arrived") {
        let (month, id) = row.replaces[0].split_once('/').unwrap();
        let moved = rows[id];
        assert_eq!((moved.status.as_str(), moved.month.as_str()), ("moved", month));
        assert_eq!(moved.register, row.register);
        assert!(named.insert(id), "{id} is named twice");
    }
}

#[test]
fn two_machines_that_move_amend_and_withdraw_one_event_never_make_two_of_it() {
    let (mut moved, mut silent) = (0, 0);
    each_home("moves", |home, _| {
        let rows: BTreeMap<&str, &Row> = home.rows.iter().map(|r| (r.id.as_str(), r)).collect();
        let all: Vec<&Row> = home.rows.iter().collect();
        assert_moves_are_whole(&rows);
        // Rows of two events that one row settles are one event from then on, and left aside.
        let settled: BTreeSet<&str> = rows
            .values()
            .map(|row| origin(&rows, row))
            .filter(|of| of.len() > 1)
            .flatten()
            .collect();
        let mut heard: BTreeMap<&str, usize> = BTreeMap::new();
        for row in family::speakers(&all) {
            moved += usize::from(row.status == "arrived");
            *heard.entry(origin(&rows, row).pop_first().unwrap()).or_default() += 1;
        }
        for (id, count) in &heard {
            assert!(*count == 1 || settled.contains(id), "{id} is heard {count} times");
        }
        let told: BTreeSet<&str> = rows.values().flat_map(|row| origin(&rows, row)).collect();
        silent += told.len() - heard.len();
    });
    assert!(moved > 50 && silent > 50, "{moved} arrived rows are heard, {silent} events are not");
}

#[test]
fn random_homes_hold_every_state_of_after_slots_and_every_list() {
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    let mut see = |what: &str| *states.entry(what.to_string()).or_default() += 1;
    each_home("lists", |home, dates| {
        let after = |id: &str| home.rules.iter().any(|r| r.id == id && r.every == Every::After);
        for today in dates {
            for row in home.obligations_all(*today).as_array().unwrap() {
                if after(row["rule"].as_str().unwrap()) {
                    see(row["state"].as_str().unwrap());
                }
            }
            for row in
                home.overdue_with(*today, Some(*today), &[Level::Required]).as_array().unwrap()
            {
                if after(row["rule"].as_str().unwrap()) {
                    see("on the list");
                }
                for part in row["lacks_parts"].as_array().unwrap() {
                    see(part.as_str().unwrap());
                }
            }
            for row in home.inform(*today, None).as_array().unwrap() {
                see(if row["days_since"].is_null() { "never" } else { "days since" });
            }
        }
    });
    let expected = [
        "met",
        "met_late",
        "exempt",
        "open",
        "grace",
        "overdue",
        "missed",
        "on the list",
        "never",
        "days since",
        "contact_card.issued_on",
        "carer.phone",
        "father.phone",
        "mother.phone",
        "head_teacher",
    ];
    for what in expected {
        assert!(states.get(what).is_some_and(|n| *n >= 5), "{what} is rare: {states:?}");
    }
    assert_eq!(states.len(), expected.len(), "{states:?}");
}
