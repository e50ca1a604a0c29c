//! Children who would drop out of the roll without a word.

use std::path::Path;

use super::disk::{self, Disk, FolderEntry};
use super::lost::{self, Proper};
use super::{journal, layout, ledger, log_index};
use crate::domain::id::{Id, Kind};

/// A child's file as its folder holds it.
const CHILD: Proper =
    Proper { ending: ".toml", is_stem: |stem| Id::parse(stem, Kind::Child).is_some() };

/// Is it a child's file that would not be read, by its name or by what it holds?
pub fn is_lost(root: &Path, entry: &FolderEntry, entries: &[FolderEntry]) -> Disk<bool> {
    if lost::is_lost(entry, entries, &CHILD) {
        return Ok(true);
    }
    let file = format!("{}/{}", layout::CHILDREN, entry.name);
    let bytes = journal::read(root, &file)?.unwrap_or_default();
    let id = child_in(&String::from_utf8_lossy(&bytes));
    Ok(id.is_some_and(|id| !lost::has(entries, &format!("{id}.toml"))))
}

/// The id of the child whose file has this text, if it is any.
fn child_in(text: &str) -> Option<Id> {
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    let mut lines = text.lines().map(|line| line.trim_start_matches(is_blank));
    let id = lines.find_map(|line| line.strip_prefix("id")?.split(['"', '\'']).nth(1))?;
    Id::parse(id, Kind::Child)
}

/// Did the folder of the children go? One without any child is not kept by git, and missed only
/// where there were children: a log names one, or this machine wrote one that is not gone.
pub fn lacks_folder(root: &Path, entries: &[FolderEntry]) -> Disk<bool> {
    if !entries.is_empty() || disk::exists(&root.join(layout::CHILDREN)) {
        return Ok(false);
    }
    Ok(ledger::tells_of_children(root)? || log_index::names_a_child(root)?)
}
