//! `src/notices.txt` holds the notice of every crate that the program is built of.
//!
//! `CARE_UPDATE_EXPECTED=1 cargo test --test cli notices` writes it anew from the crates' files.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::dependencies::{cargo, crates};
use crate::harness::{Home, project};

const NOTICES: &str = "src/notices.txt";

const HEADING: &str = "\
本程序所用的第三方软件及其许可声明
Third-party software in this program, and the notices that its licences ask for

";

/// The licences in the order in which they are chosen where a crate offers several, each with the
/// word by which a file's name says that it holds this one.
const LICENCES: [(&str, &str); 9] = [
    ("MIT", "MIT"),
    ("ISC", "ISC"),
    ("0BSD", "0BSD"),
    ("BSD-3-Clause", "BSD"),
    ("Zlib", "ZLIB"),
    ("Unicode-3.0", "UNICODE"),
    ("Apache-2.0", "APACHE"),
    ("BSL-1.0", "BOOST"),
    ("Unlicense", "UNLICENSE"),
];

/// The text of a licence and the crates that it goes with.
struct Notice {
    /// The text without the lines that name its holders, blanks evened out.
    essence: String,
    body: String,
    /// Each crate with its holders' lines.
    holders: Vec<String>,
}

/// The crates of the program for every system it is built for: no tests, no build scripts.
fn tree() -> BTreeSet<String> {
    let arguments =
        ["tree", "--locked", "--edges", "normal", "--target", "all", "--prefix", "none"];
    let text = cargo(&arguments);
    let name = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    let own = format!("{} ", env!("CARGO_PKG_NAME"));
    text.lines().filter_map(name).filter(|name| !name.starts_with(&own)).collect()
}

/// The licences under which a crate is used: the first of those offered, for each part asked for.
fn chosen(expression: &str) -> Vec<&'static str> {
    let expression = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let choose = |part: &str| {
        let offered: Vec<&str> = part.split(" OR ").map(str::trim).collect();
        let found = LICENCES.iter().find(|(name, _)| offered.contains(name));
        found.unwrap_or_else(|| panic!("no known licence in {expression}")).0
    };
    expression.split(" AND ").map(choose).collect()
}

/// The texts of a crate's licences: its files, but for those of licences that were not chosen.
fn texts(own: &Value) -> Vec<String> {
    let chosen = chosen(own["license"].as_str().unwrap());
    let folder = Path::new(own["manifest_path"].as_str().unwrap()).parent().unwrap();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.is_file()).collect();
    files.sort();
    files.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy().to_uppercase();
        let starts = ["LICEN", "COPY", "NOTICE", "UNLICENSE"];
        let of_another =
            |(licence, word): &(&str, &str)| name.contains(word) && !chosen.contains(licence);
        starts.iter().any(|start| name.starts_with(start)) && !LICENCES.iter().any(of_another)
    });
    files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Does a line name the holders of the rights, or the licence alone?
fn is_own(line: &str) -> bool {
    let line = line.trim();
    let is_holder = line.starts_with("Copyright") && !line.contains('[');
    is_holder || line.starts_with("All rights reserved") || is_title(line)
}

fn is_title(line: &str) -> bool {
    matches!(
        line.trim_matches(['#', ' ']),
        "MIT License" | "The MIT License (MIT)" | "ISC License:"
    )
}

fn take(notices: &mut Vec<Notice>, name: &str, text: &str) {
    let (own, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| is_own(line));
    let essence = rest.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let holders = own.iter().filter(|line| !is_title(line.trim()));
    let lines = holders.map(|line| format!("    {}\n", line.trim()));
    let holders = std::iter::once(format!("{name}\n")).chain(lines).collect::<Vec<_>>().concat();
    if let Some(notice) = notices.iter_mut().find(|notice| notice.essence == essence) {
        notice.holders.push(holders);
        return;
    }
    let lines: Vec<&str> = rest.iter().map(|line| line.trim_end()).collect();
    let body = lines.join("\n").trim_matches('\n').to_owned();
    notices.push(Notice { essence, body, holders: vec![holders] });
}

/// The whole file.
fn written() -> String {
    let tree = tree();
    let mut notices = Vec::new();
    let mut without = Vec::new();
    for own in crates() {
        let word = |key: &str| own[key].as_str().unwrap().to_owned();
        let name = format!("{} {}", word("name"), word("version"));
        if !tree.contains(&name) {
            continue;
        }
        let texts = texts(&own);
        for text in &texts {
            take(&mut notices, &name, text);
        }
        if texts.is_empty() {
            without.push(format!("{name}, by its manifest: {}\n", word("license")));
        }
    }
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.holders.len()));
    let rule = "-".repeat(80);
    let mut text = HEADING.to_owned() + &without.concat();
    for notice in notices {
        let _ = write!(text, "{rule}\n{}\n{}\n\n", notice.holders.concat(), notice.body);
    }
    text
}

#[test]
fn the_notices_are_those_of_every_crate_that_the_program_is_built_of() {
    let (file, written) = (project().join(NOTICES), written());
    if std::env::var_os("CARE_UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        fs::write(&file, &written).unwrap();
    }
    let held = fs::read_to_string(&file).unwrap();
    for name in tree() {
        assert!(held.contains(&name), "{name} has no notice; see the head of this test's file");
    }
    assert!(held == written, "{NOTICES} is stale; see the head of this test's file");
}

#[test]
fn the_program_shows_its_notices() {
    let held = fs::read_to_string(project().join(NOTICES)).unwrap();
    for language in ["zh-CN", "en"] {
        let ran = Home::empty().run(&format!("help notices --lang {language}"));
        assert_eq!((ran.out, ran.err.as_str(), ran.code), (held.clone(), "", 0));
    }
}
