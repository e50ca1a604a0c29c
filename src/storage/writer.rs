//! The name under which this machine writes logs of its own: two machines never append to one file.
//!
//! It is bound to the machine and to the very file that holds it. In a copied folder, a restored
//! backup or on a cloned disk it does not fit any more, and a new name is taken. A stick goes from
//! one machine to another and back: in the very same folder each finds its own name again.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::owner::KIND_OF_DISK;
use super::{layout, log_index};
use crate::domain::month::Month;

/// A writer's name and what it is bound to, as they are kept.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    /// Empty for the first machine, whose logs have no name in theirs.
    name: String,
    /// The mark of the file that holds this; none where marks change with what is written.
    file: Option<String>,
    machine: Vec<String>,
    /// The other machines that write in this very folder.
    #[serde(default)]
    others: Vec<Another>,
}

/// A machine that wrote in this folder, and its name.
#[derive(Clone, Serialize, Deserialize)]
struct Another {
    name: String,
    machine: Vec<String>,
}

/// This machine as a writer.
#[derive(Default)]
pub struct Writer {
    /// None for the first machine.
    pub name: Option<String>,
    /// Was the name taken just now?
    pub is_new: bool,
    is_bound: bool,
    others: Vec<Another>,
}

impl Writer {
    /// The writer that a home begins with.
    pub fn first() -> Writer {
        Writer::default()
    }

    /// The writer that this machine is; `random` makes a name that no other machine has.
    pub fn of(root: &Path, random: impl Fn() -> String) -> Disk<Writer> {
        let new = || Writer { name: Some(random()), is_new: true, ..Writer::default() };
        let Some(bytes) = disk::read(&root.join(layout::WRITER))? else {
            // Logs of whom nobody knows are another's: it may go on writing them elsewhere.
            let is_others = is_clone(root) || log_index::has_logs(root)?;
            return Ok(if is_others { new() } else { Writer::first() });
        };
        if let Ok(kept) = serde_json::from_slice::<Kept>(&bytes) {
            if is_fit(&kept.name) && kept.is_here(root) {
                let name = named(&kept.name);
                return Ok(Writer { name, is_new: false, is_bound: true, others: kept.others });
            }
            let (own, others) = kept.machines(root);
            return Ok(match own {
                Some(own) => Writer { name: named(&own.name), others, ..Writer::default() },
                None => Writer { others, ..new() },
            });
        }
        // A bare name, from before names were bound.
        let bare = String::from_utf8_lossy(&bytes).trim().to_owned();
        Ok(match layout::is_writer(&bare) {
            true => Writer { name: Some(bare), ..Writer::default() },
            false => new(),
        })
    }

    /// Binds the name to this machine and its file, when it is not bound yet. The home's lock must
    /// be held.
    pub fn bind(&self, root: &Path) -> Disk<()> {
        if self.is_bound {
            return Ok(());
        }
        disk::create_folder(&root.join(layout::MACHINE))?;
        let path = root.join(layout::WRITER);
        let temporary = root.join(layout::WRITER_BEING_WRITTEN);
        // The file first, for what is written in it holds its own mark; a rename keeps that.
        at(&temporary, file_system().write(&temporary, b""))?;
        let mut kept = Kept {
            name: self.name.clone().unwrap_or_default(),
            file: file_system().lasting_mark(&temporary),
            machine: file_system().machine_marks(),
            others: self.others.clone(),
        };
        kept.write(&path, &temporary)?;
        // What takes an older file's place may be told as made when that one was: Windows does
        // so for some seconds. Some shares tell of every file as made when it was last written.
        for is_last in [false, true] {
            let now = file_system().lasting_mark(&path);
            if kept.file == now {
                break;
            }
            kept.file = now.filter(|_| !is_last);
            kept.write(&path, &temporary)?;
        }
        Ok(())
    }
}

impl Kept {
    fn write(&self, path: &Path, temporary: &Path) -> Disk<()> {
        // Texts and lists of them are always written.
        let text = serde_json::to_string(self).unwrap_or_default();
        disk::replace(path, temporary, text.as_bytes())
    }

    /// Is it still the very file, on the very machine?
    fn is_here(&self, root: &Path) -> bool {
        let marks = file_system().machine_marks();
        // A machine that nothing tells from others is told only from those that have marks.
        let is_known = match self.machine.is_empty() {
            true => marks.is_empty(),
            false => is_of(&self.machine, &marks),
        };
        is_known && (self.file.is_none() || self.is_very_file(root))
    }

    fn is_very_file(&self, root: &Path) -> bool {
        self.file == file_system().lasting_mark(&root.join(layout::WRITER))
    }

    /// Of the machines that wrote in this very folder this one, when it is among them, and the
    /// others. Where a copy cannot be told from the folder itself nobody is known: a machine that
    /// came back to a copy would go on in the files of the other.
    fn machines(self, root: &Path) -> (Option<Another>, Vec<Another>) {
        let tells = self.file.as_ref().is_some_and(|mark| !mark.starts_with(KIND_OF_DISK));
        if !tells || !self.is_very_file(root) {
            return (None, Vec::new());
        }
        let last = Another { name: self.name, machine: self.machine };
        let fits = |own: &Another| is_fit(&own.name) && !own.machine.is_empty();
        let mut all: Vec<Another> = self.others.into_iter().chain([last]).filter(fits).collect();
        let marks = file_system().machine_marks();
        let own = all.iter().position(|own| is_of(&own.machine, &marks));
        (own.map(|own| all.remove(own)), all)
    }
}

/// Is one of a machine's marks among these?
fn is_of(machine: &[String], marks: &[String]) -> bool {
    machine.iter().any(|own| marks.contains(own))
}

/// Can it name a writer? The first machine has no name.
fn is_fit(name: &str) -> bool {
    name.is_empty() || layout::is_writer(name)
}

/// Lets whoever writes in this folder first take a new name: its file holds none that fits.
pub fn take_new(root: &Path) -> Disk<()> {
    disk::create_folder(&root.join(layout::MACHINE))?;
    disk::replace(&root.join(layout::WRITER), &root.join(layout::WRITER_BEING_WRITTEN), b"")
}

/// What other machines than this one wrote in a home.
pub struct OfOthers {
    /// The last month of their records.
    pub last: String,
    /// How this machine's own file of that month is called; empty while it wrote nothing.
    pub own_file: String,
}

/// What others wrote; none when all records are this machine's own.
pub fn of_others(root: &Path) -> Disk<Option<OfOthers>> {
    // Of a home in which this machine never wrote, the logs without a name are those of the first.
    let Writer { name: own, is_new, .. } = Writer::of(root, String::new)?;
    let others = log_index::logs(root)?.into_iter().filter_map(|file| {
        let (_, name) = file.rsplit_once('/')?;
        let stem = name.strip_suffix(".csv")?;
        let writer = stem.split_once('.').map(|(_, writer)| writer.to_owned());
        (writer != own).then(|| layout::month_of(name))?
    });
    let file = |month: Month| match &own {
        _ if is_new => String::new(),
        Some(own) => format!("{month}.{own}.csv"),
        None => format!("{month}.csv"),
    };
    Ok(others.max().map(|last| OfOthers { last: last.to_string(), own_file: file(last) }))
}

fn named(name: &str) -> Option<String> {
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// Was the folder cloned from another by git? Its first machine is elsewhere then.
fn is_clone(root: &Path) -> bool {
    let bytes = disk::read(&root.join(layout::GIT_CONFIG)).ok().flatten().unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().any(|line| line.trim_start().starts_with("[remote "))
}
