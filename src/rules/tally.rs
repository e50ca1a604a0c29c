//! Which events count, for which rule and subject, on which days.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::case::Case;
use super::demands::{Demands, NotCounted};
use super::plan::Plan;
use super::state::Seen;
use super::subjects::{done_by, each_subject};
use super::trigger::{AskingEvents, Trigger};
use crate::domain::after::After;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::last_dates::LastDate;
use crate::domain::rule::Rule;
use crate::domain::subject::Subject;

/// A day on which something that counts happened, and the session it was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Done {
    pub date: NaiveDate,
    pub session: Option<usize>,
    /// Is it of a register whose events ask for this very thing?
    pub asks: bool,
    /// Which of the rule's registers it stands in; none of months that are not read.
    pub register: Option<usize>,
}

/// What was counted for one rule and one subject.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// Each day (and session) once, in order.
    pub days: Vec<Done>,
    /// Tries that failed; several on a day are several. In order.
    pub attempts: Vec<NaiveDate>,
    /// What was asked for, by a rule that asks after events.
    pub asks: Vec<Trigger>,
}

impl Counted {
    /// The date of the last event that counts.
    pub fn last_done(&self) -> Option<NaiveDate> {
        self.days.last().map(|done| done.date)
    }

    /// The same while the days are not yet in order.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.days.iter().map(|done| done.date).max()
    }

    /// Did something that counts happen after a day?
    pub fn done_after(&self, day: NaiveDate) -> bool {
        self.last_done().is_some_and(|last| last > day)
    }

    /// How many attempts came after the last event that counts.
    pub fn attempts_since(&self) -> usize {
        let last = self.last_done();
        self.attempts.iter().filter(|date| last.is_none_or(|last| **date > last)).count()
    }
}

/// The counts of every rule and member of a plan, and what state rules have seen.
pub struct Tally {
    counted: Vec<Vec<Counted>>,
    pub(super) seen: Seen,
    by_register: HashMap<String, Vec<Asked>>,
    /// For whom events are still looked for; `None` while they are for all.
    wanted: Option<HashSet<Case>>,
}

/// What one rule asks of one register's events.
struct Asked {
    rule: usize,
    demands: Demands,
    /// Has the register a `class` column?
    class_column: bool,
    /// Where it stands among the registers whose events count for the rule, if it does.
    answers: Option<usize>,
    /// Do its events ask, and which of them?
    asking: Option<AskingEvents>,
}

impl Tally {
    /// An empty tally for a plan.
    pub fn new(plan: &Plan) -> Tally {
        let counted =
            plan.rules.iter().map(|r| vec![Counted::default(); r.members.len()]).collect();
        let mut by_register = HashMap::<String, Vec<Asked>>::new();
        for (at, compiled) in plan.rules.iter().enumerate() {
            let asking = compiled.rule.after().map(After::records).unwrap_or_default();
            let silent = asking.iter().filter(|own| !compiled.rule.records.contains(own));
            for register in compiled.rule.records.iter().chain(silent) {
                let asked = Asked::new(at, compiled.rule, register, plan.home);
                by_register.entry(register.clone()).or_default().push(asked);
            }
        }
        Tally { counted, seen: Seen::new(plan), by_register, wanted: None }
    }

    /// From now on events are counted for these cases alone.
    pub fn look_for(&mut self, cases: &[Case]) {
        self.wanted = Some(cases.iter().copied().collect());
    }

    /// Counts the live events of one register; those dated after today do not exist.
    pub fn add(&mut self, plan: &Plan, register: &str, events: &[Event]) {
        let happened = || events.iter().filter(|event| event.date <= plan.today);
        for asked in self.by_register.get(register).into_iter().flatten() {
            let counted = &mut self.counted[asked.rule];
            for event in happened() {
                let takes = |member: usize| {
                    let case = Case { rule: asked.rule, member };
                    self.wanted.as_ref().is_none_or(|wanted| wanted.contains(&case))
                };
                count(counted, plan, (asked, event), takes);
            }
        }
        for event in happened() {
            self.seen.look_at(plan, register, event);
        }
    }

