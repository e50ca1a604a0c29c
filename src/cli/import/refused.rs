//! The rows that were not taken, as a workbook of the same shape: to be mended and brought in.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::judged::{Judged, RefusedRow};
use super::sheeted::Sheeted;
use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;
use crate::render::workbook::{Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};
use crate::storage::disk::{self, Disk};

/// The bytes of the workbook. The same rows give the same bytes.
pub fn workbook(sheets: &[Sheeted], judged: &Judged, lang: Lang) -> Vec<u8> {
    let worksheets = sheets.iter().enumerate().filter_map(|(at, sheeted)| {
        let rows: Vec<&RefusedRow> = judged.refused.iter().filter(|own| own.sheet == at).collect();
        (!rows.is_empty()).then(|| worksheet(sheeted, &rows, lang))
    });
    let worksheets = worksheets.collect();
    Workbook { worksheets, made: DateTime::<Utc>::UNIX_EPOCH, lists: String::new() }.bytes()
}

/// Puts the refused rows beside their source; what stands there is never overwritten with
/// something else.
///
/// # Errors
/// The disk failed.
pub fn put(source: &Path, bytes: &[u8]) -> Disk<String> {
    let stem = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stem = if stem == "-" { "rows".to_owned() } else { stem };
    for number in 1.. {
        let name = match number {
            1 => format!("{stem}-refused.xlsx"),
            _ => format!("{stem}-refused-{number}.xlsx"),
        };
        let path = source.with_file_name(&name);
        match disk::read(&path)? {
            Some(own) if own != bytes => {}
            Some(_) => return Ok(disk::shown(&path)),
            None => {
                disk::put_out(&path, bytes)?;
                return Ok(disk::shown(&path));
            }
        }
    }
    Ok(String::new())
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
