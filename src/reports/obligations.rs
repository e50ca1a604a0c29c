//! Every obligation with its state.

use crate::rules::judge;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// Every obligation, sorted by rule id, subject id, first day and slot. Without `ahead`, those
/// that begin after today are left out.
pub fn obligations(plan: &Plan, tally: &Tally, ahead: bool) -> Vec<Obligation> {
    let mut all = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        for member in 0..compiled.members.len() {
            let mut own = judge::obligations(plan, tally, rule, member, None);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::rules::sample::{AUTUMN, Sample, texts};

    #[test]
    fn they_go_by_rule_subject_first_day_and_slot_and_those_ahead_only_when_asked_for() {
        let mut own = Sample::new();
        own.child('B', AUTUMN.0);
        own.child('A', AUTUMN.0);
        own.rule("talk", Every::Term);
        let sessions = texts(&["noon", "dusk"]);
        own.rule("duty", Every::SchoolDay { sessions });
        let plan = own.plan(AUTUMN.0);
        let tally = own.tally(&plan);
        let told = |ahead| -> Vec<String> {
            let all = obligations(&plan, &tally, ahead);
            let line = |one: &Obligation| format!("{} {}", one.member, one.slot);
            all.iter().map(line).collect()
        };
        assert_eq!(
            told(false),
            [
                "0 2024-09-02/dusk",
                "0 2024-09-02/noon",
                "1 2024-09-02/dusk",
                "1 2024-09-02/noon",
                "0 2024-2025-1",
                "1 2024-2025-1",
            ]
        );
        assert_eq!(told(true)[2], "0 2024-09-03/dusk");
        assert_eq!(told(true).last().map(String::as_str), Some("1 2024-2025-2"));
    }
}
