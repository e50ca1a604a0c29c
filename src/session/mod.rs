//! Floor 3: one run of the program upon one home, with two doors.
//!
//! [`Session::read`] reads: undisturbed by writers, sound, and as far back as an answer needs.
//! [`Session::change`] changes: under the lock, what it needs read anew, a named operation done
//! once, everything saved together, and entered in the ledger.

pub mod access;
mod backup;
pub mod begun;
pub mod change;
pub mod correction;
mod doubtful;
pub mod edit;
pub mod holding;
mod look_back;
pub mod matters;
mod mend;
pub mod practice;
pub mod read;
pub mod records;
pub mod rows;
mod slips;
pub mod undo;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::id::{Id, Kind};
use crate::domain::problem::Problem;
use crate::domain::settings::FORMAT;
use crate::domain::user::Viewer;
use crate::storage::Store;
use crate::storage::clock;
use crate::storage::disk::{self, DiskError};
use crate::storage::journal;
use crate::storage::layout;
use crate::storage::lock::{self, Lock};

/// The circumstances of one run.
pub struct Session {
    /// The home, when one was found.
    pub home: Option<Store>,
    /// The instant, in the school's zone.
    pub now: DateTime<FixedOffset>,
    /// The day of judgement: `--today`, else the clock's day in the school's zone.
    pub today: NaiveDate,
    /// Was it given, so that no judgement leans on the clock?
    pub is_today_given: bool,
    pub dry_run: bool,
    /// How long a writer waits for another.
    pub wait: Duration,
    /// The caller's name for this operation: repeated, it writes nothing twice.
    pub op_id: Option<String>,
    /// The command's name.
    pub command: String,
    /// Whoever runs it.
    pub viewer: Viewer,
    /// The children of whom it has read, by name, when an answer goes into a file.
    pub met: Option<RefCell<BTreeMap<Id, String>>>,
    /// Says for whom this run waits, when it waits long.
    pub waiting: Box<dyn Fn(Option<String>)>,
    /// Shows how far a long piece of work is: so many of all pieces.
    pub progress: fn(usize, usize),
}

/// Why a door stayed shut.
#[derive(Debug)]
pub enum Stop {
    /// There is no home here.
    NoHome,
    /// The settings tell of users, and whoever runs the program is none of them.
    Nobody,
    /// The home has a format that this program may read and not write.
    NewerFormat {
        format: i64,
    },
    /// The records have faults.
    BadData(Vec<Problem>),
    /// Another process holds the home. Who it is, when that is known.
    Busy(Option<String>),
    /// Input or output failed, and nothing was saved.
    Disk(DiskError),
    /// The same, while the change of an earlier command is saved and waits to be written.
    Waiting(DiskError),
    /// The named operation was done, and taken back since.
    Withdrawn {
        batch: String,
    },
    /// A line of the ledger cannot be read, so whether the named operation was done is not known.
    Unknown,
    /// A look could not be recorded, so nothing is shown.
    Unrecorded(DiskError),
    /// No event is called so.
    NoEvent {
        id: String,
    },
    SeveralEvents {
        id: String,
    },
}

impl From<DiskError> for Stop {
    fn from(error: DiskError) -> Stop {
        Stop::Disk(error)
    }
}

impl From<Vec<Problem>> for Stop {
    fn from(faults: Vec<Problem>) -> Stop {
        Stop::BadData(faults)
    }
}

impl Session {
    /// The home.
    pub fn store(&self) -> Result<&Store, Stop> {
        self.home.as_ref().ok_or(Stop::NoHome)
    }

    /// The home's folder.
    pub fn root(&self) -> Result<&Path, Stop> {
        self.store().map(Store::root)
    }

