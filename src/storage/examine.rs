//! Examining a home whole: what spans units, and what is only a doubt.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::disk::Disk;
use super::layout;
use super::store::{Entry, Store};
use crate::domain::event::{Event, Row};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::problem::{
    Cause, Children, Count, Dates, Doubled, Files, Known, Names, Problem, Quote, Sight,
};

/// Every problem of a home. `today` is the day of judgement, `clock` the real one.
pub fn examine(store: Store, today: NaiveDate, clock: NaiveDate) -> Disk<Vec<Problem>> {
    let names = store.register_names();
    let asked: Vec<&str> = names.iter().map(String::as_str).collect();
    if let Some(home) = store.home(&asked) {
        store.check_calendar(&home, today);
        let mut first_seen: HashMap<Id, Row> = HashMap::new();
        for name in &names {
            let restricted = home.registers.get(name).is_some_and(|own| own.restricted);
            for month in store.months(name) {
                let entries = store.entries(&home, name, month);
                tell_doubles(&store, &entries, &mut first_seen);
                let events = store.settle(&home, entries);
                for event in &events {
                    examine_event(&store, &home, (event, restricted), clock);
                }
            }
        }
    }
    let files = store.readable_by_others()?;
    if files > 0 {
        let cause = Files::ReadableByOthers { files: Count::of(files) };
        store.tell(Problem::of_file(".", Sight::Open(None), cause));
    }
    Ok(store.problems())
}

fn examine_event(
    store: &Store,
    home: &Home,
    (event, restricted): (&Event, bool),
    clock: NaiveDate,
) {
    let sight = || if restricted { Sight::Withheld } else { Sight::Open(None) };
    let tell = |cause: Cause| store.tell(problem_at(&event.row, sight(), cause));
    if event.date > clock {
        tell(Dates::AfterToday.into());
    }
    for child in event.children.iter().filter_map(|id| home.child(*id)) {
        // Spells that could not be read are not there.
        let is_whole = !store.has_fault_in(&layout::child(child.id));
        if is_whole && !child.on_roll().contains(event.date) {
            tell(Children::OutsideSpells { child: Quote::of(child.id) }.into());
        }
    }
}

/// An id that two units share; inside a unit the reader tells it.
fn tell_doubles(store: &Store, entries: &[Entry], first_seen: &mut HashMap<Id, Row>) {
    for entry in entries {
        let Some(first) = first_seen.get(&entry.id) else {
            first_seen.insert(entry.id, entry.row.clone());
            continue;
        };
        if first.header.file.split('.').next() != entry.row.header.file.split('.').next() {
            let id = Doubled::Event(Known::event(entry.id));
            let first = Known::line(&first.header.file, first.line);
            let cause = Names::DuplicateId { id, first };
            store.tell(problem_at(&entry.row, Sight::Withheld, cause));
        }
    }
}

fn problem_at(row: &Row, sight: Sight, cause: impl Into<Cause>) -> Problem {
    Problem::at((&row.header.file, row.line, 1), sight, cause)
}
