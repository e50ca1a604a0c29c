//! The children nobody asked: who is quietest stands first, each with the reasons.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::contacts::{Contacts, QUIET_DAYS};
use super::overdue::OverdueRow;
use crate::domain::child::Child;
use crate::domain::event::{Event, newest};
use crate::domain::matter::Matter;
use crate::domain::subject::Subject;
use crate::rules::plan::Plan;

/// Of a child at high risk somebody ought to know after so many days.
pub const RISK_DAYS: i64 = 14;

/// So many tries in a row that reached nobody are no accident.
const TRIES: usize = 2;

/// The register in which it is entered whether a number still reaches whom it should.
pub const CHECKS: &str = "contact_check";

/// Results of such a check by which nobody was reached.
const WRONG: [&str; 2] = ["wrong", "off"];

/// Why a child wants attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Nobody reached it for so many days.
    Quiet(i64),
    /// Nobody ever reached it, since so many days.
    Never(i64),
    /// So many tries in a row reached nobody.
    Tries(usize),
    /// At high risk, and nobody reached it for so many days.
    Risk(i64),
    /// So much that was promised is overdue.
    Overdue(usize),
    /// So many numbers are wrong or cut off.
    Phones(usize),
    /// No number at which anybody could be reached.
    NoPhone,
    /// So many questions on its records are open.
    Asked(usize),
}

/// A child that wants attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// By place in the home.
    pub child: usize,
    pub last: Option<NaiveDate>,
    /// Since somebody reached it, or since it came.
    pub days: i64,
    pub attempts: usize,
    pub overdue: usize,
    pub concerns: Vec<Concern>,
}

/// The children of whom there is a reason to ask; the quietest first, then those at whom more was
/// tried in vain, and of whom more is overdue.
pub fn attention(
    plan: &Plan,
    contacts: &Contacts,
    late: &[OverdueRow],
    checks: &[Event],
    matters: &[Matter],
) -> Vec<Attention> {
    let mut overdue: BTreeMap<usize, usize> = BTreeMap::new();
    // What a file lacks is no sign that nobody asked.
    for row in late.iter().filter(|row| row.due.is_some()) {
        if let Subject::Child(at) = plan.subject(row.case) {
            *overdue.entry(*at).or_default() += 1;
        }
    }
    let mut all: Vec<Attention> = contacts
        .children
        .iter()
        .map(|own| {
            let child = &plan.home.children[own.child];
            let since = own.last.unwrap_or_else(|| came(child, plan.today));
            let mut told = Attention {
                child: own.child,
                last: own.last,
                days: (plan.today - since).num_days(),
                attempts: own.attempts,
                overdue: overdue.get(&own.child).copied().unwrap_or_default(),
                concerns: Vec::new(),
            };
            told.concerns = concerns(plan, child, &told, checks);
            let is_open =
                |matter: &&Matter| !matter.is_thanks && matter.children.contains(&child.id);
            let asked = matters.iter().filter(is_open).count();
            told.concerns.extend((asked > 0).then_some(Concern::Asked(asked)));
            told
        })
        .collect();
    all.retain(|own| !own.concerns.is_empty());
    all.sort_by_key(|own| (Reverse((own.days, own.attempts, own.overdue)), own.child));
    all
}

/// The first day of the time for which a child is there.
fn came(child: &Child, today: NaiveDate) -> NaiveDate {
    let there = child.present();
    let own = there.iter().find(|span| span.contains(today)).map(|span| span.first);
    own.unwrap_or(today)
}

fn concerns(plan: &Plan, child: &Child, own: &Attention, checks: &[Event]) -> Vec<Concern> {
    let mut told = Vec::new();
    if own.days > i64::from(QUIET_DAYS) {
        told.push(match own.last {
            Some(_) => Concern::Quiet(own.days),
            None => Concern::Never(own.days),
        });
    }
    let risk = child.fact_on("risk", plan.today);
    let is_high = risk.is_some_and(|risk| risk.values().iter().any(|code| code == "high"));
    if is_high && own.days > RISK_DAYS {
        told.push(Concern::Risk(own.days));
    }
    if own.attempts >= TRIES {
        told.push(Concern::Tries(own.attempts));
    }
    if own.overdue > 0 {
        told.push(Concern::Overdue(own.overdue));
    }
    let wrong = wrong_numbers(child, checks);
    if wrong > 0 {
        told.push(Concern::Phones(wrong));
    }
    if !has_phone(child) {
        told.push(Concern::NoPhone);
    }
    told
}

/// Whose numbers were wrong or cut off when they were checked last.
fn wrong_numbers(child: &Child, checks: &[Event]) -> usize {
    let own = checks.iter().filter(|event| event.children.contains(&child.id));
    let last = newest(own, |event| event.filled("whose"));
    let is_wrong =
        |event: &&&Event| event.filled("result").is_some_and(|result| WRONG.contains(&result));
    last.values().filter(is_wrong).count()
}

fn has_phone(child: &Child) -> bool {
    const PHONES: [&str; 4] = ["father.phone", "mother.phone", "carer.phone", "emergency.phone"];
    PHONES.iter().any(|path| child.facts.get(path).is_some_and(|phone| !phone.is_blank()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::reports::contacts::contacts;
    use crate::reports::overdue;
    use crate::rules::sample::{AUTUMN, Sample};

    fn told(own: &Sample, today: &str) -> Vec<Attention> {
        let plan = own.plan(today);
        let events: Vec<Event> = own.events().iter().map(|(_, event)| event.clone()).collect();
        let tally = own.tally(&plan);
        let late = overdue::rows(&plan, &tally);
        attention(&plan, &contacts(&plan, &events), &late, &[], &[])
    }

    #[test]
    fn who_is_quietest_is_first_and_who_was_never_reached_counts_from_the_day_it_came() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', AUTUMN.0);
        own.child('C', AUTUMN.0);
        own.rule("talk", Every::Term);
        own.event("talk", "2024-09-20", "A");
        own.event("talk", "2024-11-14", "C");
        own.attempt("talk", "2024-11-02", "A");
        own.attempt("talk", "2024-11-03", "A");
        let all = told(&own, "2024-11-15");
        let order: Vec<usize> = all.iter().map(|own| own.child).collect();
        assert_eq!(order[..2], [1, 0]);
        assert!(matches!(all[0].concerns[0], Concern::Never(days) if days > 60));
        assert!(all[1].concerns.contains(&Concern::Quiet(56)));
        assert!(all[1].concerns.contains(&Concern::Tries(2)));
        // Whoever was reached yesterday wants a number all the same.
        assert_eq!(all[2].concerns, [Concern::NoPhone]);
    }
}
