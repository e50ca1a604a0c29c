//! What is kept in the cache of this machine: worked out from the records, never needed, and never
//! trusted over them. Damage is known by a sum.

use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::disk::{self, Disk};
use super::file_system::{FileTimes, file_system};
use super::stamp::{self, sum};
use super::{journal, layout};

/// One file of the cache.
pub struct KeptFile {
    path: PathBuf,
    /// The name under which it is written.
    temporary: PathBuf,
}

impl KeptFile {
    /// The file at this path below a home.
    pub fn at(root: &Path, file: &str) -> KeptFile {
        let path = root.join(file);
        KeptFile { temporary: path.with_extension("tmp"), path }
    }

    /// What is kept there, when it is what this program wrote.
    pub fn recall<T: DeserializeOwned>(&self) -> Option<T> {
        let bytes = disk::read(&self.path).ok()??;
        let (own, body) = bytes.split_first_chunk::<32>()?;
        let is_whole = *own == sum(body);
        is_whole.then(|| postcard::from_bytes(body).ok()).flatten()
    }

    /// Makes the file that is to be written, and tells what the disk's own clock says, where it has
    /// one.
    pub fn begin(&self) -> Disk<Option<FileTimes>> {
        if let Some(folder) = self.path.parent() {
            disk::create_folder(folder)?;
        }
        disk::at(&self.temporary, file_system().write(&self.temporary, b""))?;
        stamp::times(&self.temporary)
    }

    /// Keeps it, or nothing. What could not be kept is worked out again.
    pub fn keep(&self, whole: Option<&impl Serialize>) {
        let body = whole.and_then(|whole| postcard::to_allocvec(whole).ok());
        let bytes = body.map(|body| [&sum(&body)[..], &body].concat());
        let put = bytes.map(|bytes| disk::put_in_place(&self.path, &self.temporary, &bytes));
        if !matches!(put, Some(Ok(()))) {
            let _ = file_system().remove(&self.temporary);
        }
    }
}

/// A day, as its number.
pub type Day = i32;

/// The number of a day.
pub fn number(day: NaiveDate) -> Day {
    day.num_days_from_ce()
}

/// The day of a number.
pub fn day(number: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number)
}

/// May anything be kept beside the records as they are now? Not while a change is unfinished, and
/// not where this machine never wrote.
pub fn is_allowed(root: &Path) -> bool {
    disk::exists(&root.join(layout::MACHINE)) && !journal::is_pending(root)
}
