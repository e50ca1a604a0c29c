//! What a disk holds: names, and the bytes behind them; and the changes of either.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One change, as the disk was asked for it.
#[derive(Clone, Debug)]
pub enum Change {
    Folder(PathBuf),
    Name(PathBuf, usize),
    NoName(PathBuf),
    Moved(PathBuf, PathBuf, usize),
    Bytes(usize, Vec<u8>),
    Added(usize, Vec<u8>),
    Cut(usize, u64),
}

impl Change {
    /// The path of a change of names; none when bytes change.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Change::Folder(path)
            | Change::Name(path, _)
            | Change::NoName(path)
            | Change::Moved(_, path, _) => Some(path),
            Change::Bytes(..) | Change::Added(..) | Change::Cut(..) => None,
        }
    }

    /// The file whose bytes change; none when names do.
    pub fn file(&self) -> Option<usize> {
        match self {
            Change::Bytes(file, _) | Change::Added(file, _) | Change::Cut(file, _) => Some(*file),
            _ => None,
        }
    }
}

/// A file's bytes, shared by the many states that hold them.
pub type Content = Rc<Vec<u8>>;

/// Names and bytes.
#[derive(Clone, Default, Debug)]
pub struct State {
    pub folders: BTreeSet<PathBuf>,
    pub names: BTreeMap<PathBuf, usize>,
    pub bytes: Vec<Content>,
}

impl State {
    /// Carries a change out.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Folder(path) => drop(self.folders.insert(path.clone())),
            Change::Name(path, file) => drop(self.names.insert(path.clone(), *file)),
            Change::NoName(path) => drop(self.names.remove(path)),
            Change::Moved(from, to, file) => {
                if self.names.get(from) == Some(file) {
                    self.names.remove(from);
                }
                self.names.insert(to.clone(), *file);
            }
            Change::Bytes(file, _) | Change::Added(file, _) | Change::Cut(file, _) => {
                let own = self.file(*file);
                *own = Rc::new(changed(own, change));
            }
        }
    }

    /// The bytes behind a file's number.
    pub fn file(&mut self, file: usize) -> &mut Content {
        if self.bytes.len() <= file {
            self.bytes.resize(file + 1, Content::default());
        }
        &mut self.bytes[file]
    }

    /// Is there a folder at this path?
    pub fn is_folder(&self, path: &Path) -> bool {
        path.parent().is_none() || self.folders.contains(path)
    }

    /// What can be reached from the root: the rest a crash has lost.
    pub fn reachable(mut self) -> State {
        let folders = self.folders.clone();
        let is_there = |path: &PathBuf| {
            let above = path.ancestors().skip(1);
            above.into_iter().all(|own| own.parent().is_none() || folders.contains(own))
        };
        self.folders.retain(|path| is_there(path));
        self.names.retain(|path, _| is_there(path));
        self
    }

    /// Every file with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Content> {
        let bytes = |file: &usize| self.bytes.get(*file).cloned().unwrap_or_default();
        self.names.iter().map(|(path, file)| (path.clone(), bytes(file))).collect()
    }

    /// The same names and bytes, the files numbered anew.
    pub fn numbered(&self) -> State {
        let files = self.files();
        let names = files.keys().enumerate().map(|(number, path)| (path.clone(), number));
        State {
            folders: self.folders.clone(),
            names: names.collect(),
            bytes: files.into_values().collect(),
        }
    }
}

/// A file's bytes after a change of them.
pub fn changed(bytes: &[u8], change: &Change) -> Vec<u8> {
    match change {
        Change::Bytes(_, new) => new.clone(),
        Change::Added(_, new) => [bytes, new].concat(),
        Change::Cut(_, length) => {
            bytes[..bytes.len().min(usize::try_from(*length).unwrap())].to_vec()
        }
        _ => bytes.to_vec(),
    }
}

/// A file that the program writes and never reads: the name of the lock's holder, which only a
/// waiting writer shows, and what stands under a temporary name. The disk refuses to read them.
pub fn is_never_read(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let own = ["holder", "mail.holder", "journal.tmp", "mail.tmp", "writer.tmp", "clock.tmp"];
    own.contains(&&*name) || name.starts_with('.') && name.ends_with(".tmp")
}

/// A file whose bytes tell nothing of the records: one that is never read, and the newest instant
/// of entry, which may be lost.
pub fn may_differ(path: &Path) -> bool {
    is_never_read(path) || path.ends_with(".care/clock")
}

/// A number for a name and its bytes, of which those of different files are added up.
pub fn print_of(path: &Path, bytes: &[u8]) -> u128 {
    let half = |salt: u64| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        path.hash(&mut hasher);
        bytes.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(1) << 64 | half(2)
}
