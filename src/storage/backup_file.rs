//! What a backup holds, and how it is put back.
//!
//! It holds the records, the log of access, and the mark of a copy for practising. What else stands
//! in `.care` is this machine's: another machine begins its own. Git's folder, lists that were
//! exported and the password of the mail server stay out.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::layout::{self, has_extension};
use super::{backup, journal, lookalike, writer};
use crate::domain::id::{Id, Kind};

/// The folders that are taken whole.
const FOLDERS: [&str; 6] = [
    layout::CHILDREN,
    layout::LOG,
    layout::REGISTERS,
    layout::FORMS,
    layout::REPORT,
    layout::SHEETS,
];
/// What is taken besides records.
const OTHERS: [&str; 5] =
    ["README.md", ".gitattributes", ".gitignore", layout::ACCESS, layout::PRACTICE];

/// The name of a backup made at an instant.
pub fn name(now: DateTime<FixedOffset>, is_locked: bool) -> String {
    let ending = if is_locked { backup::LOCKED } else { ".tar" };
    format!("care-backup-{}{ending}", now.format("%Y-%m-%d-%H%M"))
}

/// Does a backup hold a file of this path? No other is put back.
pub fn belongs(file: &str) -> bool {
    let in_folder = || FOLDERS.iter().any(|own| Path::new(file).starts_with(own));
    let at_top = || !file.contains('/') && !file.starts_with('.') && has_extension(file, "toml");
    layout::is_below(file) && (OTHERS.contains(&file) || at_top() || in_folder())
}

/// Every file of a home that belongs into a backup, as it will be once a journal left behind is
/// applied.
pub fn files(root: &Path) -> Disk<Vec<(String, Vec<u8>)>> {
    let mut names: Vec<String> = OTHERS.map(str::to_owned).into();
    names.retain(|name| disk::exists(&root.join(name)));
    let top = journal::list(root, "")?.into_iter().filter(|own| !own.is_folder);
    names.extend(top.map(|own| own.name).filter(|name| belongs(name)));
    names.sort_unstable();
    names.dedup();
    for folder in FOLDERS {
        add_below(root, folder, &mut names)?;
    }
    names.into_iter().map(|name| read(root, &name).map(|bytes| (name, bytes))).collect()
}

fn add_below(root: &Path, folder: &str, names: &mut Vec<String>) -> Disk<()> {
    for entry in journal::list(root, folder)? {
        let file = format!("{folder}/{}", entry.name);
        if entry.is_folder {
            add_below(root, &file, names)?;
        } else if !lookalike::is_being_written(&entry.name) {
            names.push(file);
        }
    }
    Ok(())
}

/// A file that is listed and cannot be read is no reason to leave it out.
fn read(root: &Path, name: &str) -> Disk<Vec<u8>> {
    let missing = || io::Error::from(io::ErrorKind::NotFound);
    at(&root.join(name), journal::read(root, name)?.ok_or_else(missing))
}

/// The children whose files a home has, whether or not they can be read.
pub fn children(root: &Path) -> Disk<Vec<Id>> {
    let files = journal::list(root, layout::CHILDREN)?;
    let id = |name: &str| Id::parse(name.strip_suffix(".toml")?, Kind::Child);
    Ok(files.iter().filter_map(|own| id(&own.name)).collect())
}

/// Puts the files of a backup into a folder that is empty; last the one that makes it a home.
pub fn restore(to: &Path, files: &[(String, Vec<u8>)]) -> Disk<()> {
    let mut folders: BTreeSet<PathBuf> = FOLDERS.iter().map(|own| to.join(own)).collect();
    folders.extend(files.iter().filter_map(|(name, _)| Some(to.join(name).parent()?.to_owned())));
    folders.iter().try_for_each(|folder| disk::create_folder(folder))?;
    let (last, first): (Vec<_>, Vec<_>) =
        files.iter().partition(|(name, _)| name == layout::SETTINGS);
    for (name, bytes) in first {
        let path = to.join(name);
        at(&path, file_system().write(&path, bytes))?;
        at(&path, file_system().sync(&path))?;
    }
    folders.iter().try_for_each(|folder| at(folder, file_system().sync_folder(folder)))?;
    // The machine whose backup it is goes on under its name: whoever writes here takes another.
    writer::take_new(to)?;
    last.into_iter().try_for_each(|(name, bytes)| disk::place(&to.join(name), bytes))
}
