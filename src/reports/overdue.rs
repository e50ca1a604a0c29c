//! The overdue list: what must someone do now.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::rule::Every;
use crate::domain::spans::Span;
use crate::domain::subject::Subject;
use crate::rules::judge;
use crate::rules::obligation::{Missing, Obligation, State};
use crate::rules::plan::{Pair, Plan};
use crate::rules::tally::Tally;

/// One row: a subject that is present today, a rule, and what is late.
#[derive(Clone, Debug)]
pub struct OverdueRow {
    pub rule: usize,
    pub member: usize,
    /// Label and due date of the live slot due last; a state rule has no date.
    pub slot: String,
    pub due: Option<NaiveDate>,
    /// The earliest due date among the live slots.
    pub since: Option<NaiveDate>,
    pub days_overdue: i64,
    /// How many slots are live.
    pub missed: usize,
    pub last_done: Option<NaiveDate>,
    /// Tries after the last event that counts.
    pub attempts: usize,
    pub lacks: Vec<Missing>,
}

impl OverdueRow {
    /// The rule and its member, by place in the plan.
    pub fn pair(&self) -> Pair {
        (self.rule, self.member)
    }
}

/// How many children stand in these rows.
pub fn children(plan: &Plan, rows: &[OverdueRow]) -> usize {
    let subjects = rows.iter().map(|row| plan.subject(row.pair()));
    let children = subjects.filter(|subject| matches!(subject, Subject::Child(_)));
    children.collect::<BTreeSet<_>>().len()
}

/// The first day of today's school year, from which slots must be judged.
pub fn first_day(plan: &Plan) -> NaiveDate {
    let year = plan.school_year_today();
    let years = plan.home.calendar.years();
    let own = years.into_iter().find(|(own, _)| Some(*own) == year);
    own.map_or(plan.today, |(_, span): (_, Span)| span.first)
}

/// The rows whose last event may lie before this school year: it must be known, or nothing ever
/// have been counted, before they can be told.
pub fn undecided(plan: &Plan, tally: &Tally) -> Vec<Pair> {
    let counts = |rule: usize| !matches!(plan.rules[rule].rule.every, Every::State { .. });
    plan.present_today()
        .filter(|(rule, member)| counts(*rule) && !live(plan, tally, *rule, *member).is_empty())
        .collect()
}

/// The rows in the order of the list: days overdue descending, rule, subject.
pub fn rows(plan: &Plan, tally: &Tally) -> Vec<OverdueRow> {
    let mut rows: Vec<OverdueRow> =
        plan.present_today().filter_map(|(rule, member)| row(plan, tally, rule, member)).collect();
    // Rules and members stand in the order of their ids; those of 0 days are states.
    rows.sort_by_key(|row| (Reverse(row.days_overdue), row.rule, row.member));
    rows
}

fn row(plan: &Plan, tally: &Tally, rule: usize, member: usize) -> Option<OverdueRow> {
    let live = live(plan, tally, rule, member);
    let counted = tally.of(rule, member);
    let latest = live.iter().max_by_key(|slot| {
        (slot.dates.map(|dates| (dates.due, dates.first)), slot.slot.as_str())
    })?;
    let since = live.iter().filter_map(|slot| Some(slot.dates?.due)).min();
    let is_state = latest.dates.is_none();
    Some(OverdueRow {
        rule,
        member,
        slot: latest.slot.clone(),
        due: latest.dates.map(|dates| dates.due),
        since,
        days_overdue: since.map_or(0, |since| (plan.today - since).num_days()),
        missed: live.len(),
        last_done: counted.last_done().filter(|_| !is_state),
        attempts: if is_state { 0 } else { counted.attempts_since() },
        lacks: latest.lacks.clone(),
    })
}

/// The late slots that are still live. Considered are those due in today's school year, and older
/// ones too when nothing ever counted.
fn live(plan: &Plan, tally: &Tally, rule: usize, member: usize) -> Vec<Obligation> {
    let counted = tally.of(rule, member);
    let never = counted.days.is_empty();
    let from = (!never).then(|| first_day(plan));
    let judged = judge::obligations(plan, tally, rule, member, from).into_iter();
    let calendar = &plan.home.calendar;
    let year = plan.school_year_today();
    match plan.rules[rule].rule.every {
        Every::State { .. } | Every::Rolling { .. } => {
            judged.filter(|slot| slot.state == State::Overdue).collect()
        }
        _ => judged
            .filter(|slot| slot.state.is_late())
            .filter(|slot| {
                let Some(dates) = slot.dates else {
                    return false;
                };
                let considered = never || calendar.school_year(dates.due) == year;
                considered && !counted.done_after(dates.last)
            })
            .collect(),
    }
}
