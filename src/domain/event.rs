//! An event: one thing that was done, or tried, as a register's row says.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::id::{Id, Kind};
use super::month::Month;

/// The first line of a log: which columns its rows have. Shared by the rows of one file.
#[derive(Debug, PartialEq, Eq)]
pub struct Header {
    /// The log's path below the home.
    pub file: Rc<str>,
    pub names: Vec<Box<str>>,
}

impl Header {
    /// Where a column stands, when this log has it.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| &**name == column)
    }
}

/// The cells of one row, kept in one piece of text.
#[derive(Clone, Debug)]
pub struct Row {
    pub header: Rc<Header>,
    pub line: u32,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Row {
    /// A row from its cells, in the header's order.
    pub fn new<'a>(header: Rc<Header>, line: u32, cells: impl Iterator<Item = &'a str>) -> Row {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(header.names.len());
        for cell in cells {
            text.push_str(cell);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Row { header, line, text: text.into(), ends: ends.into() }
    }

    /// The cell at a position as the file has it, `\n` and `\\` not yet undone.
    pub fn at(&self, position: usize) -> &str {
        let start = if position == 0 { 0 } else { self.ends[position - 1] as usize };
        &self.text[start..self.ends[position] as usize]
    }

    /// The cell of a column; empty when an older header lacks it.
    pub fn get(&self, column: &str) -> &str {
        self.header.position(column).map_or("", |at| self.at(at))
    }

    /// Every column with its cell.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.header.names.iter().enumerate().map(|(at, name)| (&**name, self.at(at)))
    }

    /// Do both rows say the same, column by column?
    pub fn same_as(&self, other: &Row) -> bool {
        self.cells().all(|(name, cell)| cell == other.get(name))
            && other.cells().all(|(name, cell)| cell == self.get(name))
    }
}

/// One row of a register: what happened, or a correction of what was said to have happened. Which
/// rows speak is settled by [`super::family`].
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Id,
    pub date: NaiveDate,
    /// Each child once, in the order written.
    pub children: Vec<Id>,
    pub staff: Vec<Id>,
    /// Tried, and not done: nobody home, call not answered.
    pub attempted: bool,
    pub recorded: DateTime<FixedOffset>,
    pub status: Status,
    /// The rows that it settles.
    pub replaces: Vec<Replaced>,
    pub row: Row,
}

/// What a row says of its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// That it stands.
    Stands,
    /// That it is taken back.
    Void,
    /// That its date is in another month, where a row has arrived.
    Moved,
    /// That it came from another month.
    Arrived,
}

/// The words for them; an empty cell is the first.
pub const STATUSES: [(&str, Status); 4] = [
    ("", Status::Stands),
    ("void", Status::Void),
    ("moved", Status::Moved),
    ("arrived", Status::Arrived),
];

impl Status {
    /// The word for it.
    pub fn name(self) -> &'static str {
        STATUSES.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }
}

/// A row that another replaces: in its own month, or the one that moved out of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Replaced {
    Here(Id),
    In(Month, Id),
}

impl Replaced {
    /// The row that a word of a `replaces` cell names: `E7HZ3MK62B0` or `2024-11/E7HZ3MK62B0`.
    pub fn parse(word: &str) -> Option<Replaced> {
        match word.split_once('/') {
            Some((month, id)) => {
                Some(Replaced::In(Month::parse(month)?, Id::parse(id, Kind::Event)?))
            }
            None => Id::parse(word, Kind::Event).map(Replaced::Here),
        }
    }

    /// The row's id.
    pub fn id(self) -> Id {
        match self {
            Replaced::Here(id) | Replaced::In(_, id) => id,
        }
    }
}

impl std::fmt::Display for Replaced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Replaced::Here(id) => write!(f, "{id}"),
            Replaced::In(month, id) => write!(f, "{month}/{id}"),
        }
    }
}

impl Event {
    /// The month in whose log it stands.
    pub fn month(&self) -> Month {
        Month::of(self.date)
    }

    /// The cell of a column; `None` when it is blank or an older header lacks the column.
    pub fn filled(&self, column: &str) -> Option<&str> {
        let cell = self.row.get(column).trim();
        (!cell.is_empty()).then_some(cell)
    }
}

/// A date as records write it, `2024-10-31` and no other way.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let fits = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let shape = text.len() == 10 && text.bytes().enumerate().all(fits);
    shape.then(|| text.parse().ok()).flatten()
}

/// A cell as it was typed: `\n` is a line break, `\\` a backslash.
pub fn unescape(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('\\')) => text.push('\\'),
            _ => {
                text.push(letter);
                continue;
            }
        }
        letters.next();
    }
    text
}

/// A typed text as a cell keeps it, on one physical line.
pub fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_stored_as_backslash_n_and_a_backslash_doubled() {
        let text = "一\n二\\n三\\";
        assert_eq!(escape(text), "一\\n二\\\\n三\\\\");
        assert_eq!(unescape(&escape(text)), text);
    }

    #[test]
    fn rows_are_the_same_by_column_whatever_the_order() {
        let header = |names: &[&str]| {
            let names = names.iter().map(|&name| name.into()).collect();
            Rc::new(Header { file: "log".into(), names })
        };
        let one = Row::new(header(&["id", "note"]), 2, ["E1", "a"].into_iter());
        let two = Row::new(header(&["note", "id", "mode"]), 2, ["a", "E1", ""].into_iter());
        let three = Row::new(header(&["note", "id", "mode"]), 2, ["a", "E1", "x"].into_iter());
        assert!(one.same_as(&two));
        assert!(!one.same_as(&three));
    }
}
