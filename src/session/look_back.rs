//! Which rules and subjects must be looked for further back than the months already read.

use std::collections::BTreeSet;

use crate::domain::month::Month;
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::need::{Need, counted};
use crate::rules::plan::Plan;
use crate::rules::tally::{Tally, joined};

/// Reads months before those in `need`, the newest first, until the last event that counts is
/// known for each of the cases or nothing is left. `months` tells which months a register has,
/// `read` reads one.
pub fn look_back(
    plan: &Plan,
    tally: &mut Tally,
    need: &Need,
    mut cases: Vec<Case>,
    months: impl Fn(&str) -> Vec<Month>,
    mut read: impl FnMut(&mut Tally, &str, Month),
) {
    let floor = |case: &Case| match plan.subject(*case) {
        // Nothing from before the child joined is counted for it.
        Subject::Child(at) => joined(&plan.home.children[*at]),
        _ => Month::FIRST,
    };
    let is_open = |tally: &Tally, case: &Case, read: Month| {
        read > floor(case) && !is_decided(tally, *case, read)
    };
    cases.retain(|case| is_open(tally, case, read_from(plan, need, *case)));
    let mut older: BTreeSet<(Month, &str)> = BTreeSet::new();
    for register in asked(plan, &cases) {
        let begun = need.get(register).copied();
        let before = months(register).into_iter().filter(|month| begun.is_none_or(|b| *month < b));
        older.extend(before.map(|month| (month, register)));
    }
    while let Some((month, _)) = older.last().copied().filter(|_| !cases.is_empty()) {
        let wanted = asked(plan, &cases);
        tally.look_for(&cases);
        while let Some((_, register)) = older.last().copied().filter(|(own, _)| *own == month) {
            older.pop_last();
            if wanted.contains(register) {
                read(tally, register, month);
            }
        }
        // All registers of these cases have now been read back to this month.
        cases.retain(|case| is_open(tally, case, month));
    }
}

/// Is the case's last event known, when all its registers have been read from a month on? One that
/// lies further back, found in a register that was read further, may not be the last.
fn is_decided(tally: &Tally, case: Case, read_from: Month) -> bool {
    tally.of(case).latest().is_some_and(|day| Month::of(day) >= read_from)
}

/// The month from which on all registers of a case's rule have been read.
fn read_from(plan: &Plan, need: &Need, case: Case) -> Month {
    let registers = counted(&plan.rules[case.rule]).into_iter();
    registers.filter_map(|register| need.get(register)).max().copied().unwrap_or(Month::FIRST)
}

/// The registers that the cases' rules count events of.
fn asked<'p>(plan: &'p Plan, cases: &[Case]) -> BTreeSet<&'p str> {
    let rules: BTreeSet<usize> = cases.iter().map(|case| case.rule).collect();
    rules.into_iter().flat_map(|at| counted(&plan.rules[at])).collect()
}
