//! A disk in memory, quick to make anew: what was written can be told from what was there.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use care::{FileSystem, FolderEntry};

/// Files by their paths; folders are where files are.
pub type Files = BTreeMap<PathBuf, Rc<Vec<u8>>>;

/// The disk.
pub struct MemoryDisk(RefCell<Files>);

impl MemoryDisk {
    /// A disk with these files.
    pub fn new(files: Files) -> Rc<MemoryDisk> {
        Rc::new(MemoryDisk(RefCell::new(files)))
    }

    /// What is on it now.
    pub fn files(&self) -> Files {
        self.0.borrow().clone()
    }

    fn change(&self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
        let mut files = self.0.borrow_mut();
        let file = files.entry(path.to_owned()).or_default();
        change(Rc::make_mut(file));
    }
}

impl FileSystem for MemoryDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        Ok(self.0.borrow().get(path).map(|bytes| bytes.to_vec()))
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>> {
        if !self.exists(folder) {
            return Ok(None);
        }
        let files = self.0.borrow();
        let below = files.keys().filter_map(|path| path.strip_prefix(folder).ok());
        let entry = |below: &Path| {
            let mut parts = below.components();
            let name = parts.next()?.as_os_str().to_string_lossy().into_owned();
            Some(FolderEntry { name, is_folder: parts.next().is_some(), is_link: false })
        };
        let mut entries: Vec<FolderEntry> = below.filter_map(entry).collect();
        entries.sort_unstable();
        entries.dedup();
        Ok(Some(entries))
    }

    fn exists(&self, path: &Path) -> bool {
        let files = self.0.borrow();
        files.contains_key(path) || files.keys().any(|file| file.starts_with(path))
    }

    fn create_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.change(path, |file| bytes.clone_into(file));
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.change(path, |file| file.extend_from_slice(bytes));
        Ok(())
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        self.change(path, |file| file.resize(usize::try_from(length).unwrap(), 0));
        Ok(())
    }

    fn sync(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut files = self.0.borrow_mut();
        let bytes = files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        files.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.borrow_mut().remove(path).map(drop).ok_or(io::ErrorKind::NotFound.into())
    }

    fn lock(&self, _path: &Path, _wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
        Ok(Some(Box::new(())))
    }

    fn readable_by_others(&self, _path: &Path) -> Option<bool> {
        Some(false)
    }

    fn is_special(&self, _path: &Path) -> bool {
        false
    }

    fn wait(&self, _time: Duration) {}
}
