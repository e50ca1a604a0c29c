//! The engine against the naive evaluator on random homes.
//!
//! `CARE_HOMES=100000 cargo test --release --test property` is the long form; `CARE_FIRST` sets the
//! first seed, so that a long run can be cut into pieces, and a failing seed be run alone.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

#[path = "../naive/mod.rs"]
mod naive;

mod golden;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use care::{Call, run};
use chrono::{NaiveDate, TimeZone, Utc};
use serde_json::Value;

/// How many homes a plain `cargo test` compares.
const HOMES: u64 = 2_000;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

fn ours(home: &Path, command: &[&str], today: NaiveDate) -> Result<Value, String> {
    let today = today.to_string();
    let fixed = ["--today", &today, "--format", "json"];
    let call = Call {
        args: command.iter().chain(&fixed).map(ToString::to_string).collect(),
        now: Utc.with_ymd_and_hms(2030, 1, 1, 4, 0, 0).unwrap(),
        directory: home.to_owned(),
        home: None,
        locale: None,
        completing: None,
    };
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

/// Compares one home on each of its dates.
fn compare(folder: &Path, seed: u64) -> Result<(), String> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let dates = naive::random_home::write(folder, seed);
    let read = naive::Home::read(folder);
    for today in dates {
        let place = |what: &str, text: String| format!("seed {seed}, {what} on {today}: {text}");
        let rows = ours(folder, &["overdue"], today).map_err(|e| place("overdue", e))?;
        let expected = read.overdue(today);
        difference(&expected, &rows).map_or(Ok(()), |text| Err(place("overdue", text)))?;
        let all = ours(folder, &["obligations", "--all"], today);
        let all = all.map_err(|e| place("obligations", e))?;
        let expected = read.obligations_all(today);
        difference(&expected, &all).map_or(Ok(()), |text| Err(place("obligations", text)))?;
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
