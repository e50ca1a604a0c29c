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
