//! What a screen holds: a title, sheets for people, one sheet for machines, a footer.

use chrono::NaiveDate;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(i64),
    Date(NaiveDate),
    List(Vec<String>),
    Null,
}

impl Cell {
    /// A date, or nothing.
    pub fn date(date: Option<NaiveDate>) -> Cell {
        date.map_or(Cell::Null, Cell::Date)
    }

    /// A text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Cell {
        text.map_or(Cell::Null, |text| Cell::Text(text.into()))
    }

    /// A count of things.
    pub fn count(count: usize) -> Cell {
        Cell::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// As people and separated formats read it.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::List(entries) => entries.join(" "),
            Cell::Null => String::new(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

/// Columns and rows.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// A line above the table, when a screen has several.
    pub heading: Option<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// An empty sheet with these columns.
    pub fn new(columns: impl IntoIterator<Item = impl Into<String>>) -> Sheet {
        let columns = columns.into_iter().map(Into::into).collect();
        Sheet { heading: None, columns, rows: Vec::new() }
    }

    /// The same with a number before each row.
    pub fn numbered(mut self, label: String) -> Sheet {
        self.columns.insert(0, label);
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.insert(0, Cell::count(at + 1));
        }
        self
    }
}

impl Screen {
    /// Leaves out the last rows, of the sheets for people and of that for machines.
    pub fn drop_last(&mut self, count: usize) {
        let mut left = count;
        for sheet in self.sheets.iter_mut().rev() {
            let own = left.min(sheet.rows.len());
            sheet.rows.truncate(sheet.rows.len() - own);
            left -= own;
        }
        self.data.rows.truncate(self.data.rows.len().saturating_sub(count));
    }
}

/// All that a command has to show.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    pub title: Option<String>,
    pub sheets: Vec<Sheet>,
    pub footer: Option<String>,
    pub data: Sheet,
}
