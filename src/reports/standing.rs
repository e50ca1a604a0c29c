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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::reports::overdue;
    use crate::rules::sample::{AUTUMN, Sample};

    fn standing(sample: &Sample, today: &str) -> Standings {
        let plan = sample.plan(today);
        standings(&plan, &overdue::rows(&plan, &sample.tally(&plan)))
    }

    #[test]
    fn only_subjects_whose_standing_changes_are_told_with_both() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', AUTUMN.0);
        own.rule("talk", Every::Month);
        let before = standing(&own, "2024-10-09");
        let mut with_grace = own;
        with_grace.home.rules[0].grace_days = 20;
        with_grace.rule("call", Every::Month).grace_days = 7;
        let after = standing(&with_grace, "2024-10-09");
        let late = Late { days_overdue: 9, missed: 1 };
        let changes = differences(&before, &after);
        let told: Vec<(&str, Option<Late>, Option<Late>)> =
            changes.iter().map(|own| (own.rule.as_str(), own.before, own.after)).collect();
        assert_eq!(
            told,
            [
                ("call", None, Some(late)),
                ("call", None, Some(late)),
                ("talk", Some(late), None),
                ("talk", Some(late), None),
            ]
        );
        assert_eq!(changes[0].subject, Subject::Child(0));
        assert_eq!(super::differences(&before, &before), []);
        let later = standing(&with_grace, "2024-11-09");
        let changes = super::differences(&after, &later);
        assert_eq!(changes.len(), 4, "one that is late before and after is told once");
        assert_eq!(changes[0].after, Some(Late { days_overdue: 40, missed: 2 }));
    }
}
