//! The logs of the made-up home, as they grow.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::chance::Chance;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::storage::log_append::{self, LogPlace, NewRow};
use crate::storage::register_file;
use crate::storage::source::Findings;
use crate::storage::step::Step;

/// The rows by register and month.
pub struct SampleLog {
    chance: Chance,
    rows: BTreeMap<(&'static str, Month), Vec<NewRow>>,
}

/// What happened, to whom, and who did it.
pub struct Happened<'a> {
    pub register: &'static str,
    pub day: NaiveDate,
    pub children: &'a [Id],
    pub staff: &'a [Id],
}

impl SampleLog {
    pub fn new() -> SampleLog {
        SampleLog { chance: Chance::of("log"), rows: BTreeMap::new() }
    }

    /// Adds a row with these cells, recorded in the afternoon of its day.
    pub fn add(&mut self, what: &Happened, cells: &[(&str, &str)]) {
        let ids = |own: &[Id]| own.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
        let (hour, minute) = (15 + self.chance.below(3), self.chance.below(60));
        let mut row: NewRow = [
            ("id", self.chance.id(Kind::Event).to_string()),
            ("date", what.day.to_string()),
            ("children", ids(what.children)),
            ("staff", ids(what.staff)),
            ("outcome", "made".to_owned()),
            ("recorded", format!("{}T{hour}:{minute:02}:00+08:00", what.day)),
        ]
        .map(|(column, cell)| (column.to_owned(), cell))
        .into();
        row.extend(cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())));
        self.rows.entry((what.register, Month::of(what.day))).or_default().push(row);
    }

    /// Replaces the first row of a register about this child alone by one with other cells,
    /// recorded on the next day.
    pub fn replace_first(&mut self, register: &str, child: Id, cells: &[(&str, &str)]) {
        let own = child.to_string();
        let of_register = self.rows.iter_mut().filter(|((name, _), _)| *name == register);
        for (_, rows) in of_register {
            let Some(first) = rows.iter().find(|row| row["children"] == own).cloned() else {
                continue;
            };
            let mut row = first.clone();
            row.insert("id".to_owned(), self.chance.id(Kind::Event).to_string());
            row.insert("replaces".to_owned(), first["id"].clone());
            let next = first["date"].parse::<NaiveDate>().ok().and_then(|day| day.succ_opt());
            if let Some(next) = next {
                row.insert("recorded".to_owned(), format!("{next}T08:10:00+08:00"));
            }
            row.extend(cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())));
            rows.push(row);
            return;
        }
    }

    /// The steps that write the logs, each in the order in which it was recorded.
    pub fn steps(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let findings = Findings::default();
        for ((name, month), mut rows) in self.rows {
            // Every register here is one that comes with the program, and its description is sound.
            let Some(register) = register_file::of_bytes(name, None, &findings) else { continue };
            rows.sort_by(|one, two| one["recorded"].cmp(&two["recorded"]));
            let place = LogPlace { register: &register, month, writer: None };
            let Some((first, rest)) = rows.split_first() else { continue };
            let (step, mut end) = log_append::begin(&place, first);
            steps.push(step);
            steps.extend(rest.iter().map(|row| end.add(place.file(), row)));
        }
        steps
    }
}
