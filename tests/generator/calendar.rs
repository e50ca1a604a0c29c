//! The school calendar: terms, holidays, make-up days, and the spans that duties are cut into.

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar")
}

/// A span of days, both ends inclusive.
#[derive(Clone, Copy)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Span {
    pub const fn new(first: NaiveDate, last: NaiveDate) -> Span {
        Span { first, last }
    }

    pub fn holds(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    pub fn days(self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |day| *day <= last)
    }
}

pub struct Term {
    pub id: &'static str,
    pub year: &'static str,
    pub name: &'static str,
    pub span: Span,
    /// The term's own windows; empty means the ordinary ones.
    pub anchors: &'static [(&'static str, Span)],
}

pub struct Calendar {
    pub terms: &'static [Term],
    pub holidays: &'static [(&'static str, Span)],
    pub workdays: &'static [(&'static str, NaiveDate)],
}

impl Calendar {
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        self.terms.iter().any(|term| term.span.holds(day))
            && (self.is_workday(day) || !(is_weekend(day) || self.is_holiday(day)))
    }

    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.iter().any(|(_, span)| span.holds(day))
    }

    fn is_workday(&self, day: NaiveDate) -> bool {
        self.workdays.iter().any(|(_, workday)| *workday == day)
    }

    pub fn last_day(&self) -> NaiveDate {
        self.terms.last().expect("a calendar has terms").span.last
    }

    /// The first school day after `day`; `day` itself at the end of the calendar.
    pub fn next_school_day(&self, day: NaiveDate) -> NaiveDate {
        let later = day
            .iter_days()
            .skip(1)
            .take_while(|next| *next <= self.last_day());
        later
            .into_iter()
            .find(|next| self.is_school_day(*next))
            .unwrap_or(day)
    }

    /// Calendar months, clipped to each term.
    pub fn months(&self) -> Vec<Span> {
        let mut months: Vec<Span> = Vec::new();
        for day in self.terms.iter().flat_map(|term| term.span.days()) {
            match months.last_mut() {
                Some(month)
                    if same_month(month.first, day) && month.last.succ_opt() == Some(day) =>
                {
                    month.last = day;
                }
                _ => months.push(Span::new(day, day)),
            }
        }
        months
    }

    /// The windows of start, middle and end of each term.
    pub fn windows(&self) -> Vec<(String, Span)> {
        let mut windows = Vec::new();
        for term in self.terms {
            let ordinary = ordinary_anchors(term.span);
            let anchors = if term.anchors.is_empty() {
                &ordinary
            } else {
                term.anchors
            };
            windows.extend(
                anchors
                    .iter()
                    .map(|(name, span)| (format!("{}/{name}", term.id), *span)),
            );
        }
        windows
    }
}

pub fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}

pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn ordinary_anchors(term: Span) -> [(&'static str, Span); 3] {
    let length = term.days().count() as u64;
    let window = |start: NaiveDate| Span::new(start, start + Days::new(27));
    [
        ("start", window(term.first)),
        ("mid", window(term.first + Days::new((length - 28) / 2))),
        ("end", window(term.last - Days::new(27))),
    ]
}
