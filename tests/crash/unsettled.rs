//! A disk some of whose changes are not durable yet, and every state a power cut may leave it in.
//!
//! The model: a name and the bytes behind it are two things. A change of bytes is durable after a
//! `sync` of the file, a change of names after a `sync_folder`. At a power cut each change of names
//! that is not durable may have happened or not, in any combination; the bytes of each file have
//! changed up to some point of their own, the last change perhaps in part (see `torn`), whatever
//! the other files' did. What lies in a folder whose own name was lost is lost.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::state::{Change, Content, State, changed, may_differ, print_of};
use crate::torn::{Torn, torn};

/// What happened on a disk.
#[derive(Clone, Debug)]
pub enum Event {
    Changed(Change),
    Synced(usize),
    FolderSynced(PathBuf),
}

/// What is durable, and the changes since, in order.
#[derive(Clone, Default)]
pub struct Unsettled {
    firm: State,
    loose: Vec<Change>,
}

/// One state of those a disk may be found in.
pub struct Found<'a> {
    named: &'a State,
    files: &'a [Variants],
    chosen: &'a [usize],
}

/// What the bytes of a file may be.
struct Variants {
    file: usize,
    contents: Vec<Content>,
}

impl Found<'_> {
    /// Is there a file of this name?
    pub fn has(&self, path: &Path) -> bool {
        self.named.names.contains_key(path)
    }

    /// The state itself, its files numbered anew.
    pub fn state(&self) -> State {
        let mut state = self.named.clone();
        for (own, chosen) in self.files.iter().zip(self.chosen) {
            *state.file(own.file) = Rc::clone(&own.contents[*chosen]);
        }
        state.numbered()
    }
}

impl Unsettled {
    /// A disk on which all of this is durable.
    pub fn firm(state: State) -> Unsettled {
        Unsettled { firm: state, loose: Vec::new() }
    }

    /// What a program sees.
    pub fn seen(&self) -> State {
        let mut seen = self.firm.clone();
        self.loose.iter().for_each(|change| seen.apply(change));
        seen
    }

    /// Lets something happen.
    pub fn happen(&mut self, event: &Event) {
        match event {
            Event::Changed(change) => self.loose.push(change.clone()),
            Event::Synced(file) => self.settle(|change| change.file() == Some(*file)),
            Event::FolderSynced(folder) => {
                self.settle(|change| change.path().is_some_and(|p| p.parent() == Some(folder)));
            }
        }
    }

    /// Makes the changes durable that `is_own` picks, in order.
    fn settle(&mut self, is_own: impl Fn(&Change) -> bool) {
        let (own, rest) = self.loose.drain(..).partition(|change| is_own(change));
        self.loose = rest;
        let own: Vec<Change> = own;
        for change in &own {
            self.firm.apply(change);
        }
    }

    /// Every state in which the disk may be found after the power was cut now. With each comes a
    /// print of all that a program can see of it: its names, and the bytes of what is ever read.
    pub fn each_state(&self, lengths: Torn, mut visit: impl FnMut(u128, &Found)) {
        let names: Vec<&Change> = self.loose.iter().filter(|own| own.path().is_some()).collect();
        assert!(names.len() <= 16, "{} names not durable at once", names.len());
        let files = self.variants(lengths);
        for mask in 0..(1u32 << names.len()) {
            let mut named = self.firm.clone();
            let chosen = names.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
            chosen.for_each(|(_, change)| named.apply(change));
            let named = named.reachable();
            let prints: Vec<Vec<u128>> = files.iter().map(|own| prints(&named, own)).collect();
            let print = print_of_rest(&named, &files);
            let mut each = |print: u128, chosen: &[usize]| {
                visit(print, &Found { named: &named, files: &files, chosen });
            };
            combine(&prints, print, &mut Vec::new(), &mut each);
        }
    }

    fn variants(&self, lengths: Torn) -> Vec<Variants> {
        let mut numbers: Vec<usize> = self.loose.iter().filter_map(Change::file).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let contents = |file: usize| {
            let firm = self.firm.bytes.get(file).cloned().unwrap_or_default();
            let mut now = Vec::clone(&firm);
            let mut contents = vec![Vec::clone(&firm)];
            for change in self.loose.iter().filter(|change| change.file() == Some(file)) {
                contents.extend(torn(&now, change, lengths));
                now = changed(&now, change);
                contents.push(now.clone());
            }
            contents.sort_unstable();
            contents.dedup();
            Variants { file, contents: contents.into_iter().map(Rc::new).collect() }
        };
        numbers.into_iter().map(contents).collect()
    }
}

/// What each content of a file adds to the print of a state.
fn prints(named: &State, own: &Variants) -> Vec<u128> {
    let paths = named.names.iter().filter(|(path, file)| **file == own.file && !may_differ(path));
    let paths: Vec<_> = paths.map(|(path, _)| path).collect();
    let print = |content: &Content| {
        paths.iter().fold(0u128, |sum, path| sum.wrapping_add(print_of(path, content)))
    };
    own.contents.iter().map(print).collect()
}

/// The print of the folders, of what is never read, and of the files whose bytes are durable.
fn print_of_rest(named: &State, files: &[Variants]) -> u128 {
    let folders = named.folders.iter().map(|path| print_of(path, b"a folder"));
    let firm = named.names.iter().map(|(path, file)| {
        let bytes = named.bytes.get(*file).map_or(&[][..], |own| own.as_slice());
        match () {
            () if may_differ(path) => print_of(path, b""),
            () if files.iter().any(|own| own.file == *file) => 0,
            () => print_of(path, bytes),
        }
    });
    folders.chain(firm).fold(0, u128::wrapping_add)
}

/// Visits every combination of one content of each file.
fn combine(
    prints: &[Vec<u128>],
    print: u128,
    chosen: &mut Vec<usize>,
    each: &mut impl FnMut(u128, &[usize]),
) {
    let Some(own) = prints.get(chosen.len()) else { return each(print, chosen) };
    for (at, part) in own.iter().enumerate() {
        chosen.push(at);
        combine(prints, print.wrapping_add(*part), chosen, each);
        chosen.pop();
    }
}
