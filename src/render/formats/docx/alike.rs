//! Tables with the same columns, as the groups of a list are: their columns are drawn alike.

use crate::render::document::{ColumnNeed, DocumentCellKind};
use crate::render::formats::ruled::is_number;
use crate::render::formats::wide::is_wide;
use crate::render::screen::SheetView;

/// A heading that is wider is broken where its column is narrower: in half Chinese letters.
const HEADING: usize = 12;

/// What tables with these columns have in common.
pub struct AlikeTables<'s> {
    pub columns: Vec<&'s str>,
    /// Is one of them laid across?
    pub is_wide: bool,
    /// Of each column what stands in it, and how much room that needs.
    pub kinds: Vec<DocumentCellKind>,
    pub needs: Vec<ColumnNeed>,
}

impl<'s> AlikeTables<'s> {
    /// All tables, those with the same columns together.
    pub fn all<'v>(views: impl Iterator<Item = &'v SheetView<'s>>) -> Vec<AlikeTables<'s>>
    where
        's: 'v,
    {
        let mut all: Vec<AlikeTables> = Vec::new();
        for view in views {
            let new = AlikeTables::of(view);
            match all.iter_mut().find(|own| own.columns == new.columns) {
                Some(own) => own.add(&new),
                None => all.push(new),
            }
        }
        all
    }

    /// A table alone.
    pub fn of(view: &SheetView<'s>) -> AlikeTables<'s> {
        let kind = |at| match is_number(view, at) || has_shares(view, at) {
            true => DocumentCellKind::Number,
            false => DocumentCellKind::Text,
        };
        let columns = 0..view.columns.len();
        AlikeTables {
            columns: view.columns.clone(),
            is_wide: is_wide(view),
            kinds: columns.clone().map(kind).collect(),
            needs: columns.map(|at| need(view, at)).collect(),
        }
    }

    fn add(&mut self, other: &AlikeTables) {
        self.is_wide |= other.is_wide;
        for (own, new) in self.kinds.iter_mut().zip(&other.kinds) {
            *own = if *new == DocumentCellKind::Number { *new } else { *own };
        }
        for (own, new) in self.needs.iter_mut().zip(&other.needs) {
            *own = own.and(*new);
        }
    }
}

/// Does a column tell shares, as 94.8 %?
fn has_shares(view: &SheetView, at: usize) -> bool {
    view.rows.iter().any(|row| row[at].text().ends_with('%'))
}

/// What a column needs for its heading and all that stands in it.
fn need(view: &SheetView, at: usize) -> ColumnNeed {
    let heading = ColumnNeed::of(view.columns[at]);
    let heading = ColumnNeed { whole: heading.whole.min(HEADING), word: heading.word + 1 };
    let cells = view.rows.iter().map(|row| ColumnNeed::of(&row[at].text()));
    cells.fold(heading, ColumnNeed::and)
}
