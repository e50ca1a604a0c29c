//! The school's calendar: terms, holidays, make-up days, school days, school years.

use chrono::{Datelike, NaiveDate, Weekday};

use super::school_year;
use super::spans::{Span, day_before, next_day};

/// A term; terms never overlap.
#[derive(Clone, Debug)]
pub struct Term {
    pub id: String,
    /// The school year, such as `2024-2025`.
    pub year: String,
    pub name: Option<String>,
    pub span: Span,
    /// The school's own windows, when it names them.
    pub anchors: Option<Vec<Anchor>>,
    /// The line of `calendar.toml` where it begins.
    pub line: u32,
}

/// A named window of a term in which something must happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub name: String,
    pub span: Span,
}

/// A term shorter than this needs its own windows when a rule asks for anchors.
pub const DAYS_FOR_DEFAULT_ANCHORS: i64 = 84;

/// A default window's length.
const ANCHOR_DAYS: i64 = 28;

/// After this many days past its last term a calendar has run out.
pub const DAYS_AFTER_LAST_TERM: i64 = 60;

/// This many days before it runs out, `check` remarks on it.
pub const DAYS_OF_WARNING: i64 = 30;

impl Term {
    /// Its name, or its id where it has none.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        (self.span.last - self.span.first).num_days() + 1
    }

    /// Its weeks from Monday to Sunday, clipped to the term; the first holds its first day.
    pub fn weeks(&self) -> Vec<Span> {
        let back = i64::from(self.span.first.weekday().num_days_from_monday());
        let mut monday = self.span.first - chrono::Duration::days(back);
        let mut weeks = Vec::new();
        while monday <= self.span.last {
            let sunday = monday + chrono::Duration::days(6);
            weeks.extend(Span { first: monday, last: sunday }.overlap(&self.span));
            monday += chrono::Duration::days(7);
        }
        weeks
    }

    /// Its windows: its own table, else the first, middle and last 28 days.
    pub fn windows(&self) -> Vec<Anchor> {
        if let Some(own) = &self.anchors {
            return own.clone();
        }
        let window = |name: &str, first: NaiveDate| {
            let last = first + chrono::Duration::days(ANCHOR_DAYS - 1);
            Anchor { name: name.to_owned(), span: Span { first, last } }
        };
        let middle = chrono::Duration::days((self.days() - ANCHOR_DAYS).div_euclid(2));
        let end = self.span.last - chrono::Duration::days(ANCHOR_DAYS - 1);
        vec![
            window("start", self.span.first),
            window("mid", self.span.first + middle),
            window("end", end),
        ]
    }
}

/// A listed holiday.
#[derive(Clone, Debug)]
pub struct Holiday {
    pub name: String,
    pub span: Span,
    pub line: u32,
}

/// A make-up day.
#[derive(Clone, Copy, Debug)]
pub struct Workday {
    pub date: NaiveDate,
    pub line: u32,
}

/// What `calendar.toml` says, with its school days worked out.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    terms: Vec<Term>,
    pub holidays: Vec<Holiday>,
    pub workdays: Vec<Workday>,
    school_days: Vec<NaiveDate>,
}

/// Where a day lies that is outside all terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Before the first term, which begins on this day.
    Before(NaiveDate),
    /// After the last term, which ended on this day.
    After(NaiveDate),
}

/// So many days before the first term its classes are spoken of, and roles given, at most.
pub const DAYS_BEFORE_TERM: i64 = 31;

impl Calendar {
    /// A calendar from its parts; terms may come in any order.
    pub fn new(mut terms: Vec<Term>, holidays: Vec<Holiday>, workdays: Vec<Workday>) -> Calendar {
        terms.sort_by_key(|term| term.span);
        let mut calendar = Calendar { terms, holidays, workdays, school_days: Vec::new() };
        let term_days = calendar
            .terms
            .iter()
            .flat_map(|t| t.span.first.iter_days().take_while(|d| *d <= t.span.last));
        calendar.school_days = term_days.filter(|day| calendar.teaches_on(*day)).collect();
        calendar
    }

    /// Is a day of a term a school day? A make-up workday wins over a holiday.
    fn teaches_on(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let holiday = self.holidays.iter().any(|holiday| holiday.span.contains(day));
        self.workdays.iter().any(|own| own.date == day) || (!weekend && !holiday)
    }

    /// The terms in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// First day of the first term to last day of the last.
    pub fn span(&self) -> Option<Span> {
        let (first, last) = (self.terms.first()?, self.terms.last()?);
        Some(Span { first: first.span.first, last: last.span.last })
    }

    /// The school days inside a span, in order.
    pub fn school_days(&self, span: &Span) -> &[NaiveDate] {
        let from = self.school_days.partition_point(|day| *day < span.first);
        let to = self.school_days.partition_point(|day| *day <= span.last);
        &self.school_days[from..to.max(from)]
    }

