//! What a disk holds: names, and the bytes behind them; and the changes of either.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// One change, as the disk was asked for it.
#[derive(Clone, Debug)]
pub enum Change {
    Folder(PathBuf),
    Name(PathBuf, usize),
    NoName(PathBuf),
    Moved(PathBuf, PathBuf),
    Bytes(usize, Vec<u8>),
    Added(usize, Vec<u8>),
    Cut(usize, u64),
}

/// Names and bytes.
#[derive(Clone, Default, Debug)]
pub struct State {
    pub folders: Vec<PathBuf>,
    pub names: BTreeMap<PathBuf, usize>,
    pub bytes: Vec<Vec<u8>>,
}

impl State {
    /// Carries a change out.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Folder(path) => self.folders.push(path.clone()),
            Change::Name(path, file) => {
                self.names.insert(path.clone(), *file);
            }
            Change::NoName(path) => {
                self.names.remove(path);
            }
            Change::Moved(from, to) => {
                if let Some(file) = self.names.remove(from) {
                    self.names.insert(to.clone(), file);
                }
            }
            Change::Bytes(file, bytes) => self.file(*file).clone_from(bytes),
            Change::Added(file, bytes) => self.file(*file).extend_from_slice(bytes),
            Change::Cut(file, length) => {
                self.file(*file).truncate(usize::try_from(*length).unwrap());
            }
        }
    }

    /// The bytes behind a file's number.
    pub fn file(&mut self, file: usize) -> &mut Vec<u8> {
        if self.bytes.len() <= file {
            self.bytes.resize(file + 1, Vec::new());
        }
        &mut self.bytes[file]
    }

    /// Every file with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let bytes = |file: &usize| self.bytes.get(*file).cloned().unwrap_or_default();
        self.names.iter().map(|(path, file)| (path.clone(), bytes(file))).collect()
    }
}

/// The beginnings of a write that may have reached the disk: nothing, half, all but a byte.
pub fn parts(change: &Change) -> Vec<Change> {
    let lengths = |bytes: &[u8]| {
        let mut lengths = vec![0, 1, bytes.len() / 2, bytes.len().saturating_sub(1)];
        lengths.retain(|length| *length < bytes.len());
        lengths.dedup();
        lengths
    };
    match change {
        Change::Bytes(file, bytes) => {
            lengths(bytes).into_iter().map(|n| Change::Bytes(*file, bytes[..n].to_vec())).collect()
        }
        Change::Added(file, bytes) => {
            lengths(bytes).into_iter().map(|n| Change::Added(*file, bytes[..n].to_vec())).collect()
        }
        _ => Vec::new(),
    }
}
