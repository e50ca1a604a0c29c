//! Applying a journal's step that adds lines to a file, any number of times.

use std::io;
use std::path::Path;

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::step::{Lacks, lacks};

/// A file that somebody changed while a command's change of it was waiting.
pub fn changed_by_hand<T>(path: &Path) -> Disk<T> {
    let said = "changed by hand while .care/journal held a change of it";
    at(path, Err(io::Error::new(io::ErrorKind::InvalidData, said)))
}

/// When a step was made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// By this command, of the file as it stands.
    JustNow,
    /// By a command that was killed, or that could not write the file.
    Earlier,
}

/// Adds a text to a file, or what of it is not there yet.
pub fn append(path: &Path, offset: u64, lines: (Option<&str>, &str), since: Since) -> Disk<()> {
    let (_, text) = lines;
    // Mostly the file ends where it did a moment ago; then nothing of it need be read again.
    if since == Since::JustNow && at(path, file_system().length(path))? == Some(offset) {
        at(path, file_system().append(path, text.as_bytes()))?;
        return at(path, file_system().sync(path));
    }
    let bytes = disk::read(path)?.unwrap_or_default();
    match lacks(&bytes, offset, lines) {
        // As in `put`.
        Lacks::Nothing => return disk::place(path, &bytes),
        Lacks::Unclear => return changed_by_hand(path),
        Lacks::Text => {
            if bytes.len() as u64 > offset {
                at(path, file_system().truncate(path, offset))?;
            }
            at(path, file_system().append(path, text.as_bytes()))?;
        }
        Lacks::TextAfterOthers => at(path, file_system().append(path, text.as_bytes()))?,
    }
    at(path, file_system().sync(path))
}
