//! The days on which a status of a child may become another.

use chrono::NaiveDate;

use super::age::{OLDEST, birthday, told_by};
use super::left_behind::{CENSUS_MONTHS, REGISTRY_MONTHS};
use super::parent::{FATHER, MOTHER, months_later};
use crate::domain::calendar::{Calendar, DAYS_AFTER_LAST_TERM, DAYS_BEFORE_TERM};
use crate::domain::child::Child;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::school_year;
use crate::domain::spans::{days_earlier, days_later, next_day};

/// From the beginning of time on, each day once, in order. Between two of them every status stays
/// what it was.
pub fn days(child: &Child, home: &Home) -> Vec<NaiveDate> {
    let present = child.facts.iter();
    let earlier = child.earlier.iter().map(|was| (was.field.as_str(), &was.value));
    let mut days = vec![NaiveDate::MIN];
    for (field, fact) in present.chain(earlier) {
        days.extend(of_fact(field, fact));
    }
    days.extend(child.earlier.iter().map(|was| next_day(was.until)));
    for spell in &child.spells {
        days.extend([spell.span.first, next_day(spell.span.last)]);
    }
    days.extend(of_calendar(&home.calendar));
    days.sort_unstable();
    days.dedup();
    days
}

/// A day on which a parent went away with the ends of the times that are asked for, or birthdays.
fn of_fact(field: &str, fact: &Fact) -> Vec<NaiveDate> {
    match fact {
        Fact::Date(since) if [FATHER.since, MOTHER.since].contains(&field) => {
            [0, REGISTRY_MONTHS, CENSUS_MONTHS].map(|months| months_later(*since, months)).to_vec()
        }
        _ => told_by(field, fact).map_or_else(Vec::new, |birth| {
            (0..=OLDEST).map(|years| birthday(birth, years)).collect()
        }),
    }
}

/// The beginnings of terms, and the days on which the calendar begins and ceases to know the school
/// year.
fn of_calendar(calendar: &Calendar) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = calendar.terms().iter().map(|term| term.span.first).collect();
    let Some(span) = calendar.span() else { return days };
    let count = |days: i64| u32::try_from(days).unwrap_or_default();
    days.push(days_earlier(span.first, count(DAYS_BEFORE_TERM)));
    days.push(next_day(span.last));
    days.push(days_later(span.last, count(DAYS_AFTER_LAST_TERM) + 1));
    let years = [school_year::begun(span.first), school_year::begun(span.last) + 1];
    days.extend(years.into_iter().filter_map(school_year::first_day));
    days
}
