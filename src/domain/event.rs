//! An event: one thing that was done, or tried, as a register's row says.

use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use memchr::memchr;

use super::id::{Id, Kind};
use super::month::Month;
use super::people::People;

/// The first line of a log: which columns its rows have. Shared by the rows of one file.
#[derive(Debug, PartialEq, Eq)]
pub struct Header {
    /// The log's path below the home.
    pub file: Arc<str>,
    pub names: Vec<Box<str>>,
}

impl Header {
    /// Where a column stands, when this log has it.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| &**name == column)
    }
}

/// The cells of one row.
#[derive(Clone, Debug)]
pub struct Row {
    pub header: Arc<Header>,
    pub line: u32,
    kept: Kept,
}

/// Where the cells are.
#[derive(Clone, Debug)]
enum Kept {
    /// A line of the log's text. In it no quote is doubled, and none stands but around a cell.
    Line { text: Arc<String>, start: u32, end: u32 },
    /// Their text one after another, and where each ends.
    Cells(Box<(Box<str>, Box<[u32]>)>),
}

impl Row {
    /// A row from its cells, in the header's order.
    pub fn new<'a>(header: Arc<Header>, line: u32, cells: impl Iterator<Item = &'a str>) -> Row {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(header.names.len());
        for cell in cells {
            text.push_str(cell);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Row { header, line, kept: Kept::Cells(Box::new((text.into(), ends.into()))) }
    }

    /// A row that is looked up in the text of its log: `place` is its line there, in which no quote
    /// is doubled and none stands but around a cell. `None` for a text of more than 4 GiB.
    pub fn of_line(
        header: Arc<Header>,
        line: u32,
        text: &Arc<String>,
        place: Range<usize>,
    ) -> Option<Row> {
        let (start, end) = (u32::try_from(place.start).ok()?, u32::try_from(place.end).ok()?);
        Some(Row { header, line, kept: Kept::Line { text: Arc::clone(text), start, end } })
    }

    /// The row with its own copy of its cells, so that its log's text need not be kept.
    #[must_use]
    pub fn on_its_own(self) -> Row {
        match self.kept {
            Kept::Cells(_) => self,
            Kept::Line { text, start, end } => {
                let line = text[start as usize..end as usize].to_owned();
                let end = end - start;
                let kept = Kept::Line { text: Arc::new(line), start: 0, end };
                Row { kept, ..self }
            }
        }
    }

    /// The cell at a position as the file has it, `\n` and `\\` not yet undone.
    pub fn at(&self, position: usize) -> &str {
        match &self.kept {
            Kept::Line { text, start, end } => {
                cell_of(&text[*start as usize..*end as usize], position)
            }
            Kept::Cells(kept) => {
                let (text, ends) = &**kept;
                let start = if position == 0 { 0 } else { ends[position - 1] as usize };
                &text[start..ends[position] as usize]
            }
        }
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

/// A cell of a line in which quotes stand around cells only; the quotes are left out.
fn cell_of(line: &str, position: usize) -> &str {
    let bytes = line.as_bytes();
    let end_of = |start: usize| {
        let inside = match bytes.get(start) {
            Some(b'"') => start + 1 + memchr(b'"', &bytes[start + 1..]).unwrap_or_default(),
            _ => start,
        };
        memchr(b',', &bytes[inside..]).map_or(line.len(), |comma| inside + comma)
    };
    let mut start = 0;
    for _ in 0..position {
        start = end_of(start) + 1;
    }
    let cell = &line[start..end_of(start)];
    cell.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(cell)
}

/// One row of a register: what happened, or a correction of what was said to have happened. Which
/// rows speak is settled by [`super::family`].
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Id,
    pub date: NaiveDate,
    /// Each child once, in the order written.
    pub children: People,
    pub staff: People,
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
    /// The event with its own copy of its row, so that its log's text need not be kept.
    #[must_use]
    pub fn on_its_own(self) -> Event {
        Event { row: self.row.on_its_own(), ..self }
    }

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
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(&bytes[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&bytes[5..7])?, number(&bytes[8..])?)
}

/// An instant as this program writes it, `2024-10-31T09:30:00+08:00`; `None` of any other way.
pub fn iso_instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let bytes = text.as_bytes();
    let marks = [(10, b'T'), (13, b':'), (16, b':'), (22, b':')];
    if bytes.len() != 25 || marks.iter().any(|(at, mark)| bytes[*at] != *mark) {
        return None;
    }
    let two = |at: usize| number(&bytes[at..at + 2]);
    let time = iso_date(text.get(..10)?)?.and_hms_opt(two(11)?, two(14)?, two(17)?)?;
    let (hours, minutes) = (two(20)?, two(23)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let east = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    let offset = match bytes[19] {
        b'+' => FixedOffset::east_opt(east),
        b'-' => FixedOffset::west_opt(east),
        _ => None,
    }?;
    offset.from_local_datetime(&time).single()
}

fn number(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |all, byte| byte.is_ascii_digit().then(|| all * 10 + u32::from(byte - b'0')))
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
    fn an_instant_as_the_program_writes_it_is_the_one_that_rfc_3339_means() {
        let sound = ["2024-10-31T09:30:00+08:00", "2024-02-29T23:59:59-03:30"];
        for text in sound {
            assert_eq!(iso_instant(text), Some(text.parse().unwrap()), "{text}");
        }
        for text in [
            "2024-10-31T09:30:00Z",
            "2024-10-31 09:30:00+08:00",
            "2024-10-31T09:30:00.5+08:00",
            "2023-02-29T09:30:00+08:00",
            "2024-10-31T24:30:00+08:00",
            "2024-10-31T09:30:00+24:00",
            "2024-10-31T09:30:00+08:60",
        ] {
            assert_eq!(iso_instant(text), None, "{text}");
        }
    }

    #[test]
    fn rows_are_the_same_by_column_whatever_the_order() {
        let header = |names: &[&str]| {
            let names = names.iter().map(|&name| name.into()).collect();
            Arc::new(Header { file: "log".into(), names })
        };
        let one = Row::new(header(&["id", "note"]), 2, ["E1", "a"].into_iter());
        let two = Row::new(header(&["note", "id", "mode"]), 2, ["a", "E1", ""].into_iter());
        let three = Row::new(header(&["note", "id", "mode"]), 2, ["a", "E1", "x"].into_iter());
        assert!(one.same_as(&two));
        assert!(!one.same_as(&three));
    }
    #[test]
    fn a_row_of_a_line_has_the_cells_of_the_line_without_the_quotes_around_them() {
        for (line, cells) in [
            ("a,b,c", vec!["a", "b", "c"]),
            (r#","a, b","",张三,"#, vec!["", "a, b", "", "张三", ""]),
            ("", vec![""]),
        ] {
            let names = cells.iter().map(|_| "x".into()).collect();
            let header = Arc::new(Header { file: "log".into(), names });
            let text = Arc::new(format!("前\n{line}\n后\n"));
            let row = Row::of_line(header, 2, &text, 4..4 + line.len()).unwrap();
            for row in [row.clone(), row.on_its_own()] {
                assert_eq!(row.cells().map(|(_, cell)| cell).collect::<Vec<_>>(), cells, "{line}");
            }
        }
    }
}
