//! A program that does nothing but know as many subcommands as `care`: what a start costs at least.

#![allow(clippy::print_stdout, reason = "a program of its own")]

use clap::Command;

/// As many as `care` has, its registers among them; `tests/benchmarks/run` makes sure of it.
const COMMANDS: usize = 100;

fn main() {
    let commands = (0..COMMANDS).map(|number| Command::new(format!("command-{number}")));
    let program = Command::new("empty").version("1").subcommands(commands).get_matches();
    if program.subcommand_name() == Some("command-0") {
        println!("{COMMANDS}");
    }
}
