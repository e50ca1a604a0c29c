//! One word, one meaning: no two types of the program have one name.

use std::collections::BTreeMap;
use std::fs;

use super::rust_files;
use crate::harness::project;

/// What every command calls its own.
const CONVENTIONS: [&str; 1] = ["Args"];

/// The macros that make a type, which stands as the first word inside them.
const MACROS: [&str; 2] = ["checks! {", "messages! {"];

/// The types that a text declares, outside of functions and of what belongs to another type.
fn types(text: &str) -> Vec<String> {
    let mut types = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let own = match MACROS.contains(&line) {
            true => lines.find(|line| !line.trim_start().starts_with("//")),
            false => declared(line),
        };
        let word = |own: &str| {
            own.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        types.extend(own.map(word));
    }
    types
}

/// What follows the keyword, in a line that declares a type.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub").map_or(line, |rest| match rest.split_once(") ") {
        Some((scope, rest)) if scope.starts_with('(') => rest,
        _ => rest.trim_start(),
    });
    ["struct ", "enum ", "trait ", "type "].iter().find_map(|keyword| line.strip_prefix(keyword))
}

#[test]
fn the_types_of_a_file_are_found_whoever_may_see_them() {
    let text = "pub struct One<'a> {\npub(super) enum Two {\ntype Three = u8;\n\
                \x20   type Four = u8;\n\
                checks! {\n    /// About it.\n    Five;\n";
    assert_eq!(types(text), ["One", "Two", "Three", "Five"]);
}

#[test]
fn no_two_types_of_the_program_have_one_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in rust_files(&project().join("src")) {
        for name in types(&fs::read_to_string(&file).unwrap()) {
            places.entry(name).or_default().push(file.display().to_string());
        }
    }
    assert!(places.len() > 200);
    places.retain(|name, files| files.len() > 1 && !CONVENTIONS.contains(&name.as_str()));
    assert_eq!(places, BTreeMap::new());
}
