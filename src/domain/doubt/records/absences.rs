//! Children who were away from school, and what was done to bring them back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::record_book::RecordBook;
use crate::domain::event::{Event, iso_date};
use crate::domain::id::Id;
use crate::domain::problem::{Absences, Count, Problem, Quote};
use crate::domain::spans::{Span, Spans, next_day};

/// From so many school days in a row on, somebody must have been in touch with the home.
pub const LONG_ABSENCE: usize = 3;

/// The registers in which that is written.
const CONTACTS: [&str; 4] = ["persuade", "visit", "call", "guardian_contact"];

/// School days in a row on which a child was away, with the row that says so first.
struct Run<'e> {
    days: Vec<NaiveDate>,
    row: &'e Event,
}

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut absences: BTreeMap<Id, Vec<&Event>> = BTreeMap::new();
    for event in records.of("absence") {
        for child in &event.children {
            absences.entry(*child).or_default().push(event);
        }
    }
    let mut found = Vec::new();
    for (child, rows) in &absences {
        let long = runs(records, *child, rows);
        for run in long.iter().filter(|run| run.days.len() >= LONG_ABSENCE) {
            let days = Count::of(run.days.len());
            if !is_answered(records, *child, run) {
                let cause = Absences::AbsenceUnanswered { days };
                found.push(records.problem("absence", run.row, cause));
            }
            let is_known =
                ["reason", "verified_by"].iter().all(|own| run.row.filled(own).is_some());
            if !is_known {
                found.push(records.problem("absence", run.row, Absences::AbsenceUnverified));
            }
        }
    }
    found.extend(chains(records));
    found
}

/// The days of which a row says that the child was away, up to today. One without `from` and
/// `until` is of its day alone; one that has begun and not ended goes on.
fn days_of(event: &Event, today: NaiveDate) -> Span {
    let day = |column: &str| event.filled(column).and_then(iso_date);
    let (from, until) = (day("from"), day("until"));
    let last = until.unwrap_or(if from.is_some() { today } else { event.date });
    Span { first: from.unwrap_or(event.date), last: last.min(today) }
}

/// The runs of a child. Absences between which there is no school day are one.
fn runs<'e>(records: &RecordBook, child: Id, rows: &[&'e Event]) -> Vec<Run<'e>> {
    let Some(child) = records.home.child(child) else { return Vec::new() };
    let away = Spans::union(rows.iter().map(|row| days_of(row, records.today)));
    let away = away.intersect(&child.on_roll());
    let mut runs: Vec<Run> = Vec::new();
    let mut goes_on = false;
    let all = Span { first: NaiveDate::MIN, last: records.today };
    for day in records.home.calendar.school_days(&all) {
        let of_day = |row: &&&Event| days_of(row, records.today).contains(*day);
        let row = rows.iter().find(of_day).filter(|_| away.contains(*day));
        match (row, runs.last_mut().filter(|_| goes_on)) {
            (Some(_), Some(run)) => run.days.push(*day),
            (Some(row), None) => runs.push(Run { days: vec![*day], row }),
            (None, _) => {}
        }
        goes_on = row.is_some();
    }
    runs
}

/// Was anybody in touch with the home while the child was away, or on the day it came back?
fn is_answered(records: &RecordBook, child: Id, run: &Run) -> bool {
    let (Some(first), Some(last)) = (run.days.first(), run.days.last()) else { return true };
    let after = Span { first: next_day(*last), last: records.today };
    let back = records.home.calendar.school_days(&after).first();
    let span = Span { first: *first, last: back.copied().unwrap_or(records.today) };
    CONTACTS.iter().any(|register| {
        let mut own = records.of(register).into_iter();
        own.any(|event| event.children.contains(&child) && span.contains(event.date))
    })
}

/// Children whom somebody began to bring back, when the last word is neither a return nor an end.
fn chains(records: &RecordBook) -> Vec<Problem> {
    let mut last: BTreeMap<Id, (&Event, NaiveDate)> = BTreeMap::new();
    for event in records.of("persuade") {
        let is_closed = ["returned_on", "closed_on"].iter().any(|own| event.filled(own).is_some());
        for child in &event.children {
            match is_closed {
                true => last.remove(child),
                false => {
                    let since = last.get(child).map_or(event.date, |(_, since)| *since);
                    last.insert(*child, (event, since))
                }
            };
        }
    }
    let open = |(event, since): &(&Event, NaiveDate)| {
        records.problem("persuade", event, Absences::PersuadeOpen { since: Quote::of(*since) })
    };
    last.values().map(open).collect()
}
