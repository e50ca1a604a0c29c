//! Section 1: terms, school days, school years.

use chrono::{Datelike, NaiveDate, Weekday};

use super::home::Home;

/// `[[term]]` of `calendar.toml`.
#[derive(Clone, Debug)]
pub struct Term {
    pub id: String,
    pub year: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// "the term's `[term.anchors]` table (any names …)"
    pub anchors: Vec<(String, NaiveDate, NaiveDate)>,
}

/// Every day from `first` to `last`, "both ends inclusive".
pub fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |d| *d <= last)
}

/// Is the day inside a span whose end may be open?
pub fn within(day: NaiveDate, from: Option<NaiveDate>, until: Option<NaiveDate>) -> bool {
    from.is_none_or(|f| f <= day) && until.is_none_or(|u| day <= u)
}

impl Home {
    /// The calendar's first day.
    pub fn calendar_first(&self) -> NaiveDate {
        self.terms.iter().map(|t| t.first).min().expect("a term")
    }

    /// The calendar's last day.
    pub fn calendar_last(&self) -> NaiveDate {
        self.terms.iter().map(|t| t.last).max().expect("a term")
    }

    /// Is the day inside a term?
    pub fn in_term(&self, day: NaiveDate) -> bool {
        self.terms.iter().any(|t| t.first <= day && day <= t.last)
    }

    /// "**School day**: a day inside a term that is a listed make-up `workday` (which wins over a
    /// holiday), or Monday to Friday and not in a listed `holiday`."
    pub fn school_day(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let holiday = self.holidays.iter().any(|(f, l)| *f <= day && day <= *l);
        self.in_term(day) && (self.workdays.contains(&day) || (!weekend && !holiday))
    }

    /// The latest term whose `first` is on or before the day.
    pub fn latest_term(&self, day: NaiveDate) -> Option<&Term> {
        self.terms.iter().filter(|t| t.first <= day).max_by_key(|t| t.first)
    }

    /// "**School year of a date**: the `year` of the latest term whose `first` is on or before it;
    /// none before the first term."
    pub fn year_of(&self, day: NaiveDate) -> Option<&str> {
        self.latest_term(day).map(|t| t.year.as_str())
    }

    /// "first day of the year's first term to last day of its last term"
    pub fn year_span(&self, year: &str) -> (NaiveDate, NaiveDate) {
        let of_year = || self.terms.iter().filter(|t| t.year == year);
        let first = of_year().map(|t| t.first).min().expect("a term of the year");
        let last = of_year().map(|t| t.last).max().expect("a term of the year");
        (first, last)
    }
}
