//! Doubts about the calendar: days that take duties away, and rows that do nothing.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::calendar::{Calendar, Holiday, Term};
use crate::domain::problem::{Count, Known, Quote, Terms};
use crate::domain::school_year;
use crate::domain::spans::Span;

/// The longest holiday inside terms that no question is asked about: a summer is about as long, and
/// one that ends in the wrong year is longer.
const LONGEST_HOLIDAY: i64 = 60;

/// A make-up day is at most so far from its holiday.
const DAYS_FROM_HOLIDAY: i64 = 14;

/// A school year begins in July at the earliest, and ends in August of the next year.
const FIRST_MONTH: u32 = 7;
const LAST_MONTH: u32 = 8;

/// A row of the calendar, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarRow {
    Term(usize),
    /// The window of a term.
    Window(usize, usize),
    Holiday(usize),
    Workday(usize),
}

impl CalendarRow {
    /// The line of the calendar's file where it begins; a window stands in its term.
    pub fn line(self, calendar: &Calendar) -> u32 {
        match self {
            CalendarRow::Term(at) | CalendarRow::Window(at, _) => calendar.terms()[at].line,
            CalendarRow::Holiday(at) => calendar.holidays[at].line,
            CalendarRow::Workday(at) => calendar.workdays[at].line,
        }
    }
}

/// A doubt about a row.
pub struct CalendarDoubt {
    pub row: CalendarRow,
    pub cause: Terms,
}

/// Every doubt about a calendar, by its rows.
pub fn doubts(calendar: &Calendar) -> Vec<CalendarDoubt> {
    let mut doubts = Vec::new();
    let mut tell = |row, cause| doubts.push(CalendarDoubt { row, cause });
    for (at, term) in calendar.terms().iter().enumerate() {
        if let Some(cause) = at.checked_sub(1).and_then(|at| hole(&calendar.terms()[at], term)) {
            tell(CalendarRow::Term(at), cause);
        }
        if !is_in_its_year(term) {
            let year = Quote::of(&*term.year);
            tell(CalendarRow::Term(at), Terms::TermOffYear { year });
        }
        let is_idle = |span: &Span| calendar.school_days(span).is_empty();
        if is_idle(&term.span) {
            tell(CalendarRow::Term(at), Terms::NoSchoolDay { window: None });
            continue;
        }
        for (window, own) in term.windows().iter().enumerate() {
            if is_idle(&own.span) {
                let cause = Terms::NoSchoolDay { window: Some(Quote::of(&*own.name)) };
                tell(CalendarRow::Window(at, window), cause);
            }
        }
    }
    for (at, holiday) in calendar.holidays.iter().enumerate() {
        let length = (holiday.span.last - holiday.span.first).num_days() + 1;
        let lost = lost(calendar, holiday);
        if length > LONGEST_HOLIDAY && lost > 0 {
            let days = Count::of(usize::try_from(length).unwrap_or(usize::MAX));
            let cause = Terms::LongHoliday { days, lost: Count::of(lost) };
            tell(CalendarRow::Holiday(at), cause);
        }
    }
    for (at, workday) in calendar.workdays.iter().enumerate() {
        let is_twice = calendar.workdays[..at].iter().any(|own| own.date == workday.date);
        if is_twice || !is_of_use(calendar, workday.date) {
            tell(CalendarRow::Workday(at), Terms::IdleWorkday { twice: is_twice });
        }
    }
    doubts
}

/// A term that would fit between two that follow each other: it was left out, and nothing is owed
/// in its days.
fn hole(before: &Term, after: &Term) -> Option<Terms> {
    let ended = before.span.last;
    let (_, left_out) = school_year::next_term(ended, ended)?;
    (left_out.span.last < after.span.first).then(|| Terms::TermLeftOut {
        ended: Quote::of(ended),
        begins: Quote::of(after.span.first),
        id: Known::term(left_out.id),
    })
}

/// Is a make-up day inside a term? One that makes up for a holiday between terms takes nothing
/// away: it is copied from the country's list together with the holiday.
fn is_of_use(calendar: &Calendar, day: NaiveDate) -> bool {
    let is_inside = |day: NaiveDate| calendar.terms().iter().any(|term| term.span.contains(day));
    let is_near = |holiday: &Holiday| {
        let (before, after) = (holiday.span.first - day, day - holiday.span.last);
        before.num_days().max(after.num_days()) <= DAYS_FROM_HOLIDAY
    };
    let between = |own: &&Holiday| !is_inside(own.span.first) && !is_inside(own.span.last);
    is_inside(day) || calendar.holidays.iter().filter(between).any(is_near)
}

/// Does the term lie in the two years that its school year names?
fn is_in_its_year(term: &Term) -> bool {
    let (first, last) = (term.year.get(..4), term.year.get(5..));
    let Some((first, last)) = first.zip(last) else { return false };
    let (Ok(first), Ok(last)) = (first.parse::<i32>(), last.parse::<i32>()) else { return false };
    let begins = |day: NaiveDate| (day.year(), day.month()) >= (first, FIRST_MONTH);
    let ends = |day: NaiveDate| (day.year(), day.month()) <= (last, LAST_MONTH);
    last == first + 1 && begins(term.span.first) && ends(term.span.last)
}

/// How many days on which there would be school a holiday takes away.
fn lost(calendar: &Calendar, holiday: &Holiday) -> usize {
    let inside = calendar.terms().iter().filter_map(|term| term.span.overlap(&holiday.span));
    let days = inside.flat_map(|span| span.first.iter_days().take_while(move |d| *d <= span.last));
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter(|day| !calendar.workdays.iter().any(|own| own.date == *day))
        .count()
}
