//! Waiting for the home's lock behind those who came before.

use std::any::Any;
use std::fs::File;
use std::io;
use std::sync::mpsc;
use std::time::Duration;

/// Stands in the kernel's queue for a lock. A thread does, for the queue itself knows no end of
/// waiting; a lock that comes too late is let go at once.
pub fn wait_in(file: File, wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
    let (give, take) = mpsc::channel();
    std::thread::Builder::new().spawn(move || give.send(file.lock().map(|()| file)))?;
    match take.recv_timeout(wait) {
        Ok(locked) => locked.map(|file| Some(Box::new(file) as Box<dyn Any>)),
        Err(_) => Ok(None),
    }
}
