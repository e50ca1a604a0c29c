//! What five schools keep and check, a hundred numbers from A1 to E20: each is either shown here by
//! a test that bears its number, or listed in `open` with what it lacks.
//!
//! A number is whole when it is stored, checked and printed by commands alone: a home in these
//! tests is made and changed by the command line, and no file of it is written by hand. A test
//! holds what was saved, what a clerk is shown, and one refusal after which nothing has changed.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod a;
mod a_home;
mod b;
mod c;
#[path = "../cli"]
#[allow(dead_code, reason = "shared with the suite of the commands, which uses all of it")]
mod cli {
    pub mod harness;
}
mod d;
mod e;
mod e_outcomes;
mod gaps;
mod open;
mod school;

use std::collections::BTreeSet;

use gaps::{MISSING, UNSET};
use open::OPEN;

/// The schools, how many numbers each has, and the tests that bear them.
const SCHOOLS: [(char, u32, &[&str]); 5] = [
    ('a', 31, &[include_str!("a.rs"), include_str!("a_home.rs")]),
    ('b', 14, &[include_str!("b.rs")]),
    ('c', 17, &[include_str!("c.rs")]),
    ('d', 18, &[include_str!("d.rs")]),
    ('e', 20, &[include_str!("e.rs"), include_str!("e_outcomes.rs")]),
];

/// Every number, as `a01`.
fn numbers() -> Vec<String> {
    let of = |(school, last, _): &(char, u32, &[&str])| {
        (1..=*last).map(|number| format!("{school}{number:02}")).collect::<Vec<String>>()
    };
    SCHOOLS.iter().flat_map(of).collect()
}

/// The tests that bear a number, each from its name to the next test.
fn tests() -> impl Iterator<Item = &'static str> {
    let texts = SCHOOLS.iter().flat_map(|(_, _, texts)| *texts);
    texts.flat_map(|text| text.split("#[test]\nfn ").skip(1))
}

/// The numbers that tests bear.
fn tested() -> BTreeSet<String> {
    tests().map(|name| name.split('_').next().unwrap().to_owned()).collect()
}

#[test]
fn every_number_is_either_tested_or_listed_as_open() {
    let whole = tested();
    let open: BTreeSet<String> = OPEN.iter().map(|(number, _)| (*number).to_owned()).collect();
    assert_eq!(open.len(), OPEN.len(), "a number is listed twice");
    assert_eq!(whole.intersection(&open).collect::<Vec<_>>(), Vec::<&String>::new());
    let (all, listed): (Vec<String>, Vec<&str>) =
        (numbers(), open.iter().map(|own| &**own).collect());
    println!(
        "requirements: {} of {} whole, {} open: {}",
        whole.len(),
        all.len(),
        open.len(),
        listed.join(" ")
    );
    assert_eq!(all.len(), 100);
    assert_eq!(whole.union(&open).cloned().collect::<Vec<_>>(), all);
}

#[test]
fn every_test_of_a_number_holds_what_is_kept_what_is_told_and_what_is_refused() {
    for test in tests() {
        for asked in [".keeps(", ".tells(", ".refuses("] {
            assert!(test.contains(asked), "{asked} is not in {test}");
        }
    }
}

#[test]
fn what_is_open_says_what_it_lacks() {
    for (number, lacks) in OPEN {
        assert!(lacks.len() > 10, "{number}");
    }
}

#[test]
fn gaps_of_the_source_text_stay_unset() {
    let all = numbers();
    let known = UNSET.iter().map(|own| own.0).chain(MISSING.iter().map(|own| own.0));
    for number in known {
        assert!(all.contains(&number.to_owned()), "{number}");
    }
    for (number, school, rule, why) in UNSET {
        let path = format!("{}/data-template/presets/{school}.toml", env!("CARGO_MANIFEST_DIR"));
        let rules = std::fs::read_to_string(path).unwrap();
        let own = rules.split("[[rule]]").find(|own| own.contains(&format!("id = \"{rule}\"")));
        let own = own.unwrap_or_else(|| panic!("{number}: no rule {rule}"));
        assert!(
            own.contains("level = \"inform\""),
            "{number}: {why}, and {rule} is held against it"
        );
    }
}
