//! The engine against the naive evaluator on random homes.
//!
//! `CARE_HOMES=100000 cargo test --release --test property` is the long form; `CARE_FIRST` sets the
//! first seed, so that a long run can be cut into pieces, and a failing seed be run alone.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

#[path = "../naive/mod.rs"]
mod naive;

mod closed_months;
mod every_feature;
mod golden;
mod lives;
mod of_long_ago;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use care::{Call, run};
use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use naive::features::{self, Feature};
use naive::rule::Level;
use serde_json::Value;

/// How many homes a plain `cargo test` compares.
const HOMES: u64 = 2_000;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

fn ours(home: &Path, command: &[&str], today: NaiveDate) -> Result<Value, String> {
    let today = today.to_string();
    let fixed = ["--today", &today, "--format", "json"];
    let call = Call::new(
        command.iter().chain(&fixed).map(ToString::to_string).collect(),
        Utc.with_ymd_and_hms(2030, 1, 1, 4, 0, 0).unwrap(),
        home.to_owned(),
    );
    let (mut out, mut err) = (Vec::new(), Vec::new());
    match run(&call, &mut out, &mut err) {
        0 => Ok(serde_json::from_slice(&out).unwrap()),
        code => Err(format!("exit {code}: {}", String::from_utf8_lossy(&err))),
    }
}

/// The first difference between two answers, of which the second may have more keys.
fn difference(expected: &Value, got: &Value) -> Option<String> {
    let (expected, got) = (expected.as_array().unwrap(), got.as_array().unwrap());
    for (one, other) in expected.iter().zip(got) {
        for (key, value) in one.as_object().unwrap() {
            if other[key] != *value {
                return Some(format!("{key}: expected {one}\n got {other}"));
            }
        }
    }
    (expected.len() != got.len()).then(|| format!("{} rows, got {}", expected.len(), got.len()))
}

/// The rows without the keys of features that are switched off.
fn known(mut rows: Value) -> Value {
    let on = features::on();
    let new = [("days_since", Feature::Inform), ("lacks_parts", Feature::LacksParts)];
    for (key, _) in new.iter().filter(|(_, feature)| !on.contains(feature)) {
        for row in rows.as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove(*key);
        }
    }
    rows
}

/// What is asked of a home on one day, with the naive answers.
fn questions(home: &naive::Home, today: NaiveDate, seed: u64) -> Vec<(Vec<String>, Value)> {
    let words = |text: &str| text.split(' ').map(str::to_string).collect();
    let on = features::on();
    let mut found = vec![
        (words("overdue"), home.overdue(today)),
        (words("obligations --all"), home.obligations_all(today)),
    ];
    if on.contains(&Feature::KnownAt) {
        let day = today - TimeDelta::days(i64::try_from(seed % 45).unwrap());
        let rows = home.overdue_with(today, Some(day), &[Level::Required]);
        found.push((words(&format!("overdue --known-at {day}")), rows));
    }
    if on.contains(&Feature::Inform) {
        found.push((words("overdue --level inform"), home.inform(today, None)));
    }
    found
}

/// Compares one home on each of its dates.
fn compare(folder: &Path, seed: u64) -> Result<(), String> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let dates = naive::random_home::write(folder, seed);
    let read = naive::Home::read(folder);
    for today in dates {
        for (command, expected) in questions(&read, today, seed) {
            let place = |text| format!("seed {seed}, {} on {today}: {text}", command.join(" "));
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            let rows = ours(folder, &words, today).map_err(place)?;
            difference(&known(expected), &rows).map_or(Ok(()), |text| Err(place(text)))?;
        }
    }
    Ok(())
}

#[test]
fn the_engine_equals_the_naive_evaluator_on_random_homes() {
    let (first, count) = (number("CARE_FIRST", 1), number("CARE_HOMES", HOMES));
    let next = AtomicU64::new(first);
    let wrong = std::sync::Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let (next, wrong) = (&next, &wrong);
            let folder = std::env::temp_dir();
            let folder = folder.join(format!("care-property-{}-{worker}", std::process::id()));
            scope.spawn(move || {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + count || wrong.lock().unwrap().len() > 4 {
                        break;
                    }
                    if let Err(text) = compare(&folder, seed) {
                        wrong.lock().unwrap().push(text);
                    }
                }
                let _ = std::fs::remove_dir_all(&folder);
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
