//! Every parser against inputs that nobody would write: logs, each kind of TOML, the journal, the
//! list of operations, and the words of the command line.
//!
//! The inputs grow out of `corpus/<parser>/` and of the catalogue of mistakes: they are cut,
//! spliced and filled with awkward words, and those to which the program said something new are
//! kept and changed further. What has to hold for each input stands in `oracles/`.
//!
//! `CARE_FUZZ=N` gives the number of executions over all parsers, `CARE_FIRST=S` the seed, so that
//! a long run is cut in pieces; `CARE_PARSER=log` picks one parser. An input that does not hold is
//! printed with its parser and seed, and kept under `target/fuzz/`; once mended it goes to the
//! corpus. `CARE_CAREFUL=1` keeps each input before it is tried, for those that end the process.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod chance;
mod home;
mod memory_disk;
mod mutator;
mod oracles;
mod pool;
mod trial;

use std::time::{Duration, Instant};

use chance::Chance;
use home::Desk;
use oracles::PARSERS;
use pool::Pool;
use trial::Trial;

/// After so many faults of one parser it is better to mend than to look for more.
const MOST_FAULTS: usize = 10;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn every_input_of_the_corpus_is_read_as_it_should_be() {
    let desk = Desk::new();
    let mut trial = Trial::new(&desk, 0);
    let mut faults = Vec::new();
    for parser in &PARSERS {
        let inputs = pool::seeds(parser);
        assert!(inputs.len() >= 3, "{} has too small a corpus", parser.name);
        faults.extend(inputs.iter().filter_map(|input| trial.hold(parser, input).err()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn whatever_an_input_holds_it_is_read_or_refused_at_its_place() {
    let executions = number("CARE_FUZZ", 40_000);
    let seed = number("CARE_FIRST", 1);
    let only = std::env::var("CARE_PARSER").ok();
    let desk = Desk::new();
    let (mut told, mut faults) = (Vec::new(), Vec::new());
    let chosen = PARSERS.iter().filter(|own| only.as_ref().is_none_or(|only| only == own.name));
    let shares: u64 = chosen.clone().map(|parser| parser.share).sum();
    for parser in chosen {
        let wanted = (executions * parser.share).div_ceil(shares);
        let mut trial = Trial::new(&desk, seed);
        let mut pool = Pool::new(parser, Chance::new(seed, parser.name));
        let begun = Instant::now();
        let before = faults.len();
        for _ in 0..wanted {
            let input = pool.next();
            match trial.hold(parser, &input) {
                Ok(answer) => pool.learn(input, answer),
                Err(fault) => faults.push(fault),
            }
            if faults.len() >= before + MOST_FAULTS {
                break;
            }
        }
        told.push(figures(parser.name, wanted, begun.elapsed(), pool.kept()));
    }
    println!("seed {seed}: {}; {} open faults", told.join("; "), faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn figures(parser: &str, executions: u64, time: Duration, kept: usize) -> String {
    let each = time.as_micros() / u128::from(executions.max(1));
    format!("{parser} {executions} in {:.1} s ({each} us each, {kept} kept)", time.as_secs_f64())
}
