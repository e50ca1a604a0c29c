//! A visit and something at school at one time, both of one person.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::at_school::{SESSIONS, may_be_at_school};
use super::time_of_day::minutes;
use super::visits;
use super::work_book::WorkBook;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::problem::{Problem, Quote, Truth};
use crate::domain::register::Register;
use crate::domain::truth::TruthKind;

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::OneTime) else { return Vec::new() };
    let mut at_school: BTreeMap<(NaiveDate, Id), Vec<(&Register, &Event)>> = BTreeMap::new();
    let others = book.registers().filter(|(register, _)| register.name != "visit");
    for (register, event) in others.flat_map(|(own, rows)| rows.iter().map(move |row| (own, *row)))
    {
        let here = matches!(event.filled("mode"), None | Some("in_person" | "group"));
        if here && may_be_at_school(book.home, event) {
            for staff in &event.staff {
                at_school.entry((event.date, *staff)).or_default().push((register, event));
            }
        }
    }
    let Some(visited) = book.home.registers.get("visit") else { return Vec::new() };
    let mut found = Vec::new();
    for visit in visits::in_person(book) {
        let Some(time) = visit.filled("time").and_then(minutes) else { continue };
        let clash = visit.staff.iter().find_map(|staff| {
            let rows = at_school.get(&(visit.date, *staff))?;
            let other = rows
                .iter()
                .find(|(_, other)| !is_with_the_same(visit, other) && is_at(other, time, mark))?;
            Some((*staff, *other))
        });
        let Some((staff, (register, other))) = clash else { continue };
        let later = (other.recorded, other.id) > (visit.recorded, visit.id);
        let place = if later { register } else { visited };
        let (staff, day) = (Quote::of(staff), Quote::of(visit.date));
        let cause = |rows| Truth::OneTime { staff, day, rows };
        found.extend(book.doubt(place, &[visit, other], cause));
    }
    found
}

/// Who visits a child may talk with it there.
fn is_with_the_same(visit: &Event, other: &Event) -> bool {
    other.children.iter().any(|child| visit.children.contains(child))
}

/// Was it at this time, or so near that nobody comes from there to a home?
fn is_at(event: &Event, time: u32, apart: usize) -> bool {
    match (event.filled("time").and_then(minutes), event.filled("session")) {
        (Some(own), _) => (own.abs_diff(time) as usize) < apart,
        (None, Some(session)) => {
            let mut sessions = SESSIONS.iter();
            sessions.any(|(own, from, to)| *own == session && (*from..*to).contains(&time))
        }
        (None, None) => false,
    }
}
