//! The cells of a row of a list, by what they mean.

use chrono::NaiveDate;

use super::sheeted::Sheeted;
use super::values::of_cell;
use crate::cli::context::Context;
use crate::domain::grid::GridCell;

/// The cells of a row by what they mean.
pub struct ListRow<'r> {
    pub sheeted: &'r Sheeted<'r>,
    pub row: usize,
}

impl ListRow<'_> {
    pub fn text(&self, means: &str) -> String {
        self.sheeted.words(self.row, means)
    }

    pub fn cell(&self, means: &str) -> Option<&GridCell> {
        let head = self.sheeted.table.column(means)?;
        let cell = self.sheeted.cell(self.row, head.column, means);
        (!cell.is_blank()).then_some(cell)
    }

    /// What is wrong with a cell, by its heading.
    pub fn wrong(&self, context: &Context, means: &str, why: &str) -> String {
        let shown = self.sheeted.table.column(means).map_or(means, |head| head.shown.as_str());
        of_cell(shown, why, context.lang)
    }

    pub fn day(&self, context: &Context, means: &str) -> Result<Option<NaiveDate>, String> {
        self.sheeted.day(context, self.row, means)
    }
}
