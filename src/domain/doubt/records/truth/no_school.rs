//! What needs the child at school, on a day without school.

use super::at_school::{SESSIONS, boards, was_face_to_face};
use super::work_book::{WorkBook, by_person};
use crate::domain::event::Event;
use crate::domain::problem::{Problem, Quote, Truth};
use crate::domain::register::Register;
use crate::domain::truth::TruthKind;

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::NoSchool) else { return Vec::new() };
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        let free = rows.iter().copied().filter(|event| {
            book.home.calendar.is_free(event.date)
                && needs_school(book, register, event)
                && !boards(book.home, event, event.date)
        });
        for ((staff, month), rows) in by_person(free) {
            let (staff, month) = (Quote::of(staff), Quote::of(month));
            if rows.len() >= mark {
                let cause = |rows| Truth::NoSchool { staff, month, rows };
                found.extend(book.doubt(register, &rows, cause));
            }
        }
    }
    found
}

/// Is it a talk at school, or of a session that school days alone have? Visits, calls and letters
/// are for free days too.
fn needs_school(book: &WorkBook, register: &Register, event: &Event) -> bool {
    let is_of_school_days = |session| SESSIONS.iter().any(|(own, ..)| *own == session);
    register.name == "talk" && was_face_to_face(book.home, event)
        || event.filled("session").is_some_and(is_of_school_days)
}
