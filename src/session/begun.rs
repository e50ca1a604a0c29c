//! Which change began what lies ahead: a role or a pair that somebody wants to cancel.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::storage::ledger::{Batch, is_undone};

/// The batch after which a record has one beginning on this day more than before, that wrote this
/// person or child and is not undone. `now` is what the file holds.
pub fn that_began<'b>(
    all: &'b [Batch],
    (file, now): (&str, &str),
    (id, first): (Id, NaiveDate),
) -> Option<&'b Batch> {
    let beginning = format!("from = {first}");
    let count = |text: &str| text.matches(&beginning).count();
    let mut after = count(now);
    for batch in all.iter().rev() {
        let Some(before) = batch.before.get(file) else { continue };
        let before = count(before.as_deref().unwrap_or_default());
        let is_whose = batch.written.contains(&id.to_string());
        if before < after && is_whose && batch.undoes.is_none() && !is_undone(all, batch) {
            return Some(batch);
        }
        after = before;
    }
    None
}

/// The batch that entered a record and changed this file with it, while it stands.
pub fn that_entered<'b>(all: &'b [Batch], record: Id, file: &str) -> Option<&'b Batch> {
    let name = record.to_string();
    let is_it = |own: &&Batch| own.written.contains(&name) && own.files.iter().any(|f| f == file);
    all.iter().find(is_it).filter(|own| own.undoes.is_none() && !is_undone(all, own))
}
