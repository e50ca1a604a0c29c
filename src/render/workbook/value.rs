//! A workbook as a value.

use chrono::{DateTime, Utc};

use crate::render::cell::Value;

/// All that stands in one file.
#[derive(Clone, Debug)]
pub struct Workbook {
    pub worksheets: Vec<Worksheet>,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// What the hidden sheet is called on which long lists of choices stand.
    pub lists: String,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Worksheet {
    /// On its tab.
    pub name: String,
    /// In large letters above all else.
    pub title: Option<String>,
    /// Lines between the title and the headings.
    pub above: Vec<String>,
    /// Without a heading anywhere there is no line of headings.
    pub columns: Vec<WorksheetColumn>,
    pub rows: Vec<WorksheetRow>,
    /// Lines below the rows: notes, and where people sign.
    pub below: Vec<String>,
    /// At the head of each printed page.
    pub page_head: Option<String>,
    /// Is it to be filled in, by hand too? Then more rows below are ready for it as well, and what
    /// does not fit on a page stands on a further one.
    pub to_fill: bool,
    /// So many columns stand first on each further page.
    pub repeated: usize,
    /// Is it printed upright? Else across.
    pub is_upright: bool,
}

/// A column: what stands above it, and what may stand in it.
#[derive(Clone, Debug, Default)]
pub struct WorksheetColumn {
    /// What stands above the headings of several columns side by side: 父亲 above 姓名, 电话.
    pub group: Option<String>,
    pub heading: String,
    /// Shown when the mouse rests on the heading.
    pub note: Option<String>,
    /// What can be chosen from a list in its cells.
    pub choices: Vec<String>,
    /// May something else be typed all the same?
    pub takes_others: bool,
    /// Is a row nothing without it? The heading shows it.
    pub is_required: bool,
    /// Is it there for programs alone?
    pub is_hidden: bool,
    /// How wide it is at least, in half Chinese letters.
    pub width: usize,
}

/// A row of a sheet.
#[derive(Clone, Debug)]
pub enum WorksheetRow {
    Cells(Vec<WorksheetCell>),
    /// A line over all columns: what the rows below it have in common.
    Line(String),
    /// Labels and values side by side, each over some columns, with room for so many lines.
    Form(Vec<FormCell>, usize),
    /// What follows stands on a new page.
    NewPage,
}

/// A cell of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormCell {
    pub cell: WorksheetCell,
    pub is_label: bool,
    /// Over how many columns it reaches.
    pub span: usize,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WorksheetCell {
    #[default]
    Blank,
    /// Ids, dates and phones are texts too: they stay as they are written.
    Text(String),
    Number(i64),
}

impl From<&str> for WorksheetCell {
    fn from(text: &str) -> WorksheetCell {
        text.to_owned().into()
    }
}

impl From<String> for WorksheetCell {
    fn from(text: String) -> WorksheetCell {
        if text.is_empty() { WorksheetCell::Blank } else { WorksheetCell::Text(text) }
    }
}

impl From<&Value> for WorksheetCell {
    fn from(value: &Value) -> WorksheetCell {
        match value {
            Value::Number(number) => WorksheetCell::Number(*number),
            other => other.shown().into(),
        }
    }
}

impl WorksheetCell {
    /// As a text.
    pub fn text(&self) -> String {
        match self {
            WorksheetCell::Text(text) => text.clone(),
            WorksheetCell::Number(number) => number.to_string(),
            WorksheetCell::Blank => String::new(),
        }
    }
}

impl WorksheetColumn {
    /// A column with nothing but a heading.
    pub fn headed(heading: impl Into<String>) -> WorksheetColumn {
        WorksheetColumn { heading: heading.into(), ..WorksheetColumn::default() }
    }
}

impl Workbook {
    /// All that can be read in it, as a text: what it tells of whom is looked for there.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        for own in &self.worksheets {
            lines.extend(own.title.iter().chain(&own.above).chain(&own.below).cloned());
            lines.extend(own.columns.iter().flat_map(|column| &column.choices).cloned());
            lines.extend(own.rows.iter().map(|row| match row {
                WorksheetRow::Cells(cells) => {
                    cells.iter().map(WorksheetCell::text).collect::<Vec<_>>().join("\t")
                }
                WorksheetRow::Line(line) => line.clone(),
                WorksheetRow::Form(cells, _) => {
                    cells.iter().map(|own| own.cell.text()).collect::<Vec<_>>().join("\t")
                }
                WorksheetRow::NewPage => String::new(),
            }));
        }
        lines.join("\n")
    }
}
