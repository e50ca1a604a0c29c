//! What is owed in a register, one row for each who owes it: one record may answer several rules.

use std::collections::BTreeMap;

use super::overdue::OverdueRow;
use crate::domain::id::Id;
use crate::domain::order::{ClassPlace, NamePlace};
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What one subject owes, and who ought to see to it.
#[derive(Debug)]
pub struct OwedRow<'p> {
    pub subject: &'p Subject,
    pub responsible: Option<Id>,
    pub late: Vec<&'p OverdueRow>,
    /// Of rules that are not late as well.
    pub soon: Vec<&'p Obligation>,
}

/// Where a row stands, and what it is one of.
type OwedPlace = ((ClassPlace, NamePlace), String, Option<Id>);

/// The rows in the order in which people look for somebody.
pub fn rows<'p>(
    plan: &'p Plan,
    (late, soon): (&'p [OverdueRow], &'p [Obligation]),
    register: &str,
) -> Vec<OwedRow<'p>> {
    let is_of = |case: Case| plan.rules[case.rule].rule.records.iter().any(|own| own == register);
    let place = |case: Case| {
        let subject = plan.subject(case);
        (plan.place(subject), subject.id(plan.home), plan.responsible(case))
    };
    let mut rows: BTreeMap<OwedPlace, OwedRow> = BTreeMap::new();
    let new = |case: Case| OwedRow {
        subject: plan.subject(case),
        responsible: plan.responsible(case),
        late: Vec::new(),
        soon: Vec::new(),
    };
    for row in late.iter().filter(|row| is_of(row.case)) {
        rows.entry(place(row.case)).or_insert_with(|| new(row.case)).late.push(row);
    }
    let is_late = |case: Case| late.iter().any(|row| row.case == case);
    for one in soon.iter().filter(|one| is_of(one.case) && !is_late(one.case)) {
        rows.entry(place(one.case)).or_insert_with(|| new(one.case)).soon.push(one);
    }
    rows.into_values().collect()
}
