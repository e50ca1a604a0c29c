//! A sheet as wide as a terminal: columns that do not fit are left out, and named.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::sheet::Sheet;

/// Between two columns.
const GAP: usize = 2;

impl Sheet {
    /// The same without the last of some columns, by place, when all together are wider than a
    /// terminal; and the headings of those that were left out.
    pub fn narrowed(mut self, width: usize, less_needed: Range<usize>) -> (Sheet, Vec<String>) {
        let mut left_out = Vec::new();
        for place in less_needed.rev() {
            if self.width() <= width {
                break;
            }
            left_out.extend(self.heads.remove(place).heading);
            for row in &mut self.rows {
                row.cells.remove(place);
            }
        }
        left_out.reverse();
        (self, left_out)
    }

    /// How wide it is as people read it.
    fn width(&self) -> usize {
        let heads = self.heads.iter().enumerate();
        let read = heads.filter_map(|(at, head)| Some((at, head.heading.as_deref()?)));
        let widest = |(at, heading): (usize, &str)| {
            let cells = self.rows.iter().map(|row| row.cells[at].for_people().shown().width());
            cells.chain([heading.width()]).max().unwrap_or_default() + GAP
        };
        read.map(widest).sum::<usize>().saturating_sub(GAP)
    }
}
