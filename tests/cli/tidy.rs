//! The house rules, kept by a test: floors import one way, files and lines stay short, nothing is
//! left for later.

mod functions;
mod imports;
mod slices;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::project;

/// The floors from the ground up. A floor imports only from those before it; storage and rules
/// stand side by side and do not know each other. Words (`lang`) are above the rules' states and
/// below the screens.
const FLOORS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("storage", &["domain"]),
    ("rules", &["domain"]),
    ("reports", &["domain", "rules"]),
    ("session", &["domain", "storage", "rules", "reports"]),
    ("lang", &["domain", "rules"]),
    ("render", &["domain", "rules", "reports", "lang"]),
    ("post", &["domain", "storage", "rules", "reports", "session", "lang", "render"]),
    ("cli", &["domain", "storage", "rules", "reports", "session", "lang", "render", "post"]),
    (
        "commands",
        &["domain", "storage", "rules", "reports", "session", "lang", "render", "post", "cli"],
    ),
];

const LINES_IN_A_FILE: usize = 300;
const COLUMNS_IN_A_LINE: usize = 100;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files
}

fn all_rust_files() -> Vec<PathBuf> {
    [rust_files(&project().join("src")), rust_files(&project().join("tests"))].concat()
}

/// The floors that a file names in `crate::floor` paths.
fn imports(text: &str) -> Vec<&str> {
    let after = text.split("crate::").skip(1);
    let names = after.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap());
    names.filter(|name| FLOORS.iter().any(|(floor, _)| floor == name)).collect()
}

#[test]
fn each_floor_imports_only_from_the_floors_below_it() {
    let mut wrong = Vec::new();
    for (floor, below) in FLOORS {
        for file in rust_files(&project().join("src").join(floor)) {
            let text = fs::read_to_string(&file).unwrap();
            for import in imports(&text) {
                if import != floor && !below.contains(&import) {
                    wrong.push(format!("{} imports {import}", file.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_storage_touches_files_only_main_reads_the_clock_and_values_are_shown_by_their_guard() {
    let mut wrong = Vec::new();
    for file in rust_files(&project().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
        // The build script is no part of the program.
        if name == "src/build.rs" {
            continue;
        }
        let disk = ["std::fs", " fs::", "File::open", "OpenOptions", ".metadata()"];
        let disks = ["file_system.rs", "lock_queue.rs", "owner.rs"];
        let is_disk = disks.iter().any(|own| name == format!("src/storage/{own}"));
        if !is_disk && disk.iter().any(|word| text.contains(word)) {
            wrong.push(format!("{name} touches files"));
        }
        let clock = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];
        // A stopwatch knows no day: it tells how long a server was waited for, or work goes on.
        let is_stopwatch = ["src/post/deadline.rs", "src/progress.rs"].contains(&&*name);
        if name != "src/main.rs" && !is_stopwatch && clock.iter().any(|word| text.contains(word)) {
            wrong.push(format!("{name} reads the clock"));
        }
        if name != "src/main.rs" && text.contains("std::env") {
            wrong.push(format!("{name} reads the environment"));
        }
        let raw = [".facts", "Fact::", ".filled(", ".row.get(", ".cells()"];
        if name.starts_with("src/render/") && raw.iter().any(|word| text.contains(word)) {
            wrong.push(format!("{name} shows values past their guard"));
        }
        if !name.starts_with("src/render/") && text.contains("comfy_table") {
            wrong.push(format!("{name} draws tables"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn files_are_short_and_lines_are_narrow() {
    let mut wrong = Vec::new();
    for file in all_rust_files() {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(project()).unwrap().display().to_string();
        let lines = text.lines().count();
        if lines > LINES_IN_A_FILE {
            wrong.push(format!("{name} has {lines} lines"));
        }
        // Tables of messages keep a message on its line; the formatter leaves macros alone.
        let is_table = name.replace('\\', "/").starts_with("src/lang/");
        let wide = text.lines().position(|line| line.chars().count() > COLUMNS_IN_A_LINE);
        if let Some(at) = wide.filter(|_| !is_table) {
            wrong.push(format!("{name}:{} is wider than {COLUMNS_IN_A_LINE}", at + 1));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_left_for_later_and_no_file_is_a_mixed_bag() {
    // Written in two parts, so that this file does not hold the words themselves.
    let words = [("to", "do!"), ("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("unimple", "mented!")];
    let words = words.map(|(one, two)| format!("{one}{two}"));
    let mut wrong = Vec::new();
    for file in all_rust_files() {
        let text = fs::read_to_string(&file).unwrap();
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        if ["util", "utils", "helpers", "common", "misc"].contains(&stem.as_str()) {
            wrong.push(format!("{} is no name from the field", file.display()));
        }
        for word in words.iter().filter(|word| text.contains(word.as_str())) {
            wrong.push(format!("{} holds {word}", file.display()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// What stands between two backticks in a text.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_map_of_the_code_has_the_floors_as_they_are_held_here() {
    let map = fs::read_to_string(project().join("src/README.md")).unwrap();
    let (_, table) = map.split_once("## The floors").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let floors: Vec<(&str, Vec<&str>)> = rows
        .map(|row| {
            let imports = row.split('|').nth(3).unwrap();
            (named(row).next().unwrap(), imports.split_whitespace().collect())
        })
        .collect();
    assert_eq!(floors, FLOORS.map(|(floor, below)| (floor, below.to_vec())));
}

#[test]
fn every_file_that_the_map_of_the_code_names_is_there() {
    let source = project().join("src");
    let map = fs::read_to_string(source.join("README.md")).unwrap();
    let is_path = |name: &&str| name.contains('/') || *name == "main.rs";
    let paths: Vec<&str> = named(&map).filter(is_path).collect();
    let links = map.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    let is_gone = |path: &&str| !source.join(path).exists() && !project().join(path).exists();
    assert!(paths.len() > 50, "{paths:?}");
    assert_eq!(paths.into_iter().chain(links).filter(is_gone).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_shipped_register_is_a_description_in_both_languages() {
    let folder = project().join("src/domain/registers");
    let list = fs::read_to_string(project().join("src/domain/register.rs")).unwrap();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let stem = entry.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(list.contains(&format!("\"{stem}\"")), "{stem} is not in the list");
        let text = fs::read_to_string(&entry).unwrap();
        let table: toml::Table = text.parse().unwrap();
        assert!(table.contains_key("zh") && table.contains_key("en"), "{stem} lacks a name");
        for column in table["column"].as_array().into_iter().flatten() {
            let column = column.as_table().unwrap();
            for key in ["name", "zh", "en", "type"] {
                assert!(column.contains_key(key), "a column of {stem} lacks {key}");
            }
        }
    }
}
