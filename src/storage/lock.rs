//! One lock for the home and one for its mail, each on a file of its own: a second one waits.

use std::any::Any;
use std::path::Path;
use std::time::Duration;

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::{journal, layout};

/// The lock, held until it is dropped.
pub struct Lock {
    /// Was something finished that a command had left behind?
    pub finished: bool,
    _held: Box<dyn Any>,
}

/// After how long a waiting writer says what it waits for.
const SILENCE: Duration = Duration::from_secs(2);

/// What is locked, and where its holder leaves a name.
struct Door {
    lock: &'static str,
    holder: &'static str,
}

const HOME: Door = Door { lock: layout::LOCK, holder: layout::HOLDER };
const MAIL: Door = Door { lock: layout::MAIL_LOCK, holder: layout::MAIL_HOLDER };

/// Takes the home's lock, waiting at most `wait`, and finishes what a command left behind; `None`
/// when another process holds it all that time. A longer wait is said once, by `waiting`.
pub fn take(
    root: &Path,
    wait: Duration,
    who: &str,
    waiting: impl FnOnce(Option<String>),
) -> Disk<Option<Lock>> {
    let Some(lock) = take_as_it_is(root, wait, who, waiting)? else { return Ok(None) };
    Ok(Some(Lock { finished: journal::recover(root)?, ..lock }))
}

/// Takes the home's lock in the same manner and leaves what was left behind as it is.
pub fn take_as_it_is(
    root: &Path,
    wait: Duration,
    who: &str,
    waiting: impl FnOnce(Option<String>),
) -> Disk<Option<Lock>> {
    enter(root, &HOME, wait, who, waiting)
}

/// Takes the lock of whoever sends mail, in the same manner; records may be written meanwhile.
pub fn take_for_mail(
    root: &Path,
    wait: Duration,
    who: &str,
    waiting: impl FnOnce(Option<String>),
) -> Disk<Option<Lock>> {
    enter(root, &MAIL, wait, who, waiting)
}

fn enter(
    root: &Path,
    door: &Door,
    wait: Duration,
    who: &str,
    waiting: impl FnOnce(Option<String>),
) -> Disk<Option<Lock>> {
    if !disk::exists(&root.join(layout::MACHINE)) {
        disk::create_folder(&root.join(layout::MACHINE))?;
    }
    let path = root.join(door.lock);
    let taken = |wait| at(&path, file_system().lock(&path, wait));
    let mut held = taken(wait.min(SILENCE))?;
    let longer = wait.saturating_sub(SILENCE);
    if held.is_none() && !longer.is_zero() {
        waiting(name_in(root, door));
        held = taken(longer)?;
    }
    let Some(held) = held else { return Ok(None) };
    // Only a courtesy to whoever waits: failing to leave a name is no error.
    let _ = file_system().write(&root.join(door.holder), who.as_bytes());
    Ok(Some(Lock { finished: false, _held: held }))
}

/// Who held the home's lock last.
pub fn holder(root: &Path) -> Option<String> {
    name_in(root, &HOME)
}

/// Who sent mail last.
pub fn mail_holder(root: &Path) -> Option<String> {
    name_in(root, &MAIL)
}

fn name_in(root: &Path, door: &Door) -> Option<String> {
    let bytes = disk::read(&root.join(door.holder)).ok()??;
    Some(String::from_utf8_lossy(&bytes).trim().to_owned())
}
