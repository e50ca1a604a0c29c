//! Putting a log back as it was before a spreadsheet program saved it.

use std::path::Path;

use super::disk::{self, Disk};
use super::repair;
use super::validate::ReadHome;
use crate::domain::problem::Problem;
use crate::domain::saved_log::{LogCell, Lost};

/// What became of a log that was to be restored.
pub enum Restored {
    Whole {
        /// Where the file lies now as the program saved it.
        kept_in: String,
        /// Where zeros may have been lost.
        numbers: Vec<LogCell>,
        to_the_minute: bool,
    },
    /// It stands as it is: these cells cannot be known.
    Lost(Vec<(LogCell, Lost)>),
    /// It stands as it is: what it would be has faults.
    Faulty(Vec<Problem>),
}

/// Restores a log, when a program has saved it and nothing in it is lost. The home's lock must be
/// held. The file is safe in its new place before its own is written.
pub fn restore(root: &Path, home: &ReadHome, file: &str) -> Disk<Option<Restored>> {
    let path = root.join(file);
    let bytes = disk::read(&path)?.unwrap_or_default();
    let Some(saved) = home.saved_log(file, &bytes) else { return Ok(None) };
    if !saved.lost.is_empty() {
        return Ok(Some(Restored::Lost(saved.lost)));
    }
    let faults = home.log_faults(file, saved.text.as_bytes());
    if !faults.is_empty() {
        return Ok(Some(Restored::Faulty(faults)));
    }
    let kept_in = repair::keep(root, file, &bytes)?;
    disk::place(&path, saved.text.as_bytes())?;
    let (numbers, to_the_minute) = (saved.numbers, saved.to_the_minute);
    Ok(Some(Restored::Whole { kept_in, numbers, to_the_minute }))
}
