//! The tables of a report as values: each number with what stands behind it.

use chrono::NaiveDate;

use crate::domain::amount::Amount;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::label::{Label, Words};
use crate::domain::month::Month;
use crate::rules::case::Case;

/// One thing that was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountSource {
    Child(Id),
    Record {
        register: String,
        id: Id,
        date: NaiveDate,
        file: String,
        line: u32,
    },
    /// What somebody owed.
    Slot {
        case: Case,
        slot: String,
    },
    /// A record of a register of which only the number is told.
    Sealed {
        register: String,
    },
}

impl CountSource {
    /// A row of a register.
    pub fn record(register: &str, event: &Event) -> CountSource {
        CountSource::Record {
            register: register.to_owned(),
            id: event.id,
            date: event.date,
            file: event.row.header.file.to_string(),
            line: event.row.line,
        }
    }
}

/// A number with what was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TracedCount {
    pub number: usize,
    pub behind: Vec<CountSource>,
}

impl TracedCount {
    /// As many as there are sources.
    pub fn each(behind: Vec<CountSource>) -> TracedCount {
        TracedCount { number: behind.len(), behind }
    }

    /// Children.
    pub fn children(ids: impl IntoIterator<Item = Id>) -> TracedCount {
        TracedCount::each(ids.into_iter().map(CountSource::Child).collect())
    }

    /// Both together.
    pub fn and(mut self, other: &TracedCount) -> TracedCount {
        self.behind.extend(other.behind.iter().cloned());
        TracedCount { number: self.number + other.number, ..self }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFigure {
    Count(TracedCount),
    /// A part of a whole, told in percent.
    Share {
        part: usize,
        whole: usize,
    },
    /// A rate in tenths of a percent; none where nothing fell due.
    Rate(Option<usize>),
    Money {
        sum: Amount,
        behind: Vec<CountSource>,
    },
    /// More by so many, or fewer.
    Change(i64),
    Text(String),
    /// A code, and what people read.
    Coded {
        code: String,
        said: String,
    },
    /// In which slots of a rule.
    Slots {
        rule: usize,
        slots: Vec<String>,
    },
    /// What it is called, as a row would be.
    Named(RowName),
    Date(NaiveDate),
    /// Nothing of it is recorded.
    Unknown,
    Blank,
}

impl ReportFigure {
    /// The number, where it is one.
    pub fn number(&self) -> Option<usize> {
        match self {
            ReportFigure::Count(own) => Some(own.number),
            _ => None,
        }
    }

    /// What stands behind it.
    pub fn behind(&self) -> &[CountSource] {
        match self {
            ReportFigure::Count(own) => &own.behind,
            ReportFigure::Money { behind, .. } => behind,
            _ => &[],
        }
    }
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowName {
    /// A word, with its code for programs.
    Word(&'static str, Words),
    Labelled(String, Label),
    Grade(Option<u32>),
    Class(Option<ClassCode>),
    Staff(Option<Id>),
    Child(Id),
    Rule(usize),
    Month(Month),
    Day(NaiveDate),
    Text(String),
    /// A part of the row above.
    Of(Box<RowName>),
}

/// The row that holds the sum.
pub const TOTAL: RowName = RowName::Word("total", ("合计", "total"));

/// What has no value: nothing was entered.
pub const NOT_STATED: RowName = RowName::Word("not_stated", ("未登记", "not stated"));

/// A row of a table.
#[derive(Clone, Debug)]
pub struct FigureRow {
    pub name: RowName,
    pub cells: Vec<ReportFigure>,
}

/// A table of a report.
#[derive(Clone, Debug)]
pub struct FigureTable {
    /// T1 and so on.
    pub code: &'static str,
    /// What all of it is of, where there are several of this kind.
    pub of: Option<RowName>,
    pub title: Words,
    /// What stands above the names of the rows.
    pub names: Words,
    /// Each column by its code.
    pub columns: &'static [(&'static str, Words)],
    pub rows: Vec<FigureRow>,
}

impl FigureTable {
    /// Is there no row, or not one figure that is more than nothing?
    pub fn is_nothing(&self) -> bool {
        let says = |figure: &ReportFigure| match figure {
            ReportFigure::Count(own) => own.number > 0,
            ReportFigure::Money { sum, .. } => *sum != Amount::ZERO,
            ReportFigure::Rate(own) => own.is_some(),
            ReportFigure::Text(text) | ReportFigure::Coded { said: text, .. } => !text.is_empty(),
            ReportFigure::Share { .. } | ReportFigure::Unknown | ReportFigure::Blank => false,
            ReportFigure::Change(_)
            | ReportFigure::Slots { .. }
            | ReportFigure::Named(_)
            | ReportFigure::Date(_) => true,
        };
        !self.rows.iter().any(|row| row.cells.iter().any(says))
    }
}

/// A row of counts.
pub fn counts(name: RowName, counts: impl IntoIterator<Item = TracedCount>) -> FigureRow {
    FigureRow { name, cells: counts.into_iter().map(ReportFigure::Count).collect() }
}
