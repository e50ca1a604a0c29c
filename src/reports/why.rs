//! Why an obligation stands as it does: each slot with what counted and what did not.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::after::Asking;
use crate::domain::event::Event;
use crate::domain::rule::Every;
use crate::domain::spans::Span;
use crate::domain::subject::Subject;
use crate::rules::after;
use crate::rules::case::Case;
use crate::rules::demands::NotCounted;
use crate::rules::judge::{self, Ruling};
use crate::rules::obligation::{NotOwed, Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::slots::Slot;
use crate::rules::subjects::subjects_of;
use crate::rules::tally::{self, Done, Tally};

/// A live event of a subject in one of a rule's registers, and whether it counts for the rule.
pub struct Heard<'e> {
    pub register: &'e str,
    pub event: &'e Event,
    pub verdict: Result<Done, NotCounted>,
}

/// What asked for something: an event, or the day of joining.
pub struct Asker<'e> {
    /// The days of the slot that it asked for.
    pub first: NaiveDate,
    pub due: Option<NaiveDate>,
    /// None of joining.
    pub event: Option<(&'e str, &'e Event)>,
    /// Where it stands.
    pub file: String,
    pub line: u32,
}

/// One slot, or one rolling or state obligation.
pub struct ExplainedSlot {
    /// Its label and days; a state has no days.
    pub label: Rc<str>,
    pub span: Option<Span>,
    /// On how many school days of it the subject is present; none where that does not matter.
    pub school_days: Option<u32>,
    pub owed: Result<Obligation, NotOwed>,
    pub session: Option<usize>,
    /// Was it asked for by an event, or by joining? Then nothing counts in it but the answer.
    pub is_asked: bool,
}

impl ExplainedSlot {
    /// Does a day that counts lie in it?
    pub fn holds(&self, done: Done) -> bool {
        let inside = match self.is_asked {
            true => self.owed.as_ref().is_ok_and(|one| one.met_on == Some(done.date)),
            false => self.span.is_some_and(|span| span.contains(done.date)),
        };
        inside && (self.session.is_none() || self.session == done.session)
    }
}

/// The slots of a subject under a rule, begun by today, oldest first.
pub fn slots(plan: &Plan, tally: &Tally, case: Case) -> Vec<ExplainedSlot> {
    match plan.rules[case.rule].rule.every {
        Every::Rolling { .. } | Every::State { .. } => {
            let own = judge::obligations(plan, tally, case, None).into_iter();
            own.map(|one| ExplainedSlot {
                label: one.slot.clone(),
                // A rolling slot's first day is its anchor; what closes it comes after.
                span: one.dates.map(|dates| Span { first: dates.first, last: dates.last }),
                school_days: None,
                session: None,
                is_asked: false,
                owed: Ok(one),
            })
            .collect()
        }
        Every::After(_) => {
            let own = after::slots(plan, case, tally.of(case)).into_iter();
            own.map(|slot| {
                let due = slot.due.unwrap_or(plan.today);
                let last = slot.owed.as_ref().ok().and_then(|one| one.dates).map(|own| own.last);
                ExplainedSlot {
                    label: slot.owed.as_ref().map_or_else(
                        |_| format!("{}/{due}", slot.first).into(),
                        |one| one.slot.clone(),
                    ),
                    span: Some(Span { first: slot.first, last: last.unwrap_or(due).max(due) }),
                    school_days: None,
                    session: None,
                    is_asked: true,
                    owed: slot.owed,
                }
            })
            .collect()
        }
        _ => judge::rulings(plan, tally, case).into_iter().map(explained).collect(),
    }
}

