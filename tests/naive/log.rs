//! The rows of `log/<register>/<YYYY-MM>[.<writer>].csv`.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};

/// One record: one physical line.
#[derive(Clone, Debug)]
pub struct Row {
    pub register: String,
    /// The month of the file: with the register it is the unit within which `replaces` links.
    pub month: String,
    pub id: String,
    pub date: NaiveDate,
    pub recorded: DateTime<FixedOffset>,
    pub status: String,
    /// "`replaces` holds one id or several, separated by a space": ids of this unit, or of an
    /// arrived row `<old month>/<its id>`.
    pub replaces: Vec<String>,
    /// Every cell under the file's own header.
    pub cells: BTreeMap<String, String>,
}

/// Reads one file. "A line break inside a cell is stored as `\n`, a backslash as `\\`."
pub fn read(path: &Path) -> Vec<Row> {
    let folder = path.parent().and_then(Path::file_name).expect("a register folder");
    let name = path.file_name().and_then(|n| n.to_str()).expect("a file name");
    let mut reader = csv::Reader::from_path(path).expect("a readable file");
    let header = reader.headers().expect("a header").clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let cells: BTreeMap<String, String> =
            header.iter().zip(&record).map(|(k, v)| (k.to_string(), unescape(v))).collect();
        let cell = |key: &str| cells.get(key).map_or("", |c| c.trim());
        rows.push(Row {
            register: folder.to_string_lossy().into_owned(),
            month: name.split('.').next().expect("a month").to_string(),
            id: cell("id").to_string(),
            date: cell("date").parse().expect("a date"),
            recorded: DateTime::parse_from_rfc3339(cell("recorded")).expect("an instant"),
            status: cell("status").to_string(),
            replaces: cell("replaces").split_whitespace().map(str::to_string).collect(),
            cells,
        });
    }
    rows
}

fn unescape(cell: &str) -> String {
    let mut out = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some(other)) => out.push(other),
            _ => out.push(c),
        }
    }
    out
}
