//! Forms on paper: their labels and values in lines and columns, so many on a page.

use crate::render::cell::Value;
use crate::render::layout::{FormsPerPage, RowForm};
use crate::render::screen::SheetView;
use crate::render::workbook::FormCell;

/// So many labels with their values stand side by side at most.
const ABREAST: usize = 3;

/// The forms of some views.
pub struct FormGrid {
    /// So many labels with their values stand side by side on a form.
    pub abreast: usize,
    /// So many forms stand side by side, each beside a gap of one column.
    pub beside: usize,
    /// Of each page the forms from above to below: their lines, the first of which is the heading.
    pub pages: Vec<Vec<Vec<FormGridLine>>>,
}

/// One line of forms side by side: the cells of each, and the room to write in.
#[derive(Clone)]
pub struct FormGridLine {
    /// A label and its value, once or several times; or one cell over all of them.
    pub forms: Vec<Vec<FormCell>>,
    pub height: usize,
}

impl FormGrid {
    /// A form for each row; of four on a page two stand side by side.
    pub fn of(views: &[&SheetView], form: &RowForm) -> FormGrid {
        let (beside, below) = if form.per_page == FormsPerPage::Four { (2, 2) } else { (1, 1) };
        let widest =
            views.iter().flat_map(|view| form.lines.iter().map(|own| view.places(&own.keys)));
        let abreast = widest.map(|own| own.len()).max().unwrap_or(1).clamp(1, ABREAST);
        let rows = views.iter().flat_map(|view| view.rows.iter().map(move |row| (*view, row)));
        let drawn: Vec<Vec<FormGridLine>> =
            rows.map(|(view, row)| lines((view, row), form, abreast)).collect();
        let bands: Vec<Vec<FormGridLine>> = drawn.chunks(beside).map(side_by_side).collect();
        let pages = bands.chunks(below).map(<[_]>::to_vec).collect();
        FormGrid { abreast, beside, pages }
    }
}

/// The lines of forms that stand side by side.
fn side_by_side(forms: &[Vec<FormGridLine>]) -> Vec<FormGridLine> {
    let most = forms.iter().map(Vec::len).max().unwrap_or_default();
    let line = |at: usize| {
        let lines: Vec<&FormGridLine> = forms.iter().filter_map(|own| own.get(at)).collect();
        let height = lines.iter().map(|own| own.height).max().unwrap_or(1);
        FormGridLine { forms: lines.iter().flat_map(|own| own.forms.clone()).collect(), height }
    };
    (0..most).map(line).collect()
}

/// A row as a form: its heading, its labels with their values, and where people sign.
fn lines(
    (view, row): (&SheetView, &[&Value]),
    form: &RowForm,
    abreast: usize,
) -> Vec<FormGridLine> {
    let over_all = |text: &str, is_label| {
        let cell = FormCell { cell: text.into(), is_label, span: 2 * abreast };
        FormGridLine { forms: vec![vec![cell]], height: 1 }
    };
    let mut lines = vec![over_all(&form.heading, true)];
    for line in &form.lines {
        for own in view.places(&line.keys).chunks(abreast) {
            let last = own.len() - 1;
            let cells = own.iter().enumerate().flat_map(|(place, at)| {
                let rest = if place == last { 2 * (abreast - own.len()) } else { 0 };
                let label = FormCell { cell: view.columns[*at].into(), is_label: true, span: 1 };
                [label, FormCell { cell: row[*at].into(), is_label: false, span: 1 + rest }]
            });
            lines.push(FormGridLine { forms: vec![cells.collect()], height: line.height });
        }
    }
    lines.extend(form.below.iter().map(|own| over_all(own, false)));
    lines
}
