//! The rows of `log/<register>/<YYYY-MM>[.<writer>].csv`, and the families of section 4.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::event::Event;
use super::home::Home;

/// One record: one physical line.
#[derive(Clone, Debug)]
pub struct Row {
    pub register: String,
    /// The month of the file: with the register it is the unit within which `replaces` links.
    pub month: String,
    pub id: String,
    pub date: NaiveDate,
    pub recorded: DateTime<FixedOffset>,
    pub replaces: String,
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
            replaces: cell("replaces").to_string(),
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

/// "Families of corrections are settled first; of the rows that speak, those dated after today do
/// not exist, for any answer." And: "`--known-at D` drops rows whose `recorded`, in the school's
/// zone, is after D, before families are settled".
pub fn settle(home: &Home, today: NaiveDate, known_at: Option<NaiveDate>) -> Vec<Event> {
    let mut units: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
    for row in &home.rows {
        let entered = row.recorded.with_timezone(&home.zone).date_naive();
        if known_at.is_none_or(|d| entered <= d) {
            units.entry((&row.register, &row.month)).or_default().push(row);
        }
    }
    let mut events = Vec::new();
    for rows in units.values() {
        let speaking = speakers(rows).into_iter().filter(|r| r.date <= today);
        events.extend(speaking.map(Event::of));
    }
    events.sort_by_key(|e| e.date);
    events
}

/// "Rows linked by `replaces` are one family. Of its rows that no row replaces, the one recorded
/// last speaks (ties: the greatest id); when it is `void`, the family is silent." "`recorded` is
/// compared as an instant." An id may stand twice when "the rows are identical": they are one.
pub fn speakers<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let by_id: BTreeMap<&str, &Row> = rows.iter().map(|r| (r.id.as_str(), *r)).collect();
    let mut families: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in by_id.values() {
        let mut root = *row;
        while let Some(older) = by_id.get(root.replaces.as_str()) {
            root = older;
        }
        families.entry(&root.id).or_default().push(row);
    }
    let mut speaking = Vec::new();
    for family in families.values() {
        let last = family
            .iter()
            .filter(|row| !family.iter().any(|other| other.replaces == row.id))
            .max_by(|a, b| (a.recorded, &a.id).cmp(&(b.recorded, &b.id)))
            .expect("a family without a cycle has an end");
        if last.cells.get("status").map_or("", |s| s.trim()) != "void" {
            speaking.push(*last);
        }
    }
    speaking
}
