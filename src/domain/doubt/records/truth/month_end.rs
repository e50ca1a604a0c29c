//! What somebody did in a month lies nearly all at its end.

use chrono::Days;

use super::work_book::{WorkBook, by_person, entries};
use crate::domain::event::Event;
use crate::domain::month::Month;
use crate::domain::problem::{Count, Problem, Quote, Truth};
use crate::domain::register::{Register, SHIPPED};
use crate::domain::rule::{Every, Rule};
use crate::domain::spans::Span;
use crate::domain::truth::TruthKind;

/// The days at the end of a month.
const LAST_DAYS: u64 = 3;

/// Fewer entries than this lie where they lie by chance.
const FEWEST: usize = 6;

/// A month with fewer school days before its end had no time for anything before.
const SCHOOL_DAYS: usize = 8;

/// A window that gives more days of the month than this leaves the choice.
const SHORT_WINDOW: i64 = 10;

/// What is spread over a month where people do it as they say. Letters and activities have days
/// of their own.
const SPREAD: [&str; 6] = ["call", "diary", "guardian_contact", "help", "talk", "visit"];

pub fn doubts(book: &WorkBook) -> Vec<Problem> {
    let Some(mark) = book.mark(TruthKind::MonthEnd) else { return Vec::new() };
    let is_own = |own: &Register| !SHIPPED.iter().any(|(name, _)| *name == own.name);
    let mut found = Vec::new();
    for (register, rows) in book.registers() {
        if !SPREAD.contains(&register.name.as_str()) && !is_own(register) {
            continue;
        }
        for ((staff, month), rows) in by_person(rows.iter().copied()) {
            let end = end_of(month);
            let all = entries(&rows);
            let (count, is_late) = (all.len(), |event: &Event| end.contains(event.date));
            let late = all.iter().filter(|own| own.day().is_some_and(|day| end.contains(day)));
            let late = late.count();
            let is_most = count >= FEWEST && late * 100 >= count * mark;
            if !is_most || !has_time_before(book, month) || is_asked_then(book, register, month) {
                continue;
            }
            let rows: Vec<&Event> = rows.into_iter().filter(|event| is_late(event)).collect();
            let (staff, month) = (Quote::of(staff), Quote::of(month));
            let (late, all) = (Count::of(late), Count::of(count));
            let cause = |rows| Truth::MonthEnd { staff, month, late, all, rows };
            found.extend(book.doubt(register, &rows, cause));
        }
    }
    found
}

fn end_of(month: Month) -> Span {
    let last = month.days().last;
    Span { first: last.checked_sub_days(Days::new(LAST_DAYS - 1)).unwrap_or(last), last }
}

/// Were there school days enough in the month before its end?
fn has_time_before(book: &WorkBook, month: Month) -> bool {
    let before = Span { first: month.days().first, last: end_of(month).first };
    book.home.calendar.school_days(&before).len() > SCHOOL_DAYS
}

/// Does a rule itself ask for these records at the month's end?
fn is_asked_then(book: &WorkBook, register: &Register, month: Month) -> bool {
    let rules = book.home.rules.iter().filter(|rule| rule.records.contains(&register.name));
    let ask =
        |rule: &Rule| match &rule.every {
            // Festivals and birthdays lie where they lie.
            Every::Occasion { .. } => true,
            Every::Anchor => book.home.calendar.terms().iter().any(|term| {
                term.windows().iter().any(|window| is_short_and_late(&window.span, month))
            }),
            _ => false,
        };
    rules.into_iter().any(ask)
}

/// Does a window give of the month little more than its end?
fn is_short_and_late(window: &Span, month: Month) -> bool {
    let days = |span: Span| (span.last - span.first).num_days() + 1;
    window.overlap(&end_of(month)).is_some()
        && window.overlap(&month.days()).is_some_and(|own| days(own) <= SHORT_WINDOW)
}
