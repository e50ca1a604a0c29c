//! What was entered long after its day.

use super::work_book::{WorkBook, by_person};
use crate::domain::event::Event;
use crate::domain::problem::{Count, Problem, Quote, Truth};
use crate::domain::truth::TruthKind;

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::Late) else { return Vec::new() };
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        // When a corrected row was first entered it no longer says.
        let first = rows.iter().copied().filter(|event| event.replaces.is_empty());
        let late = first.filter(|event| is_late(book, event, mark));
        for ((staff, month), rows) in by_person(late) {
            let longest = Count::of(rows.iter().map(|event| days_after(event)).max().unwrap_or(0));
            let (staff, month) = (Quote::of(staff), Quote::of(month));
            let cause = |rows| Truth::Late { staff, month, longest, rows };
            found.extend(book.doubt(register, &rows, cause));
        }
    }
    found
}

/// Was it entered when more than so many days of terms had passed? In a break nobody is at the
/// school to enter anything.
fn is_late(book: &WorkBook, event: &Event, mark: usize) -> bool {
    let last = u32::try_from(mark).ok();
    let last = last.and_then(|days| book.home.calendar.term_days_after(event.date, days));
    last.is_some_and(|last| event.recorded.date_naive() > last)
}

/// How many days after its day was it entered?
fn days_after(event: &Event) -> usize {
    let days = (event.recorded.date_naive() - event.date).num_days();
    usize::try_from(days).unwrap_or(0)
}