    /// Counts for a case what is known of months that are not read.
    pub fn recall(&mut self, case: Case, last: &LastDate) {
        let counted = &mut self.counted[case.rule][case.member];
        let done = last.done.map(|date| Done { date, session: None, asks: false, register: None });
        counted.days.extend(done);
        counted.attempts.extend(&last.attempts);
    }

    /// What was counted for a case; the days are in order after `settle`.
    pub fn of(&self, case: Case) -> &Counted {
        &self.counted[case.rule][case.member]
    }

    /// Puts the days in order; several events on one day count once.
    pub fn settle(&mut self) {
        for counted in self.counted.iter_mut().flatten() {
            counted.days.sort_unstable();
            // Of several registers on one day the first of the rule's is named.
            counted.days.dedup_by_key(|done| (done.date, done.session, done.asks));
            counted.attempts.sort_unstable();
            counted.asks.sort_unstable();
            counted.asks.dedup();
        }
    }
}

impl Asked {
    fn new(at: usize, rule: &Rule, register: &str, home: &Home) -> Asked {
        let asking = rule.after().and_then(|after| AskingEvents::new(after, register, home));
        Asked {
            rule: at,
            demands: Demands::new(rule, register, home),
            class_column: home.has_column(register, "class"),
            answers: rule.records.iter().position(|name| name == register),
            asking,
        }
    }

    /// Is what counts here of the kind that asks?
    fn is_own_kind(&self) -> bool {
        self.asking.as_ref().is_some_and(|asking| !asking.attempted)
    }

    /// The session that an event is for, when its cells meet every condition of the rule.
    fn hear(&self, rule: &Rule, event: &Event) -> Result<Option<usize>, NotCounted> {
        self.demands.are_met_by(event)?;
        let sessions = rule.sessions();
        if sessions.is_empty() {
            return Ok(None);
        }
        let own = event.filled("session");
        let session = own.and_then(|own| sessions.iter().position(|session| session == own));
        session.map(Some).ok_or(NotCounted::Session)
    }

    /// What an event that was heard, for a session, is to one of its subjects.
    fn weigh(
        &self,
        plan: &Plan,
        subject: &Subject,
        (event, session): (&Event, Option<usize>),
    ) -> Result<Done, NotCounted> {
        let rule = plan.rules[self.rule].rule;
        if rule.by_only && !done_by(rule, plan.home, event, subject) {
            let is_said = !event.staff.is_empty();
            return Err(if is_said { NotCounted::NotBy } else { NotCounted::ByNobody });
        }
        if event.attempted {
            return Err(NotCounted::Attempted);
        }
        if event.date > plan.today {
            return Err(NotCounted::AfterToday);
        }
        let (asks, register) = (self.is_own_kind(), self.answers);
        Ok(Done { date: event.date, session, asks, register })
    }
}

/// Does an event of a subject count for a rule? With its session, or why not.
pub fn verdict(
    plan: &Plan,
    rule: usize,
    subject: &Subject,
    register: &str,
    event: &Event,
) -> Result<Done, NotCounted> {
    let own = plan.rules[rule].rule;
    let asked = Asked::new(rule, own, register, plan.home);
    let session = asked.hear(own, event)?;
    asked.weigh(plan, subject, (event, session))
}

fn count(
    counted: &mut [Counted],
    plan: &Plan,
    (asked, event): (&Asked, &Event),
    takes: impl Fn(usize) -> bool,
) {
    let compiled = &plan.rules[asked.rule];
    let rule = compiled.rule;
    let ask = asked.asking.as_ref().and_then(|asking| asking.ask(event));
    let session = asked.hear(rule, event).ok().filter(|_| asked.answers.is_some());
    if ask.is_none() && session.is_none() {
        return;
    }
    each_subject(event, rule.subject, asked.class_column, plan, |subject| {
        let Some(member) = compiled.place_of(subject).filter(|own| takes(*own)) else {
            return;
        };
        counted[member].asks.extend(ask.clone());
        let Some(session) = session else { return };
        match asked.weigh(plan, subject, (event, session)) {
            Ok(done) => counted[member].days.push(done),
            Err(NotCounted::Attempted) => counted[member].attempts.push(event.date),
            Err(_) => {}
        }
    });
}

#[cfg(test)]
#[path = "tally_tests.rs"]
mod tests;
