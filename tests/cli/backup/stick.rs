//! A disk with a stick in it: one that knows no modes, or is pulled out, or keeps other bytes than
//! were written.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::path::Path;
use std::time::Duration;

use care::{FileSystem, FolderEntry, RealDisk};

/// The real disk, but for what is set here.
#[derive(Default)]
pub struct Stick {
    /// What is on it cannot be kept from others.
    pub has_no_modes: bool,
    /// The system does not say who may read what is on it.
    pub is_silent: bool,
    /// It keeps another bit of a backup than was written.
    pub is_worn: bool,
    /// It tells of every file as made when it was last written.
    pub forgets_makings: bool,
    /// Of no file it is known when it was made.
    pub knows_no_makings: bool,
    /// The machine that it is in; none is this one.
    pub machine: Option<&'static str>,
    /// So many files are written or renamed, then it is gone.
    pub lasts: Option<Cell<usize>>,
}

impl Stick {
    fn last(&self) -> io::Result<()> {
        let Some(lasts) = &self.lasts else { return Ok(()) };
        lasts.set(lasts.get().checked_sub(1).ok_or_else(|| io::Error::other("pulled out"))?);
        Ok(())
    }
}

impl FileSystem for Stick {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = RealDisk.read(path)?;
        let is_backup = path.to_string_lossy().contains("care-backup-");
        if let Some(byte) = bytes.as_mut().and_then(|own| own.get_mut(700))
            && self.is_worn
            && is_backup
        {
            *byte ^= 1;
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>> {
        RealDisk.list(folder)
    }

    fn exists(&self, path: &Path) -> bool {
        RealDisk.exists(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_folder(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.last()?;
        RealDisk.write(path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        RealDisk.append(path, bytes)
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        RealDisk.truncate(path, length)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.last()?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn lock(&self, path: &Path, wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
        RealDisk.lock(path, wait)
    }

    fn readable_by_others(&self, path: &Path) -> Option<bool> {
        if self.is_silent {
            return None;
        }
        if self.has_no_modes { Some(true) } else { RealDisk.readable_by_others(path) }
    }

    fn is_special(&self, path: &Path) -> bool {
        RealDisk.is_special(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<std::path::PathBuf> {
        RealDisk.canonical(path)
    }

    fn lasting_mark(&self, path: &Path) -> Option<String> {
        if self.knows_no_makings {
            return Some("disk 4d44".to_owned());
        }
        if self.forgets_makings {
            return Some(format!("{:?}", path.metadata().ok()?.modified().ok()?));
        }
        RealDisk.lasting_mark(path)
    }
    fn machine_marks(&self) -> Vec<String> {
        self.machine.map_or_else(|| RealDisk.machine_marks(), |own| vec![own.to_owned()])
    }
}
