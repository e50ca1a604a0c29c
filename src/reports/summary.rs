//! The overdue list in figures, by class and by person, with the worst cases.

use std::collections::{BTreeMap, BTreeSet};

use super::overdue::OverdueRow;
use crate::domain::class::ClassCode;
use crate::domain::id::Id;
use crate::domain::subject::Subject;
use crate::rules::plan::Plan;

/// How much is overdue somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub rows: usize,
    pub children: usize,
    /// Days overdue of the oldest.
    pub most_days: i64,
}

/// The figures.
pub struct Summary<'r> {
    pub whole: Share,
    /// By class code; rows of no class are under `None`.
    pub classes: BTreeMap<Option<ClassCode>, Share>,
    /// By responsible person; rows that nobody is responsible for are under `None`.
    pub people: BTreeMap<Option<Id>, Share>,
    /// The rows overdue longest.
    pub worst: Vec<&'r OverdueRow>,
}

/// How many of the worst cases are told.
const WORST: usize = 10;

/// The figures of an overdue list.
pub fn summary<'r>(plan: &Plan, rows: &'r [OverdueRow]) -> Summary<'r> {
    let class = |row: &OverdueRow| plan.class_of(plan.subject(row.case)).cloned();
    let person = |row: &OverdueRow| plan.responsible(row.case);
    let mut whole = shares(plan, rows, |_| ());
    Summary {
        whole: whole.remove(&()).unwrap_or_default(),
        classes: shares(plan, rows, class),
        people: shares(plan, rows, person),
        worst: rows.iter().take(WORST).collect(),
    }
}

fn shares<K: Ord + Clone>(
    plan: &Plan,
    rows: &[OverdueRow],
    key: impl Fn(&OverdueRow) -> K,
) -> BTreeMap<K, Share> {
    let mut shares: BTreeMap<K, Share> = BTreeMap::new();
    let mut children: BTreeMap<K, BTreeSet<&Subject>> = BTreeMap::new();
    for row in rows {
        let key = key(row);
        let share = shares.entry(key.clone()).or_default();
        share.rows += 1;
        share.most_days = share.most_days.max(row.days_overdue);
        let subject = plan.subject(row.case);
        if matches!(subject, Subject::Child(_)) {
            children.entry(key).or_default().insert(subject);
        }
    }
    for (key, own) in children {
        shares.entry(key).or_default().children = own.len();
    }
    shares
}
