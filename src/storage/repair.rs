//! Mending what can be mended without a guess: a torn last line is set aside, never thrown away.

use std::path::Path;

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::layout;

/// A tail that was set aside.
#[derive(Debug, PartialEq, Eq)]
pub struct Tail {
    /// The log it was cut from, and where.
    pub file: String,
    pub offset: u64,
    /// Where it lies now.
    pub kept_in: String,
}

/// Sets the torn tail of a log aside: what stands after its last line break. The home's lock must
/// be held. The tail is safe in its new place before the log is cut.
pub fn set_tail_aside(root: &Path, file: &str) -> Disk<Option<Tail>> {
    let path = root.join(file);
    let bytes = disk::read(&path)?.unwrap_or_default();
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    // Without a whole line there is no log to go on with: that is for a person to look at.
    if whole == bytes.len() || whole == 0 {
        return Ok(None);
    }
    let kept_in = keep(root, &format!("{file}.{whole}"), &bytes[whole..])?;
    at(&path, file_system().truncate(&path, whole as u64))?;
    at(&path, file_system().sync(&path))?;
    Ok(Some(Tail { file: file.to_owned(), offset: whole as u64, kept_in }))
}

/// Keeps a file, or a piece of it, in the quarantine under its path's name, and tells where. What
/// lies there already is not written over.
pub fn keep(root: &Path, file: &str, bytes: &[u8]) -> Disk<String> {
    let folder = root.join(layout::QUARANTINE);
    disk::create_folder(&folder)?;
    let stem = file.replace('/', "-");
    let mut name = stem.clone();
    let mut number = 1;
    loop {
        let kept = folder.join(&name);
        let there = disk::read(&kept)?;
        if there.as_deref() == Some(bytes) || there.is_none() {
            disk::place(&kept, bytes)?;
            return Ok(format!("{}/{name}", layout::QUARANTINE));
        }
        number += 1;
        name = format!("{stem}-{number}");
    }
}
