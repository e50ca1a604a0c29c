//! Which rules and subjects must be looked for further back than the months already read.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::rule::Rule;
use crate::domain::subject::Subject;
use crate::reports::still_owed;
use crate::rules::case::Case;
use crate::rules::demands::Demands;
use crate::rules::need::{Need, counted};
use crate::rules::plan::Plan;
use crate::rules::subjects::done_by;
use crate::rules::tally::Tally;
use crate::storage::closed_months::{Answers, ClosedMonths};
use crate::storage::reader::Reader;

/// The months of all registers that lie before those which a judgement needs.
pub struct Older<'a> {
    pub plan: &'a Plan<'a>,
    pub reader: &'a Reader<'a>,
    pub need: &'a Need,
}

/// What was told of a register without reading its months.
#[derive(Default)]
struct Recalled<'a> {
    /// Of these it was asked, with or without an answer.
    registers: BTreeSet<&'a str>,
    /// Of these rules a register has told all that its months say.
    rules: BTreeSet<(&'a str, usize)>,
}

impl Older<'_> {
    /// Reads months, the newest first, until the last event that counts is known for each of the
    /// cases, however often it is named, or nothing is left. Gives those, in order, that were
    /// looked for.
    pub fn look_back(&self, tally: &mut Tally, mut cases: Vec<Case>) -> Vec<Case> {
        cases.sort_unstable();
        cases.dedup();
        cases.retain(|case| !is_decided(tally, *case, self.read_from(*case)));
        let looked_for = cases.clone();
        let mut older: BTreeSet<(Month, &str)> = BTreeSet::new();
        for register in self.asked(&cases) {
            let begun = self.need.get(register).copied();
            let months = self.reader.months(register).into_iter();
            let before = months.filter(|month| begun.is_none_or(|begun| *month < begun));
            older.extend(before.map(|month| (month, register)));
        }
        let mut recalled = Recalled::default();
        while let Some((month, _)) = older.last().copied().filter(|_| !cases.is_empty()) {
            while let Some((_, register)) = older.last().copied().filter(|(own, _)| *own == month) {
                older.pop_last();
                let mut own = self.of_register(&cases, register);
                if month < self.closed(register) && !own.is_empty() {
                    self.recall(tally, register, &own, &mut recalled);
                    own.retain(|case| !recalled.rules.contains(&(register, case.rule)));
                }
                if !own.is_empty() {
                    tally.look_for(&own);
                    let events = self.reader.unit(self.plan.home, register, month);
                    tally.add(self.plan, register, &events);
                }
            }
            // All registers of these cases have now been read back to this month.
            cases.retain(|case| !is_decided(tally, *case, month));
        }
        tally.settle();
        looked_for
    }

    /// The month before which a register's months are closed: no judgement of this school year
    /// needs them.
    fn closed(&self, register: &str) -> Month {
        let year = Month::of(still_owed::late_from(self.plan));
        self.need.get(register).map_or(year, |begun| year.min(*begun))
    }

    /// Counts for cases of a register what is kept of its closed months, once for each register.
    fn recall<'a>(
        &self,
        tally: &mut Tally,
        register: &'a str,
        cases: &[Case],
        recalled: &mut Recalled<'a>,
    ) {
        if !recalled.registers.insert(register) {
            return;
        }
        let Some(answers) = self.answers(register) else { return };
        let home = self.plan.home;
        let texts: BTreeMap<usize, String> = (self.plan.rules.iter().enumerate())
            .filter_map(|(at, own)| Some((at, Demands::of_rows(own.rule, register, home)?.text())))
            .collect();
        for case in cases {
            let Subject::Child(at) = self.plan.subject(*case) else { continue };
            let own = texts.get(&case.rule).and_then(|text| answers.get(text));
            if let Some(last) = own.and_then(|own| own.of(home.children[*at].id)) {
                tally.recall(*case, last);
            }
        }
        recalled.rules.extend(texts.into_keys().map(|rule| (register, rule)));
    }

    /// What a register's closed months say to the demands of all rules, whichever are judged now:
    /// as it is kept, or read anew and kept.
    fn answers(&self, register: &str) -> Option<Answers> {
        let home = self.plan.home;
        let demands: BTreeMap<String, (&Rule, Demands)> = (home.rules.iter())
            .filter_map(|rule| Some((rule, Demands::of_rows(rule, register, home)?)))
            .map(|(rule, own)| (own.text(), (rule, own)))
            .collect();
        if demands.is_empty() {
            return None;
        }
        let looks_at_roles = demands.values().any(|(_, own)| own.look_at_roles());
        let months = (register, self.closed(register));
        let months = ClosedMonths::of(self.reader, home, months, looks_at_roles)?;
        let is_by = |rule: &Rule, event: &Event, child: Id| {
            let at = self.plan.child_at(child);
            at.is_some_and(|at| done_by(rule, home, event, &Subject::Child(at)))
        };
        let counts = |text: &str, event: &Event, child: Id| {
            let (rule, own) = &demands[text];
            own.are_met_by(event).is_ok() && (!own.look_at_roles() || is_by(rule, event, child))
        };
        months.kept().or_else(|| months.survey(demands.keys().cloned(), counts))
    }

    /// The cases whose rules count a register's events.
    fn of_register(&self, cases: &[Case], register: &str) -> Vec<Case> {
        let counts = |case: &&Case| counted(&self.plan.rules[case.rule]).contains(&register);
        cases.iter().filter(counts).copied().collect()
    }

    /// The month from which on all registers of a case's rule have been read.
    fn read_from(&self, case: Case) -> Month {
        let registers = counted(&self.plan.rules[case.rule]).into_iter();
        let begun = registers.filter_map(|register| self.need.get(register));
        begun.max().copied().unwrap_or(Month::FIRST)
    }

    /// The registers that the cases' rules count events of.
    fn asked(&self, cases: &[Case]) -> BTreeSet<&str> {
        let rules: BTreeSet<usize> = cases.iter().map(|case| case.rule).collect();
        rules.into_iter().flat_map(|at| counted(&self.plan.rules[at])).collect()
    }
}

/// Is the case's last event known, when all its registers have been read from a month on? One that
/// lies further back, found in a register that was read further, may not be the last.
fn is_decided(tally: &Tally, case: Case, read_from: Month) -> bool {
    tally.of(case).latest().is_some_and(|day| Month::of(day) >= read_from)
}
