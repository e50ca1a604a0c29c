//! The log of access: a line for each look at what is not open, chained by hashes.
//!
//! A line is an object of JSON. It names the hash of the line before it, and ends in its own: that
//! of all that stands before it in the line. Who changes, takes out or moves a line breaks the
//! chain at that place or the next; that the end was cut off shows against a hash that was printed
//! before.

use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, at};
use super::file_system::file_system;
use super::layout;
use super::sixteens::sha256;

/// One look, as it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccessEntry {
    /// When, RFC 3339 with offset.
    pub at: String,
    /// What the system calls whoever looked.
    pub user: Option<String>,
    /// The same by the id of the staff, where the settings tell it.
    pub staff: Option<String>,
    pub command: String,
    pub classes: Vec<String>,
    pub children: Vec<String>,
    /// How many children.
    pub count: usize,
    pub of: Vec<String>,
    pub to: Vec<String>,
    pub why: Option<String>,
    /// The file that it went into, without the folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The hash of the line before; empty in the first.
    #[serde(default)]
    pub before: String,
}

/// The end of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessHead {
    /// How many lines there are.
    pub lines: usize,
    /// The hash of the last.
    pub hash: String,
}

impl AccessHead {
    /// The beginning of its hash, by which people know it again.
    pub fn short(&self) -> &str {
        self.hash.get(..SHORT).unwrap_or(&self.hash)
    }
}

/// So many letters tell a hash from every other.
pub const SHORT: usize = 16;

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is not what was written.
    Changed,
    /// Another line was before it when it was written: one was taken out, put in or moved.
    Misplaced,
}

/// The chain as it was found.
#[derive(Debug, Default)]
pub struct AccessChain {
    /// The hash of each line, from the first.
    pub hashes: Vec<String>,
    /// The first line that is wrong, counted from 1.
    pub broken: Option<(usize, Broken)>,
    /// Does it end in half a line, of a look that was cut off before anything was shown?
    pub is_torn: bool,
}

/// What stands between a line's words and its hash.
const SEAL: &str = ",\"hash\":\"";

/// Adds a look at the end, durably; `None` when another process holds the log all the while.
///
/// # Errors
/// It is not recorded: nothing may be shown.
pub fn enter(root: &Path, wait: Duration, entry: AccessEntry) -> Disk<Option<AccessHead>> {
    let (folder, path) = (root.join(layout::MACHINE), root.join(layout::ACCESS));
    if !disk::exists(&folder) {
        disk::create_folder(&folder)?;
    }
    let lock = root.join(layout::ACCESS_LOCK);
    let Some(_held) = at(&lock, file_system().lock(&lock, wait))? else { return Ok(None) };
    let bytes = match disk::read(&path)? {
        Some(bytes) => bytes,
        None => at(&path, file_system().write(&path, b"")).map(|()| Vec::new())?,
    };
    disk::keep_for_owner(&path);
    let (whole, rest) = parted(&bytes);
    if !rest.is_empty() {
        at(&path, file_system().truncate(&path, whole.len() as u64))?;
    }
    let lines: Vec<&[u8]> = lines(whole).collect();
    let before = lines.last().map(|line| hash_of(line)).unwrap_or_default();
    let line = written(&AccessEntry { before, ..entry });
    at(&path, file_system().append(&path, format!("{line}\n").as_bytes()))?;
    at(&path, file_system().sync(&path))?;
    at(&folder, file_system().sync_folder(&folder))?;
    Ok(Some(AccessHead { lines: lines.len() + 1, hash: hash_of(line.as_bytes()) }))
}

/// Reads the chain and looks where it is broken.
pub fn chain(root: &Path) -> Disk<AccessChain> {
    let bytes = disk::read(&root.join(layout::ACCESS))?.unwrap_or_default();
    Ok(chain_of(&bytes))
}

fn chain_of(bytes: &[u8]) -> AccessChain {
    let (whole, rest) = parted(bytes);
    let mut chain = AccessChain { is_torn: !rest.is_empty(), ..AccessChain::default() };
    for line in lines(whole) {
        let before = chain.hashes.last().map_or("", String::as_str);
        let wrong = wrong(line, before);
        let number = chain.hashes.len() + 1;
        chain.broken = chain.broken.or(wrong.map(|broken| (number, broken)));
        chain.hashes.push(hash_of(line));
    }
    chain
}

