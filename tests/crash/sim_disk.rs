//! A disk in memory that keeps what happened on it, step by step, and can fail or be cut off.
//! What a power cut leaves of it is told in `unsettled`. A failed sync of a folder is not made up
//! for by a second one: only after another change of its names is there something to write. Nor is
//! that of a file: what it was to save stands in memory until the file is written anew.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use care::{FileSystem, FolderEntry, patiently};

use crate::faults::{Fault, Held};
use crate::state::{Change, State, is_never_read};
use crate::unsettled::{Event, Unsettled};

/// The disk.
pub struct SimDisk {
    inner: RefCell<Inner>,
    reads: RefCell<Vec<PathBuf>>,
    /// The end of the path of a file that another program has open.
    open: Option<String>,
}

struct Inner {
    /// What the program sees.
    seen: State,
    /// What happened in each step.
    history: Vec<Vec<Event>>,
    fault: Option<Fault>,
    held: Option<Held>,
    /// Folders whose sync failed, with no change of their names since.
    given_up: BTreeSet<PathBuf>,
    /// Files whose sync failed: their bytes stand in memory alone.
    in_memory: BTreeSet<usize>,
    /// After so many steps the power is off; none when it never is.
    cut: Option<usize>,
}

impl SimDisk {
    /// A disk that holds this.
    pub fn new(unsettled: &Unsettled) -> SimDisk {
        SimDisk::seeing(unsettled.seen())
    }

    /// A disk of which a program sees this.
    pub fn seeing(seen: State) -> SimDisk {
        let (history, given_up, in_memory) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        let inner =
            Inner { seen, history, fault: None, held: None, given_up, in_memory, cut: None };
        SimDisk { inner: RefCell::new(inner), reads: RefCell::default(), open: None }
    }

    /// The same where another program holds the file of a step.
    pub fn held(self, held: Held) -> SimDisk {
        self.inner.borrow_mut().held = Some(held);
        self
    }

    /// The same where another program has a file open all the time.
    pub fn open_elsewhere(self, path: &str) -> SimDisk {
        SimDisk { open: Some(path.to_owned()), ..self }
    }

    /// With a step that fails.
    pub fn failing(self, fault: Fault) -> SimDisk {
        self.inner.borrow_mut().fault = Some(fault);
        self
    }

    /// The same with the power off after so many steps.
    pub fn cut_after(self, steps: usize) -> SimDisk {
        self.inner.borrow_mut().cut = Some(steps);
        self
    }

    /// What happened, step by step.
    pub fn history(&self) -> Vec<Vec<Event>> {
        self.inner.borrow().history.clone()
    }

    /// The files whose bytes were read, each as often as that happened.
    pub fn reads(&self) -> Vec<PathBuf> {
        self.reads.borrow().clone()
    }

    /// What the program sees now.
    pub fn seen(&self) -> State {
        self.inner.borrow().seen.clone()
    }

    /// One step that changes something or makes it durable.
    fn step(&self, act: impl FnOnce(&mut Inner) -> io::Result<()>) -> io::Result<()> {
        self.step_or(act, |_| Ok(()))
    }

    /// One step, and what a failing one leaves behind.
    fn step_or(
        &self,
        act: impl FnOnce(&mut Inner) -> io::Result<()>,
        half: impl FnOnce(&mut Inner) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut inner = self.inner.borrow_mut();
        let at = inner.history.len();
        if inner.cut.is_some_and(|cut| at >= cut) {
            return Err(io::Error::other("the power is off"));
        }
        inner.history.push(Vec::new());
        let fails = |fault: &Fault| fault.at == at || fault.sticky && fault.at < at;
        if let Some(fault) = inner.fault.filter(fails) {
            if fault.half {
                half(&mut inner)?;
            }
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        patiently(|_| (), || inner.held.as_mut().map_or(Ok(()), |held| held.let_go(at)))?;
        act(&mut inner)
    }
}

impl Inner {
    fn change(&mut self, change: Change) {
        self.seen.apply(&change);
        if let Change::Bytes(file, _) = &change {
            self.in_memory.remove(file);
        }
        if let Some(folder) = change.path().and_then(Path::parent) {
            self.given_up.remove(folder);
        }
        self.happened(Event::Changed(change));
    }

