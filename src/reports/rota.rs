//! The rota beside the duty that was done, session by session.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::register::{Column, Register};

/// A session of a day: who is planned, and who did it.
pub struct Shift {
    pub date: NaiveDate,
    pub session: String,
    pub planned: Vec<Id>,
    pub done: Vec<Id>,
    /// Is there a row of the rota, with or without a name?
    pub is_planned: bool,
    /// Is there a record of duty, by whomever?
    pub is_done: bool,
}

/// The shifts by the day and, on a day, in the order in which the register lists its sessions.
pub fn shifts(rota: &Register, events: &[(String, Event)]) -> Vec<Shift> {
    let choices = rota.column("session").map(Column::choices).unwrap_or_default();
    let place = |session: &str| {
        let at = choices.iter().position(|own| own.code == session);
        at.unwrap_or(choices.len())
    };
    let mut shifts: BTreeMap<(NaiveDate, usize, &str), Shift> = BTreeMap::new();
    for (register, event) in events.iter().filter(|(_, event)| !event.attempted) {
        let session = event.filled("session").unwrap_or_default();
        let own = shifts.entry((event.date, place(session), session)).or_insert_with(|| Shift {
            date: event.date,
            session: session.to_owned(),
            planned: Vec::new(),
            done: Vec::new(),
            is_planned: false,
            is_done: false,
        });
        let is_plan = *register == rota.name;
        own.is_planned |= is_plan;
        own.is_done |= !is_plan;
        let people = if is_plan { &mut own.planned } else { &mut own.done };
        people.extend(event.staff.iter().filter(|id| !people.contains(id)).collect::<Vec<_>>());
    }
    shifts.into_values().collect()
}
