//! The sheet that says how to fill in a form, and how it comes back.

use crate::lang::Lang;
use crate::lang::form_words::FormWord;
use crate::render::workbook::{Worksheet, WorksheetColumn, WorksheetRow};

/// How wide its lines are.
const WIDTH: usize = 90;

/// The sheet; `what` is filled in, in a file of this name.
pub fn guide(what: &str, file: &str, lang: Lang) -> Worksheet {
    let lines = [
        FormWord::GuideHead { what },
        FormWord::GuideRows,
        FormWord::GuideLists,
        FormWord::GuideColumns,
        FormWord::GuideBack { file },
        FormWord::GuidePrivate,
    ];
    let line = |(at, word): (usize, &FormWord)| format!("{}. {}", at + 1, word.text(lang));
    let lines = lines.iter().enumerate().map(line);
    let lines = lines.map(|line| WorksheetRow::Cells(vec![line.into()]));
    Worksheet {
        name: FormWord::Guide.text(lang),
        columns: vec![WorksheetColumn { width: WIDTH, ..WorksheetColumn::default() }],
        rows: lines.collect(),
        ..Worksheet::default()
    }
}
