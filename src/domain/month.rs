//! Calendar months, by which logs are kept.

use chrono::{Datelike, NaiveDate};

use super::spans::Span;

/// A calendar month, such as 2024-10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// Before every month that a record can be in.
    pub const FIRST: Month = Month { year: i32::MIN, month: 1 };

    /// The month of a day.
    pub fn of(day: NaiveDate) -> Month {
        Month { year: day.year(), month: day.month() }
    }

    /// The month that `2024-10` names.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then_some(())
        };
        digits(year, 4)?;
        digits(month, 2)?;
        let parsed = Month { year: year.parse().ok()?, month: month.parse().ok()? };
        (1..=12).contains(&parsed.month).then_some(parsed)
    }

    /// Its days.
    pub fn days(self) -> Span {
        let first = |month: Month| NaiveDate::from_ymd_opt(month.year, month.month, 1);
        let last = first(self.after()).and_then(|day| day.pred_opt());
        Span::new(first(self).unwrap_or(NaiveDate::MIN), last)
    }

    /// Its place in the year, from 1.
    pub fn number(self) -> u32 {
        self.month
    }

    /// The month after.
    pub fn after(self) -> Month {
        match self.month {
            12 => Month { year: self.year.saturating_add(1), month: 1 },
            month => Month { month: month + 1, ..self },
        }
    }

    /// The month before.
    pub fn before(self) -> Month {
        match self.month {
            1 => Month { year: self.year.saturating_sub(1), month: 12 },
            month => Month { month: month - 1, ..self },
        }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
