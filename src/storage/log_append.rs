//! Adding rows to a log, under the file's own header.

use std::collections::BTreeMap;

use super::journal::Step;
use super::layout;
use super::log_line::Cells;
use super::step::first_line;
use crate::domain::event::escape;
use crate::domain::month::Month;
use crate::domain::register::Register;

/// The column before which a log is given more.
const NOTE: &str = "note";

/// A row to be written: cells by column; those left out are empty.
pub type NewRow = BTreeMap<String, String>;

/// Which log a batch goes to.
pub struct LogPlace<'a> {
    pub register: &'a Register,
    pub month: Month,
    pub writer: Option<&'a str>,
}

impl LogPlace<'_> {
    /// The log's path below the home.
    pub fn file(&self) -> String {
        layout::log(&self.register.name, self.month, self.writer)
    }
}

/// Where a log ends: what a row that is added to it must follow.
#[derive(Clone, Debug)]
pub struct LogEnd {
    header: Vec<String>,
    /// The header as it stands there.
    written: String,
    length: u64,
}

impl LogEnd {
    /// The end of a log with these bytes.
    pub fn of(bytes: &[u8]) -> LogEnd {
        let written = String::from_utf8_lossy(first_line(bytes)).into_owned();
        LogEnd { header: header_of(bytes), written, length: bytes.len() as u64 }
    }

    /// The columns for which the log has no place: an older header lacks them.
    pub fn lacks(&self, row: &NewRow) -> Vec<String> {
        let filled = row.iter().filter(|(_, cell)| !cell.is_empty()).map(|(name, _)| name);
        filled.filter(|name| !self.header.contains(name)).cloned().collect()
    }

    /// The step that adds a row at the end, which moves.
    pub fn add(&mut self, file: String, row: &NewRow) -> Step {
        let text = line(&self.header, row);
        let offset = self.length;
        self.length += text.len() as u64;
        Step::Append { file, offset, text, header: Some(self.written.clone()) }
    }
}

/// The step that begins a log with a row, and where the log then ends.
pub fn begin(place: &LogPlace, row: &NewRow) -> (Step, LogEnd) {
    let header: Vec<String> = place.register.header().into_iter().map(str::to_owned).collect();
    let written = header.join(",");
    let text = format!("{written}\n{}", line(&header, row));
    let end = LogEnd { header, written, length: text.len() as u64 };
    (Step::Put { file: place.file(), before: None, text }, end)
}

/// The text of a log with more columns, before its note: each new cell is blank, and no other byte
/// of a row changes.
pub fn widened(text: &str, columns: &[String]) -> String {
    let mut cells = Cells::default();
    let note = header_of(text.as_bytes()).iter().position(|name| name == NOTE);
    let mut wide = String::with_capacity(text.len() * 2);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let row = line.trim_end_matches(['\r', '\n']);
        // The log has been read: each line that is not blank has a cell for each heading.
        let is_row = !row.is_empty() && cells.split(row.trim_start_matches('\u{feff}')).is_ok();
        let Some(note) = note.filter(|note| is_row && *note < cells.len()) else {
            wide.push_str(line);
            continue;
        };
        let skipped = row.len() - row.trim_start_matches('\u{feff}').len();
        let (head, tail) = line.split_at(skipped + cells.place(note).start);
        wide.push_str(head);
        for column in columns {
            wide.push_str(if number == 0 { column } else { "" });
            wide.push(',');
        }
        wide.push_str(tail);
    }
    wide
}

fn header_of(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(first_line(bytes));
    let first = text.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    let mut cells = Cells::default();
    // The unit has been read: its header is sound.
    let _ = cells.split(first);
    cells.iter().map(|name| name.trim().to_owned()).collect()
}

fn line(header: &[String], row: &NewRow) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let cells = header.iter().map(|name| escape(row.get(name).map_or("", String::as_str)));
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