    fn happened(&mut self, event: Event) {
        self.history.last_mut().unwrap().push(event);
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        self.seen.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// The file of this name, made when there is none.
    fn made(&mut self, path: &Path) -> io::Result<usize> {
        if let Ok(file) = self.file(path) {
            return Ok(file);
        }
        if !self.seen.is_folder(path.parent().unwrap()) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let file = self.seen.bytes.len();
        self.seen.file(file);
        self.change(Change::Name(path.to_owned(), file));
        Ok(file)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let file = self.made(path)?;
        self.change(Change::Bytes(file, bytes.to_vec()));
        Ok(())
    }

    fn append(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let file = self.file(path)?;
        self.change(Change::Added(file, bytes.to_vec()));
        Ok(())
    }
}

impl FileSystem for SimDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        assert!(!is_never_read(path), "{} is read", path.display());
        let inner = self.inner.borrow();
        let bytes = inner.file(path).ok().map(|file| Vec::clone(&inner.seen.bytes[file]));
        if bytes.is_some() {
            self.reads.borrow_mut().push(path.to_owned());
        }
        Ok(bytes)
    }

    fn length(&self, path: &Path) -> io::Result<Option<u64>> {
        let inner = self.inner.borrow();
        Ok(inner.file(path).ok().map(|file| inner.seen.bytes[file].len() as u64))
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>> {
        let inner = self.inner.borrow();
        let seen = &inner.seen;
        if !seen.is_folder(folder) {
            return Ok(None);
        }
        let files = seen.names.keys().map(|path| (path, false));
        let folders = seen.folders.iter().map(|path| (path, true));
        let below = files.chain(folders).filter(|(path, _)| path.parent() == Some(folder));
        let entry = |(path, is_folder): (&PathBuf, bool)| FolderEntry {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            is_folder,
            is_link: false,
        };
        Ok(Some(below.map(entry).collect()))
    }

    fn exists(&self, path: &Path) -> bool {
        let inner = self.inner.borrow();
        inner.seen.names.contains_key(path) || inner.seen.is_folder(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|inner| {
            inner.change(Change::Folder(path.to_owned()));
            Ok(())
        })
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step_or(|inner| inner.write(path, bytes), |inner| inner.write(path, half))
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step_or(|inner| inner.append(path, bytes), |inner| inner.append(path, half))
    }

    fn is_free(&self, path: &Path) -> io::Result<()> {
        match &self.open {
            Some(open) if path.ends_with(open) => Err(io::ErrorKind::ResourceBusy.into()),
            _ => Ok(()),
        }
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        self.step(|inner| {
            let file = inner.file(path)?;
            inner.change(Change::Cut(file, length));
            Ok(())
        })
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        let synced = self.step(|inner| {
            let file = inner.file(path)?;
            if !inner.in_memory.contains(&file) {
                inner.happened(Event::Synced(file));
            }
            Ok(())
        });
        let mut inner = self.inner.borrow_mut();
        if synced.is_err()
            && let Ok(file) = inner.file(path)
        {
            inner.in_memory.insert(file);
        }
        synced
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let synced = self.step(|inner| {
            if !inner.given_up.contains(folder) {
                inner.happened(Event::FolderSynced(folder.to_owned()));
            }
            Ok(())
        });
        if synced.is_err() {
            self.inner.borrow_mut().given_up.insert(folder.to_owned());
        }
        synced
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|inner| {
            let file = inner.file(from)?;
            inner.change(Change::Moved(from.to_owned(), to.to_owned(), file));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|inner| {
            inner.file(path)?;
            inner.change(Change::NoName(path.to_owned()));
            Ok(())
        })
    }

    fn lock(&self, path: &Path, _wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
        if !self.exists(path) {
            self.step(|inner| inner.made(path).map(drop))?;
        }
        Ok(Some(Box::new(())))
    }

    fn readable_by_others(&self, _path: &Path) -> Option<bool> {
        Some(false)
    }

    fn is_special(&self, _path: &Path) -> bool {
        false
    }
}
