//! Rows that are kept, alone or beside a judgement: each log is read once for all of it.

use super::Stop;
use super::read::Reading;
use crate::domain::event::Event;
use crate::domain::family::Silence;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;
use crate::storage::reader::Reader;

/// The rows that were wanted, each with its register's name.
#[derive(Default)]
pub struct Rows {
    /// Those that speak for an event.
    pub live: Vec<(String, Event)>,
    /// Those that do not, and why.
    pub silent: Vec<(String, Event, Silence)>,
}

impl Reading {
    /// Is a row dated on the day of judgement or before, or planned for a day to come? Families
    /// are settled before this is asked.
    pub(super) fn has_happened(&self, register: &str, row: &Event) -> bool {
        let is_planned = self.home.registers.get(register).is_some_and(|own| own.planned);
        is_planned || row.date <= self.today
    }

    /// The live events of registers that `wanted` picks, each with its register's name.
    pub fn events(
        &self,
        registers: &[&str],
        wanted: impl Fn(&Event) -> bool,
    ) -> Result<Vec<(String, Event)>, Stop> {
        Ok(self.rows(registers, wanted)?.live)
    }

    /// The rows of registers that `wanted` picks.
    pub fn rows(&self, registers: &[&str], wanted: impl Fn(&Event) -> bool) -> Result<Rows, Stop> {
        let rows =
            self.store.sound(|reader| Some(self.pass(reader, registers, wanted, |_, _| ())))?;
        Ok(rows)
    }

    /// What a plan's rules come to when they are asked of all time and of those rows alone that
    /// `wanted` picks, and these rows, of the registers that rules look at and of others. Whose
    /// rows are not wanted is not judged.
    pub fn judge_rows(
        &self,
        plan: &Plan,
        others: &[&str],
        wanted: impl Fn(&Event) -> bool,
    ) -> Result<(Tally, Rows), Stop> {
        let need = need::everything(plan);
        let mut registers = others.to_vec();
        registers.extend(need.keys().map(String::as_str).filter(|own| !others.contains(own)));
        let judged = self.store.sound(|reader| {
            let mut tally = Tally::new(plan);
            let count = |register: &str, live: &[Event]| tally.add(plan, register, live);
            let rows = self.pass(reader, &registers, wanted, count);
            tally.settle();
            Some((tally, rows))
        })?;
        Ok(judged)
    }

    /// Reads each log of some registers once, and lets `count` see what is live and wanted.
    fn pass(
        &self,
        reader: &Reader,
        registers: &[&str],
        wanted: impl Fn(&Event) -> bool,
        mut count: impl FnMut(&str, &[Event]),
    ) -> Rows {
        let mut rows = Rows::default();
        let months = |register| reader.months(register).into_iter();
        let units = registers.iter().flat_map(|own| months(own).map(move |month| (*own, month)));
        reader.units(&self.home, units, |register, (mut live, mut silent)| {
            let is_wanted = |row: &Event| wanted(row) && self.has_happened(register, row);
            live.retain(is_wanted);
            silent.retain(|(row, _)| is_wanted(row));
            count(register, &live);
            let named = |row: Event| (register.to_owned(), row.on_its_own());
            rows.live.extend(live.into_iter().map(named));
            rows.silent.extend(silent.into_iter().map(|(row, why)| {
                let (register, row) = named(row);
                (register, row, why)
            }));
        });
        rows
    }
}
