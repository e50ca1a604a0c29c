//! Which rules and subjects must be looked for further back than the months already read.

use std::collections::BTreeSet;

use crate::domain::month::Month;
use crate::rules::need::Need;
use crate::rules::plan::{Pair, Plan};
use crate::rules::tally::Tally;

/// Reads months before those in `need`, the newest first, until something counts for each of the
/// pairs or nothing is left. `months` tells which months a register has, `read` reads one.
pub fn look_back(
    plan: &Plan,
    tally: &mut Tally,
    need: &Need,
    mut pairs: Vec<Pair>,
    months: impl Fn(&str) -> Vec<Month>,
    mut read: impl FnMut(&mut Tally, &str, Month),
) {
    let lacking = |tally: &Tally, pair: &Pair| tally.of(pair.0, pair.1).days.is_empty();
    pairs.retain(|pair| lacking(tally, pair));
    let mut older: BTreeSet<(Month, &str)> = BTreeSet::new();
    for register in asked(plan, &pairs) {
        let begun = need.get(register).copied();
        let before = months(register).into_iter().filter(|month| begun.is_none_or(|b| *month < b));
        older.extend(before.map(|month| (month, register)));
    }
    while let Some((month, _)) = older.last().copied() {
        let wanted = asked(plan, &pairs);
        while let Some((_, register)) = older.last().copied().filter(|(own, _)| *own == month) {
            older.pop_last();
            if wanted.contains(register) {
                read(tally, register, month);
            }
        }
        pairs.retain(|pair| lacking(tally, pair));
        if pairs.is_empty() {
            break;
        }
    }
}

/// The registers that the pairs' rules count events of.
fn asked<'p>(plan: &'p Plan, pairs: &[Pair]) -> BTreeSet<&'p str> {
    let rules: BTreeSet<usize> = pairs.iter().map(|(rule, _)| *rule).collect();
    rules
        .into_iter()
        .flat_map(|at| plan.rules[at].rule.records.iter().map(String::as_str))
        .collect()
}
