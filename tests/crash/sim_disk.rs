//! A disk in memory that remembers which of its changes are durable, and can be cut off.
//!
//! The model: a name and the bytes behind it are two things. A change of bytes is durable after a
//! `sync` of the file, a change of names after a `sync_folder`. At a crash each change of names
//! that is not durable may have happened or not, in any combination; the changes of one file's
//! bytes have happened up to some point, the last of them perhaps in part.

use std::any::Any;
use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};

use care::{Entry, Medium};

use crate::state::{Change, State, parts};

/// The disk.
pub struct SimDisk {
    inner: RefCell<Inner>,
}

#[derive(Clone)]
struct Inner {
    /// What is durable.
    firm: State,
    /// What the program sees.
    seen: State,
    /// The changes since, in order, that are not durable yet.
    loose: Vec<Change>,
    /// How many steps are left before the power is cut; none when it never is.
    steps_left: Option<usize>,
    steps_done: usize,
    fault: Option<Fault>,
}

/// A step that fails.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Which step, counted from 0.
    pub at: usize,
    /// Do all steps after it fail too?
    pub sticky: bool,
    /// Does a failing write leave half of its bytes?
    pub half: bool,
}

impl SimDisk {
    /// A disk on which this state is durable, to be cut off after so many steps.
    pub fn new(state: State, steps: Option<usize>) -> SimDisk {
        let inner = Inner {
            firm: state.clone(),
            seen: state,
            loose: Vec::new(),
            steps_left: steps,
            steps_done: 0,
            fault: None,
        };
        SimDisk { inner: RefCell::new(inner) }
    }

    /// The same with a step that fails.
    pub fn failing(self, fault: Fault) -> SimDisk {
        self.inner.borrow_mut().fault = Some(fault);
        self
    }

    /// How many steps changed the disk or made changes durable.
    pub fn steps(&self) -> usize {
        self.inner.borrow().steps_done
    }

    /// What the program sees now.
    pub fn seen(&self) -> State {
        self.inner.borrow().seen.clone()
    }

    /// Every state in which the disk may be found after the power was cut now.
    pub fn crash_states(&self) -> Vec<State> {
        let inner = self.inner.borrow();
        let is_name = |change: &&Change| {
            matches!(
                change,
                Change::Folder(_) | Change::Name(..) | Change::NoName(_) | Change::Moved(..)
            )
        };
        let names: Vec<&Change> = inner.loose.iter().filter(is_name).collect();
        let bytes: Vec<&Change> = inner.loose.iter().filter(|change| !is_name(change)).collect();
        let mut states = Vec::new();
        for mask in 0..(1u32 << names.len().min(12)) {
            let mut base = inner.firm.clone();
            let chosen = names.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
            chosen.for_each(|(_, change)| base.apply(change));
            for written in 0..=bytes.len() {
                let mut state = base.clone();
                bytes[..written].iter().for_each(|change| state.apply(change));
                for torn in bytes.get(written).map_or(Vec::new(), |change| parts(change)) {
                    let mut state = state.clone();
                    state.apply(&torn);
                    states.push(state);
                }
                states.push(state);
            }
        }
        states
    }

    /// One step that changes something; after the cut nothing does, and everything fails.
    fn step(&self, act: impl FnOnce(&mut Inner)) -> io::Result<()> {
        self.step_or(act, |_| ())
    }

    /// One step, and what a failing one leaves behind.
    fn step_or(
        &self,
        act: impl FnOnce(&mut Inner),
        half: impl FnOnce(&mut Inner),
    ) -> io::Result<()> {
        let mut inner = self.inner.borrow_mut();
        let at = inner.steps_done;
        let fails = |fault: &Fault| fault.at == at || fault.sticky && fault.at < at;
        if let Some(fault) = inner.fault.filter(fails) {
            inner.steps_done += 1;
            if fault.half {
                half(&mut inner);
            }
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        if inner.steps_left == Some(0) {
            return Err(io::Error::other("the power is cut"));
        }
        inner.steps_left = inner.steps_left.map(|left| left - 1);
        inner.steps_done += 1;
        act(&mut inner);
        Ok(())
    }
}

impl Inner {
    fn change(&mut self, change: Change) {
        self.seen.apply(&change);
        self.loose.push(change);
    }

    fn new_file(&mut self, path: &Path) -> usize {
        if let Some(file) = self.seen.names.get(path) {
            return *file;
        }
        let file = self.seen.bytes.len().max(self.firm.bytes.len());
        self.seen.file(file);
        self.change(Change::Name(path.to_owned(), file));
        file
    }

    /// Makes the changes durable that `is_own` picks, in order.
    fn settle(&mut self, is_own: impl Fn(&Change) -> bool) {
        for change in self.loose.iter().filter(|change| is_own(change)) {
            self.firm.apply(change);
        }
        self.loose.retain(|change| !is_own(change));
    }
}

impl Medium for SimDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let inner = self.inner.borrow();
        let file = inner.seen.names.get(path);
        Ok(file.map(|file| inner.seen.bytes.get(*file).cloned().unwrap_or_default()))
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<Entry>>> {
        if !self.exists(folder) {
            return Ok(None);
        }
        let inner = self.inner.borrow();
        let seen = &inner.seen;
        let files = seen.names.keys().map(|path| (path, false));
        let folders = seen.folders.iter().map(|path| (path, true));
        let below = files.chain(folders).filter(|(path, _)| path.parent() == Some(folder));
        let entry = |(path, is_folder): (&PathBuf, bool)| Entry {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            is_folder,
        };
        let mut entries: Vec<Entry> = below.map(entry).collect();
        entries.sort_unstable();
        entries.dedup();
        Ok(Some(entries))
    }

    fn exists(&self, path: &Path) -> bool {
        let inner = self.inner.borrow();
        inner.seen.names.contains_key(path)
            || inner.seen.folders.iter().any(|folder| folder == path)
            || inner.seen.names.keys().any(|file| file.ancestors().skip(1).any(|own| own == path))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|inner| inner.change(Change::Folder(path.to_owned())))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let put = |inner: &mut Inner, bytes: &[u8]| {
            let file = inner.new_file(path);
            inner.change(Change::Bytes(file, bytes.to_vec()));
        };
        self.step_or(|inner| put(inner, bytes), |inner| put(inner, &bytes[..bytes.len() / 2]))
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let add = |inner: &mut Inner, bytes: &[u8]| {
            let file = inner.new_file(path);
            inner.change(Change::Added(file, bytes.to_vec()));
        };
        self.step_or(|inner| add(inner, bytes), |inner| add(inner, &bytes[..bytes.len() / 2]))
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        self.step(|inner| {
            let file = inner.new_file(path);
            inner.change(Change::Cut(file, length));
        })
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step(|inner| {
            let own = inner.seen.names.get(path).copied();
            inner.settle(|change| match change {
                Change::Bytes(file, _) | Change::Added(file, _) | Change::Cut(file, _) => {
                    Some(*file) == own
                }
                _ => false,
            });
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|inner| {
            inner.settle(|change| match change {
                Change::Folder(path)
                | Change::Name(path, _)
                | Change::NoName(path)
                | Change::Moved(_, path) => path.parent() == Some(folder),
                _ => false,
            });
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|inner| inner.change(Change::Moved(from.to_owned(), to.to_owned())))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|inner| inner.change(Change::NoName(path.to_owned())))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Any>>> {
        let _ = path;
        Ok(Some(Box::new(())))
    }

    fn readable_by_others(&self, _path: &Path) -> bool {
        false
    }

    fn is_special(&self, _path: &Path) -> bool {
        false
    }
}
