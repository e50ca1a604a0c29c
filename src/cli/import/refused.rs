//! The rows that were not taken, as a workbook of the same shape: to be mended and brought in.

use chrono::{DateTime, Utc};

use super::judged::{Judged, RefusedRow};
use super::sheeted::Sheeted;
use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;
use crate::render::workbook::{Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};

/// The bytes of the workbook. The same rows give the same bytes.
pub fn workbook(sheets: &[Sheeted], judged: &Judged, lang: Lang) -> Vec<u8> {
    let worksheets = sheets.iter().enumerate().filter_map(|(at, sheeted)| {
        let rows: Vec<&RefusedRow> = judged.refused.iter().filter(|own| own.sheet == at).collect();
        (!rows.is_empty()).then(|| worksheet(sheeted, &rows, lang))
    });
    let worksheets = worksheets.collect();
    Workbook { worksheets, made: DateTime::<Utc>::UNIX_EPOCH, lists: String::new() }.bytes()
}

fn worksheet(sheeted: &Sheeted, rows: &[&RefusedRow], lang: Lang) -> Worksheet {
    let own = &sheeted.table.columns;
    let columns = own.iter().map(|head| match head.shown.split_once('·') {
        Some((group, word)) => {
            WorksheetColumn { group: Some(group.to_owned()), ..WorksheetColumn::headed(word) }
        }
        None => WorksheetColumn::headed(&head.shown),
    });
    let reason = WorksheetColumn::headed(ImportSaid::Reason.text(lang));
    let cells = |row: &&RefusedRow| {
        let own = own.iter().map(|head| {
            let means = head.means.as_deref().unwrap_or_default();
            match sheeted.cell(row.row, head.column, means).words() {
                words if words.is_empty() => WorksheetCell::Blank,
                words => words.as_str().into(),
            }
        });
        WorksheetRow::Cells(own.chain([row.why.as_str().into()]).collect())
    };
    Worksheet {
        name: sheeted.grid.name.clone(),
        above: sheeted.table.above(sheeted.grid),
        columns: columns.chain([reason]).collect(),
        rows: rows.iter().map(cells).collect(),
        to_fill: true,
        ..Worksheet::default()
    }
}
