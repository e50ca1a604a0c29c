//! Files that are no register, or would swell the program that reads them.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use crate::case::corpus;
use crate::kept::snapshot;
use crate::trial::{Desk, Said};

/// The longest that such a file may hold the program up, in seconds of computing.
const LONGEST: u32 = 5;

/// The largest file that is read, and a little more.
const TOO_LARGE: u64 = (64 << 20) + 1;

/// What is not as `hostile/expected.json` says.
pub fn complaints() -> Vec<String> {
    let folder = corpus().join("hostile");
    let text = fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let files = fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, expected.len() + 1, "each file and its expectation");
    let tried = expected.iter().filter_map(|(name, what)| {
        let desk = Desk::new(&format!("hostile-{name}"), "home");
        let path = desk.put(&folder.join(name));
        complaint(&desk, &path, what.as_str().unwrap())
    });
    tried.chain(other_paths()).collect()
}

/// What cannot lie in a folder of the project: a folder, nothing at all, and more than is read.
fn other_paths() -> Vec<String> {
    let desk = Desk::new("hostile-paths", "home");
    let folder = desk.files().join("花名册.xlsx");
    fs::create_dir(&folder).unwrap();
    let large = desk.files().join("large.csv");
    fs::File::create(&large).unwrap().set_len(TOO_LARGE).unwrap();
    let paths = [folder, desk.files().join("nowhere.xlsx"), large];
    paths.iter().filter_map(|path| complaint(&desk, path, "no file")).collect()
}

fn complaint(desk: &Desk, path: &Path, what: &str) -> Option<String> {
    let before = snapshot(&desk.home());
    let name = path.file_name().unwrap().to_string_lossy();
    let words = ["import", path.to_str().unwrap(), "-y", "--register", "talk"];
    // As a register that is named and as one that is to be recognised.
    let tried = [&words[..3], &words[..]].map(|words| (desk.care_within(LONGEST, words), words));
    tried.into_iter().find_map(|(said, words)| {
        let wrong = faults(&said, (&name, what), snapshot(&desk.home()) == before, desk);
        (!wrong.is_empty())
            .then(|| format!("== {}: {}\n{}\n", words[1..].join(" "), wrong.join("; "), said.text))
    })
}

fn faults(said: &Said, (name, what): (&str, &str), unchanged: bool, desk: &Desk) -> Vec<String> {
    let codes: &[i32] = match what {
        "refused" => &[2, 3],
        "no file" => &[2, 3, 6],
        "unchanged" => &[1, 2, 3],
        "either" => &[0, 1, 2, 3],
        _ => panic!("what is {what}?"),
    };
    let is_raw = |letter: char| letter.is_control() && !['\n', '\t', '\r'].contains(&letter);
    let strays = desk.strays();
    [
        (!said.code.is_some_and(|code| codes.contains(&code)))
            .then(|| format!("ended with {:?}, not one of {codes:?}", said.code)),
        said.text.contains("panicked").then(|| "it panicked".to_owned()),
        (!said.text.contains(name)).then(|| "it does not name the file".to_owned()),
        said.text.contains(is_raw).then(|| "control letters reached the screen".to_owned()),
        (what != "either" && !unchanged).then(|| "the home changed".to_owned()),
        (!strays.is_empty()).then(|| format!("it left {strays:?}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
