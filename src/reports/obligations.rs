//! Every obligation with its state.

use chrono::NaiveDate;

use crate::rules::case::Case;
use crate::rules::judge;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// Every obligation, sorted by rule id, subject id, first day and slot. Without `ahead`, those
/// that begin after today are left out.
pub fn obligations(plan: &Plan, tally: &Tally, ahead: bool) -> Vec<Obligation> {
    let mut all = Vec::new();
    for rule in 0..plan.rules.len() {
        let cases = plan.cases_of(rule);
        all.extend(cases.flat_map(|case| of_case(plan, tally, case, None)));
    }
    if !ahead {
        all.retain(|one| one.dates.is_none_or(|dates| dates.first <= plan.today));
    }
    all
}

/// Those of one case that end on or after a day, sorted by first day and slot.
pub fn of_case(plan: &Plan, tally: &Tally, case: Case, from: Option<NaiveDate>) -> Vec<Obligation> {
    let mut own = judge::obligations(plan, tally, case, from);
    own.sort_by(|a, b| {
        let first = |o: &Obligation| o.dates.map(|dates| dates.first);
        (first(a), &a.slot).cmp(&(first(b), &b.slot))
    });
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Anchor;
    use crate::domain::rule::{Condition, Every};
    use crate::rules::sample::{AUTUMN, Sample, span, state_rule, term, texts};

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
            let line = |one: &Obligation| format!("{} {}", one.case.member, one.slot);
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

    #[test]
    fn of_slots_that_overlap_the_one_that_begins_first_stands_first_and_a_state_is_never_ahead() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        let nation = Condition::Field("nation".to_owned());
        own.rule("file", state_rule(&[("nation", nation)]));
        let mut autumn = term("2024-2025-1", AUTUMN.0, AUTUMN.1);
        let window =
            |name: &str, first, last| Anchor { name: name.to_owned(), span: span(first, last) };
        let short = window("a", "2024-09-09", "2024-09-20");
        autumn.anchors = Some(vec![short, window("z", "2024-09-02", "2024-11-29")]);
        own.terms(vec![autumn]);
        own.rule("talk", Every::Anchor);
        let plan = own.plan(AUTUMN.1);
        let told = obligations(&plan, &own.tally(&plan), false);
        let slots: Vec<&str> = told.iter().map(|one| &*one.slot).collect();
        assert_eq!(slots, ["now", "2024-2025-1/z", "2024-2025-1/a"]);
    }
}
