//! Where each subject stands under each rule today, so that two sets of rules can be compared.

use std::collections::BTreeMap;

use super::overdue::OverdueRow;
use crate::domain::rule::RuleId;
use crate::domain::subject::Subject;
use crate::rules::plan::Plan;

/// What is late for one subject under one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    pub days_overdue: i64,
    pub missed: usize,
}

/// Rule id and subject, with what is late.
pub type Standings = BTreeMap<(RuleId, Subject), Late>;

/// The standings that an overdue list shows.
pub fn standings(plan: &Plan, rows: &[OverdueRow]) -> Standings {
    let standing = |row: &OverdueRow| {
        let subject = plan.subject(row.case).clone();
        let late = Late { days_overdue: row.days_overdue, missed: row.missed };
        ((plan.rules[row.case.rule].rule.id.clone(), subject), late)
    };
    rows.iter().map(standing).collect()
}

/// One subject whose state under a rule changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub rule: RuleId,
    pub subject: Subject,
    pub before: Option<Late>,
    pub after: Option<Late>,
}

/// Whose state changes from the one to the other, by rule and subject.
pub fn differences(before: &Standings, after: &Standings) -> Vec<Difference> {
    let mut keys: Vec<&(RuleId, Subject)> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let difference = |key: &(RuleId, Subject)| Difference {
        rule: key.0.clone(),
        subject: key.1.clone(),
        before: before.get(key).copied(),
        after: after.get(key).copied(),
    };
    keys.into_iter().map(difference).filter(|one| one.before != one.after).collect()
}
