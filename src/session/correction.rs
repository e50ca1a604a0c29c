//! Corrections: finding the event that one is about, and the rows that they write.

use super::change::Change;
use super::{Stop, new_id};
use crate::domain::event::{Event, Replaced, Status, unescape};
use crate::domain::family::{Families, Family};
use crate::domain::id::{Id, Kind, as_written};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::storage::log_append::NewRow;

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
        let id = as_written(event);
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

    /// A new row's own cells: its id and when it is entered.
    pub fn new_row(&self) -> (Id, NewRow) {
        let id = new_id(Kind::Event);
        let cells = [("id", id.to_string()), ("recorded", self.session.recorded())];
        (id, cells.map(|(name, cell)| (name.to_owned(), cell)).into())
    }

    /// The row that a correction of another begins from: its cells under an id of its own, entered
    /// now. It settles the rows named.
    pub fn correction_of(&self, event: &Event, settles: &[Id]) -> (Id, NewRow) {
        let (id, own) = self.new_row();
        let cells = event.row.cells().map(|(name, cell)| (name.to_owned(), unescape(cell)));
        let mut row: NewRow = cells.collect();
        row.extend(own);
        row.insert("status".to_owned(), String::new());
        let settles: Vec<String> = settles.iter().map(ToString::to_string).collect();
        row.insert("replaces".to_owned(), settles.join(" "));
        (id, row)
    }

    /// The row that takes an event back: its cells, `void`, and the reason as its note.
    pub fn void_row(&self, event: &Event, settles: &[Id], why: &str) -> (Id, NewRow) {
        let (id, mut row) = self.correction_of(event, settles);
        row.insert("status".to_owned(), "void".to_owned());
        if !why.is_empty() {
            row.insert("note".to_owned(), why.to_owned());
        }
        (id, row)
    }
}
