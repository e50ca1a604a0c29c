//! The lunar calendar: dates of its months and days, solar terms, birthdays.
//!
//! It comes from `tyme4rs`; its fallible constructors are the only ones used here, so that a date
//! it does not know is an absence, never a panic.

use chrono::{Datelike, NaiveDate};
use tyme4rs::tyme::lunar::{LunarDay, LunarMonth};
use tyme4rs::tyme::solar::SolarTerm;

use super::child::Elder;
use super::spans::Span;

/// The civil date of a lunar month and day in the lunar year that begins in a civil year. A leap
/// month is ignored; a day past the month's end falls on its last day.
pub fn lunar_day(year: i32, month: isize, day: usize) -> Option<NaiveDate> {
    // Outside these years the library's tables are not proven.
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let year = isize::try_from(year).ok()?;
    let length = LunarMonth::new(year, month).ok()?.get_day_count();
    let solar = LunarDay::new(year, month, day.min(length)).ok()?.get_solar_day();
    civil(solar.get_year(), solar.get_month(), solar.get_day())
}

/// The solar term of early April in a civil year.
pub fn qingming(year: i32) -> Option<NaiveDate> {
    // The seventh solar term counted from the winter solstice before the year's first day.
    const QINGMING: usize = 7;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let term = SolarTerm::from_index(isize::try_from(year).ok()?, isize::try_from(QINGMING).ok()?);
    let solar = term.get_julian_day().get_solar_day();
    civil(solar.get_year(), solar.get_month(), solar.get_day())
}

fn civil(year: isize, month: usize, day: usize) -> Option<NaiveDate> {
    let (year, month, day) = (i32::try_from(year), u32::try_from(month), u32::try_from(day));
    NaiveDate::from_ymd_opt(year.ok()?, month.ok()?, day.ok()?)
}

/// The days inside a span on which an elder's birthday falls.
pub fn birthdays(elder: &Elder, span: &Span) -> Vec<NaiveDate> {
    // A lunar date late in its year falls in the next civil year, so the year before is asked too.
    let years = span.first.year() - 1..=span.last.year();
    let day_of = |year: i32| match elder.lunar {
        true => lunar_day(year, isize::try_from(elder.month).ok()?, elder.day as usize),
        false => (elder.day.saturating_sub(3)..=elder.day)
            .rev()
            .find_map(|day| NaiveDate::from_ymd_opt(year, elder.month, day)),
    };
    years.filter_map(day_of).filter(|day| span.contains(*day)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn birthday(month: u32, day: u32, lunar: bool, first: &str, last: &str) -> Vec<String> {
        let elder = Elder { name: String::new(), month, day, lunar, line: 0 };
        let span = Span { first: first.parse().unwrap(), last: last.parse().unwrap() };
        birthdays(&elder, &span).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lunar_day_30_and_0229_fall_on_the_months_last_day() {
        assert_eq!(
            birthday(2, 29, false, "2024-01-01", "2025-12-31"),
            ["2024-02-29", "2025-02-28"]
        );
        // The eighth lunar month of 2024 has 30 days, the ninth 29.
        assert_eq!(birthday(9, 30, true, "2024-01-01", "2024-12-31"), ["2024-10-31"]);
    }

    #[test]
    fn a_leap_month_is_ignored_in_a_lunar_birthday() {
        // 2025 has a leap sixth month, from 25 July; the birthday keeps to the first one.
        assert_eq!(birthday(6, 1, true, "2025-01-01", "2025-12-31"), ["2025-06-25"]);
    }

    #[test]
    fn a_lunar_birthday_late_in_its_year_falls_in_the_next_civil_year() {
        assert_eq!(birthday(12, 8, true, "2025-01-01", "2025-12-31"), ["2025-01-07"]);
    }
}
