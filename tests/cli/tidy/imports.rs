//! No two files of the program import each other: whoever reads one need not have read the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::rust_files;
use crate::harness::project;

/// A file of the program: its place among the modules, and its text.
struct File {
    name: String,
    module: Vec<String>,
    text: String,
}

/// Every file but the build script and the two that start the program.
fn files() -> Vec<File> {
    let root = project().join("src");
    let starts = ["build.rs", "lib.rs", "main.rs"];
    let paths = rust_files(&root).into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (fs::read_to_string(&path).unwrap(), name)
    });
    let files = paths.filter(|(_, name)| !starts.contains(&name.as_str())).map(|(text, name)| {
        let module = name.trim_end_matches(".rs").trim_end_matches("/mod");
        File { module: module.split('/').map(str::to_owned).collect(), text: code(&text), name }
    });
    files.collect()
}

/// The text without comments, and without the tests at its end, whose `super` is the file itself.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths in a tree of `use`: `a::{b, c::{d, e}}` holds three.
fn leaves(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((stem, rest)) = tree.split_once('{') else {
        paths.push(format!("{before}{tree}"));
        return;
    };
    let (before, inner) = (format!("{before}{}", stem.trim()), rest.trim_end_matches('}'));
    // The last brace closes this tree: with it go those of the trees inside, which end there too.
    let mut depth = 0;
    let mut branch = String::new();
    for letter in inner.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            leaves(&before, &branch, paths);
            branch.clear();
        } else {
            branch.push(letter);
        }
    }
    if !branch.trim().is_empty() {
        leaves(&before, &branch, paths);
    }
}

/// Each path of a file, whether it stands in a `use` or in the code.
fn paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = String::new();
    for statement in text.split_inclusive(';') {
        // What a module hands on from those that it declares, it does not import.
        let is_use = |line: &str| line.trim_start().starts_with("use ");
        match statement.lines().position(is_use) {
            Some(at) => {
                let tree: Vec<&str> = statement.lines().skip(at).collect();
                let tree = tree.join(" ");
                let tree = tree.trim().trim_start_matches("use ").trim_end_matches(';');
                leaves("", tree, &mut paths);
                rest.extend(statement.lines().take(at).map(|line| format!("{line}\n")));
            }
            None if statement.trim_start().starts_with("pub use ") => {}
            None => rest.push_str(statement),
        }
    }
    let is_in_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    paths.extend(rest.split(|c| !is_in_path(c)).filter(|p| p.contains("::")).map(str::to_owned));
    paths
}

/// The modules from the crate's root that a path of a module names.
fn from_root(module: &[String], children: &BTreeSet<String>, path: &str) -> Option<Vec<String>> {
    let mut parts = path.split("::").map(|part| part.split(' ').next().unwrap()).peekable();
    let mut place = match *parts.peek()? {
        "crate" => Vec::new(),
        "self" | "super" => module.to_vec(),
        own if children.contains(own) => module.to_vec(),
        _ => return None,
    };
    for part in parts {
        match part {
            "crate" | "self" => {}
            "super" => drop(place.pop()),
            part => place.push(part.to_owned()),
        }
    }
    Some(place)
}

/// The names of the files that each file imports.
fn imports(files: &[File]) -> BTreeMap<&str, BTreeSet<&str>> {
    let names: BTreeMap<&[String], &str> =
        files.iter().map(|file| (file.module.as_slice(), file.name.as_str())).collect();
    let file_of = |path: &[String]| {
        (1..=path.len()).rev().find_map(|length| names.get(&path[..length]).copied())
    };
    let imports = files.iter().map(|file| {
        let below = |other: &&File| {
            other.module.split_last().is_some_and(|(_, above)| above == file.module.as_slice())
        };
        let children = files.iter().filter(below).map(|own| own.module.last().unwrap().clone());
        let children: BTreeSet<String> = children.collect();
        let named = paths(&file.text).into_iter();
        let places = named.filter_map(|path| from_root(&file.module, &children, &path));
        let imported = places.filter_map(|place| file_of(&place));
        (file.name.as_str(), imported.filter(|name| *name != file.name).collect())
    });
    imports.collect()
}

#[test]
fn the_imports_of_a_file_are_found_in_its_trees_and_in_its_code() {
    let text = "use super::a::{self, B, c::{D, E}};\nuse crate::f::g as h;\npub use i::J;\n\
                fn k() -> super::l::M { n::o(); }\n";
    let found = paths(text);
    let all = ["super::a::self", "super::a::B", "super::a::c::D", "super::a::c::E"];
    for path in all.into_iter().chain(["crate::f::g as h", "super::l::M", "n::o"]) {
        assert!(found.iter().any(|own| own == path), "{path} is not in {found:?}");
    }
    assert!(!found.iter().any(|path| path.starts_with('i')));
}

#[test]
fn no_two_files_of_the_program_import_each_other() {
    let files = files();
    let imports = imports(&files);
    assert!(imports["rules/judge.rs"].contains("rules/tally.rs"));
    let mut both = Vec::new();
    for (file, imported) in &imports {
        for other in imported.iter().filter(|other| file < *other) {
            if imports[other].contains(file) {
                both.push(format!("{file} and {other} import each other"));
            }
        }
    }
    assert_eq!(both, Vec::<String>::new());
}
