//! One physical line of a log as its cells. One record is always one line.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};

use crate::domain::row::{end_of_cell, inside_quotes};

/// Why a line is no row.
#[derive(Debug, PartialEq, Eq)]
pub enum LineFault {
    UnclosedQuote { at: usize },
}

/// The cells of a line, each with the bytes of the line that hold it.
#[derive(Debug, Default)]
pub struct Cells<'t> {
    line: &'t str,
    places: Vec<(usize, usize)>,
    /// The text of cells that are not just a piece of the line: quotes in them are doubled, or
    /// something stands behind the closing one.
    unquoted: Vec<(usize, String)>,
}

impl<'t> Cells<'t> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The cell at a position.
    pub fn get(&self, position: usize) -> &str {
        if let Some((_, text)) = self.unquoted.iter().find(|(at, _)| *at == position) {
            return text;
        }
        let cell = &self.line[self.place(position)];
        inside_quotes(cell).unwrap_or(cell)
    }

    /// Which bytes of the line hold a cell, quotes included.
    pub fn place(&self, position: usize) -> Range<usize> {
        let (start, end) = self.places[position];
        start..end
    }

    /// Every cell in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|position| self.get(position))
    }

    /// Is each cell a piece of the line, but for quotes around it?
    pub fn are_pieces(&self) -> bool {
        self.unquoted.is_empty()
    }

    /// Splits a line, reusing this buffer.
    ///
    /// # Errors
    /// A quote that is opened and not closed on the line.
    pub fn split(&mut self, line: &'t str) -> Result<(), LineFault> {
        self.line = line;
        self.places.clear();
        self.unquoted.clear();
        if memchr(b'"', line.as_bytes()).is_none() {
            self.split_plain(line);
            return Ok(());
        }
        let mut start = 0;
        loop {
            let end = end_of_cell(line, start).ok_or(LineFault::UnclosedQuote { at: start })?;
            let raw = &line[start..end];
            if raw.starts_with('"') && !is_only_wrapped(raw) {
                self.unquoted.push((self.places.len(), unquote(raw)));
            }
            self.places.push((start, end));
            if end == line.len() {
                return Ok(());
            }
            start = end + 1;
        }
    }

    /// Splits a line without any quotes at its commas.
    fn split_plain(&mut self, line: &str) {
        let mut start = 0;
        for comma in memchr_iter(b',', line.as_bytes()) {
            self.places.push((start, comma));
            start = comma + 1;
        }
        self.places.push((start, line.len()));
    }
}

/// What stands in a row's first cell, which holds its id.
pub fn id_of(line: &str) -> Cow<'_, str> {
    // Only a cell that begins with a quote holds other text than it shows.
    if !line.starts_with('"') {
        return line.split(',').next().unwrap_or_default().trim().into();
    }
    let mut cells = Cells::default();
    match cells.split(line) {
        Ok(()) => cells.get(0).trim().to_owned().into(),
        Err(_) => "".into(),
    }
}

/// Stand quotes around a cell, and none in it?
fn is_only_wrapped(raw: &str) -> bool {
    inside_quotes(raw).is_some_and(|inner| !inner.contains('"'))
}

/// The text of a quoted cell. One in which something stands behind the closing quote is read as the
/// CSV library reads it.
fn unquote(raw: &str) -> String {
    if let Some(inner) = inside_quotes(raw).filter(|inner| !inner.replace("\"\"", "").contains('"'))
    {
        return inner.replace("\"\"", "\"");
    }
    let mut reader = csv_core::Reader::new();
    let mut cell = vec![0u8; raw.len() + 1];
    let (_, _, written) = reader.read_field(raw.as_bytes(), &mut cell);
    cell.truncate(written);
    String::from_utf8_lossy(&cell).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Result<Vec<String>, LineFault> {
        let mut cells = Cells::default();
        cells.split(line)?;
        Ok(cells.iter().map(str::to_owned).collect())
    }

    #[test]
    fn cells_are_split_as_the_csv_library_splits_the_whole_line() {
        for line in [
            "a,b,c",
            "",
            ",",
            r#""a, b",c"#,
            r#"a,"他说""想妈妈""","#,
            r#"a"b,c"#,
            r#""a"b,c"#,
            r#","","""""#,
            "张三,，,“引号”",
            r#""a""b",c"#,
            r#""a" "b",c"#,
            r#""a"""b",c"#,
            r#"a,"b"x"y",c"#,
            r#" "a",b"#,
        ] {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let whole = reader.records().next().map_or(vec![String::new()], |record| {
                record.unwrap().iter().map(str::to_owned).collect()
            });
            assert_eq!(split(line).unwrap(), whole, "{line}");
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_on_its_line_is_a_fault() {
        assert_eq!(split(r#"a,"b,c"#), Err(LineFault::UnclosedQuote { at: 2 }));
        assert_eq!(split(r#"a,"b"",c"#), Err(LineFault::UnclosedQuote { at: 2 }));
    }
}
