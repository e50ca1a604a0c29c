//! Records in the order in which they are read back, and how many are not to be seen.

use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::register::Register;

/// A row with its register.
pub struct Record<'h> {
    pub register: &'h Register,
    pub event: Event,
    /// Does it speak for its event?
    pub is_in_force: bool,
}

/// What may be shown, and of restricted registers the number.
pub struct Records<'h> {
    pub shown: Vec<Record<'h>>,
    pub restricted: Vec<(&'h Register, usize)>,
}

impl<'h> Records<'h> {
    /// The rows of these registers by date, register and id, as far as they may pass.
    pub fn new(
        home: &'h Home,
        asked: &[&'h Register],
        rows: Vec<(String, Event, bool)>,
        gate: &Gate,
    ) -> Records<'h> {
        let is_counted = |own: &Register| own.restricted && !gate.allows(Privacy::Restricted);
        let own = |(name, event, is_in_force): (String, Event, bool)| {
            Some(Record { register: home.registers.get(&name)?, event, is_in_force })
        };
        let mut shown: Vec<Record> = rows.into_iter().filter_map(own).collect();
        let restricted = asked.iter().filter(|register| is_counted(register));
        let count = |name: &str| shown.iter().filter(|own| own.register.name == name).count();
        let restricted: Vec<(&Register, usize)> =
            restricted.map(|register| (*register, count(&register.name))).collect();
        shown.retain(|own| !is_counted(own.register));
        shown.sort_by(|one, other| {
            let (own, its) = (&one.event, &other.event);
            let names = one.register.name.cmp(&other.register.name);
            own.date.cmp(&its.date).then(names).then(own.id.cmp(&its.id))
        });
        Records { shown, restricted }
    }
}
