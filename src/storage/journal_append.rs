//! Applying a journal's step that adds lines to a file, any number of times.

use std::io;
use std::path::Path;

use super::disk::{self, Disk, at};
use super::file_system::file_system;

/// A file that somebody changed while a command's change of it was waiting.
pub fn changed_by_hand<T>(path: &Path) -> Disk<T> {
    let said = "changed by hand while .care/journal held a change of it";
    at(path, Err(io::Error::new(io::ErrorKind::InvalidData, said)))
}

/// What a file lacks of a text that was to stand at `offset`.
pub enum Lacks {
    Nothing,
    /// The text at its place; a part that an earlier try wrote is cut back first.
    Text,
    /// Somebody added lines there since: the text goes after theirs.
    TextAfterOthers,
    /// What stands there ends in a torn line of somebody else's.
    Unclear,
}

/// What of the text is not there yet.
pub fn lacks(bytes: &[u8], offset: u64, text: &[u8]) -> Lacks {
    let start = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
    let tail = &bytes[start..];
    // Where a file had grown and the disk had not written yet, zeros stand.
    let is_own = |(own, byte): (&u8, &u8)| own == byte || *own == 0;
    if tail.starts_with(text) || tail.windows(text.len()).any(|own| own == text) {
        Lacks::Nothing
    } else if tail.len() <= text.len() && tail.iter().zip(text).all(is_own) {
        Lacks::Text
    } else if tail.ends_with(b"\n") {
        Lacks::TextAfterOthers
    } else {
        Lacks::Unclear
    }
}

/// Adds a text to a file, or what of it is not there yet.
pub fn append(path: &Path, offset: u64, text: &str) -> Disk<()> {
    // Mostly the file ends where it did when the step was made; then nothing of it need be read.
    if at(path, file_system().length(path))? == Some(offset) {
        at(path, file_system().append(path, text.as_bytes()))?;
        return at(path, file_system().sync(path));
    }
    let bytes = disk::read(path)?.unwrap_or_default();
    match lacks(&bytes, offset, text.as_bytes()) {
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
