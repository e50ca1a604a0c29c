//! A month's round of records that says of each child what the month before said: a round that
//! was copied forward.

use std::collections::BTreeSet;

use super::same_text::{SHORTEST, told};
use super::work_book::{WorkBook, by_person, entries};
use crate::domain::doubt::records::texts::plain;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::problem::{Problem, Quote, Truth};
use crate::domain::register::Register;
use crate::domain::truth::TruthKind;

/// Whom a record is about, and all that it tells.
type ToldOfChild = (Id, Vec<String>);

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::Again) else { return Vec::new() };
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        let months = by_person(rows.iter().copied());
        for ((staff, month), rows) in &months {
            let Some(before) = months.get(&(*staff, month.before())) else { continue };
            let before: BTreeSet<ToldOfChild> =
                singles(before).into_iter().filter_map(|event| all_told(register, event)).collect();
            let own = singles(rows);
            let is_again =
                |event: &&Event| all_told(register, event).is_some_and(|all| before.contains(&all));
            let again: Vec<&Event> = own.iter().copied().filter(is_again).collect();
            // Less than half of a month is no round.
            if again.len() >= mark && again.len() * 2 >= own.len() {
                let (staff, month) = (Quote::of(*staff), Quote::of(*month));
                let cause = |rows| Truth::Again { staff, month, rows };
                found.extend(book.doubt(register, &again, cause));
            }
        }
    }
    found
}

/// The rows that are about one child each and were not entered for a group.
fn singles<'a>(rows: &[&'a Event]) -> Vec<&'a Event> {
    let apart = entries(rows).into_iter().filter(|entry| !entry.is_of_a_group());
    apart.flat_map(|entry| entry.rows).filter(|event| event.children.len() == 1).collect()
}

/// What a row tells of its child; none when that is hardly anything.
fn all_told(register: &Register, event: &Event) -> Option<ToldOfChild> {
    let texts = told(register).map(|column| event.filled(&column.name).map(plain));
    let texts: Vec<String> = texts.map(Option::unwrap_or_default).collect();
    let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
    Some((*event.children.first()?, texts)).filter(|_| letters >= SHORTEST)
}
