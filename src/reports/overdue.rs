//! The overdue list: what must someone do now.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;

use super::still_owed::{StillOwed, late_from};
use crate::domain::rule::Every;
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::obligation::{Missing, Obligation, SlotDates, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// One row: a subject that is present today, a rule, and what is late.
#[derive(Clone, Debug)]
pub struct OverdueRow {
    pub case: Case,
    /// Label and due date of the live slot due last; a state rule has no date, a rule that informs
    /// has neither.
    pub slot: Option<Rc<str>>,
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
    /// What was agreed for the day.
    pub agreed: Option<Rc<str>>,
    /// Of a rule that informs: how long ago the last event that counts was.
    pub days_since: Option<i64>,
}

/// How many children stand in these rows.
pub fn children(plan: &Plan, rows: &[OverdueRow]) -> usize {
    let subjects = rows.iter().map(|row| plan.subject(row.case));
    let children = subjects.filter(|subject| matches!(subject, Subject::Child(_)));
    children.collect::<BTreeSet<_>>().len()
}

/// The rows whose last event may lie before this school year: it must be known, or nothing ever
/// have been counted, before they can be told.
pub fn undecided(plan: &Plan, tally: &Tally) -> Vec<Case> {
    undecided_of(plan, tally, &StillOwed::of(plan, tally, 0))
}

/// The same, out of what is still owed.
pub fn undecided_of(plan: &Plan, tally: &Tally, owed: &StillOwed) -> Vec<Case> {
    let live = Live::of(plan, tally);
    let counts = |case: &Case| !matches!(plan.rules[case.rule].rule.every, Every::State { .. });
    // What asks may lie further back than what was read; nothing before the last answer matters.
    let asks = |case: &Case| plan.rules[case.rule].rule.after().is_some();
    owed.iter()
        .filter(|(case, owed)| {
            asks(case) || counts(case) && owed.iter().any(|one| live.is_live(one))
        })
        .map(|(case, _)| case)
        .collect()
}

/// The rows in the order of the list: days overdue descending, rule, subject.
pub fn rows(plan: &Plan, tally: &Tally) -> Vec<OverdueRow> {
    rows_of(plan, tally, &StillOwed::of(plan, tally, 0))
}

/// The same, out of what is still owed.
pub fn rows_of(plan: &Plan, tally: &Tally, owed: &StillOwed) -> Vec<OverdueRow> {
    let live = Live::of(plan, tally);
    let mut rows: Vec<OverdueRow> =
        owed.iter().filter_map(|(case, owed)| live.row(case, owed)).collect();
    // Rules and members stand in the order of their ids; those of 0 days are states.
    rows.sort_by_key(|row| (Reverse(row.days_overdue), row.case));
    rows
}

/// Tells which late slots are still live. Considered are those due in today's school year, and
/// older ones too when nothing ever counted.
struct Live<'p> {
    plan: &'p Plan<'p>,
    tally: &'p Tally,
    first_day: NaiveDate,
    year: Option<&'p str>,
}

impl<'p> Live<'p> {
    fn of(plan: &'p Plan, tally: &'p Tally) -> Live<'p> {
        Live { plan, tally, first_day: late_from(plan), year: plan.school_year_today() }
    }

    fn is_live(&self, one: &Obligation) -> bool {
        match (&self.plan.rules[one.case.rule].rule.every, one.dates) {
            (Every::State { .. } | Every::Rolling { .. } | Every::After(_), _) => {
                one.state == State::Overdue
            }
            (_, None) => false,
            (_, Some(dates)) => {
                let counted = self.tally.of(one.case);
                one.state.is_late()
                    && !counted.done_after(dates.last)
                    && (counted.days.is_empty() || self.is_of_this_year(dates))
            }
        }
    }

    fn is_of_this_year(&self, dates: SlotDates) -> bool {
        dates.last >= self.first_day && self.plan.home.calendar.school_year(dates.due) == self.year
    }

    fn row(&self, case: Case, owed: &[Obligation]) -> Option<OverdueRow> {
        let live: Vec<&Obligation> = owed.iter().filter(|one| self.is_live(one)).collect();
        let counted = self.tally.of(case);
        let latest = live
            .iter()
            .max_by_key(|slot| (slot.dates.map(|dates| (dates.due, dates.first)), &slot.slot))?;
        let since = live.iter().filter_map(|slot| Some(slot.dates?.due)).min();
        let is_state = latest.dates.is_none();
        Some(OverdueRow {
            case,
            slot: Some(latest.slot.clone()),
            due: latest.dates.map(|dates| dates.due),
            since,
            days_overdue: since.map_or(0, |since| (self.plan.today - since).num_days()),
            missed: live.len(),
            last_done: counted.last_done().filter(|_| !is_state),
            attempts: if is_state { 0 } else { counted.attempts_since() },
            lacks: latest.lacks.clone(),
            agreed: latest.agreed.clone(),
            days_since: None,
        })
    }
}

#[cfg(test)]
#[path = "overdue_tests.rs"]
mod tests;
