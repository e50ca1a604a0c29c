//! What is wrong with corrections: links to nothing, circles, two that nobody settled, doubled ids.

use std::collections::{BTreeSet, HashMap};

use super::event::{Event, Replaced};
use super::family::Families;
use super::id::Id;
use super::month::Month;
use super::problem::{Corrections, Doubled, Known, Naming, Problem, Sight};

impl Families {
    /// What is wrong with the links of a month's rows. When some of its rows could not be read, a
    /// correction of one of them is no fault of its own.
    pub fn problems(&self, month: Month, is_whole: bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        // The register may be restricted.
        let mut tell = |row: &Event, cause: Corrections| {
            problems.push(Problem::of_row(&row.row, Sight::Withheld, cause));
        };
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.month() == month) {
            let is_there = |one: &Replaced| match one {
                Replaced::Here(id) => self.places.contains_key(&(month, *id)),
                Replaced::In(month, id) => self.places.contains_key(&(*month, *id)),
            };
            if let Some(none) = row.replaces.iter().find(|one| is_whole && !is_there(one)) {
                tell(row, Corrections::ReplacesNothing { id: Known::replaced(none) });
            }
            if self.leads_to_itself(at) {
                tell(row, Corrections::ReplacesCycle);
            }
        }
        let mut tips: HashMap<usize, Vec<usize>> = HashMap::new();
        for at in self.tips().filter(|at| self.rows[*at].month() == month) {
            tips.entry(self.family[at]).or_default().push(at);
        }
        for (family, tips) in tips.iter().filter(|(_, tips)| tips.len() > 1) {
            let last = tips.iter().max_by_key(|at| (self.rows[**at].recorded, self.rows[**at].id));
            let first = self.heads(*family).first().unwrap_or(family);
            let id = Known::event(self.rows[*first].id);
            if let Some(at) = last {
                tell(&self.rows[*at], Corrections::TwoCorrections { id });
            }
        }
        problems
    }

    /// Does following what a row replaces come back to it?
    fn leads_to_itself(&self, start: usize) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), self.originals(start));
        while let Some(at) = open.pop() {
            if at == start {
                return true;
            }
            if seen.insert(at) {
                open.extend(self.originals(at));
            }
        }
        false
    }
}

/// Ids that two different rows have; of two that say the same, one is left.
pub fn doubles(rows: &[Event]) -> Vec<Problem> {
    let mut firsts: HashMap<Id, &Event> = HashMap::with_capacity(rows.len());
    let mut problems = Vec::new();
    for row in rows {
        match firsts.get(&row.id) {
            Some(first) if first.row.same_as(&row.row) => {}
            Some(first) => {
                let first = Known::line(&first.row.header.file, first.row.line);
                let cause = Naming::DuplicateId { id: Doubled::Event(Known::event(row.id)), first };
                problems.push(Problem::of_row(&row.row, Sight::Withheld, cause));
            }
            None => drop(firsts.insert(row.id, row)),
        }
    }
    problems
}
