//! Finding the event that a correction is about.

use super::Stop;
use super::change::Change;
use crate::domain::event::{Replaced, Status};
use crate::domain::family::{Families, Family};
use crate::domain::id::Id;
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

    /// The row that speaks for an event which the family of a month does not speak for any more:
    /// it has moved to another month, or came from one that has another word by now. `None` when
    /// the family speaks itself.
    pub fn elsewhere(&self, found: &FoundEvent) -> Result<Option<Id>, Stop> {
        let Some(family) = found.family() else { return Ok(None) };
        let next = match family.word.status {
            Status::Moved => self.arrived_of(found, Replaced::In(found.month, family.word.id))?,
            _ if family.is_sent => return Ok(None),
            _ => family.sender,
        };
        let Some((month, id)) = next else { return Ok(Some(family.word.id)) };
        let families = self.families_of(&found.register.name, month)?;
        Ok(families.of(month, &id.to_string()).map(|family| family.word.id))
    }

    /// The row of another month that names a moved row.
    fn arrived_of(&self, found: &FoundEvent, moved: Replaced) -> Result<Option<(Month, Id)>, Stop> {
        for month in self.months_naming(&found.register.name, &moved.to_string())? {
            let families = self.families_of(&found.register.name, month)?;
            if let Some(row) = families.naming(month, moved) {
                return Ok(Some((month, row.id)));
            }
        }
        Ok(None)
    }
}
