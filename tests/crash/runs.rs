//! Runs of the program on a disk in memory.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use care::{Call, FileSystem, run, with_disk};
use chrono::{TimeZone, Utc};

use crate::sim_disk::SimDisk;
use crate::state::Change;
use crate::unsettled::{Event, Unsettled};

/// What a run said and returned.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: u8,
}

/// A folder that no machine has: nothing but the disk in memory may be touched.
pub const HOME: &str = "/disk-in-memory/home";

/// The digits of a digest.
const DIGEST: usize = 16;

/// Runs a command line on a disk.
pub fn on(disk: &Rc<impl FileSystem + 'static>, line: &str) -> Said {
    let mut out = Vec::new();
    let (code, err) = told_to(disk, line, &mut out);
    Said { out: String::from_utf8(out).unwrap(), err, code }
}

/// The same with the answer going elsewhere: the exit code, and what was said of errors.
pub fn told_to(
    disk: &Rc<impl FileSystem + 'static>,
    line: &str,
    out: &mut dyn Write,
) -> (u8, String) {
    let words = line.split(' ').map(str::to_owned);
    let call = Call::new(
        words.chain(["--format", "json"].map(str::to_owned)).collect(),
        Utc.with_ymd_and_hms(2024, 11, 18, 4, 0, 0).unwrap(),
        PathBuf::from(HOME),
    );
    let mut err = Vec::new();
    let code = with_disk(disk.clone(), || run(&call, out, &mut err));
    (code, String::from_utf8(err).unwrap())
}

/// The ids that a command says it wrote.
pub fn written(said: &Said) -> Vec<String> {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(&said.out) else { return Vec::new() };
    let ids = value["written"].as_array().into_iter().flatten();
    ids.filter_map(|id| id.as_str()).map(str::to_owned).collect()
}

/// A run with all that happened on the disk, step by step.
pub struct Ran {
    pub said: Said,
    pub ids: Vec<String>,
    history: Vec<Vec<Event>>,
}

/// Runs a command line. Its random ids are replaced by ones that follow from `number`, so that
/// what two runs leave behind can be compared.
pub fn ran(start: &Unsettled, line: &str, number: usize) -> Ran {
    let disk = Rc::new(SimDisk::new(start));
    let said = on(&disk, line);
    let mut other = Vec::new();
    let mut ids = Vec::new();
    for (at, id) in written(&said).into_iter().enumerate() {
        let digits = format!("{:0>1$}", number * 10 + at, id.len() - 1);
        if is_there(start, &id) {
            // An operation that is repeated tells what it wrote the first time.
            ids.push(id);
            continue;
        }
        ids.push(format!("{}{digits}", &id[..1]));
        other.push((id, ids[at].clone()));
    }
    if let Some((_, rest)) = said.out.split_once("\"batch\":\"") {
        let batch = &rest[..4];
        for quote in ["\"", "\\\""] {
            let named = |batch: &str| format!("batch{quote}:{quote}{batch}");
            other.push((named(batch), named("0000")));
        }
    }
    let mut history = disk.history();
    for event in history.iter_mut().flatten() {
        let Event::Changed(change) = event else { continue };
        for (from, to) in &other {
            rename(change, from, to);
        }
        if let Change::Bytes(_, bytes) | Change::Added(_, bytes) = change {
            blank_digests(bytes);
        }
    }
    Ran { said, ids, history }
}

impl Ran {
    /// How many steps there were.
    pub fn steps(&self) -> usize {
        self.history.len()
    }

    /// The disk after some of the steps.
    pub fn after(&self, start: &Unsettled, steps: usize) -> Unsettled {
        let mut unsettled = start.clone();
        self.history[..steps].iter().flatten().for_each(|event| unsettled.happen(event));
        unsettled
    }

    /// The disk after all of them.
    pub fn end(&self, start: &Unsettled) -> Unsettled {
        self.after(start, self.steps())
    }
}

/// Blanks the digests of files in the ledger: they follow from the random ids in the files.
fn blank_digests(bytes: &mut [u8]) {
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase();
    for at in 0..bytes.len().saturating_sub(DIGEST + 1) {
        let (quote, rest) = (bytes[at], &mut bytes[at + 1..]);
        let is_whole = matches!(rest[DIGEST], b'"' | b'\\') && rest[..DIGEST].iter().all(is_digit);
        if quote == b'"' && is_whole {
            rest[..DIGEST].fill(b'0');
        }
    }
}

fn is_there(disk: &Unsettled, id: &str) -> bool {
    let files = disk.seen().files();
    files.values().any(|bytes| bytes.windows(id.len()).any(|own| own == id.as_bytes()))
}

/// Puts one text of the same length in another's place, in names and bytes.
fn rename(change: &mut Change, from: &str, to: &str) {
    let path = |path: &Path| PathBuf::from(path.to_str().unwrap().replace(from, to));
    match change {
        Change::Folder(own) | Change::Name(own, _) | Change::NoName(own) => *own = path(own),
        Change::Moved(one, other, _) => (*one, *other) = (path(one), path(other)),
        Change::Bytes(_, bytes) | Change::Added(_, bytes) => {
            while let Some(at) = bytes.windows(from.len()).position(|own| own == from.as_bytes()) {
                if from == to {
                    break;
                }
                bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            }
        }
        Change::Cut(..) => {}
    }
}
