//! A workbook drawn: titles, headings on one or two lines, rows, lists of choices, and how it is
//! printed.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Note, Workbook as Book,
    Worksheet as Sheet, XlsxError,
};

use super::choice_lists::ChoiceLists;
use super::fitting::{self, LETTERS, column_of, row_of};
use super::looks::Looks;
use super::paper;
use super::value::{Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};
use crate::render::page_text::{inert, lines, width};

/// How wide a column is, in half Chinese letters.
const NARROWEST: usize = 5;
const WIDEST: usize = 30;

/// So many rows below those that stand there can be filled as well.
const MORE_ROWS: u32 = 500;

/// How long a list of choices and a note may be.
const LIST_LETTERS: usize = 255;
const NOTE_LETTERS: usize = 2000;

/// How high a line of text is, in points, and how high a row may be; the format has 409.
pub(super) const LINE_HEIGHT: f64 = 16.0;
pub(super) const HIGHEST: f64 = 400.0;

/// How high a row is in which somebody writes by hand.
const WRITING_HEIGHT: f64 = 26.0;

/// How wide and high a note is, in pixels: for so many half letters, and for each line.
const NOTE_WIDTH: u32 = 240;
const NOTE_COLUMNS: usize = 34;
const NOTE_LINE: u32 = 18;

impl Workbook {
    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        // Memory does not fail, and all that the format limits is made to fit before it is drawn.
        drawn(self).expect("names, texts and lists were made to fit")
    }
}

fn drawn(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    let made = ExcelDateTime::from_timestamp(workbook.made.timestamp())
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let looks = Looks::new();
    let sheets = fitting::sheets(&workbook.worksheets);
    let names: Vec<String> = sheets.iter().map(|own| own.name.to_lowercase()).collect();
    let name = fitting::free_name(&workbook.lists, &names);
    let mut lists = ChoiceLists::named(name);
    for own in &sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&own.name)?;
        Pen { sheet, looks: &looks, own, row: 0, breaks: Vec::new() }.draw(&mut lists)?;
    }
    lists.draw(&mut book)?;
    book.save_to_buffer()
}

/// Draws one sheet from above to below.
pub(super) struct Pen<'a> {
    pub(super) sheet: &'a mut Sheet,
    pub(super) looks: &'a Looks,
    own: &'a Worksheet,
    /// The row that is drawn next.
    pub(super) row: u32,
    /// The rows before which a new page begins.
    breaks: Vec<u32>,
}

