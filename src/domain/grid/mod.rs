//! A sheet as another program saved it: cells in rows, nothing understood yet.

pub mod damage;
pub mod form;
pub mod heading_words;
pub mod kinds;
pub mod list_words;
pub mod register_words;
pub mod roster_words;
pub mod table;
pub mod table_rows;

use chrono::{Days, NaiveDate};

/// What stands in one cell.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum GridCell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A day; the time of day is of no account here.
    Day(NaiveDate),
    Truth(bool),
    /// `#N/A` and its like: a formula that came to nothing.
    Broken(String),
}

impl GridCell {
    /// Is there nothing to be seen in it?
    pub fn is_blank(&self) -> bool {
        match self {
            GridCell::Empty => true,
            GridCell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What a person reads in it: a number without a useless fraction, a day as `2024-09-01`.
    pub fn words(&self) -> String {
        match self {
            GridCell::Empty => String::new(),
            GridCell::Text(text) => text.trim().to_owned(),
            GridCell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                format!("{number:.0}")
            }
            GridCell::Number(number) if number.abs() < 1e21 && number.abs() >= 1e15 => {
                fifteen_digits(*number)
            }
            GridCell::Number(number) => number.to_string(),
            GridCell::Day(day) => day.to_string(),
            GridCell::Truth(truth) => if *truth { "是" } else { "否" }.to_owned(),
            GridCell::Broken(error) => error.clone(),
        }
    }
}

/// A long number as spreadsheets show it: of its digits fifteen are kept.
fn fifteen_digits(number: f64) -> String {
    let text = format!("{number:.14e}");
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let places = power.parse::<usize>().unwrap_or_default() + 1;
    let digits = digits.replace('.', "");
    let places = places + usize::from(digits.starts_with('-'));
    format!("{digits:0<places$}")
}

/// Cells that a sheet shows as one; the first of them holds what they say. Rows and columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Joint {
    pub first: (usize, usize),
    pub last: (usize, usize),
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Grid {
    pub name: String,
    /// Each from column 0; the last cells of a row may be missing.
    pub rows: Vec<Vec<GridCell>>,
    pub joints: Vec<Joint>,
    /// Days are counted from 1904, as programs on a Mac did.
    pub since_1904: bool,
}

impl Grid {
    /// The cell at a row and a column, from 0.
    pub fn cell(&self, row: usize, column: usize) -> &GridCell {
        const EMPTY: &GridCell = &GridCell::Empty;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(EMPTY)
    }

    /// The same, or of cells shown as one the first.
    pub fn shown(&self, row: usize, column: usize) -> &GridCell {
        let own = self.cell(row, column);
        if !own.is_blank() {
            return own;
        }
        let holds = |joint: &&Joint| {
            (joint.first.0..=joint.last.0).contains(&row)
                && (joint.first.1..=joint.last.1).contains(&column)
        };
        match self.joints.iter().find(holds) {
            Some(joint) => self.cell(joint.first.0, joint.first.1),
            None => own,
        }
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Is there nothing in a row?
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(|cells| cells.iter().all(GridCell::is_blank))
    }

    /// The day that a number stands for, as spreadsheets count days; none outside of 1930 to 2099,
    /// for such numbers are something else.
    pub fn day_of(&self, number: f64) -> Option<NaiveDate> {
        serial_day(number, self.since_1904).filter(|day| {
            use chrono::Datelike;
            (1930..2100).contains(&day.year())
        })
    }
}

/// The day that spreadsheets count by a number: 45536 is 2024-09-01.
pub fn serial_day(number: f64, since_1904: bool) -> Option<NaiveDate> {
    // Spreadsheets believe in a 29 February 1900; no child is so old.
    let first = match since_1904 {
        true => NaiveDate::from_ymd_opt(1904, 1, 1),
        false => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
    let days = number.floor() as u64;
    first?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn serial_numbers_of_spreadsheets_are_days() {
        assert_eq!(serial_day(45536.0, false), day("2024-09-01"));
        assert_eq!(serial_day(45614.7, false), day("2024-11-18"));
        assert_eq!(serial_day(42075.0, false), day("2015-03-12"));
        // The same day in a workbook that counts from 1904.
        assert_eq!(serial_day(45536.0 - 1462.0, true), day("2024-09-01"));
        for number in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9] {
            assert_eq!(serial_day(number, false), None, "{number}");
        }
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (number, words) in [
            (3.0, "3"),
            (3.2, "3.2"),
            (13_800_138_000.0, "13800138000"),
            (0.5, "0.5"),
            (990_101_201_503_120_000.0, "990101201503120000"),
        ] {
            assert_eq!(GridCell::Number(number).words(), words);
        }
    }

    #[test]
    fn cells_shown_as_one_say_what_the_first_of_them_says() {
        let text = |text: &str| GridCell::Text(text.to_owned());
        let grid = Grid {
            rows: vec![vec![text("三（1）班")], vec![GridCell::Empty], vec![GridCell::Empty]],
            joints: vec![Joint { first: (0, 0), last: (1, 0) }],
            ..Grid::default()
        };
        assert_eq!(grid.shown(1, 0), &text("三（1）班"));
        assert_eq!(grid.shown(2, 0), &GridCell::Empty);
    }
}