    /// Takes the lock of a folder that is a home or will be one.
    fn lock(&self, root: &Path) -> Result<Lock, Stop> {
        let taken = lock::take(root, self.wait, &self.who(), &self.waiting);
        // A change that was blocked by hand, or a damaged journal, does not go on by itself.
        let is_of_disk = |error: &DiskError| {
            !matches!(error.source.kind(), ErrorKind::InvalidData | ErrorKind::Other)
        };
        let taken =
            taken.map_err(|error| match is_of_disk(&error) && journal::is_pending(root) {
                true => Stop::Waiting(error),
                false => Stop::Disk(error),
            })?;
        taken.ok_or_else(|| Stop::Busy(lock::holder(root)))
    }

    /// Takes the home's lock for writing; a home of a newer format is not written.
    fn lock_to_write(&self) -> Result<Lock, Stop> {
        let store = self.store()?;
        let format = store.settings().map_or(FORMAT, |settings| settings.format);
        if format > FORMAT {
            return Err(Stop::NewerFormat { format });
        }
        // Whoever writes is told in return whose record it is.
        self.somebody()?;
        self.lock(store.root())
    }

    /// Goes on only for somebody whom the settings do not shut out. While these have faults it is
    /// not known who that is.
    pub fn somebody(&self) -> Result<(), Stop> {
        if !self.viewer.is_nobody() {
            return Ok(());
        }
        let mut faults = self.store()?.settings_faults();
        faults.retain(Problem::is_fault);
        Err(if faults.is_empty() { Stop::Nobody } else { Stop::BadData(faults) })
    }

    /// Takes the lock of whoever sends mail; records may be written meanwhile.
    pub fn mail_lock(&self) -> Result<Lock, Stop> {
        let root = self.root()?;
        let taken = lock::take_for_mail(root, self.wait, &self.who(), &self.waiting)?;
        taken.ok_or_else(|| Stop::Busy(lock::mail_holder(root)))
    }

    /// Who writes at this moment; nobody mostly.
    pub fn is_writing(&self) -> Result<Option<String>, DiskError> {
        let Some(store) = &self.home else { return Ok(None) };
        // Where this machine never wrote, nobody does, and no lock is left behind.
        if !disk::exists(&store.root().join(layout::MACHINE)) {
            return Ok(None);
        }
        let taken = lock::take_as_it_is(store.root(), Duration::ZERO, &self.who(), |_| ())?;
        Ok(taken.is_none().then(|| lock::holder(store.root()).unwrap_or_default()))
    }

    /// Was a change saved that waits to be finished?
    pub fn is_unfinished(&self) -> bool {
        self.home.as_ref().is_some_and(|store| journal::is_pending(store.root()))
    }

    /// What is wrong with the clock, when it stands long before what this machine has written.
    pub fn clock_behind(&self) -> Result<Option<Problem>, Stop> {
        Ok(clock::behind(self.root()?, self.now)?)
    }

    /// The same where the clock matters: in a judgement that was given its day it does not, but
    /// nothing is written or mailed under a wrong clock.
    pub fn clock_fault(&self, to_write: bool) -> Result<Option<Problem>, Stop> {
        let leans_on_clock = to_write || !self.is_today_given;
        Ok(self.clock_behind()?.filter(|_| leans_on_clock))
    }

    /// Takes the clock's word against what this machine has written.
    pub fn trust_clock(&self) -> Result<(), Stop> {
        let _lock = self.lock_to_write()?;
        Ok(clock::set(self.root()?, self.now)?)
    }

    /// This process, for whoever waits for it.
    fn who(&self) -> String {
        let (pid, time) = (std::process::id(), self.now.format("%H:%M:%S"));
        format!("care {} (pid {pid}, {time})", self.command)
    }
}

/// A new id that nobody could guess; with ten random letters two never meet.
pub fn new_id(kind: Kind) -> Id {
    let mut random = [0u8; 10];
    // Every supported system has a source of randomness; without one, ids would collide.
    getrandom::fill(&mut random).expect("the system gives random bytes");
    Id::from_random(kind, &random)
}
