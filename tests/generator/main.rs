//! Writes the example homes: `cargo run --example make-examples -- examples`.
//! Every child, person and number in them is invented. The same program writes the same bytes.
//!
//! A school is a module that builds a `Home` (see `guzhuang`) and one line in `SCHOOLS`;
//! `family` invents the people, `words` the sentences, `duties` the routine of a year, and the
//! school's `story` says what departs from it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of its own"
)]

mod calendar;
mod duties;
mod family;
mod guzhuang;
mod home;
mod ids;
mod log;
mod notes;
mod people;
mod rng;
mod toml;
mod words;
mod write;

use std::path::Path;
use std::process::ExitCode;

const SCHOOLS: &[fn() -> home::Home] = &[guzhuang::build];

fn main() -> ExitCode {
    let Some(target) = std::env::args().nth(1) else {
        eprintln!("usage: make-examples FOLDER");
        return ExitCode::from(2);
    };
    for build in SCHOOLS {
        let home = build();
        let root = Path::new(&target).join(home.name);
        if let Err(error) = write::replace(&home, &root) {
            eprintln!("{}: {error}", root.display());
            return ExitCode::FAILURE;
        }
        let (children, events) = (home.children.len(), home.events.len());
        println!("{}: {children} children, {events} rows", root.display());
    }
    ExitCode::SUCCESS
}
