//! What every command is given: where, when, in which language and form.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::failure::Failure;
use crate::domain::settings::FORMAT;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::render::{Format, visible};
use crate::storage::Store;
use crate::storage::lock::{self, Lock};

/// The circumstances of one run.
pub struct Context {
    /// The home, when one was found.
    pub root: Option<PathBuf>,
    /// Where the command was called.
    pub directory: PathBuf,
    pub lang: Lang,
    /// The instant, in the school's zone.
    pub now: DateTime<FixedOffset>,
    /// The day of judgement: `--today`, else the clock's day in the school's zone.
    pub today: NaiveDate,
    pub format: Format,
    pub output: Option<PathBuf>,
    pub quiet: bool,
    pub dry_run: bool,
    pub wait: Duration,
    /// The caller's name for this operation: repeated, it writes nothing twice.
    pub op_id: Option<String>,
    /// This process, for whoever waits for it.
    pub who: String,
}

impl Context {
    /// The home's folder.
    pub fn root(&self) -> Result<&PathBuf, Failure> {
        self.root.as_ref().ok_or_else(|| Failure::usage(&Msg::NoHome, self.lang))
    }

    /// The home, to be read for judging.
    pub fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(self.root()?.clone()))
    }

    /// Takes the home's lock for writing; a home of a newer format is not written.
    pub fn lock(&self) -> Result<Option<Lock>, Failure> {
        let format = self.store()?.settings().map_or(FORMAT, |settings| settings.format);
        if format > FORMAT {
            return Err(Failure::usage(&Msg::NewerFormat { format }, self.lang));
        }
        self.lock_folder(self.root()?)
    }

    /// Takes the lock of a folder that is a home or will be one; a dry run needs none.
    pub fn lock_folder(&self, root: &Path) -> Result<Option<Lock>, Failure> {
        if self.dry_run {
            return Ok(None);
        }
        let lock = lock::take(root, self.wait, &self.who, |holder| self.say_waiting(holder));
        let lock = lock.map_err(Failure::Disk)?;
        lock.map(Some).ok_or_else(|| Failure::Busy(lock::holder(root)))
    }

    /// Takes the lock of whoever sends mail.
    pub fn mail_lock(&self) -> Result<Lock, Failure> {
        let root = self.root()?;
        let waiting = |holder| self.say_waiting(holder);
        let lock = lock::take_for_mail(root, self.wait, &self.who, waiting);
        let lock = lock.map_err(Failure::Disk)?;
        lock.ok_or_else(|| Failure::Busy(lock::mail_holder(root)))
    }

    fn say_waiting(&self, holder: Option<String>) {
        let holder = holder.unwrap_or_default();
        let said = Msg::Waiting { holder: &holder }.text(self.lang);
        // Only a courtesy: the wait goes on when it cannot be said.
        let _ = writeln!(io::stderr(), "{}", visible(&said));
    }
}
