//! The records of daily work, as they are asked about.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::doubt::records::record_book::RecordBook;
use crate::domain::doubt::records::texts;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::problem::{Known, Problem, RowsSeen, Truth};
use crate::domain::register::{Register, SHIPPED};
use crate::domain::truth::TruthKind;

/// The registers of what people do day by day. Goods, funds, papers and lists are entered when
/// they come, many at once, and nothing follows from that.
const DAILY: [&str; 16] = [
    "activity",
    "call",
    "diary",
    "duty",
    "family_call",
    "feedback",
    "growth",
    "guardian_contact",
    "help",
    "lecture",
    "letter",
    "patrol",
    "persuade",
    "talk",
    "training",
    "visit",
];

/// Is a row one of those asked about: of daily work or of a register of the school's own, in this
/// school year, and of none that is restricted?
pub fn is_work(home: &Home, today: NaiveDate, (register, event): (&Register, &Event)) -> bool {
    let own = || !SHIPPED.iter().any(|(name, _)| *name == register.name);
    let first = home.calendar.year_begun(today);
    !register.restricted
        && !register.planned
        && (DAILY.contains(&register.name.as_str()) || own())
        && first.is_some_and(|first| first <= event.date && event.date <= today)
        && !event.attempted
        && !event.staff.is_empty()
}

/// What somebody did in a month, as one register tells it.
pub type PersonMonth = (Id, Month);

/// The records of daily work, by register, each in the order of days and of entry.
pub struct WorkBook<'a> {
    pub home: &'a Home,
    records: &'a RecordBook<'a>,
    registers: Vec<(&'a Register, Vec<&'a Event>)>,
}

impl<'a> WorkBook<'a> {
    pub fn of(records: &'a RecordBook<'a>) -> WorkBook<'a> {
        let home = records.home;
        let mut rows: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
        for (name, event) in records.events {
            let register = home.registers.get(name);
            if register.is_some_and(|own| is_work(home, records.today, (own, event))) {
                rows.entry(name).or_default().push(event);
            }
        }
        let registers = rows.into_iter().filter_map(|(name, mut rows)| {
            rows.sort_by_key(|event| (event.date, event.recorded, event.id));
            Some((home.registers.get(name)?, rows))
        });
        WorkBook { home, records, registers: registers.collect() }
    }

    /// From where on a kind of doubt is told.
    pub fn mark(&self, kind: TruthKind) -> Option<usize> {
        let mark = self.home.settings.expects.truth.of(kind)?;
        usize::try_from(mark).ok()
    }

    /// Every register with its rows.
    pub fn registers(&self) -> impl Iterator<Item = (&'a Register, &[&'a Event])> {
        self.registers.iter().map(|(register, rows)| (*register, rows.as_slice()))
    }

    /// The rows of a register.
    pub fn rows(&self, register: &str) -> &[&'a Event] {
        let own = self.registers().find(|(own, _)| own.name == register);
        own.map_or(&[], |(_, rows)| rows)
    }

    /// The doubt that these rows of a register raise together, told at the latest of them.
    pub fn doubt(
        &self,
        register: &Register,
        rows: &[&Event],
        cause: impl FnOnce(RowsSeen) -> Truth,
    ) -> Option<Problem> {
        let latest = rows.iter().max_by_key(|event| (event.date, event.recorded, event.id))?;
        let named = rows.iter().map(|own| Known::line(&own.row.header.file, own.row.line));
        Some(self.records.problem(&register.name, latest, cause(RowsSeen::of(named))))
    }
}

/// What one command entered of one day: a class talk is one entry, whether it has a row for all or
/// a row for each.
pub struct WorkEntry<'a> {
    pub rows: Vec<&'a Event>,
}

impl WorkEntry<'_> {
    /// Is it about several children at once?
    pub fn is_of_a_group(&self) -> bool {
        texts::children(&self.rows).len() > 1
    }

    pub fn day(&self) -> Option<NaiveDate> {
        self.rows.first().map(|event| event.date)
    }
}

/// What tells one command from another: the instant, and whose work it was.
type EntryKey<'a> = (NaiveDate, DateTime<FixedOffset>, &'a [Id]);

/// The entries of rows, in the order of days and of entry.
pub fn entries<'a>(rows: &[&'a Event]) -> Vec<WorkEntry<'a>> {
    let mut all: BTreeMap<EntryKey, Vec<&Event>> = BTreeMap::new();
    for event in rows {
        all.entry((event.date, event.recorded, &event.staff)).or_default().push(event);
    }
    all.into_values().map(|rows| WorkEntry { rows }).collect()
}

/// The rows of each person and month.
pub fn by_person<'a>(
    rows: impl IntoIterator<Item = &'a Event>,
) -> BTreeMap<PersonMonth, Vec<&'a Event>> {
    let mut all: BTreeMap<PersonMonth, Vec<&Event>> = BTreeMap::new();
    for event in rows {
        for staff in &event.staff {
            all.entry((*staff, event.month())).or_default().push(event);
        }
    }
    all
}
