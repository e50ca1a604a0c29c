//! One physical line of a log as its cells. One record is always one line.

use std::borrow::Cow;
use std::ops::Range;

/// Why a line is no row.
#[derive(Debug, PartialEq, Eq)]
pub enum LineFault {
    UnclosedQuote { at: usize },
}

/// The cells of a line, each with the bytes of the line that hold it.
#[derive(Debug, Default)]
pub struct Cells {
    text: String,
    ends: Vec<usize>,
    places: Vec<Range<usize>>,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at a position.
    pub fn get(&self, position: usize) -> &str {
        let start = if position == 0 { 0 } else { self.ends[position - 1] };
        &self.text[start..self.ends[position]]
    }

    /// Which bytes of the line hold a cell, quotes included.
    pub fn place(&self, position: usize) -> Range<usize> {
        self.places[position].clone()
    }

    /// Every cell in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|position| self.get(position))
    }

    /// Splits a line, reusing this buffer.
    ///
    /// # Errors
    /// A quote that is opened and not closed on the line.
    pub fn split(&mut self, line: &str) -> Result<(), LineFault> {
        self.text.clear();
        self.ends.clear();
        self.places.clear();
        if line.contains('"') {
            return self.split_quoted(line);
        }
        let mut start = 0;
        for cell in line.split(',') {
            self.push(cell, start..start + cell.len());
            start += cell.len() + 1;
        }
        Ok(())
    }

    fn push(&mut self, cell: &str, place: Range<usize>) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
        self.places.push(place);
    }

    /// With quotes in the line, the cells come from the CSV library one by one.
    fn split_quoted(&mut self, line: &str) -> Result<(), LineFault> {
        let mut start = 0;
        loop {
            let rest = &line[start..];
            let length = match rest.strip_prefix('"') {
                Some(inner) => {
                    1 + closing_quote(inner).ok_or(LineFault::UnclosedQuote { at: start })? + 1
                }
                None => 0,
            };
            let end = rest[length..].find(',').map_or(line.len(), |comma| start + length + comma);
            self.push(&unquote(&line[start..end]), start..end);
            if end == line.len() {
                return Ok(());
            }
            start = end + 1;
        }
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

/// Where a quoted cell's closing quote stands; a doubled quote is none.
fn closing_quote(inner: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            if bytes.get(at + 1) != Some(&b'"') {
                return Some(at);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

/// A cell's text as the CSV library reads it.
fn unquote(raw: &str) -> String {
    if !raw.contains('"') {
        return raw.to_owned();
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
