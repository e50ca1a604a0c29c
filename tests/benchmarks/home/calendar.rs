//! The school years, their days and the slots of the preset's rules.

use chrono::{Datelike, NaiveDate, Weekday};

/// The day on which every question is asked.
pub const TODAY: NaiveDate = day(2024, 12, 20);
/// The first year of the school year in hand.
const IN_HAND: i32 = 2024;
/// How many days a window of a term has, when the calendar names none.
const WINDOW: i64 = 28;

pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

#[derive(Clone, Copy)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

pub struct Term {
    pub id: String,
    pub year: i32,
    pub span: Span,
}

pub struct Slot {
    pub label: String,
    pub span: Span,
    /// Who was on the roll by this day owes the slot; nobody does when there is none.
    pub joined_by: Option<NaiveDate>,
    pub is_in_hand: bool,
}

pub struct Calendar {
    pub terms: Vec<Term>,
}

impl Calendar {
    /// So many complete school years, and the one in hand.
    pub fn new(years: i32) -> Calendar {
        let terms = (IN_HAND - years..=IN_HAND).flat_map(|year| {
            let autumn = Span { first: day(year, 9, 1), last: day(year + 1, 1, 17) };
            let spring = Span { first: day(year + 1, 2, 20), last: day(year + 1, 7, 4) };
            [(1, autumn), (2, spring)].map(|(number, span)| Term {
                id: format!("{year}-{}-{number}", year + 1),
                year,
                span,
            })
        });
        Calendar { terms: terms.collect() }
    }

    pub fn first_day(&self) -> NaiveDate {
        self.terms[0].span.first
    }

    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.terms.iter().step_by(2).map(|term| term.year)
    }

    /// The months of each term, cut at its ends.
    pub fn months(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for term in &self.terms {
            let mut first = term.span.first;
            while first <= term.span.last {
                let next = first_of_next_month(first);
                let last = next.pred_opt().unwrap_or(next).min(term.span.last);
                slots.push(slot(first.format("%Y-%m").to_string(), term, Span { first, last }, 10));
                first = next;
            }
        }
        slots
    }

    /// The windows of each term in which a home visit is owed.
    pub fn windows(&self) -> Vec<Slot> {
        let window = |first: NaiveDate| Span { first, last: after(first, WINDOW - 1) };
        let of_term = |term: &Term| {
            let Span { first, last } = term.span;
            let length = (last - first).num_days() + 1;
            let starts = [
                ("start", first),
                ("mid", after(first, (length - WINDOW) / 2)),
                ("end", after(last, 1 - WINDOW)),
            ];
            starts.map(|(name, start)| slot(format!("{}/{name}", term.id), term, window(start), 5))
        };
        self.terms.iter().flat_map(of_term).collect()
    }
}

fn slot(label: String, term: &Term, span: Span, least: usize) -> Slot {
    let joined_by = school_days(span).rev().nth(least - 1);
    Slot { label, span, joined_by, is_in_hand: term.year == IN_HAND }
}

pub fn after(date: NaiveDate, days: i64) -> NaiveDate {
    date + chrono::Duration::days(days)
}

fn first_of_next_month(date: NaiveDate) -> NaiveDate {
    let (year, month) = (date.year(), date.month());
    if month == 12 { day(year + 1, 1, 1) } else { day(year, month + 1, 1) }
}

pub fn school_days(span: Span) -> impl DoubleEndedIterator<Item = NaiveDate> {
    let length = (span.last - span.first).num_days() + 1;
    (0..length).map(move |days| after(span.first, days)).filter(|date| is_school_day(*date))
}

/// National day's week and new year's day are free; no Saturday is made up for.
fn is_school_day(date: NaiveDate) -> bool {
    let is_free = (date.month() == 10 && date.day() <= 7) || (date.month(), date.day()) == (1, 1);
    !is_free && !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