/// What is wrong with a line that stands behind the one of this hash.
fn wrong(line: &[u8], before: &str) -> Option<Broken> {
    let entry: Option<AccessEntry> = serde_json::from_slice(line).ok();
    let is_sealed = line.ends_with(format!("{SEAL}{}\"}}", hash_of(line)).as_bytes());
    match entry.filter(|_| is_sealed) {
        None => Some(Broken::Changed),
        Some(entry) => (entry.before != before).then_some(Broken::Misplaced),
    }
}

fn written(entry: &AccessEntry) -> String {
    // Texts and lists of them are always written.
    let object = serde_json::to_string(entry).unwrap_or_default();
    let words = object.strip_suffix('}').unwrap_or(&object);
    let hash = hash_of(words.as_bytes());
    format!("{words}{SEAL}{hash}\"}}")
}

/// The hash of a line's words, whether or not it ends in one.
fn hash_of(line: &[u8]) -> String {
    let seal = SEAL.as_bytes();
    let at = line.windows(seal.len()).rposition(|own| own == seal);
    let words = at.and_then(|at| line.get(..at)).unwrap_or(line);
    sha256(words)
}

/// The whole lines, and what stands behind the last line end.
fn parted(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    bytes.split_at(end)
}

fn lines(whole: &[u8]) -> impl Iterator<Item = &[u8]> {
    whole
        .split_inclusive(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\n").unwrap_or(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(why: &str) -> AccessEntry {
        AccessEntry {
            at: "2024-11-26T10:00:00+08:00".to_owned(),
            user: Some("liumin".to_owned()),
            staff: None,
            command: "show".to_owned(),
            classes: vec!["personal".to_owned()],
            children: vec!["C7K3FQ".to_owned()],
            count: 1,
            of: Vec::new(),
            to: Vec::new(),
            why: Some(why.to_owned()),
            file: None,
            before: String::new(),
        }
    }

    fn log(reasons: &[&str]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for why in reasons {
            let before = lines.last().map(|line| hash_of(line.as_bytes())).unwrap_or_default();
            lines.push(written(&AccessEntry { before, ..entry(why) }));
        }
        lines
    }

    fn broken(lines: &[String]) -> Option<(usize, Broken)> {
        let text = lines.iter().fold(String::new(), |text, line| text + line + "\n");
        chain_of(text.as_bytes()).broken
    }

    #[test]
    fn a_chain_that_nobody_touched_is_whole_whatever_a_reason_says() {
        let lines = log(&["家访", ",\"hash\":\"00\"}", "换行\n，引号\""]);
        assert_eq!(broken(&lines), None);
        assert_eq!(broken(&[]), None);
    }

    #[test]
    fn a_line_that_was_changed_taken_out_put_in_or_moved_is_found() {
        let lines = log(&["一", "二", "三"]);
        for at in 0..3 {
            let mut changed = lines.clone();
            changed[at] = changed[at].replace("liumin", "wangfang");
            assert_eq!(broken(&changed), Some((at + 1, Broken::Changed)));
        }
        assert_eq!(broken(&[&lines[..1], &lines[2..]].concat()), Some((2, Broken::Misplaced)));
        assert_eq!(broken(&lines[1..]), Some((1, Broken::Misplaced)));
        let moved = [lines[1].clone(), lines[0].clone(), lines[2].clone()];
        assert_eq!(broken(&moved), Some((1, Broken::Misplaced)));
        let twice = [lines.clone(), lines[2..].to_vec()].concat();
        assert_eq!(broken(&twice), Some((4, Broken::Misplaced)));
    }

    #[test]
    fn a_line_that_was_changed_and_sealed_anew_no_longer_fits_the_next() {
        let mut lines = log(&["一", "二"]);
        lines[0] = written(&entry("另一个原因"));
        assert_eq!(broken(&lines), Some((2, Broken::Misplaced)));
    }

    #[test]
    fn half_a_line_at_the_end_is_a_look_that_was_cut_off() {
        let chain = chain_of(format!("{}\n{{\"at\":\"2024", log(&["一"])[0]).as_bytes());
        assert!(chain.is_torn && chain.broken.is_none());
        assert_eq!(chain.hashes.len(), 1);
    }
}
