//! Every obligation with its state.

use crate::rules::judge;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// Every obligation, sorted by rule id, subject id, first day and slot. Without `ahead`, those
/// that begin after today are left out.
pub fn obligations(plan: &Plan, tally: &Tally, ahead: bool) -> Vec<Obligation> {
    let mut all = Vec::new();
    for rule in 0..plan.rules.len() {
        for case in plan.cases_of(rule) {
            let mut own = judge::obligations(plan, tally, case, None);
            own.sort_by(|a, b| {
                let first = |o: &Obligation| o.dates.map(|dates| dates.first);
                (first(a), &a.slot).cmp(&(first(b), &b.slot))
            });
            all.extend(own);
        }
    }
    if !ahead {
        all.retain(|one| one.dates.is_none_or(|dates| dates.first <= plan.today));
    }
    all
}
