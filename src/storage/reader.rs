//! One reading of a home: what is wrong is kept while it goes on, so that all of it is told.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;

use super::child_depth::Depth;
use super::class_check::ClassCheck;
use super::load::RuleSet;
use super::log_append::LogEnd;
use super::log_index::LogIndex;
use super::log_reading::KnownPeople;
use super::source::{Faults, Findings};
use super::stamp::sum;
use super::store::Store;
use super::{layout, log_index};
use crate::domain::event::{Event, Replaced, Status};
use crate::domain::family::{Families, Voices};
use crate::domain::family_check;
use crate::domain::home::Home;
use crate::domain::id_map::IdSet;
use crate::domain::month::Month;
use crate::domain::problem::{Problem, Quote, Sight, Terms};
use crate::domain::staff::Staff;

/// A reading; only [`Store::sound`] lets out what comes of one, and only when it had no fault.
pub struct Reader<'s> {
    pub(super) store: &'s Store,
    pub(super) findings: Findings,
    indexes: RefCell<HashMap<String, Rc<LogIndex>>>,
    pub(super) ends: RefCell<HashMap<String, LogEnd>>,
    /// Of the home that the logs are read against.
    pub(super) roll: OnceCell<KnownPeople>,
    rules_sum: OnceCell<[u8; 32]>,
}

impl Store {
    /// What `read` makes of the records, when there was no fault in all that it read; else every
    /// fault found. `read` goes on over faults, so that all of them are told at once.
    ///
    /// # Errors
    /// The faults.
    pub fn sound<T>(&self, read: impl FnOnce(&Reader) -> Option<T>) -> Result<T, Faults> {
        let reader = Reader::new(self);
        let made = read(&reader);
        let faults = reader.faults();
        match made {
            Some(made) if faults.is_empty() => Ok(made),
            _ => Err(faults),
        }
    }

    /// The staff alone, when their file has no fault: who must hear that there is no list.
    pub fn staff(&self) -> Option<Vec<Staff>> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "a reader of any lifetime")]
        self.sound(|reader| reader.staff()).ok()
    }

    /// The rules alone, when they have no fault.
    ///
    /// # Errors
    /// The faults.
    pub fn rule_set(&self) -> Result<RuleSet, Faults> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "a reader of any lifetime")]
        self.sound(|reader| reader.rule_set())
    }
}

impl<'s> Reader<'s> {
    pub(super) fn new(store: &'s Store) -> Reader<'s> {
        Reader {
            store,
            findings: Findings::default(),
            indexes: RefCell::default(),
            ends: RefCell::default(),
            roll: OnceCell::new(),
            rules_sum: OnceCell::new(),
        }
    }

    /// Everything but the logs, with the descriptions of the registers that rules look at and of
    /// those asked for.
    pub fn home(&self, registers: &[&str], depth: Depth) -> Option<Home> {
        self.store.loader(&self.findings).home(registers, depth)
    }

    /// The rules alone.
    fn rule_set(&self) -> Option<RuleSet> {
        self.store.loader(&self.findings).rule_set()
    }

    /// Everyone in the staff file, whatever their classes are called.
    pub fn staff(&self) -> Option<Vec<Staff>> {
        self.store.loader(&self.findings).staff(&ClassCheck::default())
    }

    /// A text that need not be there.
    pub(super) fn text(&self, file: &str) -> Option<String> {
        self.store.loader(&self.findings).text(file)
    }

    /// The months for which a register has logs, in order.
    pub fn months(&self, register: &str) -> Vec<Month> {
        self.shelf(register).keys().copied().collect()
    }

    /// Another reading of the same store, of whose faults this one knows nothing.
    pub(super) fn apart(&self) -> Reader<'s> {
        Reader::new(self.store)
    }

    /// By what the rules of the home are known that the logs are read against.
    pub(super) fn rules_sum(&self, home: &Home) -> [u8; 32] {
        *self.rules_sum.get_or_init(|| sum(format!("{:?}", home.rules).as_bytes()))
    }

    /// The home's folder.
    pub(super) fn root(&self) -> &Path {
        self.store.root()
    }

    /// Is nothing read in place of the home's own files, and nothing left out?
    pub(super) fn reads_all_as_it_is(&self) -> bool {
        self.store.is_as_it_is()
    }

    pub(super) fn shelf(&self, register: &str) -> Rc<LogIndex> {
        if let Some(shelf) = self.indexes.borrow().get(register) {
            return Rc::clone(shelf);
        }
        let read = log_index::read(self.store.root(), register, &self.findings);
        let shelf = self.store.loader(&self.findings).disk(read).unwrap_or_default();
        let shelf = Rc::new(shelf);
        self.indexes.borrow_mut().insert(register.to_owned(), Rc::clone(&shelf));
        shelf
    }

