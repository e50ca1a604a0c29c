//! Places in sheets: `B4`, `$A$1:$F$20`, and where they are once rows were repeated.

/// A cell: column and row from 1; of a whole column the row is none, and the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRef {
    pub column: Option<u32>,
    pub row: Option<u32>,
    /// As they are written: with a `$` before them?
    fixed: (bool, bool),
}

impl CellRef {
    /// Reads `B4`, `$B$4`, `B`, `$4`.
    pub fn read(text: &str) -> Option<CellRef> {
        let column_fixed = text.starts_with('$');
        let rest = text.strip_prefix('$').unwrap_or(text);
        let letters: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let rest = rest.strip_prefix(letters.as_str())?;
        let (row_fixed, digits) = match rest.strip_prefix('$') {
            Some(digits) => (true, digits),
            None => (letters.is_empty() && column_fixed, rest),
        };
        let row = match digits {
            "" => None,
            _ if !digits.bytes().all(|own| own.is_ascii_digit()) => return None,
            _ => Some(digits.parse::<u32>().ok().filter(|row| (1..=1_048_576).contains(row))?),
        };
        let column = match letters.len() {
            0 => None,
            1..=3 => Some(letters.bytes().fold(0, |number, own| {
                number * 26 + u32::from(own.to_ascii_uppercase() - b'A') + 1
            })),
            _ => return None,
        };
        let fixed = (column_fixed && column.is_some(), row_fixed);
        (column.is_some() || row.is_some()).then_some(CellRef { column, row, fixed })
    }

    /// The same in another row.
    pub fn in_row(self, row: Option<u32>) -> CellRef {
        CellRef { row, ..self }
    }

    /// The cell of a column and a row.
    pub fn at(column: u32, row: u32) -> CellRef {
        CellRef { column: Some(column), row: Some(row), fixed: (false, false) }
    }

    /// As it is written.
    pub fn written(self) -> String {
        let mut letters = Vec::new();
        let mut column = self.column.unwrap_or_default();
        while column > 0 {
            column -= 1;
            letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
            column /= 26;
        }
        let mark = |is_fixed: bool| if is_fixed { "$" } else { "" };
        let letters: String = letters.iter().rev().collect();
        let row = self.row.map(|row| format!("{}{row}", mark(self.fixed.1)));
        format!("{}{letters}{}", mark(self.fixed.0), row.unwrap_or_default())
    }
}

/// Rows that stand more than once: which, and how many were added.
#[derive(Clone, Debug, Default)]
pub struct Added {
    rows: Vec<(u32, u32)>,
}

impl Added {
    pub fn add(&mut self, row: u32, more: u32) {
        if more > 0 {
            self.rows.push((row, more));
        }
    }

    /// The first row after which nothing stands where it stood.
    pub fn first(&self) -> Option<u32> {
        self.rows.iter().map(|(row, _)| *row).min()
    }

    /// How many of this row were added.
    pub fn of(&self, row: u32) -> u32 {
        self.rows.iter().filter(|(own, _)| *own == row).map(|(_, more)| more).sum()
    }

    /// Where a row is that began here.
    pub fn begun(&self, row: u32) -> u32 {
        row + self.rows.iter().filter(|(own, _)| *own < row).map(|(_, more)| more).sum::<u32>()
    }

    /// Where the last of it is.
    pub fn ended(&self, row: u32) -> u32 {
        self.begun(row) + self.of(row)
    }

    /// A range such as `B4:F9` or `B4`, moved and stretched; none of what is no range.
    pub fn range(&self, text: &str) -> Option<String> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last) = (CellRef::read(first)?, CellRef::read(last)?);
        let begun = CellRef { row: first.row.map(|row| self.begun(row)), ..first };
        let ended = CellRef { row: last.row.map(|row| self.ended(row)), ..last };
        let is_one = begun.column == ended.column && begun.row == ended.row;
        Some(match is_one && !text.contains(':') {
            true => begun.written(),
            false => format!("{}:{}", begun.written(), ended.written()),
        })
    }

    /// Several ranges with blanks between them.
    pub fn ranges(&self, text: &str) -> Option<String> {
        let moved: Option<Vec<String>> =
            text.split_whitespace().map(|own| self.range(own)).collect();
        moved.map(|own| own.join(" "))
    }
}

/// A place that a formula or a name tells of: where it stands in the text, and in which sheet.
pub struct Mentioned {
    pub at: std::ops::Range<usize>,
    /// None of the sheet in which the formula stands.
    pub sheet: Option<String>,
}

