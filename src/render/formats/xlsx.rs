//! What people see, as a workbook: a sheet for each table, and on it what a printed table of a
//! school has around it.

use super::form_grid::FormGrid;
use super::xlsx_text;
use crate::lang::paper_words::PaperWord;
use crate::render::layout::{RowForm, SheetLayout};
use crate::render::screen::{Figure, Screen, SheetView};
use crate::render::workbook::{
    FormCell, Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow,
};

/// The workbook's bytes.
pub fn draw(screen: &Screen) -> Vec<u8> {
    let made = screen.paper.as_ref().map(|paper| paper.made).unwrap_or_default();
    let lists = screen.paper.as_ref().map(|paper| PaperWord::Choices.text(paper.lang));
    let lists = lists.unwrap_or_default();
    Workbook { worksheets: worksheets(screen), made, lists }.bytes()
}

/// The sheets of a screen: tables with the same columns, one after another, stand on one.
pub fn worksheets(screen: &Screen) -> Vec<Worksheet> {
    let all = screen.for_paper();
    let views: Vec<&SheetView> = all.iter().filter(|view| !view.columns.is_empty()).collect();
    let is_form = |view: &SheetView| matches!(view.layout, SheetLayout::Forms(_));
    let alike: Vec<&[&SheetView]> = views
        .chunk_by(|one, next| one.columns == next.columns && is_form(one) == is_form(next))
        .collect();
    let above = AboveTable::of(screen);
    let name = |views: &[&SheetView]| match (alike.len(), views) {
        (2.., [view, ..]) => view.heading.as_deref().map_or(above.name.clone(), short_name),
        _ => above.name.clone(),
    };
    let text = xlsx_text::sheet(&all, (above.name.clone(), above.title.clone()));
    let tables = alike.iter().map(|views| above.over(views, name(views)));
    let mut sheets: Vec<Worksheet> = text.into_iter().chain(tables).collect();
    if sheets.is_empty() {
        sheets.push(above.over(&[], above.name.clone()));
    }
    let signed =
        screen.paper.iter().filter(|_| !views.iter().any(|view| is_form(view))).flat_map(|paper| {
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
        let name = title.as_deref().map(short_name);
        let unit = screen.paper.as_ref().map(|paper| {
            PaperWord::UnitAndDay { unit: &paper.unit, day: paper.day }.text(paper.lang)
        });
        AboveTable {
            name: name.unwrap_or_default(),
            title,
            above: lines
                .map(str::to_owned)
                .chain(screen.figures.iter().map(figure))
                .chain(unit)
                .collect(),
        }
    }

    fn over(&self, views: &[&SheetView], name: String) -> Worksheet {
        if let Some(SheetLayout::Forms(form)) = views.first().map(|view| view.layout) {
            return forms(views, form, name);
        }
        let columns = views.first().map(|view| &view.columns[..]).unwrap_or_default();
        // A table of a report is called by its own heading; the report's stands above its text.
        let is_below = views.iter().any(|view| view.is_below);
        let own = match views {
            [view] if is_below => view.heading.clone(),
            _ => None,
        };
        let mut rows = Vec::new();
        for view in views {
            let line = view.heading.clone().filter(|_| own.is_none());
            rows.extend(line.map(WorksheetRow::Line));
            rows.extend(view.rows.iter().map(|row| {
                WorksheetRow::Cells(row.iter().copied().map(WorksheetCell::from).collect())
            }));
        }
        let width = if is_below { BELOW_WIDTH } else { 0 };
        let column =
            |heading: &&str| WorksheetColumn { width, ..WorksheetColumn::headed(*heading) };
        Worksheet {
            name,
            title: if is_below { own } else { self.title.clone() },
            above: if is_below { Vec::new() } else { self.above.clone() },
            columns: columns.iter().map(column).collect(),
            rows,
            repeated: REPEATED,
            ..Worksheet::default()
        }
    }
}

/// The columns of a report's table are at least so wide that its heading finds room above them.
const BELOW_WIDTH: usize = 16;

/// What a tab is called by a heading: its first words, without figures; all of it where it begins
/// with one.
fn short_name(heading: &str) -> String {
    let ends = |letter: char| letter.is_ascii_digit() || " ：:，,".contains(letter);
    let first = heading.split(ends).next().filter(|own| !own.is_empty());
    first.unwrap_or(heading).to_owned()
}

/// A figure on a line.
pub(super) fn figure(own: &Figure) -> String {
    format!("{}: {}", own.label, own.value)
}

/// How wide the columns of a form are, in half Chinese letters: a label and a value, twice or
/// thrice.
const LABEL_WIDTH: usize = 12;
const VALUE_WIDTH: usize = 16;

/// How wide the gap between two forms side by side is.
const GAP_WIDTH: usize = 2;

/// A sheet of forms.
fn forms(views: &[&SheetView], form: &RowForm, name: String) -> Worksheet {
    let grid = FormGrid::of(views, form);
    let mut rows = Vec::new();
    for (at, page) in grid.pages.into_iter().enumerate() {
        if at > 0 {
            rows.push(WorksheetRow::NewPage);
        }
        let gap = || vec![FormCell { cell: WorksheetCell::Blank, is_label: false, span: 1 }];
        let lines = page.into_iter().flatten();
        rows.extend(lines.map(|own| WorksheetRow::Form(own.forms.join(&gap()[..]), own.height)));
    }
    let column = |width| WorksheetColumn { width, ..WorksheetColumn::default() };
    let own = || (0..grid.abreast).flat_map(|_| [column(LABEL_WIDTH), column(VALUE_WIDTH)]);
    let mut columns: Vec<WorksheetColumn> = own().collect();
    for _ in 1..grid.beside {
        columns.push(column(GAP_WIDTH));
        columns.extend(own());
    }
    Worksheet { name, rows, columns, is_upright: true, ..Worksheet::default() }
}
