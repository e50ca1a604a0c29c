//! A canary in every field and column that is not open, and random calls of every command: none of
//! them tells a canary that it was not asked to reveal, on the screen, in a message, in a file that
//! it writes outside the records, in what this machine keeps for itself, or to a shell.
//!
//! The commands, their flags, the formats, the fields and the columns are asked of the program and
//! the descriptions, so that a new one is tried without being named here. `CARE_CANARY=N` gives the
//! number of outputs that are looked through, `CARE_FIRST=S` the seed.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod aviary;
mod calls;
mod homes;
#[path = "../fuzz/memory_disk.rs"]
mod memory_disk;
#[path = "../opened.rs"]
mod opened;
mod search;

use std::path::Path;

use aviary::Aviary;
use calls::Calls;
use homes::Variation;
use search::Found;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn nothing_that_comes_out_of_the_program_holds_a_canary_that_was_not_revealed() {
    let (outputs, first) = (number("CARE_CANARY", 100_000), number("CARE_FIRST", 1));
    let aviary = Aviary::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let found: Vec<Found> = std::thread::scope(|scope| {
        let work = |part: u64| {
            let aviary = aviary.clone();
            move || {
                let mut calls = Calls::new(&aviary, first * 1_000_003 + part);
                let mut found = Found::default();
                while found.outputs < outputs.div_ceil(threads) && found.hits.len() < 10 {
                    calls.next(&mut found);
                }
                found
            }
        };
        let hands: Vec<_> = (0..threads).map(|part| scope.spawn(work(part))).collect();
        hands.into_iter().map(|hand| hand.join().unwrap()).collect()
    });
    let all = found.into_iter().reduce(Found::and).unwrap();
    println!(
        "{} outputs of {} calls ({} of which did their work) were looked through, {} hits",
        all.outputs,
        all.calls,
        all.done,
        all.hits.len()
    );
    assert_eq!(all.hits, [""; 0]);
    assert!(
        all.outputs >= outputs && all.done * 5 > all.calls,
        "{} calls did their work",
        all.done
    );
}

#[test]
fn every_canary_is_found_once_it_is_revealed() {
    let aviary = Aviary::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let calls = Calls::new(&aviary, 1);
    let page = "show C00001 --all --reveal personal,sensitive,restricted --reason 核对";
    let mut told = calls.run(Variation::Open, page).0;
    told += &calls.run(Variation::Open, "list staff --format json").0;
    let is_missing =
        |(word, file): &(&String, &String)| *file != "staff.toml" && !told.contains(word.as_str());
    let missing: Vec<_> = aviary.words.iter().filter(is_missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(search::tells(&told).is_some());
}
