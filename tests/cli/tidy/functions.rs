//! A command is read at a glance.

use std::fs;

use super::rust_files;
use crate::harness::project;

const LINES_IN_A_FUNCTION: usize = 60;

/// The functions of a text that the formatter has laid out: the first line and how many there are.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let begins = |line: &str| {
        let line = line.trim_start();
        line.starts_with("fn ") || line.starts_with("pub") && line.contains(" fn ")
    };
    let first = lines.iter().enumerate().filter(|(_, line)| begins(line));
    let whole = first.map(|(at, line)| {
        let indent = line.len() - line.trim_start().len();
        let end = " ".repeat(indent) + "}";
        let rest = lines[at..].iter().position(|own| *own == end).unwrap_or_default();
        (*line, rest + 1)
    });
    whole.collect()
}

#[test]
fn the_length_of_a_function_is_that_from_its_first_line_to_its_brace() {
    let text = "pub fn one(\n    a: u8,\n) -> u8 {\n    {\n    }\n    a\n}\n\nfn two() {\n}\n";
    assert_eq!(functions(text), [("pub fn one(", 7), ("fn two() {", 2)]);
}

#[test]
fn no_function_of_a_command_is_longer_than_sixty_lines() {
    let mut long = Vec::new();
    for file in rust_files(&project().join("src/commands")) {
        for (name, lines) in functions(&fs::read_to_string(&file).unwrap()) {
            if lines > LINES_IN_A_FUNCTION {
                long.push(format!("{}: {name} has {lines} lines", file.display()));
            }
        }
    }
    assert_eq!(long, Vec::<String>::new());
}
