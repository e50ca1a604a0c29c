//! Workbooks, by the library that knows their formats.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Reader, SheetVisible, Xls, Xlsx};
use chrono::NaiveDate;

use super::bounds::{LAST_COLUMN, LAST_ROW, LONGEST, MOST_CELLS, SheetFault};
use super::caps::Packed;
use crate::domain::grid::{Grid, GridCell, Joint, serial_day};

/// The sheets that are shown.
pub fn read(bytes: &[u8], packed: Packed) -> Result<Vec<Grid>, SheetFault> {
    let bytes = Cursor::new(bytes);
    match packed {
        Packed::OfficeOpen => office_open(Xlsx::new(bytes).map_err(|_| SheetFault::Broken)?),
        Packed::OpenDocument => {
            let mut book: Ods<_> = Ods::new(bytes).map_err(|_| SheetFault::Broken)?;
            whole(&mut book, |_, _| Vec::new(), false)
        }
        Packed::Compound => {
            let mut book: Xls<_> = Xls::new(bytes).map_err(|_| SheetFault::NoSheet)?;
            let since_1904 = book.has_1904_epoch();
            whole(
                &mut book,
                |book, name| book.merge_cells_by_sheet_name(name).unwrap_or_default(),
                since_1904,
            )
        }
    }
}

/// The names of the sheets that a person sees.
fn shown<RS: Read + Seek, B: Reader<RS>>(book: &B) -> Vec<String> {
    let all = book.sheets_metadata().iter();
    all.filter(|own| own.visible == SheetVisible::Visible).map(|own| own.name.clone()).collect()
}

/// Cell by cell: what a sheet says of its own size is not believed.
fn office_open<RS: Read + Seek>(mut book: Xlsx<RS>) -> Result<Vec<Grid>, SheetFault> {
    let since_1904 = book.has_1904_epoch();
    let (mut grids, mut cells) = (Vec::new(), 0);
    for name in shown(&book) {
        let mut filling = Filling::new(&name, since_1904, &mut cells);
        {
            // A sheet of charts has no cells.
            let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
            while let Some(cell) = reader.next_cell().map_err(|_| SheetFault::Broken)? {
                let (row, column) = cell.get_position();
                filling.put((row, column), of_ref(cell.get_value(), since_1904))?;
            }
        }
        let joints = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        grids.push(filling.done(&joints));
    }
    Ok(grids)
}

fn whole<'b, B: Reader<Cursor<&'b [u8]>>>(
    book: &mut B,
    joints: impl Fn(&B, &str) -> Vec<Dimensions>,
    since_1904: bool,
) -> Result<Vec<Grid>, SheetFault> {
    let (mut grids, mut cells) = (Vec::new(), 0);
    for name in shown(book) {
        let mut filling = Filling::new(&name, since_1904, &mut cells);
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = |own: usize, first: u32| u32::try_from(own).ok()?.checked_add(first);
            let place = place(row, top).zip(place(column, left)).ok_or(SheetFault::Broken)?;
            filling.put(place, of_data(value, since_1904))?;
        }
        let joints = joints(book, &name);
        grids.push(filling.done(&joints));
    }
    Ok(grids)
}

/// A grid that is being filled, within bounds.
struct Filling<'c> {
    grid: Grid,
    cells: &'c mut usize,
}

impl Filling<'_> {
    fn new<'c>(name: &str, since_1904: bool, cells: &'c mut usize) -> Filling<'c> {
        let grid = Grid { name: name.to_owned(), since_1904, ..Grid::default() };
        Filling { grid, cells }
    }

    fn put(&mut self, (row, column): (u32, u32), cell: GridCell) -> Result<(), SheetFault> {
        if cell.is_blank() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if row >= LAST_ROW || column >= LAST_COLUMN {
            return Err(SheetFault::TooFar { row: row + 1, column: column + 1 });
        }
        if matches!(&cell, GridCell::Text(text) if text.len() > LONGEST * 4) {
            return Err(SheetFault::TooLong { row: row + 1, column: column + 1 });
        }
        *self.cells += 1;
        if *self.cells > MOST_CELLS {
            return Err(SheetFault::TooManyCells);
        }
        let rows = &mut self.grid.rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let own = &mut rows[row];
        if own.len() <= column {
            own.resize(column + 1, GridCell::Empty);
        }
        own[column] = cell;
        Ok(())
    }

    fn done(mut self, joints: &[Dimensions]) -> Grid {
        let joint = |own: &Dimensions| Joint {
            first: (own.start.0 as usize, own.start.1 as usize),
            last: (own.end.0 as usize, own.end.1 as usize),
        };
        self.grid.joints = joints.iter().map(joint).collect();
        self.grid
    }
}

fn of_ref(value: &DataRef, since_1904: bool) -> GridCell {
    match value {
        DataRef::Empty => GridCell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Int(number) => integer(*number),
        DataRef::Float(number) => GridCell::Number(*number),
        DataRef::Bool(truth) => GridCell::Truth(*truth),
        DataRef::DateTime(moment) => day(*moment, since_1904),
        DataRef::DateTimeIso(text) => iso_day(text),
        DataRef::Error(error) => GridCell::Broken(error.to_string()),
    }
}

fn of_data(value: &Data, since_1904: bool) -> GridCell {
    match value {
        Data::Empty => GridCell::Empty,
        Data::String(text) | Data::DurationIso(text) => text_cell(text),
        Data::Int(number) => integer(*number),
        Data::Float(number) => GridCell::Number(*number),
        Data::Bool(truth) => GridCell::Truth(*truth),
        Data::DateTime(moment) => day(*moment, since_1904),
        Data::DateTimeIso(text) => iso_day(text),
        Data::Error(error) => GridCell::Broken(error.to_string()),
    }
}

fn text_cell(text: &str) -> GridCell {
    if text.trim().is_empty() { GridCell::Empty } else { GridCell::Text(text.to_owned()) }
}

#[expect(clippy::cast_precision_loss, reason = "a workbook keeps numbers as fractions anyway")]
fn integer(number: i64) -> GridCell {
    GridCell::Number(number as f64)
}

/// A cell shown as a day; one that is only a time of day is its number.
fn day(moment: ExcelDateTime, since_1904: bool) -> GridCell {
    let number = moment.as_f64();
    match serial_day(number, since_1904) {
        Some(day) if !moment.is_duration() && number >= 1.0 => GridCell::Day(day),
        _ => GridCell::Number(number),
    }
}

/// A day that is written out.
fn iso_day(text: &str) -> GridCell {
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(|| text_cell(text), GridCell::Day)
}
