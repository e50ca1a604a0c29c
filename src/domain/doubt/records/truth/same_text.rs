//! The same text for many children, or on many days.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::work_book::{WorkBook, entries};
use crate::domain::doubt::records::texts;
use crate::domain::event::Event;
use crate::domain::privacy::Privacy;
use crate::domain::problem::{Count, Problem, Truth};
use crate::domain::register::{CellPrivacy, Column, ColumnType, Register};
use crate::domain::truth::TruthKind;

/// A shorter text, such as 上课专心，值日认真, may well be true of many.
pub const SHORTEST: usize = 12;

/// Columns that name things; the same name comes again and again.
const NAMES: [&str; 16] = [
    "field",
    "kept_in",
    "line",
    "materials",
    "organiser",
    "photo",
    "place",
    "route",
    "signed",
    "speaker",
    "speaker_unit",
    "theme",
    "time",
    "title",
    "topic",
    "trainer",
];

/// The columns in which people tell what was so: open ones alone.
pub fn told(register: &Register) -> impl Iterator<Item = &Column> {
    register.columns.iter().filter(|column| {
        matches!(column.holds, ColumnType::Text)
            && column.privacy == CellPrivacy::As(Privacy::Open)
            && !NAMES.contains(&column.name.as_str())
    })
}

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::SameText) else { return Vec::new() };
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        for column in told(register) {
            let same = texts::by_text(rows.iter().copied(), &column.name, SHORTEST);
            found.extend(same.into_values().filter_map(|rows| {
                let (rows, days) = written_apart(&rows);
                let children = texts::children(&rows).len();
                if rows.len() < 2 || children.max(days) < mark {
                    return None;
                }
                book.doubt(register, &rows, |rows| Truth::SameText {
                    column: column.label.clone(),
                    children: Count::of(children),
                    days: Count::of(days),
                    rows,
                })
            }));
        }
    }
    found
}

/// The rows that were written one by one, and on how many days. What is told a whole class is told
/// again in the same words.
pub fn written_apart<'a>(rows: &[&'a Event]) -> (Vec<&'a Event>, usize) {
    let apart = entries(rows).into_iter().filter(|entry| !entry.is_of_a_group());
    let apart: Vec<&Event> = apart.flat_map(|entry| entry.rows).collect();
    let days: BTreeSet<NaiveDate> = apart.iter().map(|event| event.date).collect();
    (apart, days.len())
}
