//! Operations that were named by their caller, so that a repeated command writes nothing twice.

use std::path::Path;

use super::disk::Disk;
use super::journal::{self, Step};
use super::layout;

/// The step that remembers what an operation wrote; it is saved with the operation itself.
pub fn step(root: &Path, id: &str, written: &str) -> Disk<Step> {
    let line = format!("{}\t{}", plain(id), written.trim_end());
    Step::line(root, layout::OPERATIONS, &line)
}

/// What an operation wrote, when it was done before.
pub fn find(root: &Path, id: &str) -> Disk<Option<String>> {
    let bytes = journal::read(root, layout::OPERATIONS)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let own = text.lines().filter_map(|line| line.split_once('\t'));
    let mut own = own.filter(|(own, _)| *own == plain(id));
    Ok(own.next().map(|(_, written)| format!("{written}\n")))
}

fn plain(id: &str) -> String {
    id.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
