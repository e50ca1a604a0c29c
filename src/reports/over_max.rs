//! Slots in which more was done than a rule's `max`: a remark, never a fault.

use crate::domain::problem::{Problem, Quote, Rules, Sight};
use crate::rules::judge;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// One slot of a rule, and the most that any subject has in it.
#[derive(Debug, PartialEq, Eq)]
pub struct OverMax {
    pub rule: usize,
    pub slot: String,
    pub most: u32,
}

/// Every such slot, by rule and slot.
pub fn over_max(plan: &Plan, tally: &Tally) -> Vec<OverMax> {
    let mut found: Vec<OverMax> = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        let Some(max) = compiled.rule.max else { continue };
        let all = plan.cases_of(rule).flat_map(|case| judge::obligations(plan, tally, case, None));
        for one in all.filter(|one| one.count > max) {
            let same = |own: &&mut OverMax| own.rule == rule && own.slot == one.slot;
            if let Some(own) = found.iter_mut().find(same) {
                own.most = own.most.max(one.count);
            } else {
                found.push(OverMax { rule, slot: one.slot, most: one.count });
            }
        }
    }
    found.sort_by(|a, b| (a.rule, &a.slot).cmp(&(b.rule, &b.slot)));
    found
}

/// The remarks on them, at the rules that they are about.
pub fn remarks(plan: &Plan, tally: &Tally) -> Vec<Problem> {
    let remark = |over: OverMax| {
        let rule = plan.rules[over.rule].rule;
        let max = rule.max.unwrap_or_default();
        let cause = Rules::OverMax {
            rule: Quote::of(rule.id.as_str()),
            slot: Quote::of(over.slot),
            most: over.most.into(),
            max: max.into(),
        };
        Problem::at((RULES, rule.line, 1), Sight::Open(None), cause)
    };
    over_max(plan, tally).into_iter().map(remark).collect()
}

/// The file of the rules, below the home.
const RULES: &str = "rules.toml";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::rules::sample::{AUTUMN, Sample};

    #[test]
    fn a_slot_with_more_than_max_is_told_once_with_the_most_that_any_subject_has() {
        let mut own = Sample::new();
        for letter in ['A', 'B', 'C'] {
            own.child(letter, AUTUMN.0);
        }
        own.rule("lecture", Every::Month).max = Some(2);
        own.rule("talk", Every::Month);
        for (date, children) in [
            ("2024-10-08", "ABC"),
            ("2024-10-09", "ABC"),
            ("2024-10-10", "AB"),
            ("2024-10-11", "A"),
            ("2024-09-09", "A"),
            ("2024-09-10", "A"),
        ] {
            own.event("lecture", date, children);
            own.event("talk", date, children);
        }
        own.home.rules[0].line = 7;
        let plan = own.plan("2024-11-20");
        let tally = own.tally(&plan);
        let slot = "2024-10".to_owned();
        assert_eq!(over_max(&plan, &tally), [OverMax { rule: 0, slot, most: 4 }]);
        assert_eq!(remarks(&plan, &tally).len(), 1);
    }

    #[test]
    fn they_go_by_rule_and_slot() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', AUTUMN.0);
        for id in ["lecture", "talk"] {
            own.rule(id, Every::Month).max = Some(0);
        }
        own.event("talk", "2024-10-08", "A");
        own.event("talk", "2024-09-09", "B");
        own.event("lecture", "2024-11-08", "A");
        let plan = own.plan("2024-11-20");
        let told: Vec<(usize, String)> = over_max(&plan, &own.tally(&plan))
            .into_iter()
            .map(|over| (over.rule, over.slot))
            .collect();
        let all = [(0, "2024-11"), (1, "2024-09"), (1, "2024-10")];
        assert_eq!(told, all.map(|(rule, slot)| (rule, slot.to_owned())));
    }
}
