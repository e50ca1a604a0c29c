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

/// Takes the lock, waiting at most `wait`, and finishes what a command left behind; `None` when
/// another process holds it all that time.
pub fn take(root: &Path, wait: Duration, who: &str) -> Disk<Option<Lock>> {
    disk::create_folder(&root.join(layout::MACHINE))?;
    let path = root.join(layout::LOCK);
    let mut left = wait;
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
        let pause = PAUSE.min(left);
        std::thread::sleep(pause);
        left -= pause;
    }
}

/// Who held the lock last.
pub fn holder(root: &Path) -> Option<String> {
    let bytes = disk::read(&root.join(layout::HOLDER)).ok()??;
    Some(String::from_utf8_lossy(&bytes).trim().to_owned())
}
