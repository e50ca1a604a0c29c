//! Backups of a home that anybody could open: archives and copies of its folder, beside it or in
//! it.

use std::path::Path;

use super::disk::{self, Disk, FolderEntry};
use super::layout::{self, has_extension};
use super::{locked, practice};

/// How the names of archives end.
const ARCHIVES: [&str; 6] = [".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", LOCKED];

/// How the name of a backup of our own ends that a passphrase keeps.
pub const LOCKED: &str = ".locked";

/// What is in the name of a backup that does not begin with the home's own.
const WORDS: [&str; 4] = ["backup", "care", "备份", "之家"];

/// What anybody could open: an archive, or a folder that may be a home in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    Archive,
    Home,
}

/// The backups without a passphrase that lie beside a home or in it, by their paths from it.
pub fn without_passphrase(root: &Path) -> Disk<Vec<(String, Open)>> {
    let mut found: Vec<(String, Open)> = Vec::new();
    for own in disk::list_all(root)?.iter().filter(|own| is_archive(own)) {
        if !is_locked(&root.join(&own.name)) {
            found.push((own.name.clone(), Open::Archive));
        }
    }
    let whole = disk::whole_path(root);
    let (Some(folder), Some(name)) = (whole.parent(), whole.file_name()) else {
        return Ok(found);
    };
    let name = name.to_string_lossy().to_lowercase();
    let children = disk::list(&root.join(layout::CHILDREN))?;
    // What lies beside the home is nobody's record: a folder that may not be listed has none.
    for own in disk::list_all(folder).unwrap_or_default() {
        let path = folder.join(&own.name);
        let called = own.name.to_lowercase();
        let is_named = called.starts_with(&name) || WORDS.iter().any(|word| called.contains(word));
        let is_backup = match is_archive(&own) {
            true => is_named && !is_locked(&path),
            false => own.is_folder && called != name && is_copy(&path, &children),
        };
        if is_backup {
            let open = if own.is_folder { Open::Home } else { Open::Archive };
            found.push((format!("../{}", own.name), open));
        }
    }
    Ok(found)
}

fn is_archive(own: &FolderEntry) -> bool {
    let name = own.name.to_lowercase();
    !own.is_folder && ARCHIVES.iter().any(|ending| name.ends_with(ending))
}

/// Is it a home of the same children, and no copy for practising, in which nobody has their name?
fn is_copy(folder: &Path, children: &[FolderEntry]) -> bool {
    let has_child = |own: &FolderEntry| {
        has_extension(&own.name, "toml")
            && disk::exists(&folder.join(layout::CHILDREN).join(&own.name))
    };
    disk::exists(&folder.join(layout::SETTINGS))
        && !practice::is_practice(folder)
        && children.iter().any(has_child)
}

/// Does a passphrase keep it? Of these a backup of our own can have one, and a ZIP file: its first
/// entry says so.
fn is_locked(path: &Path) -> bool {
    let bytes = disk::read(path).ok().flatten().unwrap_or_default();
    locked::is_locked(&bytes)
        || bytes.starts_with(b"PK\x03\x04") && bytes.get(6).is_some_and(|flags| flags & 1 == 1)
}
