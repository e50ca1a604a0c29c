//! How a sheet is drawn where there is room for more than its rows: as forms of a page each, or as
//! a chart beside the table of what it is drawn from.

/// How a sheet is drawn. Programs read its rows all the same.
#[derive(Clone, Debug, Default)]
pub enum SheetLayout {
    #[default]
    Rows,
    /// Each row is a form of its own.
    Forms(RowForm),
    /// The rows, and a chart of them.
    Chart(Chart),
}

/// A row as a form: labels with what belongs beside them.
#[derive(Clone, Debug, Default)]
pub struct RowForm {
    /// Above each form.
    pub heading: String,
    pub per_page: FormsPerPage,
    pub lines: Vec<RowFormLine>,
    /// Below each form: where people sign.
    pub below: Vec<String>,
}

/// How many forms stand on one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormsPerPage {
    #[default]
    One,
    Four,
}

/// What stands side by side on a form.
#[derive(Clone, Debug)]
pub struct RowFormLine {
    /// The keys of the columns; a key that the sheet has not leaves no gap.
    pub keys: Vec<String>,
    /// How many lines can be written in it by hand.
    pub height: usize,
}

impl RowFormLine {
    /// A line of short values.
    pub fn of<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> RowFormLine {
        RowFormLine { keys: keys.into_iter().map(Into::into).collect(), height: 1 }
    }

    /// A long text, with room for so many lines.
    pub fn text(key: impl Into<String>, height: usize) -> RowFormLine {
        RowFormLine { keys: vec![key.into()], height }
    }
}

/// A chart of a sheet's numbers; columns are named by their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// For each row how much of a whole is done.
    Bars { label: String, part: String, whole: String },
    /// The same in the course of time, one row after another.
    Trend { label: String, part: String, whole: String },
    /// For each row how often something happened, one cell for each of these columns.
    Heat { label: String, cells: Vec<String> },
}
