//! The logs that a register has on disk: which files for which months.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::{self, Disk};
use super::layout::{self, has_extension};
use super::lookalike;
use super::source::Findings;
use crate::domain::month::Month;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Files, Guess, Misnamed, Naming, Noun, Problem, Quote, Sight};

/// The files of each month, all writers' together, as paths below the home.
pub type LogIndex = BTreeMap<Month, Vec<String>>;

/// The shelf of a register. A log whose name tells no month is a fault: it would never be read.
pub fn read(root: &Path, register: &str, findings: &Findings) -> Disk<LogIndex> {
    let folder = layout::register(register);
    let mut shelf = LogIndex::new();
    let entries = lookalike::list(root, &folder, findings)?;
    for entry in &entries {
        let file = format!("{folder}/{}", entry.name);
        match layout::month_of(&entry.name).filter(|_| !entry.is_folder) {
            Some(month) => shelf.entry(month).or_default().push(file),
            None if entry.is_folder || is_lost_log(&entry.name, &entries) => {
                let cause = Files::MisnamedFile { why: Misnamed::Log };
                findings.add(Problem::of_file(&file, Sight::Open(None), cause));
            }
            None => findings.add(Problem::of_file(&file, Sight::Open(None), Files::StrayFile)),
        }
    }
    Ok(shelf)
}

/// Is it a log that would not be read, as `2024-10.xlsx` with no `2024-10.csv` beside it?
fn is_lost_log(name: &str, entries: &[disk::FolderEntry]) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let proper = format!("{stem}.csv");
    let is_copy = entries.iter().any(|other| other.name == proper);
    has_extension(name, "csv") || Month::parse(stem).is_some() && !is_copy
}

/// Tells of folders under `log/` that belong to no register: their rows would never be read.
pub fn check_folders(root: &Path, names: &[String], findings: &Findings) -> Disk<()> {
    for entry in lookalike::list(root, layout::LOG, findings)? {
        let file = layout::register(&entry.name);
        if !entry.is_folder && has_extension(&entry.name, "csv") {
            let cause = Files::MisnamedFile { why: Misnamed::Above };
            findings.add(Problem::of_file(&file, Sight::Open(None), cause));
        } else if !entry.is_folder {
            findings.add(Problem::of_file(&file, Sight::Open(None), Files::StrayFile));
        } else if !names.contains(&entry.name) {
            let cause = Naming::Unknown {
                what: Noun::Register,
                nearest: Guess::of(nearest(&entry.name, names.iter().map(String::as_str))),
                name: Quote::of(entry.name),
            };
            findings.add(Problem::of_file(&file, Sight::Open(None), cause));
        }
    }
    Ok(())
}
