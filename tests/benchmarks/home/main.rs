//! Writes homes of any size for the benchmarks; the same arguments write the same bytes.
//!
//! `bench-home FOLDER CHILDREN YEARS` writes `FOLDER/home`, with that many complete school years
//! and the beginning of one more, and beside it what other programs are given: `roster.csv`,
//! `heads.csv` and `slots.csv`, plain and flat. `bench-home FOLDER chain LINKS` and
//! `bench-home FOLDER cycle LINKS` write a home with one event that was corrected so often.
//! Every child, person and number is invented.

#![allow(clippy::print_stderr, reason = "a program of its own")]

mod calendar;
mod chain;
mod events;
mod logs;
mod people;
mod rng;
mod words;
mod write;

#[path = "../../own_writer.rs"]
mod own_writer;

use std::path::Path;
use std::process::ExitCode;

use calendar::Calendar;
use people::People;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        [folder, kind @ ("chain" | "cycle"), links] => {
            links.parse().ok().map(|links| chain::write(Path::new(folder), links, kind == "cycle"))
        }
        [folder, children, years] => match (children.parse(), years.parse()) {
            (Ok(children), Ok(years)) => Some(home(Path::new(folder), children, years)),
            _ => None,
        },
        _ => None,
    };
    match done {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("usage: bench-home FOLDER CHILDREN YEARS | FOLDER chain|cycle LINKS");
            ExitCode::from(2)
        }
    }
}

fn home(folder: &Path, children: u32, years: i32) -> std::io::Result<()> {
    let calendar = Calendar::new(years);
    let people = People::invent(children, &calendar);
    let home = folder.join("home");
    write::settings(&home, years, &calendar)?;
    people.write(folder, &home)?;
    write::slots(folder, &calendar)?;
    logs::write(&home, &calendar, &people)?;
    own_writer::own(&home)
}
