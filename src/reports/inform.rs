//! What rules without a number ask about: how long ago each subject's last event was.

use std::cmp::Reverse;

use super::overdue::OverdueRow;
use crate::domain::rule::{Every, Level};
use crate::rules::case::Case;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// Each subject present today under each rule that informs, is in force today and applies today.
fn cases<'p>(plan: &'p Plan) -> impl Iterator<Item = Case> + 'p {
    plan.present_today().filter(|case| {
        let compiled = &plan.rules[case.rule];
        compiled.rule.level == Level::Inform
            && !matches!(compiled.rule.every, Every::State { .. })
            && compiled.rule.in_force(plan.today)
            && compiled.applying(plan.home, case.member).contains(plan.today)
    })
}

/// Their last event must be known, however old.
pub fn undecided(plan: &Plan, _tally: &Tally) -> Vec<Case> {
    cases(plan).collect()
}

/// The rows: those of whom nothing was ever counted first, then the longest ago; by rule and
/// subject.
pub fn rows(plan: &Plan, tally: &Tally) -> Vec<OverdueRow> {
    let row = |case: Case| {
        let counted = tally.of(case);
        let last_done = counted.last_done();
        OverdueRow {
            case,
            slot: None,
            due: None,
            since: None,
            days_overdue: 0,
            missed: 0,
            last_done,
            attempts: counted.attempts_since(),
            lacks: Vec::new(),
            agreed: None,
            days_since: last_done.map(|day| (plan.today - day).num_days()),
        }
    };
    let mut rows: Vec<OverdueRow> = cases(plan).map(row).collect();
    rows.sort_by_key(|row| (row.days_since.is_some(), row.days_since.map(Reverse), row.case));
    rows
}
