//! Slots: the spans in which something must happen, and their labels.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::Calendar;
use crate::domain::child::Elder;
use crate::domain::festival::{self, ELDER_BIRTHDAY, SUMMER_BREAK, WINTER_BREAK};
use crate::domain::lunar;
use crate::domain::rule::{Every, Rule};
use crate::domain::spans::{Span, day_before, days_earlier, days_later, next_day};

/// A span in which something must happen, both ends inclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    pub label: Rc<str>,
    /// The day on which its subject must be present to owe it: the festival, or a break's first
    /// day. Other slots are owed by school days.
    pub owed_on: Option<NaiveDate>,
    /// Which of the rule's sessions it is for.
    pub session: Option<usize>,
    /// How many school days it has.
    pub school_days: usize,
}

impl Slot {
    fn new(span: Span, label: String) -> Slot {
        Slot { span, label: label.into(), owed_on: None, session: None, school_days: 0 }
    }

    fn counted(self, calendar: &Calendar) -> Slot {
        Slot { school_days: calendar.school_days(&self.span).len(), ..self }
    }
}

/// The slots that every subject of the rule shares, in order. A slot that begins before the rule
/// is in force, or after, does not exist.
pub fn common(rule: &Rule, calendar: &Calendar) -> Vec<Slot> {
    let mut slots = match &rule.every {
        Every::Week => of_terms(calendar, weeks),
        Every::Month => of_terms(calendar, |term| months(&term.span)),
        Every::Anchor => of_terms(calendar, anchors),
        Every::Term => of_terms(calendar, |term| vec![Slot::new(term.span, term.id.clone())]),
        Every::Year => {
            let year = |(year, span): (&str, Span)| Slot::new(span, year.to_owned());
            calendar.years().into_iter().map(year).collect()
        }
        Every::Occasion { occasions, before_days, after_days } => {
            let reach = Reach { before: *before_days, after: *after_days };
            occasions.iter().flat_map(|name| named_occasion(name, reach, calendar)).collect()
        }
        Every::SchoolDay { sessions } => school_days(calendar, sessions),
        Every::Rolling { .. } | Every::State { .. } | Every::After(_) => Vec::new(),
    };
    slots.retain(|slot| rule.in_force(slot.span.first));
    slots.into_iter().map(|slot| slot.counted(calendar)).collect()
}

/// The slots of a child's own: its elders' birthdays. Elders who share a date share a slot.
pub fn of_elders(rule: &Rule, elders: &[Elder], calendar: &Calendar) -> Vec<Slot> {
    let Every::Occasion { occasions, before_days, after_days } = &rule.every else {
        return Vec::new();
    };
    let (Some(span), true) = (calendar.span(), occasions.iter().any(|o| o == ELDER_BIRTHDAY))
    else {
        return Vec::new();
    };
    let mut days: Vec<NaiveDate> =
        elders.iter().flat_map(|elder| lunar::birthdays(elder, &span)).collect();
    days.sort_unstable();
    days.dedup();
    let reach = Reach { before: *before_days, after: *after_days };
    let slots = days.into_iter().map(|day| reach.slot(day, format!("{ELDER_BIRTHDAY}/{day}")));
    let existing = slots.filter(|slot| rule.in_force(slot.span.first));
    existing.map(|slot| slot.counted(calendar)).collect()
}

fn of_terms(
    calendar: &Calendar,
    cut: impl Fn(&crate::domain::calendar::Term) -> Vec<Slot>,
) -> Vec<Slot> {
    calendar.terms().iter().flat_map(cut).collect()
}

/// A slot for each week.
fn weeks(term: &crate::domain::calendar::Term) -> Vec<Slot> {
    let slot = |(at, week)| Slot::new(week, format!("{}/w{at:02}", term.id));
    (1..).zip(term.weeks()).map(slot).collect()
}

/// Calendar months, clipped to the term.
fn months(term: &Span) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut first = term.first;
    while first <= term.last {
        let last = last_of_month(first).min(term.last);
        slots.push(Slot::new(Span { first, last }, first.format("%Y-%m").to_string()));
        first = next_day(last);
    }
    slots
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let days = u32::from(day.num_days_in_month());
    day.with_day(days).unwrap_or(day)
}

fn anchors(term: &crate::domain::calendar::Term) -> Vec<Slot> {
    let windows = term.windows().into_iter();
    windows.map(|window| Slot::new(window.span, format!("{}/{}", term.id, window.name))).collect()
}

/// How far an occasion's slot reaches around its day.
#[derive(Clone, Copy)]
struct Reach {
    before: u32,
    after: u32,
}

impl Reach {
    fn slot(self, day: NaiveDate, label: String) -> Slot {
        let first = days_earlier(day, self.before);
        let span = Span { first, last: days_later(day, self.after) };
        Slot { owed_on: Some(day), ..Slot::new(span, label) }
    }
}

fn named_occasion(name: &str, reach: Reach, calendar: &Calendar) -> Vec<Slot> {
    match name {
        WINTER_BREAK => breaks(calendar, WINTER_BREAK, |before, after| before == after),
        SUMMER_BREAK => breaks(calendar, SUMMER_BREAK, |before, after| before != after),
        _ => {
            let (Some(festival), Some(span)) = (festival::find(name), calendar.span()) else {
                return Vec::new();
            };
            let days = festival.inside(&span).into_iter();
            days.map(|day| reach.slot(day, format!("{name}/{}", day.year()))).collect()
        }
    }
}

/// The days between two successive terms whose school years are as `fits` asks.
fn breaks(calendar: &Calendar, name: &str, fits: fn(&str, &str) -> bool) -> Vec<Slot> {
    let mut slots = Vec::new();
    for pair in calendar.terms().windows(2) {
        let (first, last) = (next_day(pair[0].span.last), day_before(pair[1].span.first));
        if first <= last && fits(&pair[0].year, &pair[1].year) {
            let label = format!("{name}/{}", first.year());
            slots.push(Slot { owed_on: Some(first), ..Slot::new(Span { first, last }, label) });
        }
    }
    slots
}

fn school_days(calendar: &Calendar, sessions: &[String]) -> Vec<Slot> {
    let Some(span) = calendar.span() else {
        return Vec::new();
    };
    let mut slots = Vec::new();
    for &day in calendar.school_days(&span) {
        let span = Span { first: day, last: day };
        if sessions.is_empty() {
            slots.push(Slot::new(span, day.to_string()));
        }
        for (at, session) in sessions.iter().enumerate() {
            let slot = Slot::new(span, format!("{day}/{session}"));
            slots.push(Slot { session: Some(at), ..slot });
        }
    }
    slots
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
