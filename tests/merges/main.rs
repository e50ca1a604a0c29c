//! Two machines that write one home, brought together by git again and again: after every merge
//! each event counts once, as the word recorded last says, and what nobody settled is told.
//!
//! A home is made by `care init`, cloned, and written on both sides by the program, mostly on the
//! same events. What must come of it is worked out in `story` from the contract alone.
//!
//! `CARE_MERGES=N` gives the number of merges, `CARE_SEED=S` the first home's seed; the homes after
//! it have the seeds that follow. A trial that fails prints its home's seed and all its steps. Ids
//! are drawn anew in each run, so of two rows of one second the other may speak in another run.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "a run ends with its figures")]

#[path = "../fuzz/chance.rs"]
mod chance;
mod clash;
mod entries;
mod figures;
mod judge;
mod machine;
mod rounds;
mod side;
mod story;

use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use figures::Figures;
use rounds::Home;

/// How many merges a plain `cargo test` makes.
const MERGES: u64 = 50;

/// So often a home's two sides are merged before another home is made.
const MERGES_OF_A_HOME: u64 = 25;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

#[test]
fn after_every_merge_each_event_counts_once_as_its_later_word_says() {
    if Command::new("git").arg("--version").output().is_err() {
        assert!(std::env::var_os("CARE_SKIP").is_none(), "there is no git");
        println!("skipped: there is no git");
        return;
    }
    let (seed, merges) = (number("CARE_SEED", 1), number("CARE_MERGES", MERGES));
    let homes = merges.div_ceil(MERGES_OF_A_HOME);
    let next = AtomicU64::new(0);
    let (figures, wrong) = (Mutex::new(Figures::default()), Mutex::new(Vec::new()));
    // Most of the time is spent waiting for the disk.
    let workers = 2 * std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= homes || wrong.lock().unwrap().len() > 2 {
                        break;
                    }
                    let count = MERGES_OF_A_HOME.min(merges - at * MERGES_OF_A_HOME);
                    match Home::new(seed + at).live(count) {
                        Ok(own) => figures.lock().unwrap().add(&own),
                        Err(text) => wrong.lock().unwrap().push(text),
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let figures = figures.into_inner().unwrap();
    println!("seed {seed}: {}", figures.told());
    if merges >= MERGES {
        assert_eq!(figures.never(), Vec::<&str>::new(), "never happened");
    }
}
