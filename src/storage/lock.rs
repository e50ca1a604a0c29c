//! One lock for the home, on a file of its own: a second writer waits.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use super::disk::{self, Disk, DiskError};
use super::layout;

/// The lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// How often a waiting writer asks again.
const PAUSE: Duration = Duration::from_millis(50);

/// Takes the lock, waiting at most `wait`; `None` when another process holds it all that time.
pub fn take(root: &Path, wait: Duration) -> Disk<Option<Lock>> {
    disk::create_folder(&root.join(layout::MACHINE))?;
    let path = root.join(layout::LOCK);
    let file = disk::open_lock(&path)?;
    let mut left = wait;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Lock { _file: file })),
            Err(TryLockError::Error(source)) => return Err(DiskError { path, source }),
            Err(TryLockError::WouldBlock) if left.is_zero() => return Ok(None),
            Err(TryLockError::WouldBlock) => {
                let pause = PAUSE.min(left);
                std::thread::sleep(pause);
                left -= pause;
            }
        }
    }
}
