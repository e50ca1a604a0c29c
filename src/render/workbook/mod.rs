//! A workbook as a value, and its bytes as Excel and WPS open them (.xlsx).
//!
//! Every text is written as a text: nothing in a cell is reckoned with, and nothing is a link. The
//! same value makes the same bytes.

mod choice_lists;
mod drawing;
mod fitting;
mod form;
mod looks;
mod paper;
#[cfg(test)]
mod tests;
mod value;

pub use value::{FormCell, Workbook, Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};
