//! What a disk tells of files without opening them.

use serde::{Deserialize, Serialize};

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderEntry {
    /// Its last part alone.
    pub name: String,
    /// A folder, not a file or anything else.
    pub is_folder: bool,
    /// A link to something else.
    pub is_link: bool,
}

/// What a file system keeps of a file and changes with each write. Times are nanoseconds since
/// 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileTimes {
    /// In bytes.
    pub length: u64,
    /// When its content was changed last.
    pub modified: i128,
    /// When anything about it was changed last, its times too: nobody sets this one.
    pub changed: i128,
    /// What tells it from a file that was put in its place.
    pub inode: u64,
}

/// Times that are whole milliseconds come from a file system that keeps no finer ones, where two
/// changes may bear one time.
const COARSE: i128 = 1_000_000;

impl FileTimes {
    /// Are they so fine that two changes never bear one time?
    pub fn is_fine(&self) -> bool {
        self.modified % COARSE != 0 && self.changed % COARSE != 0
    }
}
