//! Each person's own list: what they ought to do, and what has waited so long that it goes up.

use std::collections::BTreeMap;

use super::overdue::OverdueRow;
use crate::domain::id::Id;
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What one person is told.
#[derive(Debug, Default)]
pub struct Digest {
    /// Their own that are overdue.
    pub overdue: Vec<OverdueRow>,
    /// Others' that are overdue so long that they come to this person too.
    pub raised: Vec<OverdueRow>,
    /// Their own that fall due soon.
    pub soon: Vec<Obligation>,
}

/// After how many days overdue a row also goes to the next person up, and who can be told at all.
pub struct Raising<'a> {
    pub after_days: u32,
    pub is_reachable: &'a dyn Fn(Id) -> bool,
}

/// The digests by person; rows that nobody is responsible for are in none.
pub fn digests(
    plan: &Plan,
    rows: &[OverdueRow],
    soon: &[Obligation],
    raising: &Raising,
) -> BTreeMap<Id, Digest> {
    let mut digests: BTreeMap<Id, Digest> = BTreeMap::new();
    for row in rows {
        if let Some(person) = plan.responsible(row.case) {
            digests.entry(person).or_default().overdue.push(row.clone());
        }
        if let Some(person) = raised_to(plan, row, raising) {
            digests.entry(person).or_default().raised.push(row.clone());
        }
    }
    for one in soon {
        if let Some(person) = plan.responsible(one.case) {
            digests.entry(person).or_default().soon.push(one.clone());
        }
    }
    digests
}

/// To whom a row goes as well: the nearest above the responsible person who can be told. What the
/// responsible person cannot be told goes up at once.
pub fn raised_to(plan: &Plan, row: &OverdueRow, raising: &Raising) -> Option<Id> {
    let responsible = plan.responsible(row.case)?;
    let is_told = (raising.is_reachable)(responsible);
    if is_told && row.days_overdue < i64::from(raising.after_days) {
        return None;
    }
    let above = plan.home.above(responsible, plan.class_of(plan.subject(row.case)), plan.today);
    above.into_iter().map(|person| person.id).find(|id| (raising.is_reachable)(*id))
}

impl Digest {
    /// A child, class or other subject in the digest that does not belong to this person. There
    /// must be none before it is sent.
    pub fn stranger(&self, plan: &Plan, person: Id, raising: &Raising) -> Option<Case> {
        let overdue = self.overdue.iter().map(|row| row.case);
        let soon = self.soon.iter().map(|one| one.case);
        let foreign = overdue.chain(soon).find(|case| plan.responsible(*case) != Some(person));
        let raised = self.raised.iter().find(|row| raised_to(plan, row, raising) != Some(person));
        foreign.or(raised.map(|row| row.case))
    }
}
