//! The records of a register for a form: which are listed in it, and how many were done.

use std::collections::BTreeMap;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::register::Register;
use crate::domain::spans::Span;

/// The records of a register, oldest first.
pub struct FormRecords<'h> {
    pub register: &'h Register,
    /// What it tells may not be seen: only that there is something.
    pub is_sealed: bool,
    rows: Vec<Event>,
    /// Which of them are listed, child by child.
    of_child: BTreeMap<Id, Vec<usize>>,
    days: Option<Span>,
}

impl<'h> FormRecords<'h> {
    /// The rows as they were read. Those of the days are listed; what was only tried is, where the
    /// form tells that it was not done.
    pub fn new(
        register: &'h Register,
        mut rows: Vec<Event>,
        days: Option<Span>,
        (is_sealed, tells_outcome): (bool, bool),
    ) -> FormRecords<'h> {
        rows.sort_by_key(|event| (event.date, event.id));
        let mut of_child: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        for (at, event) in rows.iter().enumerate() {
            let is_of_days = days.is_none_or(|own| own.contains(event.date));
            if is_of_days && (!event.attempted || tells_outcome) {
                for child in &event.children {
                    of_child.entry(*child).or_default().push(at);
                }
            }
        }
        FormRecords { register, is_sealed, rows, of_child, days }
    }

    /// Those of some children, each once, oldest first; of what is sealed one stands for all.
    pub fn listed(&self, children: &[Id]) -> Vec<&Event> {
        let own = children.iter().filter_map(|id| self.of_child.get(id));
        let mut places: Vec<usize> = own.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.truncate(if self.is_sealed { 1 } else { usize::MAX });
        places.into_iter().filter_map(|at| self.rows.get(at)).collect()
    }

    /// How many were done with any of these children, in the days asked for or in others.
    pub fn done(&self, children: &[Id], days: Option<Span>) -> usize {
        let days = days.or(self.days);
        let counts = |event: &&Event| {
            let is_of_days = days.is_none_or(|own| own.contains(event.date));
            let is_theirs = event.children.iter().any(|child| children.contains(child));
            !event.attempted && is_of_days && is_theirs
        };
        self.rows.iter().filter(counts).count()
    }
}
