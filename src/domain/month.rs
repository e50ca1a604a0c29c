//! Calendar months, by which logs are kept.

use chrono::{Datelike, NaiveDate};

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
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