fn explained(ruling: Ruling) -> ExplainedSlot {
    let Slot { span, label, owed_on, session, .. } = ruling.slot;
    let school_days = owed_on.is_none().then_some(ruling.school_days);
    ExplainedSlot {
        label,
        span: Some(span),
        school_days,
        owed: ruling.owed,
        session,
        is_asked: false,
    }
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
pub fn is_theirs(plan: &Plan, subject: &Subject, register: &str, event: &Event) -> bool {
    let class_column = plan.home.has_column(register, "class");
    subjects_of(event, subject.kind(), class_column, plan).contains(subject)
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
        records.contains(register) && is_theirs(plan, subject, register, event)
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

/// What asked for the slots of a case, by date.
pub fn askers<'e>(
    plan: &Plan,
    tally: &Tally,
    case: Case,
    events: &'e [(String, Event)],
) -> Vec<Asker<'e>> {
    let Some(after) = plan.rules[case.rule].rule.after() else { return Vec::new() };
    let (subject, counted) = (plan.subject(case), tally.of(case));
    let mut askers: Vec<Asker> = Vec::new();
    if let (Asking::Joined, Subject::Child(at)) = (&after.asks, subject) {
        let child = &plan.home.children[*at];
        askers.extend(child.spells.iter().map(|spell| Asker {
            first: spell.span.first,
            due: None,
            event: None,
            file: format!("children/{}.toml", child.id),
            line: spell.line,
        }));
    }
    for (register, event) in events {
        let own = is_theirs(plan, subject, register, event);
        let asked = after::asked_by(plan, case, counted, (register, event)).filter(|_| own);
        askers.extend(asked.map(|(first, due)| Asker {
            first,
            due,
            event: Some((register, event)),
            file: event.row.header.file.to_string(),
            line: event.row.line,
        }));
    }
    askers.sort_by_key(|one| (one.first, one.event.map(|(_, event)| event.id)));
    askers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sample::{AUTUMN, Sample, day, span, state_rule, texts};

    fn sample(every: Every) -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.child('B', AUTUMN.0);
        sample.rule("talk", every);
        sample
    }

    fn told(own: &Sample, today: &str) -> Vec<ExplainedSlot> {
        let plan = own.plan(today);
        slots(&plan, &own.tally(&plan), Case { rule: 0, member: 0 })
    }

    fn labels(slots: &[ExplainedSlot]) -> Vec<&str> {
        slots.iter().map(|slot| &*slot.label).collect()
    }

    #[test]
    fn each_slot_begun_by_today_is_told_with_its_school_days_owed_or_not() {
        let mut own = sample(Every::Month);
        own.pause('A', "2024-10-01", "2024-10-31");
        let told = told(&own, "2024-11-05");
        assert_eq!(labels(&told), ["2024-09", "2024-10", "2024-11"]);
        assert_eq!(told[1].school_days, Some(0));
        assert_eq!(told[1].span, Some(span("2024-10-01", "2024-10-31")));
        assert!(told[1].owed.is_err() && told[2].owed.is_ok());
    }

    #[test]
    fn an_occasion_a_rolling_slot_and_a_state_have_no_school_days_to_tell() {
        let occasions = texts(&["teachers_day"]);
        let occasion = Every::Occasion { occasions, before_days: 3, after_days: 3 };
        let rolling = Every::Rolling { days: 10, in_holidays: true };
        let (first, last) = ("2024-09-02", "2024-09-12");
        for (every, days) in [
            (occasion, Some(span("2024-09-07", "2024-09-13"))),
            (rolling, Some(span(first, last))),
            (state_rule(&[]), None),
        ] {
            let told = told(&sample(every), "2024-09-20");
            assert_eq!((told[0].span, told[0].school_days), (days, None));
            let done = Done { date: day("2024-09-10"), session: None, asks: false, register: None };
            assert_eq!(told[0].holds(done), days.is_some(), "a state holds no day");
        }
    }

    #[test]
    fn a_slot_holds_the_days_inside_it_that_are_of_its_session() {
        let own = sample(Every::SchoolDay { sessions: texts(&["noon", "dusk"]) });
        let told = told(&own, AUTUMN.0);
        let done =
            |date: &str, session| Done { date: day(date), session, asks: false, register: None };
        assert_eq!(labels(&told), ["2024-09-02/dusk", "2024-09-02/noon"]);
        assert!(told[0].holds(done(AUTUMN.0, Some(1))));
        assert!(!told[0].holds(done(AUTUMN.0, Some(0))));
        assert!(!told[0].holds(done("2024-09-03", Some(1))));
        let own = sample(Every::Month);
        assert!(self::told(&own, AUTUMN.0)[0].holds(done(AUTUMN.0, Some(1))));
    }

    #[test]
    fn worth_telling_are_the_latest_slot_and_those_that_are_late_or_in_grace() {
        let mut own = sample(Every::Month);
        own.event("talk", "2024-09-09", "A");
        assert_eq!(labels(&telling(told(&own, "2024-11-05"))), ["2024-10", "2024-11"]);
        own.home.rules[0].grace_days = 9;
        assert_eq!(labels(&telling(told(&own, "2024-11-05"))), ["2024-10", "2024-11"]);
        own.event("talk", "2024-10-09", "A");
        assert_eq!(labels(&telling(told(&own, "2024-11-05"))), ["2024-11"]);
        assert_eq!(telling(Vec::new()).len(), 0);
    }

    #[test]
    fn the_subjects_own_events_in_the_rules_registers_are_told_by_date_with_their_verdict() {
        let mut own = sample(Every::Month);
        own.event("talk", "2024-10-09", "A");
        own.attempt("talk", "2024-10-08", "AB");
        own.event("talk", "2024-10-07", "B");
        own.event("call", "2024-10-07", "A");
        let plan = own.plan("2024-11-05");
        let heard = heard(&plan, 0, &Subject::Child(0), own.events());
        let told: Vec<_> =
            heard.iter().map(|one| (one.event.date, one.verdict.as_ref().err())).collect();
        assert_eq!(
            told,
            [(day("2024-10-08"), Some(&NotCounted::Attempted)), (day("2024-10-09"), None)]
        );
        assert!(heard.iter().all(|one| one.register == "talk"));
    }
}
