//! A copy of the home for practising.

use super::read::Ask;
use super::{Session, Stop};
use crate::storage::practice::{self, Copying};

impl Session {
    /// Is the home itself a copy for practising?
    pub fn is_practice(&self) -> bool {
        self.home.as_ref().is_some_and(|store| practice::is_practice(store.root()))
    }

    /// The files of a copy with other names, numbers and words. `marked` stands before the school's
    /// name.
    pub fn practice_texts(&self, marked: &str) -> Result<Vec<(String, String)>, Stop> {
        let names = self.store()?.register_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let ask = Ask { whole_names: true, ..Ask::records(&names) };
        self.read(ask, |reading| {
            let registers = &reading.home.registers;
            let copying = Copying { root: self.root()?, registers, marked };
            Ok(copying.texts()?)
        })
    }
}
