//! Where the labels and values of a form stand: those of each line share its width alike, and all
//! labels are as wide.

use std::collections::BTreeSet;

use crate::render::document::{ColumnNeed, DocumentCell, DocumentCellKind, LetterSize, columns};
use crate::render::formats::form_grid::{FormGrid, FormGridLine};
use crate::render::workbook::FormCell;

/// How wide the gap between two forms side by side is.
const GAP: usize = 300;

/// A label has so much at most of what it shares with its value.
const LABEL: (usize, usize) = (9, 20);

/// The places of forms side by side.
pub struct FormPlaces {
    /// How wide each column of the table is: wherever a cell of any line ends, a column ends.
    pub columns: Vec<usize>,
    /// How wide the page, a form and a label are.
    room: usize,
    form: usize,
    label: usize,
}

/// A cell, and from where to where it reaches.
type PlacedCell = (DocumentCell, usize, usize);

impl FormPlaces {
    pub fn of(grid: &FormGrid, size: LetterSize, room: usize) -> FormPlaces {
        let form = (room - GAP * (grid.beside - 1)) / grid.beside;
        let all = || grid.pages.iter().flatten().flatten();
        let cells = all().flat_map(|line| &line.forms).filter(|own| own.len() > 1).flatten();
        let labels = cells.filter(|own| own.is_label);
        let need = labels.map(|own| ColumnNeed::of(&own.cell.text()).whole + 1);
        let label = need.max().unwrap_or_default() * size.half_letter() + 2 * columns::MARGIN;
        let most = form / grid.abreast * LABEL.0 / LABEL.1;
        let mut places = FormPlaces { columns: Vec::new(), room, form, label: label.min(most) };
        let ends: BTreeSet<usize> =
            all().flat_map(|line| places.placed(line)).map(|(_, _, to)| to).collect();
        let begins = [0].into_iter().chain(ends.iter().copied());
        places.columns = begins.zip(&ends).map(|(from, to)| to - from).collect();
        places
    }

    /// The cells of a line, each with how wide it is.
    pub fn cells(&self, line: &FormGridLine) -> Vec<(DocumentCell, usize)> {
        let ends = self.columns.iter().scan(0, |end, own| {
            *end += own;
            Some(*end)
        });
        let ends: Vec<usize> = ends.collect();
        let cell = |(cell, from, to): PlacedCell| {
            let span = ends.iter().filter(|end| **end > from && **end <= to).count();
            (DocumentCell { span, ..cell }, to - from)
        };
        self.placed(line).into_iter().map(cell).collect()
    }

    /// The cells of a line: forms with gaps between them, and what is left of the page.
    fn placed(&self, line: &FormGridLine) -> Vec<PlacedCell> {
        let open = || DocumentCell::new("", DocumentCellKind::Open);
        let mut cells = Vec::new();
        let mut from = 0;
        for (at, own) in line.forms.iter().enumerate() {
            if at > 0 {
                cells.push((open(), from, from + GAP));
                from += GAP;
            }
            let pairs = own.len().div_ceil(2).max(1);
            for (at, pair) in own.chunks(2).enumerate() {
                let (first, last) =
                    (from + self.form * at / pairs, from + self.form * (at + 1) / pairs);
                let kind = |cell: &FormCell| match (cell.is_label, line.height) {
                    (true, _) => DocumentCellKind::Heading,
                    (_, 0 | 1) => DocumentCellKind::Text,
                    _ => DocumentCellKind::Passage,
                };
                let cell = |own: &FormCell| DocumentCell::new(own.cell.text(), kind(own));
                match pair {
                    [label, value] => cells.extend([
                        (cell(label), first, first + self.label),
                        (cell(value), first + self.label, last),
                    ]),
                    one => cells.extend(one.iter().map(|own| (cell(own), first, last))),
                }
            }
            from += self.form;
        }
        if from < self.room {
            cells.push((open(), from, self.room));
        }
        cells
    }
}