/// The places in a formula, ranges as one. Texts in quotes are none.
pub fn mentioned(formula: &str) -> Vec<Mentioned> {
    let mut found = Vec::new();
    let mut sheet: Option<String> = None;
    let letters: Vec<(usize, char)> = formula.char_indices().collect();
    let mut at = 0;
    while let Some((start, letter)) = letters.get(at).copied() {
        let end_of = |from: usize, is: &dyn Fn(char) -> bool| {
            let rest = letters.iter().skip(from);
            from + rest.take_while(|(_, own)| is(*own)).count()
        };
        let byte = |at: usize| letters.get(at).map_or(formula.len(), |(byte, _)| *byte);
        match letter {
            '"' | '\'' => {
                let end = end_of(at + 1, &|own| own != letter);
                let inner = formula.get(byte(at + 1)..byte(end)).unwrap_or_default();
                at = end + 1;
                if letters.get(at).map(|(_, own)| *own) == Some('!') {
                    sheet = Some(inner.to_owned());
                    at += 1;
                }
            }
            own if own.is_alphanumeric() || own == '$' || own == '_' => {
                let end = end_of(at, &|own| own.is_alphanumeric() || "$_.:".contains(own));
                let word = formula.get(start..byte(end)).unwrap_or_default();
                at = end;
                match letters.get(at).map(|(_, own)| *own) {
                    Some('!') => {
                        sheet = Some(word.to_owned());
                        at += 1;
                    }
                    Some('(') => sheet = None,
                    _ => {
                        found.push(Mentioned { at: start..byte(end), sheet: sheet.take() });
                    }
                }
            }
            _ => {
                sheet = None;
                at += 1;
            }
        }
    }
    found.retain(|own| {
        let text = formula.get(own.at.clone()).unwrap_or_default();
        let is_number = text.bytes().all(|own| own.is_ascii_digit() || own == b'.');
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let is_column_alone = !text.contains(':') && !text.bytes().any(|own| own.is_ascii_digit());
        !is_number
            && !is_column_alone
            && CellRef::read(first).is_some()
            && CellRef::read(last).is_some()
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_written_as_it_was_read() {
        for text in ["B4", "$B$4", "AA10", "XFD1048576", "$A1", "A$1", "A", "$A", "4", "$4", "ZZ9"]
        {
            assert_eq!(CellRef::read(text).map(CellRef::written).as_deref(), Some(text));
        }
        for text in ["", "$", "B0", "ABCD1", "B4C", "4B", "B-4", "甲1", "B1048577"] {
            assert_eq!(CellRef::read(text), None, "{text}");
        }
        assert_eq!(CellRef::at(28, 3).written(), "AB3");
    }

    #[test]
    fn ranges_below_a_repeated_row_move_and_those_over_it_stretch() {
        let mut added = Added::default();
        added.add(4, 2);
        added.add(6, 1);
        assert_eq!((added.begun(4), added.ended(4), added.begun(5)), (4, 6, 7));
        let moved = |text: &str| added.range(text).unwrap();
        assert_eq!(moved("A1:F3"), "A1:F3");
        assert_eq!(moved("B4"), "B4:B6");
        assert_eq!(moved("$A$1:$F$7"), "$A$1:$F$10");
        assert_eq!(moved("C5:C6"), "C7:C9");
        assert_eq!(moved("A:C"), "A:C");
        assert_eq!(moved("$1:$4"), "$1:$6");
        assert_eq!(added.ranges("A1 B7:C7").as_deref(), Some("A1 B10:C10"));
        assert_eq!(added.range("x y"), None);
    }

    #[test]
    fn the_places_in_a_formula_are_found_with_their_sheets() {
        let found = |formula: &str| {
            let found = mentioned(formula).into_iter();
            let told = |own: Mentioned| (formula[own.at].to_owned(), own.sheet.unwrap_or_default());
            found.map(told).collect::<Vec<_>>()
        };
        let own = |text: &str| (text.to_owned(), String::new());
        assert_eq!(found("SUM(B4:B9)+C$3*2"), [own("B4:B9"), own("C$3")]);
        assert_eq!(
            found("'花 名册'!$A$1:$F$20,Sheet2!B7"),
            [
                ("$A$1:$F$20".to_owned(), "花 名册".to_owned()),
                ("B7".to_owned(), "Sheet2".to_owned())
            ]
        );
        assert_eq!(found("IF(A1=\"B7\",TODAY(),1.5)"), [own("A1")]);
        assert_eq!(found("LOG10(5)"), []);
        assert_eq!(found("'x"), []);
    }
}
