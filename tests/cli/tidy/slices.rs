//! A text is cut where something was found in it, never at a number: there a Chinese letter may
//! stand, and the program would end.

use std::fs;

use super::rust_files;
use crate::harness::project;

/// The slices of a text between numbers, as `text[..4]` or `text[at + 1..]`.
fn slices(text: &str) -> Vec<&str> {
    let indexed = text.match_indices('[').filter_map(|(at, _)| {
        let own =
            text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '_'));
        let inner = text[at + '['.len_utf8()..].split(['[', ']']).next()?;
        own.then_some(inner)
    });
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let is_counted = |bound: &str| {
        let bound = bound.trim().trim_start_matches('=');
        is_number(bound) || bound.rsplit_once(" + ").is_some_and(|(_, added)| is_number(added))
    };
    indexed
        .filter(|inner| {
            inner.split_once("..").is_some_and(|(from, to)| is_counted(from) || is_counted(to))
        })
        .collect()
}

#[test]
fn slices_between_numbers_are_found() {
    let text = "a[..4] b[4..6] c()[1..] d[at + 1..end] e[..=2] f[from..to] [0..3] g[..at] h[1]";
    assert_eq!(slices(text), ["..4", "4..6", "1..", "at + 1..end", "..=2"]);
}

#[test]
fn nothing_in_the_program_is_cut_between_numbers() {
    let mut wrong = Vec::new();
    for file in rust_files(&project().join("src")) {
        // Tests may cut what they have written themselves.
        let name = file.display().to_string().replace('\\', "/");
        if name.ends_with("tests.rs") || name.contains("/rules/sample/") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        wrong.extend(slices(code).iter().map(|own| format!("{}: [{own}]", file.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
