//! All text of a screen on one sheet of a workbook, before its tables.

use crate::render::page_text::lines;
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
    let above = title
        .iter()
        .map(|title| WorksheetRow::Form(vec![cell(title, true)], lines(title, WIDTH - 4)));
    let mut rows: Vec<WorksheetRow> = above.collect();
    for view in views.iter().filter(|view| !view.prose.is_empty()) {
        rows.extend(
            view.heading.clone().map(|heading| WorksheetRow::Form(vec![cell(&heading, true)], 1)),
        );
        rows.extend(view.prose.iter().map(|own| match own {
            Prose::Heading(text) => WorksheetRow::Form(vec![cell(text, true)], 1),
            Prose::Said(text) | Prose::ToWrite(text) => {
                WorksheetRow::Form(vec![cell(text, false)], lines(text, WIDTH - 4))
            }
        }));
    }
    let columns = vec![WorksheetColumn { width: WIDTH, ..WorksheetColumn::default() }];
    Some(Worksheet { name, columns, rows, is_upright: true, ..Worksheet::default() })
}

fn cell(text: &str, is_label: bool) -> FormCell {
    FormCell { cell: text.into(), is_label, span: 1 }
}
