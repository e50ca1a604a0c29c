//! A copy of the home for practising.

use super::read::Ask;
use super::{Session, Stop};
use crate::domain::disguise::Disguise;
use crate::storage::practice::{self, Copying};

impl Session {
    /// Is the home itself a copy for practising?
    pub fn is_practice(&self) -> bool {
        self.home.as_ref().is_some_and(|store| practice::is_practice(store.root()))
    }

    /// The files of a copy with other names, numbers and phones, and how many restricted registers
    /// stay away. `marked` stands before the school's name.
    pub fn practice_texts(&self, marked: &str) -> Result<Vec<(String, String)>, Stop> {
        let names = self.store()?.register_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let ask = Ask { whole_names: true, ..Ask::records(&names) };
        self.read(ask, |reading| {
            let home = &reading.home;
            let restricted = home.registers.values().filter(|own| own.restricted);
            let restricted: Vec<String> = restricted.map(|own| own.name.clone()).collect();
            let disguise = Disguise::of(home);
            let root = self.root()?;
            let copying = Copying { root, disguise: &disguise, restricted: &restricted, marked };
            Ok(copying.texts()?)
        })
    }
}
