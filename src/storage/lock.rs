//! One lock for the home, on a file of its own: a second writer waits.

use std::any::Any;
use std::path::Path;
use std::time::Duration;

use super::disk::{self, Disk, at};
use super::medium::medium;
use super::{journal, layout};

/// The lock, held until it is dropped.
pub struct Lock {
    _held: Box<dyn Any>,
}

/// How often a waiting writer asks again.
const PAUSE: Duration = Duration::from_millis(20);

/// After how long a waiting writer says what it waits for.
const SILENCE: Duration = Duration::from_secs(2);

/// Takes the lock, waiting at most `wait`, and finishes what a command left behind; `None` when
/// another process holds it all that time. A longer wait is said once, by `waiting`.
pub fn take(
    root: &Path,
    wait: Duration,
    who: &str,
    waiting: impl FnOnce(Option<String>),
) -> Disk<Option<Lock>> {
    disk::create_folder(&root.join(layout::MACHINE))?;
    let path = root.join(layout::LOCK);
    let mut left = wait;
    let mut waited = Duration::ZERO;
    let mut waiting = Some(waiting);
    loop {
        if let Some(held) = at(&path, medium().lock(&path))? {
            // Only a courtesy to whoever waits: failing to leave a name is no error.
            let _ = medium().write(&root.join(layout::HOLDER), who.as_bytes());
            journal::recover(root)?;
            return Ok(Some(Lock { _held: held }));
        }
        if left.is_zero() {
            return Ok(None);
        }
        if let Some(say) = waiting.take_if(|_| waited >= SILENCE) {
            say(holder(root));
        }
        let pause = PAUSE.min(left);
        std::thread::sleep(pause);
        left -= pause;
        waited += pause;
    }
}

/// Who held the lock last.
pub fn holder(root: &Path) -> Option<String> {
    let bytes = disk::read(&root.join(layout::HOLDER)).ok()??;
    Some(String::from_utf8_lossy(&bytes).trim().to_owned())
}
