//! Whoever reads while a command writes sees the home as it was before, or as it is after.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::path::Path;
use std::rc::Rc;

use care::{Entry, Medium};

use crate::commands::{commands, home};
use crate::is_long;
use crate::runs::{Said, on, ran};
use crate::sim_disk::SimDisk;
use crate::unsettled::Unsettled;

/// A disk on which somebody else comes on with a command between the looks of a reader: before
/// look `from` nothing is done, before look `to` some of the steps, then all.
struct Shared {
    /// The disk after so many steps.
    disks: Vec<Rc<SimDisk>>,
    from: usize,
    to: usize,
    steps: usize,
    looks: Cell<usize>,
}

impl Shared {
    fn now(&self) -> &SimDisk {
        let look = self.looks.replace(self.looks.get() + 1);
        match look {
            early if early < self.from => &self.disks[0],
            late if late >= self.to => &self.disks[self.disks.len() - 1],
            _ => &self.disks[self.steps],
        }
    }
}

/// A reader has no business with the rest of a disk.
fn never<T>() -> T {
    panic!("a reader writes")
}

impl Medium for Shared {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.now().read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<Entry>>> {
        self.now().list(folder)
    }

    fn exists(&self, path: &Path) -> bool {
        self.now().exists(path)
    }

    fn create_folder(&self, _path: &Path) -> io::Result<()> {
        never()
    }

    fn write(&self, _path: &Path, _bytes: &[u8]) -> io::Result<()> {
        never()
    }

    fn append(&self, _path: &Path, _bytes: &[u8]) -> io::Result<()> {
        never()
    }

    fn truncate(&self, _path: &Path, _length: u64) -> io::Result<()> {
        never()
    }

    fn sync(&self, _path: &Path) -> io::Result<()> {
        never()
    }

    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        never()
    }

    fn rename(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        never()
    }

    fn remove(&self, _path: &Path) -> io::Result<()> {
        never()
    }

    fn lock(&self, _path: &Path) -> io::Result<Option<Box<dyn Any>>> {
        never()
    }

    fn readable_by_others(&self, path: &Path) -> bool {
        self.now().readable_by_others(path)
    }

    fn is_special(&self, path: &Path) -> bool {
        self.now().is_special(path)
    }
}

/// What a reader says on a shared disk, and how often it looked.
fn read(disks: &[Rc<SimDisk>], reader: &str, at: (usize, usize, usize)) -> (Said, usize) {
    let (from, to, steps) = at;
    let shared = Rc::new(Shared { disks: disks.to_vec(), from, to, steps, looks: Cell::new(0) });
    let said = on(&shared, reader);
    (said, shared.looks.get())
}

#[test]
fn whoever_reads_while_a_command_writes_sees_the_home_before_it_or_after_it() {
    let (state, ids) = home();
    let start = Unsettled::firm(state);
    let (mut readings, mut number) = (0, 0);
    // One reading of so many is taken; the others differ little from their neighbours.
    let stride = if is_long() { 31 } else { 1_499 };
    for line in commands(&ids) {
        let writer = ran(&start, &line, 100);
        let seen_after = |steps| Rc::new(SimDisk::seeing(writer.after(&start, steps).seen()));
        let disks: Vec<_> = (0..=writer.steps()).map(seen_after).collect();
        for reader in ["overdue", "obligations", "check", "list"] {
            let (before, looks) = read(&disks, reader, (usize::MAX, usize::MAX, 0));
            let (after, _) = read(&disks, reader, (0, 0, 0));
            for (from, to) in
                (0..looks).flat_map(|from| (from + 1..=looks).map(move |to| (from, to)))
            {
                for steps in 0..writer.steps() {
                    number += 1;
                    if number % stride != 0 {
                        continue;
                    }
                    let (said, _) = read(&disks, reader, (from, to, steps));
                    readings += 1;
                    assert!(
                        said == before || said == after,
                        "{line}: {steps} steps at look {from}, all at {to}; {reader} says {}{}",
                        said.out,
                        said.err
                    );
                }
            }
        }
    }
    println!("readings beside a writer: {readings}, each of the home before or after");
}
