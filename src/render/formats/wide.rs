//! How much of a page a table takes.

use unicode_width::UnicodeWidthStr;

use crate::render::screen::SheetView;

/// A table of more columns, or wider than so many half Chinese letters, is printed across; of what
/// is said at length only so much counts.
const UPRIGHT: usize = 10;
const UPRIGHT_WIDTH: usize = 130;
pub const AT_LENGTH: usize = 40;

/// Is a table printed across?
pub fn is_wide(view: &SheetView) -> bool {
    let width: usize = (0..view.columns.len()).map(|at| widest(view, at).min(AT_LENGTH)).sum();
    view.columns.len() > UPRIGHT || width > UPRIGHT_WIDTH
}

/// How wide the cells of a column are, in half Chinese letters.
pub fn widest(view: &SheetView, at: usize) -> usize {
    view.rows.iter().map(|row| row[at].text().width()).max().unwrap_or_default()
}
