//! Which rules and subjects must be looked for further back than the months already read.

use std::collections::BTreeSet;

use crate::domain::month::Month;
use crate::rules::need::Need;
use crate::rules::plan::{Pair, Plan};
use crate::rules::tally::Tally;

/// Reads months before those in `need`, the newest first, until the last event that counts is
/// known for each of the pairs or nothing is left. `months` tells which months a register has,
/// `read` reads one.
pub fn look_back(
    plan: &Plan,
    tally: &mut Tally,
    need: &Need,
    mut pairs: Vec<Pair>,
    months: impl Fn(&str) -> Vec<Month>,
    mut read: impl FnMut(&mut Tally, &str, Month),
) {
    pairs.retain(|pair| !is_decided(tally, *pair, read_from(plan, need, *pair)));
    let mut older: BTreeSet<(Month, &str)> = BTreeSet::new();
    for register in asked(plan, &pairs) {
        let begun = need.get(register).copied();
        let before = months(register).into_iter().filter(|month| begun.is_none_or(|b| *month < b));
        older.extend(before.map(|month| (month, register)));
    }
    while let Some((month, _)) = older.last().copied().filter(|_| !pairs.is_empty()) {
        let wanted = asked(plan, &pairs);
        while let Some((_, register)) = older.last().copied().filter(|(own, _)| *own == month) {
            older.pop_last();
            if wanted.contains(register) {
                read(tally, register, month);
            }
        }
        // All registers of these pairs have now been read back to this month.
        pairs.retain(|pair| !is_decided(tally, *pair, month));
    }
}

/// Is the pair's last event known, when all its registers have been read from a month on? One that
/// lies further back, found in a register that was read further, may not be the last.
fn is_decided(tally: &Tally, (rule, member): Pair, read_from: Month) -> bool {
    tally.of(rule, member).latest().is_some_and(|day| Month::of(day) >= read_from)
}

/// The month from which on all registers of a pair's rule have been read.
fn read_from(plan: &Plan, need: &Need, (rule, _): Pair) -> Month {
    let registers = plan.rules[rule].rule.records.iter();
    registers.filter_map(|register| need.get(register)).max().copied().unwrap_or(Month::FIRST)
}

/// The registers that the pairs' rules count events of.
fn asked<'p>(plan: &'p Plan, pairs: &[Pair]) -> BTreeSet<&'p str> {
    let rules: BTreeSet<usize> = pairs.iter().map(|(rule, _)| *rule).collect();
    rules
        .into_iter()
        .flat_map(|at| plan.rules[at].rule.records.iter().map(String::as_str))
        .collect()
}
