//! The logs that a register has on disk: which files for which months.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::Disk;
use super::layout::{self, has_extension};
use super::source::Findings;
use super::{journal, lookalike, lost};
use crate::domain::id::{Id, Kind};
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
            None if lost::is_lost(entry, &entries, &LOG) => {
                let cause = Files::MisnamedFile { why: Misnamed::Log };
                findings.add(Problem::of_file(&file, Sight::Open(None), cause));
            }
            None => findings.add(Problem::of_file(&file, Sight::Open(None), Files::StrayFile)),
        }
    }
    Ok(shelf)
}

/// A log as its register's folder holds it.
const LOG: lost::Proper =
    lost::Proper { ending: ".csv", is_stem: |stem| Month::parse(stem).is_some() };

/// Does a home have any log?
pub fn has_logs(root: &Path) -> Disk<bool> {
    Ok(!logs(root)?.is_empty())
}

/// Does a row of any log name a child? The logs are only searched.
pub fn names_a_child(root: &Path) -> Disk<bool> {
    for file in logs(root)? {
        let bytes = journal::read(root, &file)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        if words.any(|word| Id::parse(word, Kind::Child).is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Every log of whatever register, as paths below the home.
pub(super) fn logs(root: &Path) -> Disk<Vec<String>> {
    let mut logs = Vec::new();
    for register in journal::list(root, layout::LOG)?.iter().filter(|own| own.is_folder) {
        let folder = layout::register(&register.name);
        let names = journal::list(root, &folder)?;
        let own = names.iter().filter(|own| layout::month_of(&own.name).is_some());
        logs.extend(own.map(|own| format!("{folder}/{}", own.name)));
    }
    Ok(logs)
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
