//! A judged obligation: one subject, one rule, one slot, one state.

use std::rc::Rc;

use chrono::NaiveDate;

use super::case::Case;
use crate::domain::spans::days_later;

/// Where an obligation stands, in the order in which the states are tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Met,
    MetLate,
    Exempt,
    Upcoming,
    Open,
    Grace,
    Overdue,
    Missed,
}

/// Every state, in order.
pub const STATES: [State; 8] = [
    State::Met,
    State::MetLate,
    State::Exempt,
    State::Upcoming,
    State::Open,
    State::Grace,
    State::Overdue,
    State::Missed,
];

impl State {
    /// The word for it in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            State::Met => "met",
            State::MetLate => "met_late",
            State::Exempt => "exempt",
            State::Upcoming => "upcoming",
            State::Open => "open",
            State::Grace => "grace",
            State::Overdue => "overdue",
            State::Missed => "missed",
        }
    }

    /// Past due and not done: overdue or missed.
    pub fn is_late(self) -> bool {
        matches!(self, State::Overdue | State::Missed)
    }

    /// The state of something not done by `due`, whose slot goes on to `last`.
    pub fn undone(today: NaiveDate, due: NaiveDate, grace_days: u32, last: NaiveDate) -> State {
        if today <= due {
            State::Open
        } else if today <= days_later(due, grace_days) {
            State::Grace
        } else if today <= last {
            State::Overdue
        } else {
            State::Missed
        }
    }
}

/// When a slot lies and falls due; state rules have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotDates {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub due: NaiveDate,
}

/// One obligation, judged.
#[derive(Clone, Debug)]
pub struct Obligation {
    pub case: Case,
    pub slot: Rc<str>,
    /// None for a state rule.
    pub dates: Option<SlotDates>,
    pub state: State,
    pub count: u32,
    pub met_on: Option<NaiveDate>,
    /// In which of the rule's registers that stands, where it was read.
    pub met_in: Option<usize>,
    /// What was agreed for the day, in the words of the event that asked.
    pub agreed: Option<Rc<str>>,
    /// What a state rule misses, in the order of `requires`.
    pub lacks: Vec<Missing>,
}

/// What a state rule misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The name in `requires`.
    pub requirement: String,
    /// Which part of it is missing, as field paths; none for one that has no parts.
    pub parts: Vec<&'static str>,
}

/// Why a member does not owe a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOwed {
    /// A field named in `applies` has another value on the slot's first day.
    DoesNotApply,
    /// Not present on the festival, or on a break's first day.
    Absent {
        day: NaiveDate,
    },
    TooFewDays {
        days: u32,
        needed: u32,
    },
    /// Off the roll on the due date, and the slot not met.
    OffRoll {
        due: NaiveDate,
    },
}
