//! The records in which doubts are looked for.

use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::problem::{Cause, Problem, Sight};
use crate::domain::score_sheet::ScoreSheet;

/// The records of a home that speak, with what was planned.
pub struct RecordBook<'a> {
    pub home: &'a Home,
    pub today: NaiveDate,
    pub events: &'a [(String, Event)],
    pub sheets: &'a [ScoreSheet],
}

impl<'a> RecordBook<'a> {
    /// What was done in a register, in the order of days and of entry.
    pub fn of(&self, register: &str) -> Vec<&'a Event> {
        let own = self.events.iter().filter(|(name, event)| name == register && !event.attempted);
        let mut own: Vec<&Event> = own.map(|(_, event)| event).collect();
        own.sort_by_key(|event| (event.date, event.recorded, event.id));
        own
    }

    /// A problem of a row; one of a restricted register says its place alone.
    pub fn problem(&self, register: &str, event: &Event, cause: impl Into<Cause>) -> Problem {
        let is_open = self.home.registers.get(register).is_some_and(|own| !own.restricted);
        let sight = if is_open { Sight::Open(None) } else { Sight::Withheld };
        Problem::of_row(&event.row, sight, cause)
    }
}
