//! Questions on records that cannot reach anybody, or say what they must not; and decisions.

use super::record_book::RecordBook;
use crate::domain::event::Event;
use crate::domain::id::{Id, Kind};
use crate::domain::matter::{ABOUT, FLAG, MATTERS, MatterRegister, is_thanks};
use crate::domain::nearest::nearest;
use crate::domain::problem::{Guess, Known, Matters, Problem, Quote};

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut found = Vec::new();
    for asks in &MATTERS {
        for event in records.of(asks.name) {
            let cause = nobody(records, asks, event);
            found.extend(cause.map(|cause| records.problem(asks.name, event, cause)));
        }
    }
    for event in records.of(FLAG) {
        let register = about(records, event);
        let restricted = register.filter(|name| is_restricted(records, name));
        let mut tell = |cause| found.push(records.problem(FLAG, event, cause));
        match (register, restricted) {
            (None, _) => tell(Matters::AsksAboutNothing),
            (_, Some(name)) if says_something(event) => {
                tell(Matters::TellsOfRestricted { register: Known::register(name) });
            }
            _ => {}
        }
        let is_closed = event.filled("closed_on").is_some() && event.filled("answer").is_none();
        if is_closed && !is_thanks(event) && restricted.is_none() {
            tell(Matters::ClosedUnanswered);
        }
    }
    found
}

/// Whom a row asks in vain: what names nobody of the staff, or nothing where somebody must be
/// named.
fn nobody(records: &RecordBook, asks: &MatterRegister, event: &Event) -> Option<Matters> {
    let column = Known::word(asks.whom?);
    let is_asking = asks.due.is_none_or(|due| event.filled(due).is_some());
    let (known, unknown) = asks.asked(records.home, event);
    let is_blank = known.is_empty() && unknown.is_empty() && asks.due.is_none();
    let name = unknown.first().copied().or(is_blank.then_some(""))?;
    let names = records.home.staff.iter().map(|person| person.name.as_str());
    let nearest = Guess::of(nearest(name, names));
    is_asking.then(|| Matters::AsksNobody { column, name: Quote::of(name), nearest })
}

/// The register of the record that a question is on.
fn about<'r>(records: &'r RecordBook, event: &Event) -> Option<&'r str> {
    let id = event.filled(ABOUT).and_then(|text| Id::parse(text, Kind::Event))?;
    (records.register_of)(id)
}

fn is_restricted(records: &RecordBook, register: &str) -> bool {
    records.home.registers.get(register).is_some_and(|own| own.restricted)
}

fn says_something(event: &Event) -> bool {
    let says = ["note", "answer"].iter().any(|column| event.filled(column).is_some());
    says || !event.children.is_empty()
}
