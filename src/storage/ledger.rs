//! The ledger of this machine: a line for each change, with what is needed to take it back.
//!
//! It also tells readers what they must see whole. A reader takes one file after the other, and a
//! command may change two of them meanwhile: one is then seen as it was before, the other as it is
//! after. Or a child is added when the children have been read, and a talk with the child before
//! the talks are. So each change is entered in the same step, and a reader that finds such a one
//! entered since it began looks again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use serde_json::Deserializer;

use super::disk::{self, Disk};
use super::file_system::file_system;
use super::journal::{self, Step};
use super::layout;

/// One batch: all that one command changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Batch {
    #[serde(rename = "batch")]
    pub name: String,
    /// When, RFC 3339 with offset.
    pub at: String,
    /// The command's name.
    pub command: String,
    /// The caller's name for the operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op_id: Option<String>,
    /// The ids of rows, children and people written.
    pub written: Vec<String>,
    /// Paths below the home.
    pub files: Vec<String>,
    /// Must a reader see it whole?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
    /// What the files held that were put in place of others; null where there was none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub before: BTreeMap<String, Option<String>>,
    /// The marks of what they hold now; of one that was taken away there is none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub after: BTreeMap<String, String>,
    /// The batch that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
}

/// A mark by which a text is known again (Fowler, Noll and Vo's, 64 bits). It keeps no secret.
pub fn mark(text: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let mix = |mark: u64, byte: u8| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(start, mix))
}

impl Batch {
    /// Takes over what the steps change: the files, what they held, and whether it must be seen
    /// whole: a change of several records, or of one that rows of others may name from now on, a
    /// child or a person, but not of a single log.
    pub fn of_steps(self, steps: &[Step]) -> Batch {
        let (mut files, mut before): (Vec<String>, BTreeMap<_, _>) = (Vec::new(), BTreeMap::new());
        let mut after = BTreeMap::new();
        for step in steps {
            if !files.iter().any(|file| file == step.file()) {
                files.push(step.file().to_owned());
            }
            match step {
                // A log is taken back row by row, and what it held is not kept twice.
                Step::Put { file, before: Some(_), .. } if layout::log_of(file).is_some() => {}
                // Of several steps the first knows what the file held, the last what it holds.
                Step::Put { file, before: held, text } => {
                    before.entry(file.clone()).or_insert_with(|| held.clone());
                    after.insert(file.clone(), mark(text));
                }
                Step::Remove { file, before: held } => {
                    before.entry(file.clone()).or_insert_with(|| Some(held.clone()));
                    after.remove(file);
                }
                Step::Append { .. } => {}
            }
        }
        let records: BTreeSet<&String> = files.iter().collect();
        let is_log = |file: &&String| Path::new(file.as_str()).starts_with(layout::LOG);
        let whole = records.len() > 1 || !records.iter().all(is_log);
        Batch { files, whole, before, after, ..self }
    }

    /// Was the home itself begun by it? Then there is no taking it back.
    pub fn begins_home(&self) -> bool {
        self.before.get(layout::SETTINGS) == Some(&None)
    }

    /// The step that enters it.
    pub fn step(&self, root: &Path) -> Disk<Step> {
        // Texts and lists of them are always written.
        let line = serde_json::to_string(self).unwrap_or_default();
        journal::line(root, layout::LEDGER, &line)
    }
}

/// The batches in the order in which they were entered. A line that cannot be read is none: it was
/// torn, or written by a newer program.
pub fn batches(root: &Path) -> Disk<Vec<Batch>> {
    let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
    Ok(parse(&bytes).collect())
}

fn parse(bytes: &[u8]) -> impl Iterator<Item = Batch> + '_ {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines.filter_map(|line| serde_json::from_slice(line).ok())
}

/// A name that no batch in the ledger has, of those that `random` gives.
pub fn new_name(root: &Path, random: impl Fn() -> String) -> Disk<String> {
    let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
    Ok(name_beside(&String::from_utf8_lossy(&bytes), random))
}

fn name_beside(ledger: &str, random: impl Fn() -> String) -> String {
    // In a line that cannot be read it may stand too.
    let is_new = |name: &String| !ledger.contains(&format!("\"{name}\""));
    std::iter::repeat_with(random).find(is_new).unwrap_or_default()
}

/// The newest batch of a name.
pub fn of_name<'b>(all: &'b [Batch], name: &str) -> Option<&'b Batch> {
    all.iter().rev().find(|own| own.name == name)
}

/// The batches that were entered before one.
pub fn before<'b>(all: &'b [Batch], batch: &Batch) -> &'b [Batch] {
    &all[..place(all, batch).unwrap_or(all.len())]
}

/// The batches that were entered after one.
pub fn after<'b>(all: &'b [Batch], batch: &Batch) -> &'b [Batch] {
    &all[place(all, batch).map_or(0, |at| at + 1)..]
}

