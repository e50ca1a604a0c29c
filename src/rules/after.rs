//! Rules that ask for something because something happened (`reference/rules.md` 6a).

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::case::Case;
use super::obligation::{NotOwed, Obligation, SlotDates, State};
use super::plan::Plan;
use super::tally::{Counted, Done};
use super::trigger::{AskingEvents, Trigger};
use crate::domain::after::{After, AfterDue, Asking};
use crate::domain::event::Event;
use crate::domain::rule::Every;
use crate::domain::spans::{Span, days_later, next_day};
use crate::domain::subject::Subject;

/// One slot: what asked, by when, and what is owed.
pub struct AfterSlot {
    pub first: NaiveDate,
    /// None while the calendar ends before the day falls due.
    pub due: Option<NaiveDate>,
    pub owed: Result<Obligation, NotOwed>,
}

/// The slots of a case that are owed, or were.
pub fn judge(plan: &Plan, case: Case, counted: &Counted) -> Vec<Obligation> {
    slots(plan, case, counted).into_iter().filter_map(|slot| slot.owed.ok()).collect()
}

/// Each slot of a case, one for each pair of what asked and when it is due.
pub fn slots(plan: &Plan, case: Case, counted: &Counted) -> Vec<AfterSlot> {
    let Every::After(after) = &plan.rules[case.rule].rule.every else {
        return Vec::new();
    };
    let judge = AfterJudge { plan, case, counted, after };
    let mut pairs: BTreeMap<(NaiveDate, Option<NaiveDate>), Option<Rc<str>>> = BTreeMap::new();
    for ask in judge.asks() {
        let agreed = pairs.entry((ask.first, judge.due(&ask))).or_default();
        *agreed = agreed.take().or(ask.agreed);
    }
    let slots = pairs.into_iter().filter_map(|((first, due), agreed)| {
        let mut slot = judge.slot(first, due)?;
        if let Ok(own) = &mut slot.owed {
            own.agreed = agreed;
        }
        Some(slot)
    });
    slots.collect()
}

/// The days of the slot for which an event of a register asks; nothing when it does not ask.
pub fn asked_by(
    plan: &Plan,
    case: Case,
    counted: &Counted,
    (register, event): (&str, &Event),
) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let after = plan.rules[case.rule].rule.after()?;
    let ask = AskingEvents::new(after, register, plan.home)?.ask(event)?;
    let due = AfterJudge { plan, case, counted, after }.due(&ask);
    Some((ask.first, due))
}

struct AfterJudge<'p> {
    plan: &'p Plan<'p>,
    case: Case,
    counted: &'p Counted,
    after: &'p After,
}

impl AfterJudge<'_> {
    /// What asked while the rule was in force, applied, and its subject was present.
    fn asks(&self) -> Vec<Trigger> {
        let compiled = &self.plan.rules[self.case.rule];
        let member = &compiled.members[self.case.member];
        let mut asks = match (&self.after.asks, &member.subject) {
            (Asking::Events { .. }, _) => self.counted.asks.clone(),
            (Asking::Joined, Subject::Child(at)) => {
                let spells = self.plan.home.children[*at].spells.iter();
                spells
                    .map(|spell| Trigger { first: spell.span.first, on: None, agreed: None })
                    .collect()
            }
            (Asking::Joined, _) => Vec::new(),
        };
        let applying = compiled.applying(self.plan.home, self.case.member);
        asks.retain(|ask| {
            ask.first <= self.plan.today
                && compiled.rule.in_force(ask.first)
                && applying.contains(ask.first)
                && member.present.contains(ask.first)
        });
        asks
    }

    fn due(&self, ask: &Trigger) -> Option<NaiveDate> {
        match self.after.due {
            AfterDue::On(_) => ask.on.map(|on| on.max(ask.first)),
            AfterDue::Days { days, school: false } => Some(days_later(ask.first, days)),
            AfterDue::Days { days, school: true } => {
                let present = &self.plan.rules[self.case.rule].members[self.case.member].present;
                let later = Span::new(next_day(ask.first), None);
                let school_days = self.plan.home.calendar.school_days(&later).iter().copied();
                let mut there = school_days.filter(|day| present.contains(*day));
                there.nth(days.saturating_sub(1) as usize)
            }
        }
    }

    fn slot(&self, first: NaiveDate, due: Option<NaiveDate>) -> Option<AfterSlot> {
        let owed = match (self.answer(first), due) {
            (Some(answer), due) => Ok(self.answered(first, due.unwrap_or(answer.date), answer)),
            (None, Some(due)) => self.unanswered(first, due),
            // Past the calendar's end nothing falls due.
            (None, None) => return None,
        };
        Some(AfterSlot { first, due, owed })
    }

    /// The first event that counts: on the day or later; later, when a thing of its own kind asked,
    /// for nothing answers itself.
    fn answer(&self, first: NaiveDate) -> Option<&Done> {
        let answers = self.counted.days.iter();
        let mut fitting = answers.filter(|done| match done.asks {
            true => done.date > first,
            false => done.date >= first,
        });
        fitting.next()
    }

    fn answered(&self, first: NaiveDate, due: NaiveDate, answer: &Done) -> Obligation {
        let state = if answer.date <= due { State::Met } else { State::MetLate };
        self.obligation(SlotDates { first, last: answer.date, due }, state, Some(answer))
    }

    fn unanswered(&self, first: NaiveDate, due: NaiveDate) -> Result<Obligation, NotOwed> {
        let compiled = &self.plan.rules[self.case.rule];
        let on_roll = &compiled.members[self.case.member].on_roll;
        let today = self.plan.today;
        if !on_roll.contains(due) {
            return Err(NotOwed::OffRoll { due });
        }
        let state = if compiled.exempt(self.plan.home, self.case.member).contains(due) {
            State::Exempt
        } else if today <= due {
            State::Open
        } else if !on_roll.contains(today) && !on_roll.contains(next_day(due)) {
            return Err(NotOwed::OffRoll { due });
        } else if today <= days_later(due, compiled.rule.grace_days) {
            State::Grace
        } else if on_roll.contains(today) {
            State::Overdue
        } else {
            State::Missed
        };
        Ok(self.obligation(SlotDates { first, last: due, due }, state, None))
    }

    fn obligation(&self, dates: SlotDates, state: State, answer: Option<&Done>) -> Obligation {
        Obligation {
            case: self.case,
            slot: format!("{}/{}", dates.first, dates.due).into(),
            dates: Some(dates),
            state,
            count: u32::from(answer.is_some()),
            met_on: answer.map(|done| done.date),
            met_in: answer.and_then(|done| done.register),
            lacks: Vec::new(),
            agreed: None,
        }
    }
}

#[cfg(test)]
#[path = "after_tests.rs"]
mod tests;
