//! When this machine last made a backup, and what is remarked when that is long ago.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{NaiveDate, TimeDelta};

use super::disk::{self, Disk};
use super::{layout, ledger, practice};
use crate::domain::problem::{Files, Problem, Quote, Sight};

/// After so long a week's backup was forgotten, and the next one too.
const TWO_WEEKS: TimeDelta = TimeDelta::days(14);
/// So many records that this machine wrote are worth a backup.
const RECORDS: usize = 20;

/// Notes that a backup went into a folder. Its name alone is kept: it tells people which stick to
/// look for.
pub fn note(root: &Path, day: NaiveDate, folder: &str) {
    // Only a reminder: the backup is made, whether this is kept or not.
    let _ = disk::place(&root.join(layout::BACKUP), format!("{day} {folder}\n").as_bytes());
}

/// The day of the last backup that this machine made, and its folder's name.
pub fn last(root: &Path) -> Disk<Option<(NaiveDate, String)>> {
    let bytes = disk::read(&root.join(layout::BACKUP))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let parts = text.trim_end().split_once(' ');
    Ok(parts.and_then(|(day, folder)| Some((day.parse().ok()?, folder.to_owned()))))
}

/// What is remarked on a day. A home that this machine only reads is another's to keep.
pub fn problem(root: &Path, today: NaiveDate) -> Disk<Option<Problem>> {
    if practice::is_practice(root) {
        return Ok(None);
    }
    let last = last(root)?.map(|(day, _)| day);
    let is_due = match last {
        Some(last) => last + TWO_WEEKS < today,
        None => {
            let batches = ledger::batches(root)?;
            let written: BTreeSet<&String> = batches.iter().flat_map(|own| &own.written).collect();
            let begun = batches.first().and_then(|own| own.at.get(..10)?.parse().ok());
            let is_old = begun.is_some_and(|day: NaiveDate| day + TWO_WEEKS < today);
            is_old && RECORDS < written.len()
        }
    };
    let cause = Files::NoBackup { last: last.map(Quote::of) };
    Ok(is_due.then(|| Problem::of_file(".", Sight::Open(None), cause)))
}
