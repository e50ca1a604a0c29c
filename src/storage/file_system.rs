//! The primitive accesses to a disk, behind a trait, so that a faulting disk can stand in for the
//! real one.

use std::any::Any;
use std::cell::RefCell;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

pub use super::file_facts::{FileTimes, FolderEntry};
use super::whole::read_whole;
use super::{lock_queue, owner};

/// A disk. Each call is one step that may fail, or after which the power may be cut; what was
/// written is sure to stay only after `sync` of the file and, for its name, of its folder.
pub trait FileSystem {
    /// A file's bytes; `None` when there is no such file.
    ///
    /// # Errors
    /// Whatever the disk says but that the file is missing.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;
    /// How many bytes a file has; `None` when there is none. Errors as those of `read`.
    fn length(&self, path: &Path) -> io::Result<Option<u64>> {
        Ok(self.read(path)?.map(|bytes| bytes.len() as u64))
    }
    /// A folder's names; `None` when there is no such folder.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>>;
    /// Is there something at this path?
    fn exists(&self, path: &Path) -> bool;
    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a file, or empties it, and writes the bytes.
    ///
    /// # Errors
    /// Whatever the disk says; a part may have been written.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Adds bytes at a file's end.
    ///
    /// # Errors
    /// Whatever the disk says; a part may have been written.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Cuts a file back to a length.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn truncate(&self, path: &Path, length: u64) -> io::Result<()>;
    /// Can a file that is there be added to and replaced, or does another program hold it?
    ///
    /// # Errors
    /// It cannot, and why.
    fn is_free(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }
    /// Makes a file's content durable.
    ///
    /// # Errors
    /// Whatever the disk says; a failed one is never tried again.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder's names durable.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file another name, whole or not at all.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file, or a folder that is empty.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Locks a file, making it when it is not there; `None` when others hold it for so long. Who
    /// waits first is first. The lock is held until the value is dropped.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn lock(&self, path: &Path, wait: Duration) -> io::Result<Option<Box<dyn Any>>>;
    /// May others than the owner read the file? `None` where the system does not say.
    fn readable_by_others(&self, path: &Path) -> Option<bool>;
    /// Lets nobody but the owner read or write a file that is there.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn keep_for_owner(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }
    /// Is it there, and no ordinary file: a device or a pipe?
    fn is_special(&self, path: &Path) -> bool;
    /// Is it a link to something else?
    fn is_link(&self, _path: &Path) -> bool {
        false
    }
    /// The path of what is there, all links followed.
    ///
    /// # Errors
    /// Nothing is there, or whatever the disk says.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }
    /// By what a change of a file shows; `None` when there is no such file, or no times that
    /// tell every change.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn times(&self, _path: &Path) -> io::Result<Option<FileTimes>> {
        Ok(None)
    }
    /// What tells this very file from a copy of it, as long as it is there under whatever name.
    fn mark(&self, _path: &Path) -> Option<String> {
        None
    }
    /// The same where the disk may have been taken out and put in again meanwhile.
    fn lasting_mark(&self, path: &Path) -> Option<String> {
        self.mark(path)
    }
    /// What tells this machine from others.
    fn machine_marks(&self) -> Vec<String> {
        Vec::new()
    }
    /// Lets a while pass, so that another writer comes to the end of its line.
    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

thread_local! {
    static IN_PLACE: RefCell<Rc<dyn FileSystem>> = RefCell::new(Rc::new(RealDisk));
}

/// The disk of this thread.
pub fn file_system() -> Rc<dyn FileSystem> {
    IN_PLACE.with_borrow(Rc::clone)
}

/// Runs something with another disk in place of the real one, on this thread.
pub fn with_disk<T>(disk: Rc<dyn FileSystem>, run: impl FnOnce() -> T) -> T {
    let before = IN_PLACE.replace(disk);
    let done = run();
    IN_PLACE.set(before);
    done
}

/// The machine's own disk. Files are made for their owner alone.
pub struct RealDisk;

impl FileSystem for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        // A pipe would be waited for without end, and a device has none.
        let Some(meta) = missing_is_none(fs::metadata(path))? else { return Ok(None) };
        let is_readable = meta.is_file() && meta.len() <= LARGEST;
        if !is_readable {
            return Err(not_ordinary());
        }
        let whole = || File::open(path).and_then(|own| read_whole(own, meta.len()));
        missing_is_none(owner::patiently(whole))
    }

    fn length(&self, path: &Path) -> io::Result<Option<u64>> {
        Ok(missing_is_none(fs::metadata(path))?.map(|meta| meta.len()))
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>> {
        let Some(entries) = missing_is_none(fs::read_dir(folder))? else { return Ok(None) };
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            Ok(FolderEntry { name, is_folder: kind.is_dir(), is_link: kind.is_symlink() })
        };
        entries.map(entry).collect::<io::Result<Vec<FolderEntry>>>().map(Some)
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        owner::create_folder(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.is_special(path) {
            return Err(not_ordinary());
        }
        let mut options = OpenOptions::new();
        let options = owner::only(options.write(true).create(true).truncate(true));
        owner::patiently(|| options.open(path))?.write_all(bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        owner::patiently(|| OpenOptions::new().append(true).open(path))?.write_all(bytes)
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        owner::patiently(|| OpenOptions::new().write(true).open(path)?.set_len(length))
    }

    fn is_free(&self, path: &Path) -> io::Result<()> {
        owner::is_free(path)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        owner::patiently(|| OpenOptions::new().write(true).open(path))?.sync_all()
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        owner::sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        owner::patiently(|| fs::rename(from, to))?;
        owner::renamed(to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let is_folder = fs::symlink_metadata(path)?.is_dir();
        owner::patiently(|| if is_folder { fs::remove_dir(path) } else { fs::remove_file(path) })
    }

    fn lock(&self, path: &Path, wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
        if self.is_special(path) {
            return Err(not_ordinary());
        }
        let mut options = OpenOptions::new();
        let options = owner::only(options.write(true).create(true).truncate(false));
        let file = owner::patiently(|| options.open(path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) if wait.is_zero() => Ok(None),
            Err(TryLockError::WouldBlock) => lock_queue::wait_in(file, wait),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn readable_by_others(&self, path: &Path) -> Option<bool> {
        owner::readable_by_others(path)
    }

    fn keep_for_owner(&self, path: &Path) -> io::Result<()> {
        owner::keep(path)
    }

    fn is_special(&self, path: &Path) -> bool {
        path.metadata().is_ok_and(|meta| !meta.is_file())
    }

    fn is_link(&self, path: &Path) -> bool {
        path.is_symlink()
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn times(&self, path: &Path) -> io::Result<Option<FileTimes>> {
        Ok(missing_is_none(fs::metadata(path))?.and_then(|meta| owner::times(&meta)))
    }

    fn mark(&self, path: &Path) -> Option<String> {
        owner::mark(&path.metadata().ok()?)
    }

    fn lasting_mark(&self, path: &Path) -> Option<String> {
        owner::lasting_mark(path)
    }

    fn machine_marks(&self) -> Vec<String> {
        owner::machine_marks()
    }
}

/// No record is as large as this; what is, is no record.
const LARGEST: u64 = 256 * 1024 * 1024;

fn not_ordinary() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file")
}

fn missing_is_none<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
