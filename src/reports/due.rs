//! What falls due soon: open slots, and those in their days of grace.

use chrono::NaiveDate;

use crate::domain::rule::Every;
use crate::domain::spans::{days_earlier, days_later};
use crate::rules::case::Case;
use crate::rules::judge;
use crate::rules::obligation::{Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// For how many days ahead the overdue list tells what falls due.
pub const WEEK: u32 = 7;

/// The first day from which slots must be judged: the earliest slot that holds today.
pub fn first_day(plan: &Plan) -> NaiveDate {
    let grace = plan.rules.iter().map(|compiled| compiled.rule.grace_days).max().unwrap_or(0);
    days_earlier(plan.today, grace)
}

/// Unmet obligations that fall due from today to `days` later, and those in grace, by due date.
pub fn soon(plan: &Plan, tally: &Tally, days: u32) -> Vec<Obligation> {
    let end = days_later(plan.today, days);
    let mut soon: Vec<Obligation> = plan
        .present_today()
        .flat_map(|case| judge::obligations(plan, tally, case, Some(first_day(plan))))
        .filter(|one| {
            let due = one.dates.map(|dates| dates.due);
            match one.state {
                State::Open | State::Upcoming => due.is_some_and(|due| due <= end),
                State::Grace => true,
                _ => false,
            }
        })
        .collect();
    soon.sort_by_key(|one| (one.dates.map(|dates| dates.due), one.case));
    soon
}

/// The rolling rules' members: when they fall due depends on the last event, however old.
pub fn undecided(plan: &Plan, _tally: &Tally) -> Vec<Case> {
    let rolling = |case: &Case| matches!(plan.rules[case.rule].rule.every, Every::Rolling { .. });
    plan.present_today().filter(rolling).collect()
}
