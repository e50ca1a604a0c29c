//! What happened: the events of one child in one slot, by chance.

use chrono::NaiveDate;

use crate::calendar::{Span, TODAY, school_days};
use crate::people::{Child, Class};
use crate::rng::Rng;

/// One event before it is a row.
pub struct Happened {
    pub register: &'static str,
    pub date: NaiveDate,
    pub staff: String,
    pub attempted: bool,
    /// Of `mode`, or a letter's `direction`.
    pub way: &'static str,
    pub fate: Fate,
}

/// What became of a row that was written.
#[derive(Clone, Copy, PartialEq)]
pub enum Fate {
    Stands,
    Corrected,
    Withdrawn,
}

/// The duties, with their registers.
pub const MONTHLY: [&str; 3] = ["talk", "guardian_contact", "letter"];
pub const VISIT: &str = "visit";

/// The days of a slot on which a child could be served.
pub fn days(slot: Span, child: &Child) -> Vec<NaiveDate> {
    let first = slot.first.max(child.joined);
    let last = slot.last.min(TODAY).min(child.left.unwrap_or(TODAY));
    if first > last { Vec::new() } else { school_days(Span { first, last }).collect() }
}

/// What was done for a duty in a slot. Some children were never served in one.
pub fn of_duty(
    duty: &'static str,
    days: &[NaiveDate],
    is_never: bool,
    class: &Class,
    rng: &mut Rng,
) -> Vec<Happened> {
    let Some(many) = u32::try_from(days.len()).ok().filter(|many| *many > 0) else {
        return Vec::new();
    };
    let mut events = Vec::new();
    let mut add = |rng: &mut Rng, attempted: bool, counts: bool| {
        let date = days[rng.below(many) as usize];
        let pair = class.pair_teacher.as_str();
        let head = class.head_on(date);
        let (register, way) = match duty {
            "letter" if !counts => ("letter", "parent_to_child"),
            "letter" if rng.in_thousand(500) => ("family_call", "phone"),
            "letter" => ("letter", "child_to_parent"),
            VISIT if !counts => (VISIT, rng.one_of(&["phone", "in_person"])),
            other => (other, "in_person"),
        };
        // A visit by anyone but the head teacher does not count.
        let by_pair = duty == "talk" || (duty == VISIT && !counts && way == "in_person");
        let fate = match rng.below(1000) {
            0..5 => Fate::Withdrawn,
            5..12 => Fate::Corrected,
            _ => Fate::Stands,
        };
        let staff = if by_pair { pair } else { head }.to_owned();
        events.push(Happened { register, date, staff, attempted, way, fate });
    };
    if rng.in_thousand(21) {
        add(rng, true, true);
    }
    if (duty == VISIT || duty == "letter") && rng.in_thousand(40) {
        add(rng, false, false);
    }
    let is_open = days.last().is_some_and(|last| *last == TODAY);
    let left_out = if is_open { 350 } else { 50 };
    if !is_never && !rng.in_thousand(left_out) {
        add(rng, false, true);
        if rng.in_thousand(60) {
            add(rng, false, true);
        }
    }
    events
}
