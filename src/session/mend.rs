//! Mending: what needs no guess is set aside, so that the rest is sound again.

use super::{Session, Stop};
use crate::domain::problem::Problem;
use crate::storage::blocked::{self, SetAside};
use crate::storage::disk::Disk;
use crate::storage::restore::{self, Restored};
use crate::storage::validate::ReadHome;
use crate::storage::{lock, repair};

impl Session {
    /// Sets aside the torn last lines among these problems; nothing is thrown away.
    pub fn set_aside(&self, torn: &[Problem]) -> Result<Vec<repair::Tail>, Stop> {
        if self.dry_run {
            return Ok(Vec::new());
        }
        let _lock = self.lock_to_write()?;
        let root = self.root()?;
        let tails = torn.iter().map(|problem| repair::set_tail_aside(root, &problem.file));
        let tails: Vec<Option<repair::Tail>> = tails.collect::<Disk<_>>()?;
        Ok(tails.into_iter().flatten().collect())
    }

    /// Restores the logs among these problems that a spreadsheet program saved, as far as nothing
    /// in them is lost; tells by its file what became of each. `None` while other files have
    /// faults, against which no log can be judged.
    pub fn restore(&self, saved: &[Problem]) -> Result<Option<Vec<(String, Restored)>>, Stop> {
        if self.dry_run || saved.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let _lock = self.lock_to_write()?;
        let root = self.root()?;
        let Ok(home) = ReadHome::read(root) else { return Ok(None) };
        let mut restored = Vec::new();
        for problem in saved {
            let own = restore::restore(root, &home, &problem.file)?;
            restored.extend(own.map(|own| (problem.file.clone(), own)));
        }
        Ok(Some(restored))
    }

    /// Makes the changes that wait for files which somebody changed by hand; those are set aside.
    pub fn settle(&self) -> Result<Vec<SetAside>, Stop> {
        let root = self.root()?;
        if self.dry_run || blocked::files(root)?.is_empty() {
            return Ok(Vec::new());
        }
        let lock = lock::take_as_it_is(root, self.wait, &self.who(), &self.waiting)?;
        let _lock = lock.ok_or_else(|| Stop::Busy(lock::holder(root)))?;
        Ok(blocked::settle(root)?)
    }
}
