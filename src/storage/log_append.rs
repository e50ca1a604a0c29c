//! Adding rows to a log, under the file's own header.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::{self, Disk};
use super::journal::Step;
use super::layout;
use super::log_line::Cells;
use crate::domain::event::escape;
use crate::domain::month::Month;
use crate::domain::register::Register;

/// A row to be written: cells by column; those left out are empty.
pub type NewRow = BTreeMap<String, String>;

/// Which log a batch goes to.
pub struct Target<'a> {
    pub register: &'a Register,
    pub month: Month,
    pub writer: Option<&'a str>,
}

impl Target<'_> {
    /// The log's path below the home.
    pub fn file(&self) -> String {
        layout::log(&self.register.name, self.month, self.writer)
    }
}

/// The name of this machine as a writer, when it has one.
pub fn writer(root: &Path) -> Disk<Option<String>> {
    let bytes = disk::read(&root.join(layout::WRITER))?;
    let name = bytes.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned());
    Ok(name.filter(|name| layout::is_writer(name)))
}

/// The step that adds rows to a log, under the log's own header. The home's lock must be held, and
/// the log's unit have been read without a fault.
pub fn step(root: &Path, target: &Target, rows: &[NewRow]) -> Disk<Step> {
    let file = target.file();
    Ok(match disk::read(&root.join(&file))? {
        Some(bytes) => {
            let text = lines(&header_of(&bytes), rows);
            Step::Append { file, offset: bytes.len() as u64, text }
        }
        None => {
            let header: Vec<String> =
                target.register.header().into_iter().map(str::to_owned).collect();
            let text = header.join(",") + "\n" + &lines(&header, rows);
            Step::Put { file, before: None, text }
        }
    })
}

/// The columns of which the log of a target has no place for: an older header lacks them.
pub fn columns_lacking(root: &Path, target: &Target, row: &NewRow) -> Disk<Vec<String>> {
    let file = target.file();
    let Some(bytes) = disk::read(&root.join(file))? else {
        return Ok(Vec::new());
    };
    let header = header_of(&bytes);
    let filled = row.iter().filter(|(_, cell)| !cell.is_empty()).map(|(name, _)| name.clone());
    Ok(filled.filter(|name| !header.contains(name)).collect())
}

fn header_of(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let first = text.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    let mut cells = Cells::default();
    // The unit has been read: its header is sound.
    let _ = cells.split(first);
    cells.iter().map(|name| name.trim().to_owned()).collect()
}

fn lines(header: &[String], rows: &[NewRow]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        let cells = header.iter().map(|name| escape(row.get(name).map_or("", String::as_str)));
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
