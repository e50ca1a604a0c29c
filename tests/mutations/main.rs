//! Takes what keeps the records safe out of the program, one piece at a time (`table.toml`), in a
//! copy of the project, and runs the test that must fail then.
//!
//! `cargo run --example mutations -- FOLDER [NUMBER ...]` copies the project into FOLDER, where
//! cargo's own folder for it stays from run to run, and takes the mutations of these numbers,
//! counted from 1, or all.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "what fails ends the run")]
#![allow(clippy::print_stdout, reason = "it tells what it found")]

mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use table::{Mutation, table};

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// What became of a test.
#[derive(PartialEq, Eq)]
enum Ended {
    Green,
    Red,
    NotBuilt,
}

fn run(project: &Path, mutation: &Mutation) -> Ended {
    let cargo = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(project).env("CARGO_TARGET_DIR", project.join("target"));
        command.args(["test", "--locked"]).args(&mutation.target).args(words);
        command.output().unwrap()
    };
    if !cargo(&["--no-run"]).status.success() {
        return Ended::NotBuilt;
    }
    let ran = cargo(&[mutation.test.as_str()]);
    let told = String::from_utf8_lossy(&ran.stdout).into_owned();
    let has =
        |end: &str| told.lines().any(|own| own.contains(&mutation.test) && own.ends_with(end));
    let is_red = !ran.status.success() && has("... FAILED");
    match (is_red, has("... ok")) {
        (true, _) => Ended::Red,
        (false, true) => Ended::Green,
        (false, false) => Ended::NotBuilt,
    }
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let scratch = PathBuf::from(words.next().expect("a folder to work in"));
    let asked: Vec<usize> = words.map(|text| text.parse().unwrap()).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(&scratch).unwrap();
    for name in
        ["Cargo.toml", "Cargo.lock", "README.md", "src", "tests", "data-template", "examples"]
    {
        copy(&source.join(name), &scratch.join(name));
    }
    let scratch = scratch.canonicalize().unwrap();
    let mutations = table(source);
    let (mut count, mut red, mut sound) = (0, 0, Vec::new());
    let is_asked = |number: &usize| asked.is_empty() || asked.contains(number);
    for (mutation, number) in mutations.iter().zip(1..).filter(|(_, number)| is_asked(number)) {
        // A test that fails anyway would prove nothing.
        if !sound.contains(&&mutation.test) {
            assert!(run(&scratch, mutation) == Ended::Green, "{} fails as it is", mutation.test);
            sound.push(&mutation.test);
        }
        let file = scratch.join(&mutation.file);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace(&mutation.find, &mutation.replace)).unwrap();
        let ended = run(&scratch, mutation);
        fs::write(&file, text).unwrap();
        count += 1;
        red += usize::from(ended == Ended::Red);
        let told = match ended {
            Ended::Red => "red",
            Ended::Green => "GREEN",
            Ended::NotBuilt => "NOT BUILT",
        };
        println!("{number:>3} {told:<9} {}: {}", mutation.name, mutation.test);
    }
    println!("{count} mutations: {red} red");
    if red == count { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
