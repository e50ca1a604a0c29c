//! Changes of several records at once, for whoever reads without the lock.
//!
//! A reader takes one file after the other, and a command may change two of them meanwhile: one is
//! then seen as it was before, the other as it is after. So each such change is entered in a list,
//! in the same step. A reader that finds the list longer than when it began looks again.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Disk;
use super::journal::{self, Step};
use super::layout;

/// The step that enters a change of several records; `None` when it is of one.
pub fn step(root: &Path, steps: &[Step]) -> Disk<Option<Step>> {
    let is_record = |file: &&str| !Path::new(file).starts_with(layout::MACHINE);
    let records: BTreeSet<&str> = steps.iter().map(Step::file).filter(is_record).collect();
    if records.len() < 2 {
        return Ok(None);
    }
    let line = records.into_iter().collect::<Vec<_>>().join(" ");
    Step::line(root, layout::TOGETHER, &line).map(Some)
}

/// How long the list is. `None` when it cannot be read: then neither can the records, and whoever
/// reads them tells why.
pub fn length(root: &Path) -> Option<usize> {
    journal::read(root, layout::TOGETHER).ok().map(|bytes| bytes.map_or(0, |bytes| bytes.len()))
}
