//! A home on disk: what commands ask of storage.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;

use super::disk::{self, Disk};
pub use super::family::{Family, Silence};
use super::load::{Loader, OtherRules};
pub use super::log_file::Entry;
use super::log_file::{self, Asked};
use super::shelf::{self, Shelf};
use super::source::{Findings, Shows, Source};
use super::{family, git, journal, layout, register_file};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::domain::problem::{self, Problem, Quote, Sight, Terms};
use crate::domain::register::Register;
use crate::domain::settings::Settings;
use crate::domain::staff::Staff;

/// A home's folder.
pub struct Store {
    root: PathBuf,
    findings: Findings,
    shelves: RefCell<HashMap<String, Rc<Shelf>>>,
    thorough: bool,
    known_at: Option<NaiveDate>,
    rules: Option<OtherRules>,
}

impl Store {
    /// The home in this folder, to be read for judging.
    pub fn open(root: PathBuf) -> Store {
        Store {
            root,
            findings: Findings::default(),
            shelves: RefCell::new(HashMap::new()),
            thorough: false,
            known_at: None,
            rules: None,
        }
    }

    /// The same, to be read for `check`: remarks are looked for too.
    pub fn open_thoroughly(root: PathBuf) -> Store {
        Store { thorough: true, ..Store::open(root) }
    }

    /// The same as the records were known at the end of a day: rows recorded later are dropped.
    pub fn known_at(self, day: Option<NaiveDate>) -> Store {
        Store { known_at: day, ..self }
    }

    /// The same with other rules in place of the home's own: those of a file, or else of a git
    /// revision. `None` when it is neither.
    pub fn with_rules(self, directory: &Path, old: &str) -> Disk<Option<Store>> {
        let bytes = match disk::read(&directory.join(old))? {
            Some(bytes) => Some(bytes),
            None => git::show(&self.root, old, layout::RULES),
        };
        let rules = bytes.map(|bytes| OtherRules { name: old.to_owned(), bytes });
        Ok(rules.map(|rules| Store { rules: Some(rules), ..self }))
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn loader(&self) -> Loader<'_> {
        Loader { root: &self.root, findings: &self.findings, rules: self.rules.as_ref() }
    }

    /// The settings alone, when they can be read.
    pub fn settings(&self) -> Option<Settings> {
        self.loader().settings()
    }

    /// The staff alone, when their file can be read.
    pub fn staff(&self) -> Option<Vec<Staff>> {
        self.loader().staff()
    }

    /// Everything but the logs; see [`Loader::home`]. Faults are kept for [`Store::problems`].
    pub fn home(&self, registers: &[&str]) -> Option<Home> {
        self.loader().home(registers)
    }

    /// The names of all registers, shipped and own.
    pub fn register_names(&self) -> Vec<String> {
        self.loader().disk(register_file::names(&self.root)).unwrap_or_default()
    }

    /// The description of one register.
    pub fn register(&self, name: &str) -> Option<Register> {
        let read = register_file::read(&self.root, name, &self.findings);
        self.loader().disk(read).flatten()
    }

    /// The months for which a register has logs, in order.
    pub fn months(&self, register: &str) -> Vec<Month> {
        self.shelf(register).keys().copied().collect()
    }

    fn shelf(&self, register: &str) -> Rc<Shelf> {
        if let Some(shelf) = self.shelves.borrow().get(register) {
            return Rc::clone(shelf);
        }
        let read = shelf::shelf(&self.root, register, &self.findings);
        let shelf = Rc::new(self.loader().disk(read).unwrap_or_default());
        self.shelves.borrow_mut().insert(register.to_owned(), Rc::clone(&shelf));
        shelf
    }

    /// The live events of one register and month, read whole and strictly.
    pub fn unit(&self, home: &Home, register: &str, month: Month) -> Vec<Event> {
        self.settle(home, self.entries(home, register, month))
    }

