//! Finding the event that a correction is about.

use super::Stop;
use super::change::Change;
use crate::domain::family::{Families, Family};
use crate::domain::month::Month;
use crate::domain::register::Register;

/// An event that was named, with its unit read strictly.
pub struct FoundEvent {
    pub register: Register,
    pub month: Month,
    families: Families,
    id: String,
}

impl FoundEvent {
    /// Its rows.
    pub fn family(&self) -> Option<Family<'_>> {
        self.families.of(self.month, &self.id)
    }
}

impl Change<'_> {
    /// The event whose id is, or begins with, a word. The change must have asked for the
    /// descriptions of all registers.
    ///
    /// # Errors
    /// None or several are called so, or their unit has faults.
    pub fn find(&mut self, event: &str) -> Result<FoundEvent, Stop> {
        let id = event.to_ascii_uppercase();
        let none = || Stop::NoEvent { id: event.to_owned() };
        let (register, month) = match self.places(&id)?.as_slice() {
            [place] => place.clone(),
            [] => return Err(none()),
            _ => return Err(Stop::SeveralEvents { id: event.to_owned() }),
        };
        let register = self.reading.home.registers.get(&register).cloned().ok_or_else(none)?;
        let families = self.families(&register.name, month)?;
        let found = FoundEvent { register, month, families, id };
        if found.family().is_some() { Ok(found) } else { Err(none()) }
    }
}
