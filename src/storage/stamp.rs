//! By what a file is known not to have changed since it was read.

use std::path::Path;

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, at};
use super::file_system::{FileTimes, file_system};

/// What a file looked like when it was read: its times where they tell every change, else its
/// content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stamp {
    Times(FileTimes),
    Content([u8; 32]),
}

/// What was written so shortly before it was read may be written again under the same times.
const FRESH: i128 = 3_000_000_000;

impl Stamp {
    /// The stamp of a file; `None` when there is no such file. `now` are the times of a file that
    /// was written just now on the same disk, where it has any: its clock counts, and no other.
    pub fn of(path: &Path, now: Option<FileTimes>) -> Disk<Option<Stamp>> {
        match times(path)?.filter(|own| now.is_some_and(|now| are_sure(own, now))) {
            Some(times) => Ok(Some(Stamp::Times(times))),
            None => Ok(content(path)?.map(Stamp::Content)),
        }
    }

    /// Is the file still the one that was read?
    pub fn holds(&self, path: &Path) -> Disk<bool> {
        match self {
            Stamp::Times(own) => Ok(times(path)?.is_some_and(|now| now == *own)),
            Stamp::Content(own) => Ok(content(path)?.is_some_and(|now| now == *own)),
        }
    }
}

/// What the disk tells of a file, if it is there.
pub fn times(path: &Path) -> Disk<Option<FileTimes>> {
    at(path, file_system().times(path))
}

/// Does each change after this moment change these times? `now` as for a stamp.
pub fn are_sure(times: &FileTimes, now: FileTimes) -> bool {
    let is_old = |time: i128, now: i128| time < now - FRESH;
    let are_old = is_old(times.modified, now.modified) && is_old(times.changed, now.changed);
    times.is_fine() && are_old
}

fn content(path: &Path) -> Disk<Option<[u8; 32]>> {
    Ok(disk::read(path)?.map(|bytes| sum(&bytes)))
}

/// A sum of bytes, by which damage is known.
pub fn sum(bytes: &[u8]) -> [u8; 32] {
    let mut sum = [0; 32];
    sum.copy_from_slice(digest(&SHA256, bytes).as_ref());
    sum
}
