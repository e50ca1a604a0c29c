//! What is wrong with corrections: links to nothing, circles, two that nobody settled, doubled ids.

use std::collections::{HashMap, HashSet};

use super::event::{Event, Replaced, Status};
use super::family::Families;
use super::id::Id;
use super::links::in_circles;
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
        let named = |at: usize| [self.originals(at), self.senders(at)].concat();
        let leads_to_itself = in_circles(&(0..self.rows.len()).map(named).collect::<Vec<_>>());
        let mut arrived_before: HashSet<Replaced> = HashSet::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.month() == month) {
            let is_there = |one: &Replaced| match one {
                Replaced::Here(id) => self.places.contains_key(&(month, *id)),
                Replaced::In(month, id) => self.places.contains_key(&(*month, *id)),
            };
            if let Some(none) = row.replaces.iter().find(|one| is_whole && !is_there(one)) {
                tell(row, Corrections::ReplacesNothing { id: Known::replaced(none) });
            }
            if leads_to_itself[at] {
                tell(row, Corrections::ReplacesCycle);
            }
            for (sender, named) in self.named_senders(at) {
                let id = Known::replaced(&named);
                if self.rows[sender].status != Status::Moved {
                    tell(row, Corrections::NotMoved { id });
                } else if arrived_before.contains(&named) {
                    tell(row, Corrections::MovedTwice { id });
                }
            }
            arrived_before.extend(&row.replaces);
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

    /// The rows of other months from which a row says it came, and that are there.
    fn named_senders(&self, at: usize) -> Vec<(usize, Replaced)> {
        let row = &self.rows[at];
        let places = row.replaces.iter().filter_map(|one| match one {
            Replaced::In(month, id) if row.status == Status::Arrived => {
                Some((*self.places.get(&(*month, *id))?, *one))
            }
            _ => None,
        });
        places.collect()
    }
}

/// What is wrong with the moves between the months of a register, all of whose rows are here: rows
/// that went to another month and did not arrive, and rows that arrived in two.
pub fn moves(rows: &[Event]) -> Vec<Problem> {
    let mut arrived: HashMap<Replaced, Month> = HashMap::new();
    let mut problems = Vec::new();
    for row in rows.iter().filter(|row| row.status == Status::Arrived) {
        for sender in row.replaces.iter().filter(|one| matches!(one, Replaced::In(..))) {
            let first = *arrived.entry(*sender).or_insert_with(|| row.month());
            // Two in one month are told with their month.
            if first != row.month() {
                let id = Known::replaced(sender);
                let cause = Corrections::MovedTwice { id };
                problems.push(Problem::of_row(&row.row, Sight::Withheld, cause));
            }
        }
    }
    for row in rows.iter().filter(|row| row.status == Status::Moved) {
        if !arrived.contains_key(&Replaced::In(row.month(), row.id)) {
            let cause = Corrections::HalfMove { id: Known::event(row.id) };
            problems.push(Problem::of_row(&row.row, Sight::Withheld, cause));
        }
    }
    problems
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
