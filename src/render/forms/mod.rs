//! Forms that are filled in outside the program, as sheets of a workbook.

mod guide;
mod notes;
pub mod owed_rows;
pub mod register;
pub mod roster;

pub use guide::guide;

/// The words of which a form's lists are made.
pub struct FormLists {
    pub children: Vec<String>,
    pub staff: Vec<String>,
    pub classes: Vec<String>,
}

/// What a form's rows are known by, a new one each time.
pub type NewCode<'c> = &'c dyn Fn() -> String;
