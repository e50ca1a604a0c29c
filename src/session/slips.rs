//! Slips that go out with phones.

use super::{Session, Stop};
use crate::domain::slip::Slip;
use crate::storage::slips;

impl Session {
    /// Keeps a slip under the lock. Returns the token that its page holds.
    ///
    /// # Errors
    /// The home is not to be written, or the disk failed.
    pub fn keep_slip(&self, slip: &mut Slip) -> Result<String, Stop> {
        let _lock = self.lock_to_write()?;
        Ok(slips::keep(self.root()?, slip)?)
    }

    /// The slip that a file says it is of, if it was made here and is as it was made.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn slip(&self, id: &str, token: &str) -> Result<Option<Slip>, Stop> {
        Ok(slips::find(self.root()?, id, token)?)
    }
}
