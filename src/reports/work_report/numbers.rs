//! The numbers that a report tells in its sentences, and compares with those of the span before.

use super::basis::Basis;
use super::figures::RowName;
pub use super::number::Number;
use super::number_kinds::{NUMBERS, NumberCount};

/// The numbers of a span.
pub struct Numbers(Vec<(Number, Option<usize>)>);

impl Numbers {
    /// All that can be counted.
    pub fn of(basis: &Basis) -> Numbers {
        Numbers(NUMBERS.iter().map(|own| (own.number, own.count.of(basis))).collect())
    }

    /// One of them; none where it is not known.
    pub fn known(&self, wanted: Number) -> Option<usize> {
        self.0.iter().find(|(own, _)| *own == wanted).and_then(|(_, number)| *number)
    }

    /// One of them; nothing where it is not known.
    pub fn get(&self, wanted: Number) -> usize {
        self.known(wanted).unwrap_or_default()
    }

    /// Each with its name, as the rows of a table.
    pub fn rows(&self) -> Vec<(RowName, Option<usize>)> {
        let named = NUMBERS.iter().zip(&self.0);
        named.map(|(kind, (_, own))| (RowName::Word(kind.code, kind.name), *own)).collect()
    }
}

impl NumberCount {
    fn of(&self, basis: &Basis) -> Option<usize> {
        match self {
            NumberCount::Always(count) => Some(count(basis)),
            NumberCount::Known(count) => count(basis),
        }
    }
}
