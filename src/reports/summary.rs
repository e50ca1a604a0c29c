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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::{Every, SubjectKind};
    use crate::reports::overdue;
    use crate::rules::sample::{AUTUMN, Sample, role_of, staff_id, text};

    fn share(rows: usize, children: usize, most_days: i64) -> Share {
        Share { rows, children, most_days }
    }

    #[test]
    fn rows_children_and_the_oldest_are_summed_by_class_and_by_person() {
        let mut own = Sample::new();
        for (letter, class) in [('A', "2021-1"), ('B', "2021-1"), ('C', "2021-2")] {
            own.child(letter, AUTUMN.0);
            own.fact(letter, "class", text(class));
        }
        own.pair('A', "counsellor", 'S', AUTUMN.0, "");
        own.rule("talk", Every::Month).by = Some(role_of("counsellor"));
        own.rule("call", Every::Month);
        own.rule("open", Every::Month).subject = SubjectKind::School;
        own.event("talk", "2024-09-09", "AC");
        let plan = own.plan("2024-11-20");
        let rows = overdue::rows(&plan, &own.tally(&plan));
        let summary = summary(&plan, &rows);
        assert_eq!(summary.whole, share(7, 3, 51));
        let classes: Vec<_> = summary
            .classes
            .iter()
            .map(|(class, own)| (class.as_ref().map(ClassCode::as_str), own.clone()))
            .collect();
        assert_eq!(
            classes,
            [
                (None, share(1, 0, 51)),
                (Some("2021-1"), share(4, 2, 51)),
                (Some("2021-2"), share(2, 1, 51)),
            ]
        );
        assert_eq!(summary.people[&Some(staff_id('S'))], share(1, 1, 20));
        assert_eq!(summary.people[&None], share(6, 3, 51));
    }

    #[test]
    fn the_ten_rows_overdue_longest_are_told() {
        let mut own = Sample::new();
        for letter in "ABCDEFGHJKM".chars() {
            own.child(letter, AUTUMN.0);
        }
        own.rule("talk", Every::Month);
        let plan = own.plan("2024-10-09");
        let rows = overdue::rows(&plan, &own.tally(&plan));
        let summary = summary(&plan, &rows);
        assert_eq!(summary.whole, share(11, 11, 9));
        let worst: Vec<usize> = summary.worst.iter().map(|row| row.case.member).collect();
        assert_eq!(worst, (0..10).collect::<Vec<_>>());
    }
}
