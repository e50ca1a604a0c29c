//! Forms of the document: tables of labels and values, as high as their page has room for.

use super::form_places::FormPlaces;
use crate::render::document::{
    DocumentBlock, DocumentCell, DocumentCellKind, DocumentPage, DocumentRow, DocumentTable,
    LetterSize, ParagraphStyle, columns,
};
use crate::render::formats::form_grid::{FormGrid, FormGridLine};
use crate::render::layout::RowForm;
use crate::render::page_text::lines;
use crate::render::screen::SheetView;

/// What a page needs besides the lines of its forms: for a heading, and for a line below all.
const HEADING: usize = 700;
const BELOW: usize = 600;

/// How high the gap is between two forms of which one stands below the other.
const BETWEEN: usize = 300;

/// How high a line is in which somebody writes by hand: at most, and from which step to which.
const HIGH: usize = 600;
const STEP: usize = 20;

/// How high a line of letters is, for each half point of theirs, and what is left blank around it.
const LINE: usize = 13;
const BLANK: usize = 100;

/// The forms of a view.
pub fn pages(view: &SheetView, form: &RowForm, page: DocumentPage) -> Vec<DocumentBlock> {
    let grid = FormGrid::of(&[view], form);
    let is_alone = grid.beside == 1;
    let size = if is_alone { LetterSize::Usual } else { LetterSize::Small };
    let places = FormPlaces::of(&grid, size, page.room().0);
    let mut blocks = Vec::new();
    for (at, forms) in grid.pages.iter().enumerate() {
        if at > 0 {
            blocks.push(DocumentBlock::NewPage);
        }
        // A form that has its page alone has its heading above it.
        if is_alone && !form.heading.is_empty() {
            let heading = form.heading.clone();
            blocks.push(DocumentBlock::Paragraph(ParagraphStyle::FormHeading, heading));
        }
        let forms: Vec<&[FormGridLine]> =
            forms.iter().filter_map(|lines| lines.get(usize::from(is_alone)..)).collect();
        let above = if is_alone { HEADING } else { 0 };
        let room = page.room().1.saturating_sub(above + BELOW + BETWEEN * forms.len());
        let rows = rows(&forms, &places, (size, room));
        let columns = places.columns.clone();
        blocks.push(DocumentBlock::Table(DocumentTable { columns, size, rows }));
    }
    blocks
}

/// The rows of a page, each as high as there is room to write in, or as what stands in it needs.
fn rows(
    forms: &[&[FormGridLine]],
    places: &FormPlaces,
    (size, room): (LetterSize, usize),
) -> Vec<DocumentRow> {
    let needed = |cell: &DocumentCell, wide: usize| {
        let wide = wide.saturating_sub(2 * columns::MARGIN) / size.half_letter();
        lines(&cell.text, wide) * size.half_points() * LINE + BLANK
    };
    // Of each line its cells, the room to write in, and what it needs.
    let line = |own: &FormGridLine| {
        let cells = places.cells(own);
        let high = cells.iter().map(|(cell, wide)| needed(cell, *wide)).max().unwrap_or_default();
        (cells.into_iter().map(|(cell, _)| cell).collect::<Vec<_>>(), own.height, high)
    };
    let forms: Vec<Vec<_>> = forms.iter().map(|lines| lines.iter().map(line).collect()).collect();
    let fits = |unit: &usize| {
        let lines = forms.iter().flatten();
        lines.map(|(_, height, high)| (height * unit).max(*high)).sum::<usize>() <= room
    };
    let unit = (0..=HIGH).rev().step_by(STEP).find(fits).unwrap_or_default();
    let mut rows = Vec::new();
    for (at, lines) in forms.into_iter().enumerate() {
        if at > 0 {
            rows.push(between(places.columns.len()));
        }
        rows.extend(lines.into_iter().map(|(cells, height, high)| DocumentRow {
            cells,
            is_head: false,
            height: (height * unit).max(high),
        }));
    }
    rows
}

/// The gap between two forms of which one stands below the other.
fn between(columns: usize) -> DocumentRow {
    let cell = DocumentCell::new("", DocumentCellKind::Open);
    let cells = vec![DocumentCell { span: columns, ..cell }];
    DocumentRow { cells, is_head: false, height: BETWEEN }
}
