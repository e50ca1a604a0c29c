//! All text of a screen on one sheet of a workbook, before its tables.

use unicode_width::UnicodeWidthStr;

use crate::render::screen::SheetView;
use crate::render::sheet::Prose;
use crate::render::workbook::{FormCell, Worksheet, WorksheetColumn, WorksheetRow};

/// How wide the text stands, in half Chinese letters: as wide as a page that lies upright.
const WIDTH: usize = 74;

/// The sheet; none where nothing is told.
pub fn sheet(views: &[SheetView], (name, title): (String, Option<String>)) -> Option<Worksheet> {
    if views.iter().all(|view| view.prose.is_empty()) {
        return None;
    }
    let above = title.iter().map(|title| WorksheetRow::Form(vec![cell(title, true)], lines(title)));
    let mut rows: Vec<WorksheetRow> = above.collect();
    for view in views.iter().filter(|view| !view.prose.is_empty()) {
        rows.extend(
            view.heading.clone().map(|heading| WorksheetRow::Form(vec![cell(&heading, true)], 1)),
        );
        rows.extend(view.prose.iter().map(|own| match own {
            Prose::Heading(text) => WorksheetRow::Form(vec![cell(text, true)], 1),
            Prose::Said(text) | Prose::ToWrite(text) => {
                WorksheetRow::Form(vec![cell(text, false)], lines(text))
            }
        }));
    }
    let columns = vec![WorksheetColumn { width: WIDTH, ..WorksheetColumn::default() }];
    Some(Worksheet { name, columns, rows, is_upright: true, ..Worksheet::default() })
}

fn cell(text: &str, is_label: bool) -> FormCell {
    FormCell { cell: text.into(), is_label, span: 1 }
}

/// How many lines a text takes.
fn lines(text: &str) -> usize {
    text.lines().map(|line| line.width().div_ceil(WIDTH - 4).max(1)).sum::<usize>().max(1)
}
