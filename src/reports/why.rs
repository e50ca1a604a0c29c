//! Why an obligation stands as it does: each slot with what counted and what did not.

use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::rule::Every;
use crate::domain::spans::Span;
use crate::domain::subject::Subject;
use crate::rules::judge::{self, Ruling};
use crate::rules::obligation::{NotOwed, Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::slots::Slot;
use crate::rules::tally::{self, Done, Refusal, Tally};

/// A live event of a subject in one of a rule's registers, and whether it counts for the rule.
pub struct Heard<'e> {
    pub register: &'e str,
    pub event: &'e Event,
    pub verdict: Result<Done, Refusal>,
}

/// One slot, or one rolling or state obligation.
pub struct ExplainedSlot {
    /// Its label and days; a state has no days.
    pub label: String,
    pub span: Option<Span>,
    /// On how many school days of it the subject is present; none where that does not matter.
    pub school_days: Option<u32>,
    pub owed: Result<Obligation, NotOwed>,
    pub session: Option<usize>,
}

impl ExplainedSlot {
    /// Does a day that counts lie in it?
    pub fn holds(&self, done: Done) -> bool {
        let inside = self.span.is_some_and(|span| span.contains(done.date));
        inside && (self.session.is_none() || self.session == done.session)
    }
}

/// The slots of a subject under a rule, begun by today, oldest first.
pub fn slots(plan: &Plan, tally: &Tally, rule: usize, member: usize) -> Vec<ExplainedSlot> {
    let compiled = &plan.rules[rule];
    match compiled.rule.every {
        Every::Rolling { .. } | Every::State { .. } => {
            let own = judge::obligations(plan, tally, rule, member, None).into_iter();
            own.map(|one| ExplainedSlot {
                label: one.slot.clone(),
                // A rolling slot's first day is its anchor; what closes it comes after.
                span: one.dates.map(|dates| Span { first: dates.first, last: dates.last }),
                school_days: None,
                session: None,
                owed: Ok(one),
            })
            .collect()
        }
        _ => judge::rulings(plan, tally, rule, member).into_iter().map(explained).collect(),
    }
}

fn explained(ruling: Ruling) -> ExplainedSlot {
    let Slot { span, label, owed_on, session } = ruling.slot;
    let school_days = owed_on.is_none().then_some(ruling.school_days);
    ExplainedSlot { label, span: Some(span), school_days, owed: ruling.owed, session }
}

/// Which slots are worth telling when no rule was named: the latest, and those that are late.
pub fn telling(slots: Vec<ExplainedSlot>) -> Vec<ExplainedSlot> {
    let last = slots.len().saturating_sub(1);
    let is_late = |slot: &ExplainedSlot| {
        let state = slot.owed.as_ref().map(|one| one.state);
        state.is_ok_and(|state| matches!(state, State::Overdue | State::Missed | State::Grace))
    };
    let kept = slots.into_iter().enumerate();
    kept.filter(|(at, slot)| *at == last || is_late(slot)).map(|(_, slot)| slot).collect()
}

/// Is an event of a register this subject's?
pub fn is_theirs(home: &Home, subject: &Subject, register: &str, event: &Event) -> bool {
    let class_column = home.has_column(register, "class");
    tally::subjects_of(event, subject.kind(), class_column, home).contains(subject)
}

/// Every live event of a subject in the rule's registers, by date, with its verdict.
pub fn heard<'e>(
    plan: &Plan,
    rule: usize,
    subject: &Subject,
    events: &'e [(String, Event)],
) -> Vec<Heard<'e>> {
    let records = &plan.rules[rule].rule.records;
    let own = events.iter().filter(|(register, event)| {
        records.contains(register) && is_theirs(plan.home, subject, register, event)
    });
    let mut heard: Vec<Heard> = own
        .map(|(register, event)| Heard {
            register,
            event,
            verdict: tally::verdict(plan, rule, subject, register, event),
        })
        .collect();
    heard.sort_by_key(|one| (one.event.date, one.event.id));
    heard
}
