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

/// How often a duty comes round.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Week,
    Month,
    Window,
    Term,
}

impl Every {
    /// A shorter slot is no slot to anybody, such as the few days of July.
    pub fn least_school_days(self) -> usize {
        match self {
            Every::Week => 3,
            Every::Month | Every::Window => 5,
            Every::Term => 11,
        }
    }
}

/// Holidays of 2024-2025 as the State Council announced them.
pub const HOLIDAYS: &[(&str, Span)] = &[
    ("中秋节", Span::new(date(2024, 9, 15), date(2024, 9, 17))),
    ("国庆节", Span::new(date(2024, 10, 1), date(2024, 10, 7))),
    ("元旦", Span::new(date(2025, 1, 1), date(2025, 1, 1))),
    ("春节", Span::new(date(2025, 1, 28), date(2025, 2, 4))),
    ("清明节", Span::new(date(2025, 4, 4), date(2025, 4, 6))),
    ("劳动节", Span::new(date(2025, 5, 1), date(2025, 5, 5))),
    ("端午节", Span::new(date(2025, 5, 31), date(2025, 6, 2))),
];

/// The make-up days that go with them.
pub const WORKDAYS: &[(&str, NaiveDate)] = &[
    ("中秋节调休，周六上课", date(2024, 9, 14)),
    ("国庆节调休，周日上课", date(2024, 9, 29)),
    ("国庆节调休，周六上课", date(2024, 10, 12)),
    ("春节调休，学校在寒假中", date(2025, 1, 26)),
    ("春节调休，学校在寒假中", date(2025, 2, 8)),
    ("劳动节调休，周日上课", date(2025, 4, 27)),
];

/// One of the two terms of 2024-2025.
pub const fn term(number: u8, first: NaiveDate, last: NaiveDate) -> Term {
    let (id, name) = if number == 1 {
        ("2024-2025-1", "2024-2025学年第一学期")
    } else {
        ("2024-2025-2", "2024-2025学年第二学期")
    };
    Term { id, year: "2024-2025", name, span: Span::new(first, last), anchors: &[] }
}

pub struct Calendar {
    pub terms: &'static [Term],
}

impl Calendar {
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        self.terms.iter().any(|term| term.span.holds(day))
            && (is_workday(day) || !(is_weekend(day) || is_holiday(day)))
    }

    pub fn last_day(&self) -> NaiveDate {
        self.terms.last().expect("a calendar has terms").span.last
    }

    /// The first school day after `day`; `day` itself at the end of the calendar.
    pub fn next_school_day(&self, day: NaiveDate) -> NaiveDate {
        let later = day.iter_days().skip(1).take_while(|next| *next <= self.last_day());
        later.into_iter().find(|next| self.is_school_day(*next)).unwrap_or(day)
    }

    /// The slots of both terms, each with a label.
    pub fn slots(&self, every: Every) -> Vec<(String, Span)> {
        let labelled = |span: Span| (span.first.to_string(), span);
        match every {
            Every::Week => self.cut(same_week).into_iter().map(labelled).collect(),
            Every::Month => self.cut(same_month).into_iter().map(labelled).collect(),
            Every::Window => self.windows(),
            Every::Term => {
                self.terms.iter().map(|term| (String::from(term.id), term.span)).collect()
            }
        }
    }

    /// The days of each term in runs of days that belong together.
    fn cut(&self, together: fn(NaiveDate, NaiveDate) -> bool) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for day in self.terms.iter().flat_map(|term| term.span.days()) {
            match spans.last_mut() {
                Some(span) if together(span.first, day) && span.last.succ_opt() == Some(day) => {
                    span.last = day;
                }
                _ => spans.push(Span::new(day, day)),
            }
        }
        spans
    }

    /// The windows of start, middle and end of each term.
    fn windows(&self) -> Vec<(String, Span)> {
        let mut windows = Vec::new();
        for term in self.terms {
            let ordinary = ordinary_anchors(term.span);
            let anchors = if term.anchors.is_empty() { &ordinary } else { term.anchors };
            windows
                .extend(anchors.iter().map(|(name, span)| (format!("{}/{name}", term.id), *span)));
        }
        windows
    }
}

pub fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}

fn same_week(one: NaiveDate, other: NaiveDate) -> bool {
    one.week(Weekday::Mon) == other.week(Weekday::Mon)
}

pub fn is_holiday(day: NaiveDate) -> bool {
    HOLIDAYS.iter().any(|(_, span)| span.holds(day))
}

fn is_workday(day: NaiveDate) -> bool {
    WORKDAYS.iter().any(|(_, workday)| *workday == day)
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
