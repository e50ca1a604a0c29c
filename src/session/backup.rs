//! A backup of the home.

use super::{Session, Stop};
use crate::domain::id::Id;
use crate::storage::{backup_file, backup_note};

impl Session {
    /// Every file of a backup with its bytes, undisturbed by writers; faults in them do not matter.
    pub fn files_to_back_up(&self) -> Result<Vec<(String, Vec<u8>)>, Stop> {
        let root = self.root()?;
        self.undisturbed(|| Ok(backup_file::files(root)?))
    }

    /// The children of whom a backup tells.
    pub fn children_to_back_up(&self) -> Result<Vec<Id>, Stop> {
        Ok(backup_file::children(self.root()?)?)
    }

    /// Notes that a backup was made, into a folder of this name.
    pub fn backed_up(&self, folder: &str) -> Result<(), Stop> {
        backup_note::note(self.root()?, self.now.date_naive(), folder);
        Ok(())
    }
}
