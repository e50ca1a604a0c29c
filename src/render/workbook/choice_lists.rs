//! Lists of choices that are too long to stand with their column.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Formula, Workbook as Book, XlsxError};

use super::fitting::{column_of, row_of};

/// Lists of choices that are too long to stand with the column, each in a column of a sheet of
/// their own.
pub struct ChoiceLists {
    name: String,
    columns: Vec<Vec<String>>,
}

impl ChoiceLists {
    pub fn named(name: String) -> ChoiceLists {
        ChoiceLists { name, columns: Vec::new() }
    }

    /// Where a list stands.
    pub fn place(&mut self, choices: &[String]) -> Formula {
        let at = self.columns.iter().position(|own| own == choices).unwrap_or_else(|| {
            self.columns.push(choices.to_vec());
            self.columns.len() - 1
        });
        let letters = column_number_to_name(column_of(at));
        let name = self.name.replace('\'', "''");
        Formula::new(format!("='{name}'!${letters}$1:${letters}${}", choices.len()))
    }

    /// The sheet; none when no list is long.
    pub fn draw(&self, book: &mut Book) -> Result<(), XlsxError> {
        if self.columns.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet();
        sheet.set_name(&self.name)?.set_hidden(true);
        for (at, choices) in self.columns.iter().enumerate() {
            for (row, choice) in choices.iter().enumerate() {
                sheet.write_string(row_of(row), column_of(at), choice)?;
            }
        }
        Ok(())
    }
}
