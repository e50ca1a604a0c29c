//! Registers as schools keep them, brought in by `care import`: a corpus of files written by real
//! programs, each with what must become of it.
//!
//! `cases/<name>/expected.json` is beside the case's files: why it is there, the home that they are
//! brought into (`empty`, or `home` in this folder), and what that home's own files must hold
//! afterwards. `hostile/` are files that are no register. The scripts that wrote them are in
//! `make/`; the tests need none of those programs.
//!
//! `CARE_IMPORT_CASE=talk` runs the cases alone whose names contain that.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

mod again;
mod case;
mod compare;
mod encodings;
mod hostile;
mod kept;
mod refusals;
mod trial;

use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use case::{Case, corpus};
use trial::Trial;

fn cases() -> Vec<Case> {
    let only = std::env::var("CARE_IMPORT_CASE").unwrap_or_default();
    let cases = case::all();
    cases.into_iter().filter(|case| case.name.contains(&only)).collect()
}

#[test]
fn every_file_of_the_corpus_becomes_what_is_expected_of_it() {
    let cases = cases();
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let take = || cases.get(next.fetch_add(1, Ordering::Relaxed));
    let try_on = || {
        while let Some(case) = take() {
            failed.lock().unwrap().extend(Trial::of(case).complaint());
        }
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..processors).for_each(|_| drop(scope.spawn(try_on))));
    let mut failed = failed.into_inner().unwrap();
    failed.sort();
    assert!(failed.is_empty(), "{} of {}\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn a_hostile_file_ends_soon_with_a_clear_word_and_changes_nothing() {
    let failed: Vec<String> = hostile::complaints();
    assert!(failed.is_empty(), "{}\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn one_import_is_one_undo() {
    let names = ["roster-openpyxl", "roster-of-known", "talk-xlsx", "pairs-xlsx", "staff-xlsx"];
    let cases = case::all().into_iter().filter(|case| names.contains(&case.name.as_str()));
    let failed: Vec<String> = cases.filter_map(|case| Trial::of(&case).undone()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn the_corpus_has_sixty_cases_and_is_small() {
    fn size(folder: &std::path::Path) -> u64 {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        let sizes = entries.map(|entry| match entry.file_type().unwrap().is_dir() {
            true => size(&entry.path()),
            false => entry.metadata().unwrap().len(),
        });
        sizes.sum()
    }
    assert!(case::all().len() >= 60);
    assert!(size(&corpus()) < 1_500_000, "{}", size(&corpus()));
}
