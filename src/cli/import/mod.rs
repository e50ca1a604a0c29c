//! Sheets that a school has already: found, understood, judged, and then taken all at once.

mod child_line;
pub mod children;
mod class_finder;
mod days;
pub mod judged;
mod list_row;
pub mod mapping;
pub mod pair_lists;
mod record_line;
pub mod records;
pub mod refused;
pub mod returned_slip;
mod roll_call;
mod rows_here;
pub mod sheet_file;
pub mod sheeted;
pub mod staff_lists;
mod values;
mod who_finder;

use std::collections::HashSet;

use crate::domain::id::{Id, Kind};
use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;
use crate::session::{Session, Stop};
use crate::storage::ledger;
use crate::storage::sheets::bounds::{LARGEST, SheetFault};

/// The command's name, by which its batches are known in the ledger.
pub const COMMAND: &str = "import";

/// The rows that imports wrote on this machine, and that were not taken back.
#[derive(Default)]
pub struct Imported(HashSet<Id>);

impl Imported {
    /// Those that the ledger knows.
    ///
    /// # Errors
    /// The ledger cannot be read.
    pub fn of(session: &Session) -> Result<Imported, Stop> {
        let all = session.batches()?;
        let own = all.iter().filter(|own| own.command == COMMAND && !ledger::is_undone(&all, own));
        let ids = own.flat_map(|own| own.written.iter());
        Ok(Imported(ids.filter_map(|id| Id::parse(id, Kind::Event)).collect()))
    }

    pub fn contains(&self, id: Id) -> bool {
        self.0.contains(&id)
    }
}

/// What is wrong with a file, in words.
pub fn fault_said(fault: &SheetFault, lang: Lang) -> String {
    match fault {
        SheetFault::TooLarge => ImportSaid::TooLarge { megabytes: LARGEST >> 20 },
        SheetFault::Swells => ImportSaid::Swells,
        SheetFault::TooManyCells => ImportSaid::TooManyCells,
        SheetFault::TooFar { row, column } => ImportSaid::TooFar { row: *row, column: *column },
        SheetFault::TooLong { row, column } => ImportSaid::TooLong { row: *row, column: *column },
        SheetFault::Locked => ImportSaid::Locked,
        SheetFault::Page => ImportSaid::Page,
        SheetFault::NoSheet => ImportSaid::NoSheet,
        SheetFault::Broken => ImportSaid::Broken,
        SheetFault::NoLetters { at } => ImportSaid::NoLetters { at: *at },
        SheetFault::TwoReadings { one, other } => ImportSaid::TwoReadings { one, other },
        SheetFault::TooMuch => ImportSaid::TooMuch,
    }
    .text(lang)
}