fn place(all: &[Batch], batch: &Batch) -> Option<usize> {
    all.iter().rposition(|own| own.name == batch.name && own.at == batch.at)
}

/// Does a child's file stand, as far as the ledger knows?
pub fn tells_of_children(root: &Path) -> Disk<bool> {
    let is_child = |file: &&String| Path::new(file).starts_with(layout::CHILDREN);
    let mut standing = BTreeSet::new();
    for batch in batches(root)? {
        for file in batch.files.iter().filter(is_child) {
            match batch.after.contains_key(file) {
                true => standing.insert(file.clone()),
                false => standing.remove(file),
            };
        }
    }
    Ok(!standing.is_empty())
}

/// For how many days what was changed can be taken back.
const KEPT: TimeDelta = TimeDelta::days(400);

/// A ledger that is shorter is not looked through at each change.
const SHORT: u64 = 64 * 1024;

/// Drops what was entered more than 400 days before the last change: it holds former values that
/// nobody takes back any more. The days are counted from the last entry and not by the clock, which
/// may be wrong. The home's lock must be held.
pub fn tidy(root: &Path) -> Disk<()> {
    if length(root)? < SHORT {
        return Ok(());
    }
    let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
    let day = |batch: &Batch| DateTime::parse_from_rfc3339(&batch.at).ok();
    let Some(last) = parse(&bytes).filter_map(|batch| day(&batch)).max() else { return Ok(()) };
    let is_kept = |line: &&[u8]| {
        let batch: Option<Batch> = serde_json::from_slice(line).ok();
        // A line that cannot be read is not dropped either.
        batch.as_ref().and_then(day).is_none_or(|own| last - own <= KEPT)
    };
    let kept: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').filter(is_kept).collect();
    let kept = kept.join(&b'\n');
    if kept.len() < bytes.len() {
        disk::place(&root.join(layout::LEDGER), &kept)?;
    }
    Ok(())
}

/// Is there a line after a batch, or after none, that cannot be read? What changed last is then
/// not known.
pub fn is_torn_after(root: &Path, batch: Option<&str>) -> Disk<bool> {
    let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
    let lines = bytes.split(|byte| *byte == b'\n').rev().filter(|line| !line.is_empty());
    let read = lines.map(|line| serde_json::from_slice(line).ok());
    let mut after = read
        .take_while(|own: &Option<Batch>| own.as_ref().is_none_or(|own| Some(&*own.name) != batch));
    Ok(after.any(|own| own.is_none()))
}

/// Is there a line that cannot be read and may be that of an operation: it does not name another?
pub fn may_hide(root: &Path, op_id: &str) -> Disk<bool> {
    let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let mut torn = lines.filter(|line| serde_json::from_slice::<Batch>(line).is_err());
    Ok(torn.any(|line| {
        let line = String::from_utf8_lossy(line);
        let after = line.split_once("\"op_id\":").map(|(_, after)| after);
        let named = after.and_then(|own| Deserializer::from_str(own).into_iter::<String>().next());
        !named.is_some_and(|own| own.is_ok_and(|own| own != op_id))
    }))
}

/// Was a batch taken back, by one that was not taken back itself?
pub fn is_undone(all: &[Batch], batch: &Batch) -> bool {
    // Of a later batch of the same name, what takes it back takes that one back.
    let later = after(all, batch).iter().take_while(|own| own.name != batch.name);
    let mut by = later.filter(|own| own.undoes.as_deref() == Some(&batch.name));
    by.any(|own| !is_undone(all, own))
}

/// How long the ledger is.
fn length(root: &Path) -> Disk<u64> {
    journal::length(root, layout::LEDGER)
}

/// The ledger as a reader found it.
#[derive(PartialEq, Eq)]
pub struct Sighting {
    length: u64,
    /// The mark of its file: one that was tidied is another file, however long.
    file: Option<String>,
}

impl Sighting {
    /// The ledger as it is now.
    pub fn of(root: &Path) -> Disk<Sighting> {
        let file = file_system().mark(&root.join(layout::LEDGER));
        Ok(Sighting { length: length(root)?, file })
    }

    /// Was nothing entered since that a reader must see whole?
    pub fn is_undisturbed(&self, root: &Path) -> Disk<bool> {
        let now = Sighting::of(root)?;
        if now == *self {
            return Ok(true);
        }
        let bytes = journal::read(root, layout::LEDGER)?.unwrap_or_default();
        Ok(self.is_followed(&now, &bytes))
    }

    fn is_followed(&self, now: &Sighting, bytes: &[u8]) -> bool {
        let from = usize::try_from(self.length).unwrap_or(usize::MAX);
        let Some((before, added)) = bytes.split_at_checked(from) else { return false };
        // In a ledger that was tidied nobody knows what was entered before that.
        let is_same = self.file.is_none() || now.file == self.file;
        let is_whole_line = before.is_empty() || before.ends_with(b"\n");
        is_same && is_whole_line && !parse(added).any(|batch| batch.whole)
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