impl Pen<'_> {
    fn draw(&mut self, lists: &mut ChoiceLists) -> Result<(), XlsxError> {
        let widths = self.widths();
        self.columns(&widths)?;
        let (own, looks) = (self.own, self.looks);
        if let Some(title) = &own.title {
            self.line(title, &looks.title, &widths)?;
            self.sheet.set_row_height(self.row - 1, 2.0 * LINE_HEIGHT)?;
        }
        for line in &own.above {
            self.line(line, &looks.line, &widths)?;
        }
        let is_table = own.columns.iter().any(|column| !column.heading.is_empty());
        if is_table {
            let first = self.row;
            self.headings()?;
            self.sheet.set_freeze_panes(self.row, 0)?;
            self.sheet.set_repeat_rows(first, self.row - 1)?;
        }
        let first = self.row;
        for row in &own.rows {
            match row {
                WorksheetRow::Line(line) => self.line(line, &looks.group, &widths)?,
                WorksheetRow::Form(cells, height) => self.form(cells, *height, &widths)?,
                WorksheetRow::NewPage => self.breaks.push(self.row),
                WorksheetRow::Cells(cells) => {
                    for cells in fitting::rows(cells, LETTERS) {
                        self.height(&cells, &widths)?;
                        self.cells(&cells, is_table)?;
                    }
                }
            }
        }
        self.choices(first, lists)?;
        for line in &own.below {
            self.line(line, &looks.line, &widths)?;
        }
        self.sheet.set_page_breaks(&self.breaks)?;
        paper::set_up(self.sheet, own, &widths)
    }

    /// How wide each column is.
    fn widths(&self) -> Vec<usize> {
        let cells = |at: usize| {
            self.own.rows.iter().map(move |row| match row {
                WorksheetRow::Cells(cells) => match cells.get(at) {
                    Some(WorksheetCell::Text(text)) => width(text),
                    Some(WorksheetCell::Number(number)) => number.to_string().len(),
                    _ => 0,
                },
                _ => 0,
            })
        };
        let columns = self.own.columns.iter().enumerate();
        let wide = columns.map(|(at, column)| {
            let widest = cells(at).max().unwrap_or_default();
            let needed = widest.max(width(&column.heading)).clamp(NARROWEST, WIDEST);
            needed.max(column.width) + 2
        });
        wide.collect()
    }

    fn columns(&mut self, widths: &[usize]) -> Result<(), XlsxError> {
        for (at, (column, width)) in self.own.columns.iter().zip(widths).enumerate() {
            let at = column_of(at);
            self.sheet.set_column_width(at, f64::from(row_of(*width)))?;
            if self.own.to_fill {
                self.sheet.set_column_format(at, &self.looks.column)?;
            }
            if column.is_hidden {
                self.sheet.set_column_hidden(at)?;
            }
        }
        Ok(())
    }

    /// A line over the columns of the first page.
    fn line(
        &mut self,
        text: &str,
        look: &rust_xlsxwriter::Format,
        widths: &[usize],
    ) -> Result<(), XlsxError> {
        let text = fitting::cut(&inert(text), LETTERS);
        let (last, wide) = paper::first_page(self.own, widths);
        match last {
            0 => self.sheet.write_string_with_format(self.row, 0, &text, look)?,
            _ => self.sheet.merge_range(self.row, 0, self.row, column_of(last), &text, look)?,
        };
        // A merged cell does not grow with its text.
        let lines = lines(&text, wide);
        if lines > 1 {
            let height = f64::from(row_of(lines)) * LINE_HEIGHT;
            self.sheet.set_row_height(self.row, height.min(HIGHEST))?;
        }
        self.row += 1;
        Ok(())
    }

    /// The headings; those of a group stand below its own.
    fn headings(&mut self) -> Result<(), XlsxError> {
        let columns = &self.own.columns;
        let is_double = columns.iter().any(|column| column.group.is_some());
        let last = self.row + u32::from(is_double);
        let mut at = 0;
        while at < columns.len() {
            let column = &columns[at];
            let alike = columns[at..].iter().take_while(|own| own.group == column.group).count();
            if let Some(group) = &column.group {
                let end = column_of(at + alike - 1);
                let (text, look) = (inert(group), &self.looks.heading);
                match alike {
                    1 => self.sheet.write_string_with_format(self.row, end, text, look)?,
                    _ => {
                        let begin = column_of(at);
                        self.sheet.merge_range(self.row, begin, self.row, end, &text, look)?
                    }
                };
            }
            for (at, column) in columns.iter().enumerate().skip(at).take(alike) {
                self.heading(column_of(at), column, last)?;
            }
            at += alike;
        }
        self.row = last + 1;
        Ok(())
    }

    fn heading(&mut self, at: u16, column: &WorksheetColumn, last: u32) -> Result<(), XlsxError> {
        let look = if column.is_required { &self.looks.required } else { &self.looks.heading };
        let text = fitting::cut(&inert(&column.heading), LETTERS);
        let first = if column.group.is_none() { self.row } else { last };
        if first < last {
            self.sheet.merge_range(first, at, last, at, &text, look)?;
        } else {
            self.sheet.write_string_with_format(first, at, text, look)?;
        }
        let Some(note) = &column.note else { return Ok(()) };
        let note = fitting::cut(&inert(note), NOTE_LETTERS);
        let height = NOTE_LINE * (row_of(lines(&note, NOTE_COLUMNS)) + 1);
        let note = Note::new(note).add_author_prefix(false).set_width(NOTE_WIDTH);
        self.sheet.insert_note(first, at, &note.set_font_size(9).set_height(height))?;
        Ok(())
    }

    fn cells(&mut self, cells: &[WorksheetCell], is_table: bool) -> Result<(), XlsxError> {
        let text = if is_table { &self.looks.text } else { &self.looks.prose };
        for (at, cell) in cells.iter().enumerate() {
            let at = column_of(at);
            match cell {
                WorksheetCell::Blank => self.sheet.write_blank(self.row, at, text)?,
                WorksheetCell::Text(own) => {
                    self.sheet.write_string_with_format(self.row, at, own, text)?
                }
                WorksheetCell::Number(number) => {
                    #[expect(clippy::cast_precision_loss, reason = "counts are far smaller")]
                    let number = *number as f64;
                    let look = &self.looks.number;
                    self.sheet.write_number_with_format(self.row, at, number, look)?
                }
            };
        }
        self.row += 1;
        Ok(())
    }

    /// A row is as high as its texts need: not every program makes it so by itself.
    fn height(&mut self, cells: &[WorksheetCell], widths: &[usize]) -> Result<(), XlsxError> {
        let lines = cells.iter().zip(widths).map(|(cell, wide)| match cell {
            WorksheetCell::Text(text) => lines(text, wide.saturating_sub(1)),
            WorksheetCell::Number(_) | WorksheetCell::Blank => 1,
        });
        let lines = lines.max().unwrap_or(1);
        let needed = f64::from(row_of(lines)) * LINE_HEIGHT;
        let height = if self.own.to_fill { needed.max(WRITING_HEIGHT) } else { needed };
        if lines > 1 || self.own.to_fill {
            self.sheet.set_row_height(self.row, height.min(HIGHEST))?;
        }
        Ok(())
    }

    /// The lists from which the cells of columns can be chosen.
    fn choices(&mut self, first: u32, lists: &mut ChoiceLists) -> Result<(), XlsxError> {
        let last = self.row.max(first) + if self.own.to_fill { MORE_ROWS } else { 0 };
        for (at, column) in self.own.columns.iter().enumerate() {
            if column.choices.is_empty() || last <= first {
                continue;
            }
            let own = column.choices.iter().map(|own| fitting::cut(&inert(own), LETTERS));
            let choices: Vec<String> = own.collect();
            let is_short = choices.iter().map(|own| own.len() + 1).sum::<usize>() <= LIST_LETTERS
                && !choices.iter().any(|own| own.contains([',', '"']));
            let list = DataValidation::new();
            let list = match is_short {
                true => list.allow_list_strings(&choices)?,
                false => list.allow_list_formula(lists.place(&choices)),
            };
            let list = list
                .set_error_style(DataValidationErrorStyle::Warning)
                .show_error_message(!column.takes_others);
            let at = column_of(at);
            self.sheet.add_data_validation(first, at, last - 1, at, &list)?;
        }
        Ok(())
    }
}