    /// The rows of one register and month as they stand in the files, all writers' together.
    pub fn entries(&self, home: &Home, register: &str, month: Month) -> Vec<Entry> {
        let Some(description) = home.registers.get(register) else {
            return Vec::new();
        };
        let shelf = self.shelf(register);
        let asked = Asked { home, register: description, month, thorough: self.thorough };
        let mut entries = Vec::new();
        for file in shelf.get(&month).into_iter().flatten() {
            let Some(Some(bytes)) = self.loader().disk(journal::read(&self.root, file)) else {
                continue;
            };
            let shows = if description.restricted { Shows::Nothing } else { Shows::HeadColumns };
            if let Some(source) = Source::new(file.clone(), bytes, &self.findings, shows) {
                entries.extend(log_file::read(&source, &asked));
            }
        }
        entries
    }

    /// The live events among rows; what is wrong with their families is told.
    pub fn settle(&self, home: &Home, entries: Vec<Entry>) -> Vec<Event> {
        family::settle(entries, |entry| self.was_known(home, entry), &self.findings)
    }

    /// The rows of a unit that do not speak for an event, and why.
    pub fn silent(&self, home: &Home, register: &str, month: Month) -> Vec<(Entry, Silence)> {
        let entries = self.entries(home, register, month);
        family::silent(entries, |entry| self.was_known(home, entry))
    }

    fn was_known(&self, home: &Home, entry: &Entry) -> bool {
        let recorded = entry.recorded.with_timezone(&home.settings.zone).date_naive();
        self.known_at.is_none_or(|day| recorded <= day)
    }

    /// The family of a row that an id, or its beginning, names; its unit is read strictly.
    pub fn family(&self, home: &Home, register: &str, month: Month, id: &str) -> Option<Family> {
        self.unit(home, register, month);
        Family::of(self.entries(home, register, month), id)
    }

    /// In which registers and months rows stand whose id is, or begins with, `id`. The logs are
    /// only searched here; whoever goes on reads the unit strictly.
    pub fn find_event(&self, id: &str) -> Disk<Vec<(String, Month)>> {
        let mut places = Vec::new();
        if id.len() < 3 {
            return Ok(places);
        }
        let starts_a_row = |text: &str| text.lines().any(|line| line.starts_with(id));
        for register in self.register_names() {
            for (month, files) in self.shelf(&register).iter() {
                for file in files {
                    let bytes = journal::read(&self.root, file)?.unwrap_or_default();
                    let place = (register.clone(), *month);
                    if starts_a_row(&String::from_utf8_lossy(&bytes)) && !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
        Ok(places)
    }

    /// Adds a problem that only the whole home shows.
    pub fn tell(&self, problem: Problem) {
        self.findings.add(problem);
    }

    /// A calendar that has run out by a day is a fault, and one that soon will be a remark.
    pub fn check_calendar(&self, home: &Home, today: NaiveDate) {
        // Of terms that could not be read it is not known how far they reach.
        if self.findings.has_fault_in(layout::CALENDAR) {
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

    /// Has a fault been found so far?
    pub fn has_fault(&self) -> bool {
        self.findings.has_fault()
    }

    /// Has a fault been found in this file?
    pub fn has_fault_in(&self, file: &str) -> bool {
        self.findings.has_fault_in(file)
    }

    /// Every problem found, in order.
    pub fn problems(self) -> Vec<Problem> {
        let mut problems = self.findings.take();
        problem::sort(&mut problems);
        problems
    }

    /// How many files of records others than their owner may read.
    pub fn readable_by_others(&self) -> Disk<usize> {
        let mut folders = vec![self.root.clone()];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for entry in disk::list(&folder)? {
                let path = folder.join(&entry.name);
                match entry.is_folder {
                    true => folders.push(path),
                    false => count += usize::from(disk::readable_by_others(&path)),
                }
            }
        }
        Ok(count)
    }
}
