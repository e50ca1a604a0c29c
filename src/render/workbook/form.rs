//! A form drawn: labels and values side by side.

use rust_xlsxwriter::XlsxError;

use super::drawing::{HIGHEST, LINE_HEIGHT, Pen};
use super::fitting::{self, LETTERS, column_of, row_of};
use super::value::{FormCell, WorksheetCell};
use crate::render::page_text::{inert, lines};

impl Pen<'_> {
    /// One line of a form, with room for so many lines of writing.
    pub(super) fn form(
        &mut self,
        cells: &[FormCell],
        height: usize,
        widths: &[usize],
    ) -> Result<(), XlsxError> {
        let mut first = 0;
        let mut high = height;
        for own in cells {
            let last = first + own.span.max(1) - 1;
            let wide: usize = widths.iter().skip(first).take(own.span).sum();
            let text = match &own.cell {
                WorksheetCell::Text(text) => fitting::cut(&inert(text), LETTERS),
                WorksheetCell::Number(number) => number.to_string(),
                WorksheetCell::Blank => String::new(),
            };
            high = high.max(lines(&text, wide.saturating_sub(1)));
            let look = if own.is_label { &self.looks.heading } else { &self.looks.text };
            let (from, to) = (column_of(first), column_of(last));
            match from == to {
                true => self.sheet.write_string_with_format(self.row, from, &text, look)?,
                false => self.sheet.merge_range(self.row, from, self.row, to, &text, look)?,
            };
            first = last + 1;
        }
        let high = f64::from(row_of(high)) * LINE_HEIGHT + LINE_HEIGHT / 2.0;
        self.sheet.set_row_height(self.row, high.min(HIGHEST))?;
        self.row += 1;
        Ok(())
    }
}
