//! Many homes visited in one day by one person.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::homes;
use super::work_book::WorkBook;
use crate::domain::doubt::records::texts;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::problem::{Count, Problem, Quote, Truth};
use crate::domain::truth::TruthKind;

const VISIT: &str = "visit";

/// The visits for which somebody went to the home.
pub fn in_person<'a>(book: &WorkBook<'a>) -> impl Iterator<Item = &'a Event> {
    let went = |event: &&Event| matches!(event.filled("mode"), None | Some("in_person"));
    book.rows(VISIT).to_vec().into_iter().filter(went)
}

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::ManyVisits) else { return Vec::new() };
    let Some(register) = book.home.registers.get(VISIT) else { return Vec::new() };
    let mut days: BTreeMap<(NaiveDate, Id), Vec<&Event>> = BTreeMap::new();
    for event in in_person(book) {
        for staff in &event.staff {
            days.entry((event.date, *staff)).or_default().push(event);
        }
    }
    let many = days.into_iter().filter_map(|((day, staff), rows)| {
        let children = texts::children(&rows);
        // To look who lives together takes long, and is worth it for few.
        if children.len() < mark {
            return None;
        }
        let homes = homes::count(book.home, &children);
        let (staff, day) = (Quote::of(staff), Quote::of(day));
        let cause = |rows| Truth::ManyVisits { staff, day, homes: Count::of(homes), rows };
        if homes < mark { None } else { book.doubt(register, &rows, cause) }
    });
    many.collect()
}
