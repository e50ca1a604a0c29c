//! The name under which this machine writes logs of its own: two machines never append to one file.
//!
//! It is bound to the machine and to the very file that holds it. In a copied folder, a restored
//! backup or on a cloned disk it does not fit any more, and a new name is taken.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, at};
use super::file_system::file_system;
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
}

/// This machine as a writer.
#[derive(Default)]
pub struct Writer {
    /// None for the first machine.
    pub name: Option<String>,
    /// Was the name taken just now?
    pub is_new: bool,
    is_bound: bool,
}

impl Writer {
    /// The writer that a home begins with.
    pub fn first() -> Writer {
        Writer::default()
    }

    /// The writer that this machine is; `random` makes a name that no other machine has.
    pub fn of(root: &Path, random: impl Fn() -> String) -> Disk<Writer> {
        let new = || Writer { name: Some(random()), is_new: true, is_bound: false };
        let Some(bytes) = disk::read(&root.join(layout::WRITER))? else {
            // Logs of whom nobody knows are another's: it may go on writing them elsewhere.
            let is_others = is_clone(root) || log_index::has_logs(root)?;
            return Ok(if is_others { new() } else { Writer::first() });
        };
        if let Ok(kept) = serde_json::from_slice::<Kept>(&bytes) {
            let is_fit = kept.name.is_empty() || layout::is_writer(&kept.name);
            return Ok(match is_fit && kept.is_here(root) {
                true => Writer { name: named(&kept.name), is_new: false, is_bound: true },
                false => new(),
            });
        }
        // A bare name, from before names were bound.
        let bare = String::from_utf8_lossy(&bytes).trim().to_owned();
        Ok(match layout::is_writer(&bare) {
            true => Writer { name: Some(bare), is_new: false, is_bound: false },
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
            false => self.machine.iter().any(|own| marks.contains(own)),
        };
        let file = || file_system().lasting_mark(&root.join(layout::WRITER));
        is_known && (self.file.is_none() || self.file == file())
    }
}

/// Lets whoever writes in this folder first take a new name: its file holds none that fits.
pub fn take_new(root: &Path) -> Disk<()> {
    disk::create_folder(&root.join(layout::MACHINE))?;
    disk::replace(&root.join(layout::WRITER), &root.join(layout::WRITER_BEING_WRITTEN), b"")
}

/// The last month of which another machine than this one wrote records; none when all are its own.
pub fn last_of_others(root: &Path) -> Disk<Option<Month>> {
    // Of a home in which this machine never wrote, the logs without a name are those of the first.
    let own = Writer::of(root, String::new)?.name;
    let others = log_index::logs(root)?.into_iter().filter_map(|file| {
        let (_, name) = file.rsplit_once('/')?;
        let stem = name.strip_suffix(".csv")?;
        let writer = stem.split_once('.').map(|(_, writer)| writer.to_owned());
        (writer != own).then(|| layout::month_of(name))?
    });
    Ok(others.max())
}

fn named(name: &str) -> Option<String> {
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// Was the folder cloned from another by git? Its first machine is elsewhere then.
fn is_clone(root: &Path) -> bool {
    let bytes = disk::read(&root.join(layout::GIT_CONFIG)).ok().flatten().unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().any(|line| line.trim_start().starts_with("[remote "))
}
