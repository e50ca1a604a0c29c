//! Changes that whoever reads without the lock must see whole.
//!
//! A reader takes one file after the other, and a command may change two of them meanwhile: one is
//! then seen as it was before, the other as it is after. Or a child is added when the children have
//! been read, and a talk with the child before the talks are. So each such change is entered in a
//! list, in the same step. A reader that finds the list longer than when it began looks again.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Disk;
use super::journal::{self, Step};
use super::layout;

/// The step that enters a change of several records, or of one that rows of others may name from
/// now on: a child, a person. `None` when it is of a single log.
pub fn step(root: &Path, steps: &[Step]) -> Disk<Option<Step>> {
    let is_record = |file: &&str| !Path::new(file).starts_with(layout::MACHINE);
    let records: BTreeSet<&str> = steps.iter().map(Step::file).filter(is_record).collect();
    if records.len() < 2 && records.iter().all(|file| Path::new(file).starts_with(layout::LOG)) {
        return Ok(None);
    }
    let line = records.into_iter().collect::<Vec<_>>().join(" ");
    Step::line(root, layout::TOGETHER, &line).map(Some)
}

/// How long the list is.
pub fn length(root: &Path) -> Disk<usize> {
    Ok(journal::read(root, layout::TOGETHER)?.map_or(0, |bytes| bytes.len()))
}
