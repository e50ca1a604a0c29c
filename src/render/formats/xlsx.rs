//! What people see, as a workbook: a sheet for each table, and on it what a printed table of a
//! school has around it.

use crate::lang::paper_words::PaperWord;
use crate::render::cell::Value;
use crate::render::screen::{Screen, SheetView};
use crate::render::workbook::{Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};

/// The workbook's bytes.
pub fn draw(screen: &Screen) -> Vec<u8> {
    let made = screen.paper.as_ref().map(|paper| paper.made).unwrap_or_default();
    let lists = screen.paper.as_ref().map(|paper| PaperWord::Choices.text(paper.lang));
    let lists = lists.unwrap_or_default();
    Workbook { worksheets: worksheets(screen), made, lists }.bytes()
}

/// The sheets of a screen: tables with the same columns, one after another, stand on one.
pub fn worksheets(screen: &Screen) -> Vec<Worksheet> {
    let mut views = screen.for_people();
    if views.iter().any(|view| !view.rows.is_empty()) {
        views.retain(|view| !view.rows.is_empty());
    }
    let alike: Vec<&[SheetView]> =
        views.chunk_by(|one, next| one.columns == next.columns).collect();
    let above = AboveTable::of(screen);
    let name = |views: &[SheetView]| match (alike.len(), views) {
        (2.., [view, ..]) => view.heading.clone().unwrap_or_else(|| above.name.clone()),
        _ => above.name.clone(),
    };
    let mut sheets: Vec<Worksheet> =
        alike.iter().map(|views| above.over(views, name(views))).collect();
    if sheets.is_empty() {
        sheets.push(above.over(&[], above.name.clone()));
    }
    let signed = screen.paper.iter().flat_map(|paper| {
        // A blank line is where a stamp and a name find room.
        [String::new(), PaperWord::Signatures.text(paper.lang)]
    });
    let notes = screen.footer.iter().flat_map(|text| text.lines()).map(str::to_owned);
    let below: Vec<String> = notes.chain(signed).collect();
    sheets.last_mut().into_iter().for_each(|last| last.below.clone_from(&below));
    sheets
}

/// So many columns stand first on each page where one is not wide enough: number, day and name.
const REPEATED: usize = 3;

/// What stands above each sheet.
struct AboveTable {
    /// Of a sheet whose table has no heading of its own.
    name: String,
    title: Option<String>,
    above: Vec<String>,
}

impl AboveTable {
    /// The first line is the title, the others are notes.
    fn of(screen: &Screen) -> AboveTable {
        let text = screen.title.as_deref().unwrap_or_default();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let title = lines.next().map(str::to_owned);
        let ends = |letter: char| letter.is_ascii_digit() || " ：:，,".contains(letter);
        let name = title.as_deref().and_then(|title| title.split(ends).next());
        let unit = screen.paper.as_ref().map(|paper| {
            PaperWord::UnitAndDay { unit: &paper.unit, day: paper.day }.text(paper.lang)
        });
        AboveTable {
            name: name.unwrap_or_default().to_owned(),
            title,
            above: lines.map(str::to_owned).chain(unit).collect(),
        }
    }

    fn over(&self, views: &[SheetView], name: String) -> Worksheet {
        let columns = views.first().map(|view| &view.columns[..]).unwrap_or_default();
        let mut rows = Vec::new();
        for view in views {
            rows.extend(view.heading.clone().map(WorksheetRow::Line));
            rows.extend(
                view.rows
                    .iter()
                    .map(|row| WorksheetRow::Cells(row.iter().map(|value| cell(value)).collect())),
            );
        }
        Worksheet {
            name,
            title: self.title.clone(),
            above: self.above.clone(),
            columns: columns.iter().map(|own| WorksheetColumn::headed(*own)).collect(),
            rows,
            repeated: REPEATED,
            ..Worksheet::default()
        }
    }
}

fn cell(value: &Value) -> WorksheetCell {
    match value {
        Value::Number(number) => WorksheetCell::Number(*number),
        other => other.shown().into(),
    }
}
