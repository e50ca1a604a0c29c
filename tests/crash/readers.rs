//! Whoever reads while others write sees what each command changes whole or not at all.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use care::{FileSystem, FolderEntry};

use crate::commands::{commands, home};
use crate::is_long;
use crate::runs::{Said, on, ran};
use crate::sim_disk::SimDisk;
use crate::unsettled::Unsettled;

/// How far the writers come between the looks of a reader: before look `from` nothing is done,
/// before look `to` some of the steps, then all.
#[derive(Clone, Copy, Debug)]
struct Pace {
    from: usize,
    steps: usize,
    to: usize,
}

/// A line of the ledger that tells readers to look again.
const WHOLE: &str =
    "{\"batch\":\"b\",\"at\":\"\",\"command\":\"\",\"written\":[],\"files\":[],\"whole\":true}\n";

/// A disk on which others write while a reader looks.
struct Shared {
    /// The disk after so many steps of theirs.
    disks: Vec<Rc<SimDisk>>,
    pace: Pace,
    looks: Cell<usize>,
    /// Records that belong together are changed between any two looks.
    is_restless: bool,
}

impl Shared {
    fn at(&self, look: usize) -> &SimDisk {
        match look {
            early if early < self.pace.from => &self.disks[0],
            late if late >= self.pace.to => &self.disks[self.disks.len() - 1],
            _ => &self.disks[self.pace.steps],
        }
    }

    fn look(&self) -> &SimDisk {
        self.at(self.looks.replace(self.looks.get() + 1))
    }

    fn now(&self) -> &SimDisk {
        self.at(self.looks.get())
    }
}

impl FileSystem for Shared {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let bytes = self.look().read(path);
        match self.is_restless && path.ends_with(".care/ledger") {
            true => Ok(Some(WHOLE.repeat(self.looks.get()).into_bytes())),
            false => bytes,
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Option<Vec<FolderEntry>>> {
        self.look().list(folder)
    }

    fn exists(&self, path: &Path) -> bool {
        self.look().exists(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.now().create_folder(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.now().write(path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.now().append(path, bytes)
    }

    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        self.now().truncate(path, length)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.now().sync(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.now().sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.now().rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.now().remove(path)
    }

    fn lock(&self, path: &Path, wait: Duration) -> io::Result<Option<Box<dyn Any>>> {
        self.now().lock(path, wait)
    }

    fn readable_by_others(&self, path: &Path) -> Option<bool> {
        self.now().readable_by_others(path)
    }

    fn is_special(&self, path: &Path) -> bool {
        self.now().is_special(path)
    }
}

/// The disk after each step of commands that are given one after the other, and after how many
/// steps each of them is done.
fn steps_of(lines: &[&str], start: &Unsettled) -> (Vec<Rc<SimDisk>>, Vec<usize>) {
    let seen = |disk: Unsettled| Rc::new(SimDisk::seeing(disk.seen()));
    let (mut disks, mut ends, mut start) = (vec![seen(start.clone())], vec![0], start.clone());
    for (line, number) in lines.iter().zip(100..) {
        let writer = ran(&start, line, number);
        assert_eq!(writer.said.code, 0, "{line}: {}", writer.said.err);
        disks.extend((1..=writer.steps()).map(|steps| seen(writer.after(&start, steps))));
        ends.push(disks.len() - 1);
        start = Unsettled::firm(writer.end(&start).seen().numbered());
    }
    (disks, ends)
}

/// What a reader says, and how often it looked.
fn read(disks: &[Rc<SimDisk>], reader: &str, pace: Pace) -> (Said, usize) {
    let (looks, is_restless) = (Cell::new(0), false);
    let shared = Rc::new(Shared { disks: disks.to_vec(), pace, looks, is_restless });
    let said = on(&shared, reader);
    assert!(disks.iter().all(|disk| disk.history().is_empty()), "{reader} writes");
    (said, shared.looks.get())
}

/// Reads beside commands at one pace in so many, and returns how often.
fn read_beside(lines: &[&str], stride: usize, number: &mut usize) -> usize {
    let mut readings = 0;
    let (disks, ends) = steps_of(lines, &Unsettled::firm(home().0));
    for reader in ["overdue", "obligations", "check", "list"] {
        let never = usize::MAX;
        let still = |steps| read(&disks, reader, Pace { from: 0, steps, to: never });
        let whole: Vec<Said> = ends.iter().map(|steps| still(*steps).0).collect();
        let (_, looks) = still(0);
        let spans = (0..looks).flat_map(|from| (from + 1..=looks).map(move |to| (from, to)));
        for (from, to) in spans {
            // Paces at which the writers are half way from the first look on are few and hard.
            let stride = if from == 0 { stride / 50 } else { stride };
            for steps in 0..disks.len() {
                *number += 1;
                if !number.is_multiple_of(stride.max(1)) {
                    continue;
                }
                let pace = Pace { from, steps, to };
                let (said, _) = read(&disks, reader, pace);
                readings += 1;
                let Said { out, err, .. } = &said;
                assert!(whole.contains(&said), "{lines:?} at {pace:?}: {reader} says {out}{err}");
            }
        }
    }
    readings
}

#[test]
fn whoever_reads_while_others_write_sees_what_a_command_changes_whole_or_not_at_all() {
    // One pace of so many is taken; the others differ little from their neighbours.
    let stride = if is_long() { 31 } else { 1_499 };
    let (mut readings, mut number) = (0, 0);
    for line in commands(&home().1) {
        readings += read_beside(&[&line], stride, &mut number);
    }
    for lines in [
        ["add-child 张三 --class 2021-2 --joined 2024-09-02", "log-talk 张三 --date 2024-11-06"],
        ["add-staff 陈刚 --role principal", "log-talk 李小明 --date 2024-11-06 --staff 陈刚"],
    ] {
        readings += read_beside(&lines, stride, &mut number);
    }
    println!("readings beside writers: {readings}, none of a part of what a command changed");
}

#[test]
fn a_reader_under_whom_records_change_again_and_again_waits_for_the_lock() {
    let disk = Rc::new(SimDisk::seeing(home().0));
    let undisturbed = on(&disk, "overdue");
    assert!(disk.history().is_empty());
    let pace = Pace { from: 0, steps: 0, to: usize::MAX };
    let (disks, looks) = (vec![disk.clone()], Cell::new(0));
    let shared = Rc::new(Shared { disks, pace, looks, is_restless: true });
    assert_eq!(on(&shared, "overdue"), undisturbed);
    assert!(!disk.history().is_empty(), "the lock's holder left no name");
}