    /// In which week of its term a day lies; outside all terms in none.
    pub fn week_of(&self, day: NaiveDate) -> Option<usize> {
        let term = self.term_begun(day)?;
        term.weeks().iter().position(|week| week.contains(day)).map(|at| at + 1)
    }

    /// The latest term begun on or before a day.
    pub fn term_begun(&self, day: NaiveDate) -> Option<&Term> {
        self.terms.iter().rev().find(|term| term.span.first <= day)
    }

    /// The days for which a term answers: its own and those of the break after it. The first
    /// answers for what lies before it too, and the last for what lies after, so that each day is
    /// of one term.
    pub fn days_of(&self, term: &Term) -> Span {
        let before = self.terms.iter().any(|own| own.span < term.span);
        let next = self.terms.iter().find(|own| own.span > term.span);
        let first = if before { term.span.first } else { NaiveDate::MIN };
        Span::new(first, next.map(|own| day_before(own.span.first)))
    }

    /// The school year of a date; none before the first term.
    pub fn school_year(&self, day: NaiveDate) -> Option<&str> {
        self.term_begun(day).map(|term| term.year.as_str())
    }

    /// The day on which the school year of a date began; none before the first term.
    pub fn year_begun(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.school_year(day).and_then(|year| self.year(year)).map(|span| span.first)
    }

    /// Is there no school on a day for which the calendar answers?
    pub fn is_free(&self, day: NaiveDate) -> bool {
        self.outside(day).is_none() && self.school_days.binary_search(&day).is_err()
    }

    /// The school year by which people call classes on a day: that of the date; in the weeks before
    /// the first term its own, for then the new classes are spoken of already. None in a school
    /// year of which no term is known: by the last one's name a class would be another.
    pub fn spoken_year(&self, day: NaiveDate) -> Option<&str> {
        if self.unknown_year(day).is_some() {
            return None;
        }
        let first = self.terms.first();
        let soon = first.filter(|term| (term.span.first - day).num_days() <= DAYS_BEFORE_TERM);
        self.school_year(day).or(soon.map(|term| term.year.as_str()))
    }

    /// The school year of a day, such as `2025-2026`, when it lies outside all terms and in a year
    /// of which there is none.
    pub fn unknown_year(&self, day: NaiveDate) -> Option<String> {
        let nearest = match self.outside(day)? {
            Outside::Before(first) if (first - day).num_days() <= DAYS_BEFORE_TERM => return None,
            Outside::Before(known) | Outside::After(known) => known,
        };
        let year = school_year::begun(day);
        (year != school_year::begun(nearest)).then(|| school_year::name(year))
    }

    /// On which side of all its terms a day lies, when it does; an empty calendar has no side.
    pub fn outside(&self, day: NaiveDate) -> Option<Outside> {
        let span = self.span()?;
        match day {
            _ if day < span.first => Some(Outside::Before(span.first)),
            _ if span.last < day => Some(Outside::After(span.last)),
            _ => None,
        }
    }

    /// Each school year with its span: first day of its first term to last day of its last.
    pub fn years(&self) -> Vec<(&str, Span)> {
        let mut years: Vec<(&str, Span)> = Vec::new();
        for term in &self.terms {
            match years.iter_mut().find(|(year, _)| *year == term.year) {
                Some((_, span)) => span.last = term.span.last,
                None => years.push((&term.year, term.span)),
            }
        }
        years
    }

    /// The span of a school year; none when the calendar has no term of it.
    pub fn year(&self, name: &str) -> Option<Span> {
        let own = |term: &&Term| term.year == name;
        let (first, last) = (self.terms.iter().find(own)?, self.terms.iter().rfind(own)?);
        Some(Span { first: first.span.first, last: last.span.last })
    }

    /// The day on which `days` days inside terms have passed since `day`; none when the calendar
    /// ends first.
    pub fn term_days_after(&self, day: NaiveDate, days: u32) -> Option<NaiveDate> {
        let mut left = i64::from(days);
        for term in &self.terms {
            let first = term.span.first.max(next_day(day));
            let inside = (term.span.last - first).num_days() + 1;
            if inside >= left {
                return Some(first + chrono::Duration::days(left - 1));
            }
            left -= inside.max(0);
        }
        None
    }

    /// Has the calendar run out by this day? An empty one has.
    pub fn has_run_out(&self, today: NaiveDate) -> bool {
        self.span().is_none_or(|span| (today - span.last).num_days() > DAYS_AFTER_LAST_TERM)
    }

    /// Will it have run out within the days of warning?
    pub fn runs_out_soon(&self, today: NaiveDate) -> bool {
        self.span().is_some_and(|span| (today - span.last).num_days() >= -DAYS_OF_WARNING)
    }
}
