//! The state of each slot. One function decides what late means, for every screen.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::after;
use super::case::Case;
use super::obligation::{NotOwed, Obligation, SlotDates, State};
use super::plan::{Plan, RulePlan};
use super::slots::Slot;
use super::tally::{Counted, Done, Tally};
use super::{rolling, state};
use crate::domain::rule::Every;
use crate::domain::spans::{Span, Spans, days_later};

/// Every obligation of one member under one rule; slots of the calendar that end before `from` are
/// left out, since their events may not have been read.
pub fn obligations(
    plan: &Plan,
    tally: &Tally,
    case: Case,
    from: Option<NaiveDate>,
) -> Vec<Obligation> {
    let first = from.unwrap_or(NaiveDate::MIN);
    within(plan, tally, case, &Span::new(first, None))
}

/// The same, of the slots of the calendar those alone that touch these days.
pub fn within(plan: &Plan, tally: &Tally, case: Case, days: &Span) -> Vec<Obligation> {
    let compiled = &plan.rules[case.rule];
    let mut judged: Vec<Obligation> = match &compiled.rule.every {
        Every::State { .. } => state::judge(plan, &tally.seen, case).into_iter().collect(),
        Every::After(_) => after::judge(plan, case, tally.of(case)),
        Every::Rolling { .. } => rolling::judge(plan, case, tally.of(case)),
        _ => {
            let bench = Bench::new(plan, case, tally.of(case));
            let slots = compiled.slots_of(plan.home, case.member);
            let touch = |slot: &&Slot| slot.span.first <= days.last && days.first <= slot.span.last;
            slots.iter().filter(touch).filter_map(|slot| bench.judge(slot).ok()).collect()
        }
    };
    judged.sort_by_key(|obligation| obligation.dates.map(|dates| (dates.first, dates.last)));
    judged
}

/// A slot of a member, the school days on which the member is present in it, and what is owed.
pub struct Ruling {
    pub slot: Slot,
    pub school_days: u32,
    pub owed: Result<Obligation, NotOwed>,
}

/// Each slot of a member that has begun by today, owed or not; none for rolling and state rules.
pub fn rulings(plan: &Plan, tally: &Tally, case: Case) -> Vec<Ruling> {
    let bench = Bench::new(plan, case, tally.of(case));
    let slots = plan.rules[case.rule].slots_of(plan.home, case.member).into_owned();
    let begun = slots.into_iter().filter(|slot| slot.span.first <= plan.today);
    let mut rulings: Vec<Ruling> = begun
        .map(|slot| Ruling {
            school_days: bench.school_days(&slot),
            owed: bench.judge(&slot),
            slot,
        })
        .collect();
    rulings.sort_by(|a, b| (a.slot.span, &a.slot.label).cmp(&(b.slot.span, &b.slot.label)));
    rulings
}

/// How many slots there are, and how many of them their member does not owe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SlotCount {
    pub all: usize,
    pub not_owed: usize,
}

/// The slots of a member that fall due on these days, counted by the calendar and not by what is
/// owed; a state is one slot on its day, and what has no slots before it happens is owed.
pub fn slots_due(plan: &Plan, tally: &Tally, case: Case, days: &Span) -> SlotCount {
    let compiled = &plan.rules[case.rule];
    let falls = |one: &Obligation| one.dates.is_some_and(|dates| days.contains(dates.due));
    match &compiled.rule.every {
        Every::State { .. } => {
            let all = usize::from(days.contains(plan.today));
            let owed = usize::from(state::judge(plan, &tally.seen, case).is_some());
            SlotCount { all, not_owed: all - owed.min(all) }
        }
        Every::After(_) => {
            let slots = after::slots(plan, case, tally.of(case)).into_iter();
            let is_asked = |slot: &after::AfterSlot| match &slot.owed {
                Ok(own) => falls(own),
                Err(_) => slot.due.is_some_and(|due| days.contains(due)),
            };
            let asked: Vec<_> = slots.filter(is_asked).collect();
            let not_owed = asked.iter().filter(|slot| slot.owed.is_err()).count();
            SlotCount { all: asked.len(), not_owed }
        }
        Every::Rolling { .. } => {
            let judged = rolling::judge(plan, case, tally.of(case));
            SlotCount { all: judged.iter().filter(|one| falls(one)).count(), not_owed: 0 }
        }
        _ => {
            let bench = Bench::new(plan, case, tally.of(case));
            let slots = compiled.slots_of(plan.home, case.member);
            let due: Vec<&Slot> =
                slots.iter().filter(|slot| days.contains(bench.due(slot))).collect();
            let not_owed = due.iter().filter(|slot| bench.judge(slot).is_err()).count();
            SlotCount { all: due.len(), not_owed }
        }
    }
}

