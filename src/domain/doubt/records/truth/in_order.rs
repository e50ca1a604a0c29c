//! Records of single children, entered one after another within minutes, in the order in which the
//! children stand in a list.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::work_book::WorkBook;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::problem::{Count, Problem, Quote, Truth};
use crate::domain::register::Register;
use crate::domain::truth::TruthKind;

/// Who takes longer for the next may well have thought about it.
const BETWEEN: TimeDelta = TimeDelta::minutes(3);

/// The places of a child in the lists that schools go by: the program's own, that of the student
/// numbers, and that of the files.
struct ListPlaces {
    name: (ClassPlace, NamePlace),
    number: Option<String>,
    id: Id,
}

impl ListPlaces {
    fn of(child: &Child, event: &Event) -> ListPlaces {
        let number = child.facts.text("student_no").filter(|own| !own.trim().is_empty());
        ListPlaces {
            name: (class_place(child.class_on(event.date)), name_place(&child.name)),
            number: number.map(str::to_owned),
            id: child.id,
        }
    }
}

/// A record of one child.
struct Single<'a> {
    event: &'a Event,
    places: ListPlaces,
}

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::InOrder) else { return Vec::new() };
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        let mut people: BTreeMap<Id, Vec<Single>> = BTreeMap::new();
        for event in entered_alone(rows) {
            for staff in &event.staff {
                let single = single(book.home, event);
                people.entry(*staff).or_default().extend(single);
            }
        }
        for (staff, mut singles) in people {
            singles.sort_by_key(|own| (own.event.recorded, own.event.row.line));
            let runs = runs(&singles, mark).into_iter();
            found.extend(runs.filter_map(|run| told(book, register, staff, run)));
        }
    }
    found
}

fn told(book: &WorkBook, register: &Register, staff: Id, run: &[Single]) -> Option<Problem> {
    let took = run.last()?.event.recorded - run.first()?.event.recorded;
    let minutes = Count::from(took.num_minutes().unsigned_abs().max(1));
    let rows: Vec<&Event> = run.iter().map(|own| own.event).collect();
    let cause = |rows| Truth::InOrder { staff: Quote::of(staff), minutes, rows };
    book.doubt(register, &rows, cause)
}

/// The rows that were each entered by a command of its own, and not corrected: when a corrected row
/// was first entered it no longer says.
fn entered_alone<'a>(rows: &[&'a Event]) -> Vec<&'a Event> {
    let mut at: BTreeMap<DateTime<FixedOffset>, Vec<&Event>> = BTreeMap::new();
    for event in rows {
        at.entry(event.recorded).or_default().push(event);
    }
    let alone = at.into_values().filter(|rows| rows.len() == 1).flatten();
    alone.filter(|event| event.children.len() == 1 && event.replaces.is_empty()).collect()
}

fn single<'a>(home: &Home, event: &'a Event) -> Option<Single<'a>> {
    let child = home.child(*event.children.first()?)?;
    Some(Single { event, places: ListPlaces::of(child, event) })
}

/// A list, as the question whether one child stands in it before another.
type Before = fn(&ListPlaces, &ListPlaces) -> bool;

const LISTS: [Before; 3] = [
    |one, next| one.name < next.name,
    |one, next| one.number.is_some() && one.number < next.number,
    |one, next| one.id < next.id,
];

/// The runs of so many records at least that follow each other soon and in the order of one list;
/// of runs that share records the longest.
fn runs<'r, 'a>(singles: &'r [Single<'a>], mark: usize) -> Vec<&'r [Single<'a>]> {
    let by_list = LISTS.iter().flat_map(|before| {
        singles.chunk_by(|one, next| {
            next.event.recorded - one.event.recorded <= BETWEEN && before(&one.places, &next.places)
        })
    });
    let mut long: Vec<&[Single]> = by_list.filter(|run| run.len() >= mark).collect();
    long.sort_by_key(|run| Reverse(run.len()));
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    long.retain(|run| {
        let is_new = run.iter().all(|own| !seen.contains(&own.event.id));
        seen.extend(run.iter().map(|own| own.event.id));
        is_new
    });
    long
}
