//! Writes the example homes: `cargo run --example make-examples -- examples`.
//! Every child, person and number in them is invented. The same program writes the same bytes.
//!
//! A school is a folder with its staff, its roster, its story and its other books as text, a
//! module that says what its year is made of (see `guzhuang`), and one line in `SCHOOLS`. `family`
//! invents the people, `words` the sentences, `duties` and `clerk` the routine of the year, and the
//! school's `story` says what departs from it; `books` are the registers that have a few rows a
//! term. `described.txt` lists the registers that each school's text describes.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program of its own")]

mod calendar;
mod clerk;
mod duties;
mod family;
mod goudun;
mod guardians;
mod guzhuang;
mod held;
mod home;
mod ids;
mod lives;
mod log;
mod mending;
mod notes;
mod people;
mod registers;
mod rng;
mod roster;
mod rota;
mod school;
mod staff;
mod story;
mod sunchengsi;
mod tingshui;
mod toml;
mod wangjiaba;
mod words;
mod write;

use std::path::Path;
use std::process::ExitCode;

const SCHOOLS: &[&school::School] = &[
    &sunchengsi::SCHOOL,
    &guzhuang::SCHOOL,
    &tingshui::SCHOOL,
    &wangjiaba::SCHOOL,
    &goudun::SCHOOL,
];

fn main() -> ExitCode {
    let Some(target) = std::env::args().nth(1) else {
        eprintln!("usage: make-examples FOLDER");
        return ExitCode::from(2);
    };
    for school in SCHOOLS {
        let home = school::build(school);
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
