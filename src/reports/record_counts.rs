//! Records of one register counted by what stands in a column, and a column of numbers added up.

use std::collections::BTreeMap;

use super::records::Record;
use crate::domain::amount::Amount;
use crate::domain::register::{Column, Register};

/// By what records are counted.
#[derive(Clone, Copy)]
pub enum CountedBy<'h> {
    Nothing,
    /// A record of several children counts for each of them.
    Child,
    Staff,
    Column(&'h Column),
}

/// Records that have the same in the column.
#[derive(Default)]
pub struct RecordCount {
    /// What stands there; nothing where it is blank.
    pub value: Option<String>,
    pub records: usize,
    pub sum: Amount,
    /// Of the sum what came in and what went out, where a register says it.
    pub came_in: Amount,
    pub went_out: Amount,
    /// Filled cells that are no number, which no sum holds.
    pub not_numbers: usize,
}

/// The counts, and all records in one.
pub struct RecordCounts {
    pub counts: Vec<RecordCount>,
    pub whole: RecordCount,
}

/// Which column says whether a row brings or takes.
const DIRECTIONS: [&str; 2] = ["direction", "move"];

/// Codes of rows that bring, and of those that take.
const IN: &str = "in";
const OUT: [&str; 2] = ["out", "scrap"];

/// The column of a register that says whether a row brings or takes.
pub fn direction(register: &Register) -> Option<&Column> {
    let own = DIRECTIONS.into_iter().find_map(|name| register.column(name))?;
    own.choices().iter().any(|choice| choice.code == IN).then_some(own)
}

impl RecordCount {
    fn add(&mut self, record: &Record, sum: Option<&Column>) {
        self.records += 1;
        let Some(text) = sum.and_then(|column| record.event.filled(&column.name)) else { return };
        let Some(amount) = Amount::parse(text) else {
            self.not_numbers += 1;
            return;
        };
        self.sum = self.sum + amount;
        let moves = direction(record.register).map(|own| record.event.filled(&own.name));
        match moves {
            Some(Some(code)) if OUT.contains(&code) => self.went_out = self.went_out + amount,
            Some(None | Some(IN)) => self.came_in = self.came_in + amount,
            _ => {}
        }
    }

    /// What is left of what came in.
    pub fn balance(&self) -> Amount {
        self.came_in - self.went_out
    }
}

/// The records by their values: those of `values`, in the order of `place`.
pub fn counts(
    records: &[Record],
    sum: Option<&Column>,
    values: impl Fn(&Record) -> Vec<String>,
    place: impl Fn(&str) -> usize,
) -> RecordCounts {
    let mut by_value: BTreeMap<(usize, Option<String>), RecordCount> = BTreeMap::new();
    let mut whole = RecordCount::default();
    for record in records {
        whole.add(record, sum);
        let own = values(record);
        let places: Vec<(usize, Option<String>)> = match own.is_empty() {
            true => vec![(usize::MAX, None)],
            false => own.into_iter().map(|own| (place(&own), Some(own))).collect(),
        };
        for key in places {
            by_value.entry(key).or_default().add(record, sum);
        }
    }
    let counts = by_value.into_iter();
    let counts = counts.map(|((_, value), count)| RecordCount { value, ..count }).collect();
    RecordCounts { counts, whole }
}
