//! A child on a day, and whether it is on the roll.

use chrono::NaiveDate;

use crate::domain::child::Child;
use crate::domain::entries::exit_reason;
use crate::domain::home::Home;

/// A child of a home on a day.
#[derive(Clone, Copy)]
pub struct OnDay<'a> {
    pub child: &'a Child,
    pub home: &'a Home,
    pub day: NaiveDate,
}

/// Where a day lies among the days on the roll.
pub enum Roll {
    On,
    Before,
    Left(Option<String>),
}

impl OnDay<'_> {
    pub fn roll(&self) -> Roll {
        if self.child.on_roll().contains(self.day) {
            return Roll::On;
        }
        let left = self.child.spells.iter().rfind(|spell| spell.span.last < self.day);
        left.map_or(Roll::Before, |spell| Roll::Left(spell.reason.clone()))
    }
}

/// Reasons for leaving after which nobody is left behind here: the child is with its parents or is
/// registered elsewhere, is dead, or was never meant.
const ENDING: [&str; 5] =
    ["parents_returned", "moved_with_parents", "hukou_changed", "died", "error"];

/// A reason for leaving as its code.
pub fn ends_it(reason: Option<&str>) -> bool {
    reason.is_some_and(|reason| ENDING.contains(&exit_reason(reason)))
}
