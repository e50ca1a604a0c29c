//! Reading the logs of registers, month by month.

use super::in_order::in_order;
use super::log_append::LogEnd;
use super::log_reading::{KnownPeople, LogContext};
use super::reader::Reader;
use super::source::Findings;
use super::{journal, saved_log};
use crate::domain::event::Event;
use crate::domain::family::Voices;
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::domain::register::Register;

/// The logs of one register and month, before they are read.
struct UnreadUnit<'u, 'h> {
    register: (&'u str, &'h Register),
    month: Month,
    logs: Vec<(String, Vec<u8>)>,
    findings: Findings,
}

impl UnreadUnit<'_, '_> {
    fn size(&self) -> usize {
        self.logs.iter().map(|(_, bytes)| bytes.len()).sum()
    }
}

impl Reader<'_> {
    /// Lets `see` take what speaks in one unit after another, and what does not, each read whole
    /// and strictly.
    pub fn units<'u>(
        &self,
        home: &Home,
        units: impl IntoIterator<Item = (&'u str, Month)>,
        mut see: impl FnMut(&str, Voices),
    ) {
        self.rows_of(home, units, |register, month, rows| {
            see(register, self.settle(home, register, month, rows));
        });
    }

    /// The live events of one register and month, read whole and strictly.
    pub fn unit(&self, home: &Home, register: &str, month: Month) -> Vec<Event> {
        let rows = self.rows(home, register, month);
        self.settle(home, register, month, rows).0
    }

    /// The rows of one register and month as they stand in the files, all writers' together.
    pub(super) fn rows(&self, home: &Home, register: &str, month: Month) -> Vec<Event> {
        let mut rows = Vec::new();
        self.rows_of(home, [(register, month)], |_, _, own| rows = own);
        rows
    }

    /// Lets `see` take the rows of one unit after another. With many, all processors read.
    pub(super) fn rows_of<'u>(
        &self,
        home: &Home,
        units: impl IntoIterator<Item = (&'u str, Month)>,
        mut see: impl FnMut(&'u str, Month, Vec<Event>),
    ) {
        let thorough = self.store.thorough;
        let roll = self.known(home);
        let jobs = units.into_iter().filter_map(|(register, month)| {
            let register = (register, home.registers.get(register)?);
            let logs = self.logs(register.0, month);
            Some(UnreadUnit { register, month, logs, findings: self.findings.apart() })
        });
        let read = |unit: UnreadUnit<'u, '_>| {
            let UnreadUnit { register: (name, register), month, logs, findings } = unit;
            let asked = LogContext { home, roll, register, month, thorough };
            let mut rows = Vec::new();
            for (file, bytes) in logs {
                rows.extend(saved_log::rows(&file, &bytes, &asked, &findings));
            }
            ((name, month, rows), findings.take())
        };
        in_order(jobs, UnreadUnit::size, read, |((register, month, rows), problems)| {
            self.findings.extend(problems);
            see(register, month, rows);
        });
    }

    /// Whom rows may name.
    pub(super) fn known(&self, home: &Home) -> &KnownPeople {
        self.roll.get_or_init(|| KnownPeople::of(home))
    }

    /// The logs of a unit, each with its bytes.
    fn logs(&self, register: &str, month: Month) -> Vec<(String, Vec<u8>)> {
        let mut logs = Vec::new();
        for file in self.shelf(register).get(&month).into_iter().flatten() {
            let read = journal::read(self.store.root(), file);
            if let Some(Some(bytes)) = self.store.loader(&self.findings).disk(read) {
                self.ends.borrow_mut().insert(file.clone(), LogEnd::of(&bytes));
                logs.push((file.clone(), bytes));
            }
        }
        logs
    }
}
