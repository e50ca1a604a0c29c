//! Records that are read back: those of some registers and months, each log once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Stop;
use super::read::Reading;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::own_words::OwnWords;
use crate::domain::score_sheet::ScoreSheet;
use crate::domain::spans::Span;

/// Which records are wanted.
pub struct Wanted<'a> {
    /// Of these days; of all without.
    pub days: Option<Span>,
    /// All rows of a family one of whose rows is wanted, not only the one that speaks.
    pub versions: bool,
    /// By its register's name.
    pub is: &'a dyn Fn(&str, &Event) -> bool,
}

impl Wanted<'_> {
    fn reaches(&self, month: Month) -> bool {
        let reaches = |days: &Span| (Month::of(days.first)..=Month::of(days.last)).contains(&month);
        self.days.as_ref().is_none_or(reaches)
    }

    fn picks(&self, register: &str, event: &Event) -> bool {
        self.days.is_none_or(|days| days.contains(event.date)) && (self.is)(register, event)
    }
}

impl Reading {
    /// Those of some registers of which this home has a log.
    ///
    /// # Errors
    /// A fault in what was read.
    pub fn logged(&self, registers: &[&str]) -> Result<BTreeSet<String>, Stop> {
        let logged = self.store.sound(|reader| {
            let has_log = |register: &&&str| !reader.months(register).is_empty();
            Some(registers.iter().filter(has_log).map(|own| (*own).to_owned()).collect())
        })?;
        Ok(logged)
    }

    /// The live events of some days by register; of registers in which things hold on, all up to
    /// the last day.
    ///
    /// # Errors
    /// Every fault in the months that were read.
    pub fn by_register(
        &self,
        registers: &[&str],
        days: Span,
        holding: &[&str],
    ) -> Result<BTreeMap<String, Vec<Event>>, Stop> {
        let (staying, dated): (Vec<&str>, Vec<&str>) =
            registers.iter().partition(|name| holding.contains(name));
        let of = |names: &[&str], days| {
            self.records(names, &Wanted { days: Some(days), versions: false, is: &|_, _| true })
        };
        let mut rows = of(&dated, days)?;
        rows.extend(of(&staying, Span { first: NaiveDate::MIN, last: days.last })?);
        let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
        for (register, event, _) in rows {
            events.entry(register).or_default().push(event);
        }
        Ok(events)
    }

    /// The school's own words in the report of a span; none where it has written none.
    ///
    /// # Errors
    /// The file is no text.
    pub fn own_words(&self, span: &str) -> Result<OwnWords, Stop> {
        let own = self.store.sound(|reader| Some(reader.own_words(span)))?;
        Ok(own.unwrap_or_default())
    }

    /// The school's score sheets.
    ///
    /// # Errors
    /// The faults in them.
    pub fn score_sheets(&self) -> Result<Vec<ScoreSheet>, Stop> {
        Ok(self.store.sound(|reader| reader.score_sheets(&self.home))?)
    }

    /// The event recorded last in a register, of those that `wanted` picks, in the latest month
    /// that has one.
    pub fn last_of(
        &self,
        register: &str,
        wanted: impl Fn(&Event) -> bool,
    ) -> Result<Option<Event>, Stop> {
        let last = self.store.sound(|reader| {
            let months = reader.months(register).into_iter().rev();
            let mut units = months.map(|month| reader.unit(&self.home, register, month));
            let newest = |unit: Vec<Event>| {
                let fits = |event: &Event| self.has_happened(register, event) && wanted(event);
                unit.into_iter().filter(fits).max_by_key(|event| event.recorded)
            };
            Some(units.find_map(newest))
        })?;
        Ok(last)
    }

    /// The rows of registers that are wanted, each with its register's name and whether it speaks.
    ///
    /// # Errors
    /// Every fault in the months that were read.
    pub fn records(
        &self,
        registers: &[&str],
        wanted: &Wanted,
    ) -> Result<Vec<(String, Event, bool)>, Stop> {
        let records = self.store.sound(|reader| {
            let mut records = Vec::new();
            for register in registers {
                let months = reader.months(register).into_iter();
                for month in months.filter(|month| wanted.reaches(*month)) {
                    let picks = |event: &Event| {
                        self.has_happened(register, event) && wanted.picks(register, event)
                    };
                    let rows: Vec<(Event, bool)> = match wanted.versions {
                        false => {
                            let unit = reader.unit(&self.home, register, month);
                            unit.into_iter().filter(picks).map(|event| (event, true)).collect()
                        }
                        true => {
                            let all = reader.families(&self.home, register, month);
                            let speaking: Vec<Id> =
                                all.standing(month).iter().map(|row| row.id).collect();
                            let families = all.by_family(month).into_iter();
                            let own = families.filter(|own| own.iter().any(picks));
                            let rows = own.flatten().filter(|row| self.has_happened(register, row));
                            let speaks = |row: Event| {
                                let speaks = speaking.contains(&row.id);
                                (row, speaks)
                            };
                            rows.map(speaks).collect()
                        }
                    };
                    let named =
                        rows.into_iter().map(|(row, speaks)| ((*register).to_owned(), row, speaks));
                    records.extend(named);
                }
            }
            Some(records)
        })?;
        Ok(records)
    }
}
