//! Rows of logs as a test draws them, and the files that they make.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use crate::harness::event_id;

/// A row that was drawn.
#[derive(Clone)]
pub struct DrawnRow {
    pub register: &'static str,
    pub date: NaiveDate,
    pub children: Vec<String>,
    pub staff: String,
    pub cells: Vec<(&'static str, String)>,
    pub recorded: NaiveDateTime,
    /// The case that it was planted for.
    pub case: Option<usize>,
}

/// The registers with their columns.
const REGISTERS: [(&str, &[&str]); 3] = [
    ("talk", &["mode", "topic", "study", "content", "place", "time"]),
    ("visit", &["mode", "purpose", "home_state", "time"]),
    ("duty", &["session", "notes"]),
];

impl DrawnRow {
    /// The cell of a column.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell.as_str())
    }

    /// Writes a cell over what stood there.
    pub fn put(&mut self, column: &'static str, cell: String) {
        self.cells.retain(|(name, _)| *name != column);
        self.cells.push((column, cell));
    }

    fn line(&self, columns: &[&str]) -> String {
        let (id, day, children) = (event_id(), self.date, self.children.join(" "));
        let own: Vec<&str> = columns.iter().map(|column| self.cell(column)).collect();
        let recorded = self.recorded.format("%Y-%m-%dT%H:%M:%S+08:00");
        format!("{id},{day},{children},{},made,{},,{recorded},,", self.staff, own.join(","))
    }
}

/// A log: its path, and which rows stand in it, the first of them in line 2.
type Log = (String, Vec<usize>);

/// The logs of rows, each in the order of entry.
pub fn logs(rows: &[DrawnRow]) -> Vec<Log> {
    let mut logs: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let file = format!("log/{}/{}.csv", row.register, row.date.format("%Y-%m"));
        logs.entry(file).or_default().push(at);
    }
    for all in logs.values_mut() {
        all.sort_by_key(|at| rows[*at].recorded);
    }
    logs.into_iter().collect()
}

/// The text of a log.
pub fn text(rows: &[DrawnRow], (file, all): &Log) -> String {
    let register = file.split('/').nth(1).unwrap();
    let columns = REGISTERS.iter().find(|(name, _)| *name == register).unwrap().1;
    let head = format!(
        "id,date,children,staff,outcome,{},note,recorded,status,replaces",
        columns.join(",")
    );
    let lines = all.iter().map(|at| rows[*at].line(columns));
    [head].into_iter().chain(lines).map(|line| line + "\n").collect()
}
