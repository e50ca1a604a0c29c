//! The cells of one row of a log, and the header that names its columns.

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr;

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
    kept: RowCells,
}

/// Where the cells are.
#[derive(Clone, Debug)]
enum RowCells {
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
        Row { header, line, kept: RowCells::Cells(Box::new((text.into(), ends.into()))) }
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
        Some(Row { header, line, kept: RowCells::Line { text: Arc::clone(text), start, end } })
    }

    /// The row with its own copy of its cells, so that its log's text need not be kept.
    #[must_use]
    pub fn on_its_own(self) -> Row {
        match self.kept {
            RowCells::Cells(_) => self,
            RowCells::Line { text, start, end } => {
                let line = text[start as usize..end as usize].to_owned();
                let end = end - start;
                let kept = RowCells::Line { text: Arc::new(line), start: 0, end };
                Row { kept, ..self }
            }
        }
    }

    /// The cell at a position as the file has it, `\n` and `\\` not yet undone.
    pub fn at(&self, position: usize) -> &str {
        match &self.kept {
            RowCells::Line { text, start, end } => {
                cell_of(&text[*start as usize..*end as usize], position)
            }
            RowCells::Cells(kept) => {
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
    let end_of = |start: usize| end_of_cell(line, start).unwrap_or(line.len());
    let mut start = 0;
    for _ in 0..position {
        start = end_of(start) + 1;
    }
    let cell = &line[start..end_of(start)];
    inside_quotes(cell).unwrap_or(cell)
}

/// Where the cell of a line that begins at `start` ends; `None` when it opens a quote and does not
/// close it.
pub fn end_of_cell(line: &str, start: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let closed = match bytes.get(start) {
        Some(b'"') => closing_quote(bytes, start + 1)?,
        _ => start,
    };
    Some(memchr(b',', &bytes[closed..]).map_or(line.len(), |comma| closed + comma))
}

/// Where the quote stands that closes what begins at `from`; a doubled quote is none.
fn closing_quote(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let at = from + memchr(b'"', &bytes[from..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        from = at + 2;
    }
}

/// What stands between the quotes around a cell; `None` when there are none around it.
pub fn inside_quotes(cell: &str) -> Option<&str> {
    cell.strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

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
