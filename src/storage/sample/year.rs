//! The time of the made-up home: two school years, of which two terms at the least have begun.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{Calendar, Holiday, Term};
use crate::domain::month::Month;
use crate::domain::school_year::{self, SchoolYear};
use crate::domain::spans::{Span, day_before};

/// The month of a summer in which schools are told of the coming school year.
const NEXT_IS_KNOWN: u32 = 6;

/// What the calendar says, seen from a day.
pub struct SampleTime {
    pub today: NaiveDate,
    /// The school years: the one before, the one in hand, and the next when it is known.
    pub years: Vec<SchoolYear>,
    /// In which year the school year in hand begins.
    pub year: i32,
    /// When the home's records begin: with the term before the one in hand.
    pub since: NaiveDate,
    pub calendar: Calendar,
}

impl SampleTime {
    /// The time around a day; none when the festivals of its years are not known.
    pub fn around(today: NaiveDate) -> Option<SampleTime> {
        let in_hand = school_year::in_hand(today)?;
        let year = school_year::first_year(&in_hand.name)?;
        // In October the school year is the one that began that autumn.
        let before = school_year::in_hand(NaiveDate::from_ymd_opt(year - 1, 10, 1)?)?;
        let mut years = vec![before, in_hand];
        if today.month() >= NEXT_IS_KNOWN && today.year() > year {
            years.extend(school_year::in_hand(NaiveDate::from_ymd_opt(year + 1, 10, 1)?));
        }
        let (mut terms, mut holidays) = (Vec::new(), Vec::new());
        for own in &years {
            terms.extend(own.terms.iter().map(|term| Term {
                id: term.id.clone(),
                year: own.name.clone(),
                name: None,
                span: term.span,
                anchors: None,
                line: 0,
            }));
            holidays.extend(own.holidays.iter().map(|holiday| Holiday {
                name: holiday.name.clone(),
                span: holiday.span,
                line: 0,
            }));
        }
        let calendar = Calendar::new(terms, holidays, Vec::new());
        let begun = calendar.terms().iter().rev().filter(|term| term.span.first <= today);
        let since = begun.take(2).last()?.span.first;
        Some(SampleTime { today, years, year, since, calendar })
    }

    /// The terms since the records begin that have begun.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        let own = Span { first: self.since, last: self.today };
        self.calendar.terms().iter().filter(move |term| {
            term.span.overlap(&own)
                == Some(Span { first: term.span.first, last: term.span.last.min(self.today) })
        })
    }

    /// The school days of each month since the records begin, up to the month in hand.
    pub fn months(&self) -> Vec<&[NaiveDate]> {
        let mut months = Vec::new();
        let mut month = Month::of(self.today);
        while month.days().last >= self.since {
            months.push(self.calendar.school_days(&month.days()));
            month = month.before();
        }
        months.reverse();
        months.retain(|days| !days.is_empty());
        months
    }

    /// The day of some school days on which something is done, spread out by a number; none when it
    /// still lies ahead. What happens today is for the user to record.
    pub fn done_on(&self, days: &[NaiveDate], number: u32) -> Option<NaiveDate> {
        let day = *days.get(number as usize % days.len().max(1))?;
        (day <= day_before(self.today)).then_some(day)
    }
}