    /// Which of the rows of a unit speak.
    pub(super) fn settle(
        &self,
        home: &Home,
        register: &str,
        month: Month,
        rows: Vec<Event>,
    ) -> Voices {
        let (mut rows, mut silent) = (rows, Vec::new());
        let linked = linked(&rows);
        let is_linked = |row: &Event| linked.contains(&row.id);
        if is_doubled(&rows) {
            // A row that stands twice speaks once.
            return self.families_of(home, register, month, rows).told(month);
        }
        if !linked.is_empty() {
            // A row that no correction touches is a family of its own, and speaks.
            let corrected = rows.iter().filter(|row| is_linked(row)).cloned().collect();
            let (speaking, others) = self.families_of(home, register, month, corrected).told(month);
            let live: IdSet = speaking.iter().map(|row| row.id).collect();
            rows.retain(|row| !is_linked(row) || live.contains(&row.id));
            silent = others;
        }
        if self.store.known_at.is_some() {
            rows.retain(|row| self.was_known(home, row));
        }
        (rows, silent)
    }

    /// The families of a unit, with those of the months from which its events came.
    pub fn families(&self, home: &Home, register: &str, month: Month) -> Families {
        let rows = self.rows(home, register, month);
        self.families_of(home, register, month, rows)
    }

    /// Settles the rows of a unit. What is wrong with the links is looked for among all rows, then
    /// those that were not known are dropped.
    fn families_of(&self, home: &Home, register: &str, month: Month, rows: Vec<Event>) -> Families {
        let mut rows = rows;
        let (mut read, mut named) = (BTreeSet::from([month]), senders(&rows));
        while let Some(other) = named.pop() {
            if read.insert(other) {
                let mut more = self.rows(home, register, other);
                let linked = linked(&more);
                more.retain(|row| linked.contains(&row.id) || is_named(&rows, row));
                named.extend(senders(&more));
                rows.extend(more);
            }
        }
        let is_whole =
            read.iter().all(|month| !self.findings.has_fault_in(&layout::unit(register, *month)));
        let own: Vec<Event> = rows.iter().filter(|row| row.month() == month).cloned().collect();
        if is_doubled(&own) {
            self.findings.extend(family_check::doubles(&own));
        }
        let families = Families::new(rows);
        self.findings.extend(families.problems(month, is_whole));
        match self.store.known_at {
            None => families,
            Some(_) => families.only(|row| self.was_known(home, row)),
        }
    }

    fn was_known(&self, home: &Home, row: &Event) -> bool {
        let recorded = row.recorded.with_timezone(&home.settings.zone).date_naive();
        self.store.known_at.is_none_or(|day| recorded <= day)
    }

    /// Where the logs end that were read, by their paths.
    pub fn ends(&self) -> HashMap<String, LogEnd> {
        self.ends.borrow().clone()
    }

    /// Adds a problem that no record shows alone.
    pub fn tell(&self, problem: Problem) {
        self.findings.add(problem);
    }

    /// A calendar that has run out by a day is a fault, and one that soon will be a remark.
    pub fn check_calendar(&self, home: &Home, today: NaiveDate) {
        // Of terms that could not be read it is not known how far they reach.
        if self.has_fault_in(layout::CALENDAR) {
            return;
        }
        let last = home.calendar.span().map(|span| span.last);
        if home.calendar.has_run_out(today) {
            let cause = Terms::CalendarRanOut { last: last.map(Quote::of) };
            self.tell(Problem::of_file(layout::CALENDAR, Sight::Open(None), cause));
        } else if let Some(last) = last.filter(|_| home.calendar.runs_out_soon(today)) {
            let cause = Terms::CalendarEnds { last: Quote::of(last) };
            self.tell(Problem::of_file(layout::CALENDAR, Sight::Open(None), cause));
        }
    }

    /// Has a fault been found in a file whose path begins so?
    pub(super) fn has_fault_in(&self, file: &str) -> bool {
        self.findings.has_fault_in(file)
    }

    /// Every problem found, in order.
    pub(super) fn problems(self) -> Vec<Problem> {
        self.findings.sorted()
    }

    pub(super) fn faults(self) -> Faults {
        let mut faults = self.problems();
        faults.retain(Problem::is_fault);
        faults
    }
}

/// The months from which rows have arrived.
fn senders(rows: &[Event]) -> Vec<Month> {
    let named = rows.iter().flat_map(|row| &row.replaces).filter_map(|one| match one {
        Replaced::In(month, _) => Some(*month),
        Replaced::Here(_) => None,
    });
    named.collect()
}

/// Does an id stand twice?
fn is_doubled(rows: &[Event]) -> bool {
    let mut ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    !ids.is_sorted_by(|one, other| one < other)
}

/// Does one of the rows say that it came from this one's month?
fn is_named(rows: &[Event], sender: &Event) -> bool {
    let named = Replaced::In(sender.month(), sender.id);
    rows.iter().any(|row| row.replaces.contains(&named))
}

/// The rows of a month that correct another, or that another of the month corrects.
fn linked(rows: &[Event]) -> IdSet {
    let mut linked = IdSet::default();
    for row in rows.iter().filter(|row| !row.replaces.is_empty() || row.status != Status::Stands) {
        linked.insert(row.id);
        linked.extend(row.replaces.iter().map(|one| one.id()));
    }
    linked
}