/// What judging one member under one rule needs again and again.
struct Bench<'p> {
    plan: &'p Plan<'p>,
    compiled: &'p RulePlan<'p>,
    case: Case,
    counted: &'p Counted,
    applying: Cow<'p, Spans>,
    exempt: Spans,
}

impl<'p> Bench<'p> {
    fn new(plan: &'p Plan<'p>, case: Case, counted: &'p Counted) -> Bench<'p> {
        let compiled = &plan.rules[case.rule];
        let applying = compiled.applying(plan.home, case.member);
        let exempt = compiled.exempt(plan.home, case.member);
        Bench { plan, compiled, case, counted, applying, exempt }
    }

    /// The slot's obligation, or why the member does not owe it.
    fn judge(&self, slot: &Slot) -> Result<Obligation, NotOwed> {
        let member = &self.compiled.members[self.case.member];
        if !self.applying.contains(slot.span.first) {
            return Err(NotOwed::DoesNotApply);
        }
        self.is_there(slot)?;
        let due = self.due(slot);
        let (count, met_by) = self.days_done(slot);
        let met_on = met_by.map(|done| done.date);
        if met_on.is_none() && !member.on_roll.contains(due) {
            return Err(NotOwed::OffRoll { due });
        }
        Ok(Obligation {
            case: self.case,
            slot: slot.label.clone(),
            dates: Some(SlotDates { first: slot.span.first, last: slot.span.last, due }),
            state: self.state(slot, due, met_on),
            count,
            met_on,
            met_in: met_by.and_then(|done| done.register),
            agreed: None,
            lacks: Vec::new(),
        })
    }

    /// Present on the festival itself, or on enough school days of the slot.
    fn is_there(&self, slot: &Slot) -> Result<(), NotOwed> {
        let present = &self.compiled.members[self.case.member].present;
        if let Some(day) = slot.owed_on {
            return if present.contains(day) { Ok(()) } else { Err(NotOwed::Absent { day }) };
        }
        let needed = self.compiled.rule.threshold();
        let days = self.school_days(slot);
        if days >= needed { Ok(()) } else { Err(NotOwed::TooFewDays { days, needed }) }
    }

    /// On how many school days of the slot the member is present.
    fn school_days(&self, slot: &Slot) -> u32 {
        let present = &self.compiled.members[self.case.member].present;
        let calendar = &self.plan.home.calendar;
        let inside = present.iter().filter_map(|span| span.overlap(&slot.span));
        let days = inside.map(|span| match span == slot.span {
            true => slot.school_days,
            false => calendar.school_days(&span).len(),
        });
        u32::try_from(days.sum::<usize>()).unwrap_or(u32::MAX)
    }

    fn due(&self, slot: &Slot) -> NaiveDate {
        let Some(days) = self.compiled.rule.due_days else {
            return slot.span.last;
        };
        let present = &self.compiled.members[self.case.member].present;
        let begin = present.first_in(&slot.span).unwrap_or(slot.span.first);
        slot.span.last.min(days_later(begin, days - 1))
    }

    /// On how many days of the slot something happened that counts, and what meets the rule there.
    fn days_done(&self, slot: &Slot) -> (u32, Option<Done>) {
        let days = &self.counted.days;
        let from = days.partition_point(|done| done.date < slot.span.first);
        let inside = days.iter().skip(from).take_while(|done| done.date <= slot.span.last);
        let fitting = inside.filter(|done| slot.session.is_none() || done.session == slot.session);
        let (mut count, mut met_by, mut last) = (0, None, None);
        for done in fitting {
            if last == Some(done.date) {
                continue;
            }
            last = Some(done.date);
            count += 1;
            if count == self.compiled.rule.times {
                met_by = Some(*done);
            }
        }
        (count, met_by)
    }

    fn state(&self, slot: &Slot, due: NaiveDate, met_on: Option<NaiveDate>) -> State {
        let today = self.plan.today;
        match met_on {
            Some(day) if day <= due => State::Met,
            Some(_) => State::MetLate,
            None if self.exempt.contains(due) => State::Exempt,
            None if today < slot.span.first => State::Upcoming,
            None => State::undone(today, due, self.compiled.rule.grace_days, slot.span.last),
        }
    }
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
