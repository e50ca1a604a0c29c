//! Tables of the document.

use super::alike::AlikeTables;
use crate::render::document::{
    ColumnNeed, DocumentCell, DocumentCellKind, DocumentPage, DocumentRow, DocumentTable, columns,
};
use crate::render::formats::marks;
use crate::render::screen::SheetView;

/// A view as a table as wide as its page, as those that are alike.
pub fn of(view: &SheetView, alike: &AlikeTables, page: DocumentPage) -> DocumentTable {
    let (size, columns) = columns::fitted(&alike.needs, page.room().0);
    let heading = |own: &&str| DocumentCell::new(*own, DocumentCellKind::Heading);
    let cells = view.columns.iter().map(heading).collect();
    let head = DocumentRow { cells, is_head: true, height: 0 };
    let rows = view.rows.iter().map(|row| {
        let cells = row.iter().zip(&alike.kinds);
        let cells = cells.map(|(value, kind)| DocumentCell::new(value.shown(), *kind));
        DocumentRow { cells: cells.collect(), ..DocumentRow::default() }
    });
    DocumentTable { columns, size, rows: [head].into_iter().chain(rows).collect() }
}

/// A chart as its table, with a line of marks in each row.
pub fn with_marks(view: &SheetView, page: DocumentPage) -> DocumentTable {
    let Some(marks) = marks::of(view) else { return of(view, &AlikeTables::of(view), page) };
    let mut view = view.clone();
    marks.put_on(&mut view);
    let mut own = AlikeTables::of(&view);
    own.kinds.last_mut().into_iter().for_each(|kind| *kind = DocumentCellKind::Marks);
    // A line of marks is not broken, even in another font.
    let whole = |need: &mut ColumnNeed| need.word = need.whole * 6 / 5;
    own.needs.last_mut().into_iter().for_each(whole);
    of(&view, &own, page)
}
