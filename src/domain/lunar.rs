//! The lunar calendar: dates of its months and days, 清明, birthdays.
//!
//! The dates are those of the library `chinese-lunisolar-calendar`, which knows the years 1901 to
//! 2100; a year outside them is an absence, never a panic.

use chinese_lunisolar_calendar::LunisolarDate;
use chrono::{Datelike, NaiveDate};

use super::child::Elder;
use super::spans::Span;

/// The civil date of a lunar month and day in the lunar year that begins in a civil year. A leap
/// month is ignored; a day past the month's end falls on its last day.
pub fn lunar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let (year, month) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?);
    let day = u8::try_from(day).unwrap_or(u8::MAX).min(30);
    let in_month = |day| LunisolarDate::from_ymd(year, month, false, day).ok();
    let date = in_month(day).or_else(|| in_month(day.min(29)))?.to_solar_date();
    let (month, day) = (date.to_solar_month().to_u8(), date.to_solar_day().to_u8());
    NaiveDate::from_ymd_opt(date.to_solar_year().to_i32(), month.into(), day.into())
}

/// The day of 清明, the solar term of early April, which the library does not have. By the rule
/// that almanacs print: `floor(0.2422·Y + C) − floor(Y/4)`, where `Y` is the year of the century
/// and `C` the century's constant. Here in ten thousandths; the third constant is the second and
/// the 0.22 days by which a hundred years outrun their 24 leap days.
pub fn qingming(year: i32) -> Option<NaiveDate> {
    let (century, constant) = match year {
        1901..=1999 => (1900, 55_900),
        2000..=2099 => (2000, 48_100),
        2100 => (2100, 50_300),
        _ => return None,
    };
    let of_century = year - century;
    let day = (2_422 * of_century + constant) / 10_000 - of_century / 4;
    NaiveDate::from_ymd_opt(year, 4, u32::try_from(day).ok()?)
}

/// The days inside a span on which an elder's birthday falls.
pub fn birthdays(elder: &Elder, span: &Span) -> Vec<NaiveDate> {
    // A lunar date late in its year falls in the next civil year, so the year before is asked too.
    let years = span.first.year() - 1..=span.last.year();
    let day_of = |year: i32| match elder.lunar {
        true => lunar_day(year, elder.month, elder.day),
        false => (elder.day.saturating_sub(3)..=elder.day)
            .rev()
            .find_map(|day| NaiveDate::from_ymd_opt(year, elder.month, day)),
    };
    years.filter_map(day_of).filter(|day| span.contains(*day)).collect()
}

/// The second source: new moons and solar terms, worked out by another library.
#[cfg(test)]
#[path = "../../tests/naive/lunar_table.rs"]
mod lunar_table;

#[cfg(test)]
mod tests {
    use super::*;

    fn birthday(month: u32, day: u32, lunar: bool, first: &str, last: &str) -> Vec<String> {
        let elder = Elder { name: String::new(), month, day, lunar, line: 0 };
        let span = Span { first: first.parse().unwrap(), last: last.parse().unwrap() };
        birthdays(&elder, &span).iter().map(ToString::to_string).collect()
    }

    /// The months that begin a day apart in the two sources: the earlier ones because almanacs were
    /// printed from older reckonings, the last two because the new moon falls near midnight.
    const A_DAY_APART: [(i32, u32); 13] = [
        (1906, 4),
        (1909, 8),
        (1910, 12),
        (1916, 3),
        (1920, 10),
        (1927, 10),
        (1928, 9),
        (1942, 8),
        (1943, 11),
        (1954, 1),
        (1957, 2),
        (2089, 8),
        (2097, 7),
    ];

    #[test]
    fn every_lunar_day_from_1901_to_2100_is_that_of_the_second_source_but_for_13_months() {
        for (year, month) in (1901..=2100).flat_map(|year| (1..=12).map(move |m| (year, m))) {
            let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            for day in 1..=30 {
                let date = lunar_day(year, month, day).unwrap();
                let other = lunar_table::date(year, month, day).unwrap();
                // Such a month ends on the same day; the one before it ends a day apart.
                let begins_apart = if day == 30 { next } else { (year, month) };
                let is_apart = A_DAY_APART.contains(&begins_apart);
                let days = (date - other).num_days().abs();
                assert_eq!(days, i64::from(is_apart), "{date}, {other}");
            }
        }
    }

    #[test]
    fn qingming_is_that_of_the_second_source_from_1901_to_2100() {
        for year in 1901..=2100 {
            let day = lunar_table::of(year).unwrap().qingming;
            assert_eq!(qingming(year), NaiveDate::from_ymd_opt(year, 4, day.into()), "{year}");
        }
    }

    #[test]
    fn a_year_or_a_day_outside_the_calendar_is_an_absence() {
        for (year, month, day) in [
            (1900, 12, 30),
            (1900 + 65_536, 1, 1),
            (2101, 1, 1),
            (i32::MIN, 1, 1),
            (i32::MAX, 1, 1),
            (2024, 0, 1),
            (2024, 13, 1),
            (2024, 256 + 1, 1),
            (2024, u32::MAX, 1),
            (2024, 1, 0),
        ] {
            assert_eq!(lunar_day(year, month, day), None);
        }
        assert_eq!(lunar_day(1901, 1, 1), NaiveDate::from_ymd_opt(1901, 2, 19));
        assert_eq!(lunar_day(2100, 12, u32::MAX), NaiveDate::from_ymd_opt(2101, 1, 28));
        assert_eq!((qingming(1900), qingming(2101)), (None, None));
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
