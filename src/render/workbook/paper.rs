//! How a sheet is printed: on A4 across, as wide as the page; what would be too small to be read
//! stands on pages beside each other.

use rust_xlsxwriter::{Worksheet as Sheet, XlsxError};

use super::fitting::{self, column_of};
use super::value::Worksheet;
use crate::render::page_text::inert;

/// The sheet's paper, as the format numbers it.
const A4: u8 = 9;

/// How wide a page may be, in half Chinese letters, so that it can be written on, or at least read.
const WRITING_WIDTH: usize = 150;
const READING_WIDTH: usize = 230;

/// How long the head of a page may be.
const HEAD_LETTERS: usize = 200;

/// How wide a page is.
fn page(own: &Worksheet) -> usize {
    if own.to_fill { WRITING_WIDTH } else { READING_WIDTH }
}

/// The last column that can be seen of the first page, and how wide all up to it are.
pub fn first_page(own: &Worksheet, widths: &[usize]) -> (usize, usize) {
    let mut wide = 0;
    let mut last = (0, 1);
    for (at, (column, width)) in own.columns.iter().zip(widths).enumerate() {
        wide += if column.is_hidden { 0 } else { *width };
        if at > 0 && wide > page(own) {
            break;
        }
        if !column.is_hidden {
            last = (at, wide);
        }
    }
    last
}

/// Sets the page up.
pub fn set_up(sheet: &mut Sheet, own: &Worksheet, widths: &[usize]) -> Result<(), XlsxError> {
    let seen = own.columns.iter().zip(widths).filter(|(column, _)| !column.is_hidden);
    let wide: usize = seen.map(|(_, width)| width).sum();
    let pages = wide.div_ceil(page(own)).max(1);
    sheet.set_paper_size(A4).set_print_fit_to_pages(column_of(pages), 0);
    if own.is_upright {
        sheet.set_portrait()
    } else {
        sheet.set_landscape()
    };
    if pages > 1 && own.repeated > 0 {
        sheet.set_repeat_columns(0, column_of(own.repeated - 1))?;
    }
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    if let Some(head) = &own.page_head {
        let head = fitting::cut(&inert(head), HEAD_LETTERS).replace('&', "&&");
        sheet.set_header(format!("&C&\"宋体,Bold\"&16{}", head.replace('\n', " ")));
    }
    sheet.set_footer("&C&P / &N").set_header_footer_scale_with_doc(false);
    Ok(())
}
