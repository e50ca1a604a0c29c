//! An archive of a home: a tar file, which any system unpacks, and first in it a list of the others
//! with their lengths and SHA-256.
//!
//! Every byte of it follows from what it holds. So it is read by unpacking it, packing that again
//! and comparing: no byte can be another than was written, be it of a record, of the list, or of
//! what stands between.

use chrono::DateTime;

use super::sixteens::sha256;

/// The name of the list.
const LIST: &str = "care-backup.txt";
/// How the list begins.
const KIND: &str = "care-backup 1";
/// A tar file is made of blocks of so many bytes.
const BLOCK: usize = 512;

/// What an archive holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Archive {
    /// When it was made, RFC 3339 with offset.
    pub made: String,
    /// Its entry in the log of access.
    pub entry: String,
    /// Each file by its path below the home, with its bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// It is not as it was written; the file that is not, when the list tells.
#[derive(Debug, PartialEq, Eq)]
pub struct Damage {
    pub file: Option<String>,
}

/// A file whose path is too long for an archive.
#[derive(Debug, PartialEq, Eq)]
pub struct TooLong(pub String);

impl Archive {
    /// The bytes of the archive.
    pub fn pack(&self) -> Result<Vec<u8>, TooLong> {
        let time = DateTime::parse_from_rfc3339(&self.made).map_or(0, |made| made.timestamp());
        let time = u64::try_from(time).unwrap_or_default();
        let mut bytes = Vec::new();
        add(&mut bytes, (LIST, self.list().as_bytes()), time)?;
        for (name, own) in &self.files {
            add(&mut bytes, (name, own), time)?;
        }
        bytes.resize(bytes.len() + 2 * BLOCK, 0);
        Ok(bytes)
    }

    /// What the bytes hold, when each of them is as it was written.
    pub fn unpack(bytes: &[u8]) -> Result<Archive, Damage> {
        let damaged = || Damage { file: None };
        let mut files = entries(bytes).ok_or_else(damaged)?;
        if files.is_empty() {
            return Err(damaged());
        }
        let (_, list) = files.remove(0);
        let list = String::from_utf8(list).map_err(|_| damaged())?;
        let said = |key: &str| list.lines().find_map(|line| line.strip_prefix(key));
        let of = |key: &str| said(key).unwrap_or_default().to_owned();
        let archive = Archive { made: of("made "), entry: of("access "), files };
        let listed = list.lines().skip_while(|line| !line.starts_with("access ")).skip(1);
        let other = archive.files.iter().zip(listed).find(|(own, line)| listing(own) != *line);
        if let Some(((name, _), _)) = other {
            return Err(Damage { file: Some(name.clone()) });
        }
        match archive.pack() {
            Ok(packed) if packed == bytes => Ok(archive),
            _ => Err(damaged()),
        }
    }

    /// The list: when and by whom, each file, and the hash of all that.
    fn list(&self) -> String {
        let mut list = format!("{KIND}\nmade {}\naccess {}\n", self.made, self.entry);
        for file in &self.files {
            list += &listing(file);
            list.push('\n');
        }
        let hash = sha256(list.as_bytes());
        list + &format!("end {hash}\n")
    }
}

/// A file's line in the list.
fn listing((name, bytes): &(String, Vec<u8>)) -> String {
    format!("{}  {}  {name}", sha256(bytes), bytes.len())
}

/// The places in the header of a tar file: from which byte on, and how many.
const NAME: (usize, usize) = (0, 100);
const MODE: (usize, usize) = (100, 8);
const OWNER: (usize, usize) = (108, 8);
const GROUP: (usize, usize) = (116, 8);
const LENGTH: (usize, usize) = (124, 12);
const TIME: (usize, usize) = (136, 12);
const SUM: (usize, usize) = (148, 8);
const IS_FILE: (usize, usize) = (156, 1);
const MAGIC: (usize, usize) = (257, 8);
const FOLDER: (usize, usize) = (345, 155);

/// Adds a file for its owner alone.
fn add(archive: &mut Vec<u8>, (path, own): (&str, &[u8]), time: u64) -> Result<(), TooLong> {
    let too_long = || TooLong(path.to_owned());
    let (folder, name) = parted(path).ok_or_else(too_long)?;
    let mut header = [0; BLOCK];
    let mut put = |(at, _): (usize, usize), text: &str| {
        header[at..at + text.len()].copy_from_slice(text.as_bytes());
    };
    put(NAME, name);
    put(FOLDER, folder);
    put(MODE, "0000600");
    put(OWNER, "0000000");
    put(GROUP, "0000000");
    let length = format!("{:011o}", own.len());
    if length.len() >= LENGTH.1 {
        return Err(too_long());
    }
    put(LENGTH, &length);
    put(TIME, &format!("{time:011o}"));
    put(IS_FILE, "0");
    put(MAGIC, "ustar\u{0}00");
    put(SUM, "        ");
    let sum: u32 = header.iter().copied().map(u32::from).sum();
    header[SUM.0..SUM.0 + SUM.1].copy_from_slice(format!("{sum:06o}\u{0} ").as_bytes());
    archive.extend(header);
    archive.extend(own);
    archive.resize(archive.len().next_multiple_of(BLOCK), 0);
    Ok(())
}

/// A path as a folder and a name that a header has room for.
fn parted(path: &str) -> Option<(&str, &str)> {
    if path.len() <= NAME.1 {
        return Some(("", path));
    }
    let cuts = path.match_indices('/').filter_map(|(at, _)| {
        let (folder, rest) = path.split_at(at);
        Some((folder, rest.strip_prefix('/')?))
    });
    let mut fitting =
        cuts.filter(|(folder, name)| folder.len() <= FOLDER.1 && name.len() <= NAME.1);
    fitting.next()
}

/// The files of a tar file, as far as their headers can be read at all.
fn entries(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    loop {
        let (header, behind) = rest.split_at_checked(BLOCK)?;
        if header.iter().all(|byte| *byte == 0) {
            return Some(entries);
        }
        let text = |(at, length): (usize, usize)| {
            let own = header[at..at + length].split(|byte| *byte == 0).next().unwrap_or_default();
            String::from_utf8(own.to_vec()).ok()
        };
        let (folder, name) = (text(FOLDER)?, text(NAME)?);
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        let length = usize::from_str_radix(&text(LENGTH)?, 8).ok()?;
        let (own, _) = behind.split_at_checked(length)?;
        let (_, next) = behind.split_at_checked(length.checked_next_multiple_of(BLOCK)?)?;
        entries.push((path, own.to_vec()));
        rest = next;
    }
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod tests;
