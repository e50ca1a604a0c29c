//! What people see, as a workbook: a sheet for each table, and on it what a printed table of a
//! school has around it.

use super::xlsx_text;
use crate::lang::paper_words::PaperWord;
use crate::render::cell::Value;
use crate::render::layout::{FormsPerPage, RowForm, SheetLayout};
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
            rows.extend(
                view.rows
                    .iter()
                    .map(|row| WorksheetRow::Cells(row.iter().map(|value| cell(value)).collect())),
            );
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

fn figure(own: &Figure) -> String {
    format!("{}: {}", own.label, own.value)
}

/// How wide the columns of a form are, in half Chinese letters: a label and a value, twice or
/// thrice.
const LABEL_WIDTH: usize = 12;
const VALUE_WIDTH: usize = 16;

/// So many labels with their values stand side by side at most.
const ABREAST: usize = 3;

/// How wide the gap between two forms side by side is.
const GAP_WIDTH: usize = 2;

/// One line of a form: its cells, and the room to write in.
type FormLine = (Vec<FormCell>, usize);

/// A sheet of forms; of four on a page two stand side by side.
fn forms(views: &[&SheetView], form: &RowForm, name: String) -> Worksheet {
    let (beside, below) = if form.per_page == FormsPerPage::Four { (2, 2) } else { (1, 1) };
    let widest = views.iter().flat_map(|view| form.lines.iter().map(|own| view.places(&own.keys)));
    let abreast = widest.map(|own| own.len()).max().unwrap_or(1).clamp(1, ABREAST);
    let drawn = views.iter().flat_map(|view| view.rows.iter().map(move |row| (*view, row)));
    let drawn: Vec<Vec<FormLine>> =
        drawn.map(|(view, row)| form_lines((view, row), form, abreast)).collect();
    let mut rows = Vec::new();
    for (at, side_by_side) in drawn.chunks(beside).enumerate() {
        if at > 0 && at % below == 0 {
            rows.push(WorksheetRow::NewPage);
        }
        let most = side_by_side.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..most {
            let lines: Vec<&FormLine> =
                side_by_side.iter().filter_map(|own| own.get(line)).collect();
            let gap = || vec![FormCell { cell: WorksheetCell::Blank, is_label: false, span: 1 }];
            let cells: Vec<Vec<FormCell>> = lines.iter().map(|(own, _)| own.clone()).collect();
            let height = lines.iter().map(|(_, own)| *own).max().unwrap_or(1);
            rows.push(WorksheetRow::Form(cells.join(&gap()[..]), height));
        }
    }
    let column = |width| WorksheetColumn { width, ..WorksheetColumn::default() };
    let own = || (0..abreast).flat_map(|_| [column(LABEL_WIDTH), column(VALUE_WIDTH)]);
    let mut columns: Vec<WorksheetColumn> = own().collect();
    if beside > 1 {
        columns.push(column(GAP_WIDTH));
        columns.extend(own());
    }
    Worksheet { name, rows, columns, is_upright: true, ..Worksheet::default() }
}

/// A row as a form: its heading, its labels with their values, and where people sign.
fn form_lines(
    (view, row): (&SheetView, &[&Value]),
    form: &RowForm,
    abreast: usize,
) -> Vec<FormLine> {
    let over_all =
        |text: &str, is_label| FormCell { cell: text.into(), is_label, span: 2 * abreast };
    let mut lines = vec![(vec![over_all(&form.heading, true)], 1)];
    for line in &form.lines {
        for own in view.places(&line.keys).chunks(abreast) {
            let last = own.len() - 1;
            let cells = own.iter().enumerate().flat_map(|(place, at)| {
                let rest = if place == last { 2 * (abreast - own.len()) } else { 0 };
                let label = FormCell { cell: view.columns[*at].into(), is_label: true, span: 1 };
                [label, FormCell { cell: cell(row[*at]), is_label: false, span: 1 + rest }]
            });
            lines.push((cells.collect(), line.height));
        }
    }
    lines.extend(form.below.iter().map(|own| (vec![over_all(own, false)], 1)));
    lines
}

fn cell(value: &Value) -> WorksheetCell {
    match value {
        Value::Number(number) => WorksheetCell::Number(*number),
        other => other.shown().into(),
    }
}
