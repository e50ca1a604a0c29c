//! The lunar calendar: dates of its months and days, solar terms, birthdays.
//!
//! A year that the table does not hold is an absence, never a panic.

use chrono::{Datelike, Days, NaiveDate};

use super::child::Elder;
use super::lunar_table::{FIRST_YEAR, LunarYear, YEARS};
use super::spans::Span;

fn of(year: i32) -> Option<&'static LunarYear> {
    YEARS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?)
}

impl LunarYear {
    /// The days of the month at a place in the year, counted from 0 with the leap month in line.
    fn days_at(&self, place: u32) -> u64 {
        const PLACES: u32 = 13;
        29 + u64::from(self.long_months >> (PLACES - 1 - place) & 1)
    }

    /// The place in the year of a month from 1 to 12, which is not the leap one.
    fn place_of(&self, month: u32) -> u32 {
        let leap = u32::from(self.leap_after);
        let is_after_leap = leap != 0 && month > leap;
        month - 1 + u32::from(is_after_leap)
    }
}

/// The civil date of a lunar month and day in the lunar year that begins in a civil year. A leap
/// month is ignored; a day past the month's end falls on its last day.
pub fn lunar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1..=12).contains(&month) || day == 0 {
        return None;
    }
    let lunar = of(year)?;
    let place = lunar.place_of(month);
    let before: u64 = (0..place).map(|place| lunar.days_at(place)).sum();
    let day = u64::from(day).min(lunar.days_at(place));
    let first = NaiveDate::from_yo_opt(year, u32::from(lunar.begins))?;
    first.checked_add_days(Days::new(before + day - 1))
}

/// The solar term of early April in a civil year.
pub fn qingming(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 4, u32::from(of(year)?.qingming))
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

#[cfg(test)]
mod tests {
    use chinese_lunisolar_calendar::LunisolarDate;

    use super::*;

    fn birthday(month: u32, day: u32, lunar: bool, first: &str, last: &str) -> Vec<String> {
        let elder = Elder { name: String::new(), month, day, lunar, line: 0 };
        let span = Span { first: first.parse().unwrap(), last: last.parse().unwrap() };
        birthdays(&elder, &span).iter().map(ToString::to_string).collect()
    }

    /// The years in which the library and the table agree: before them calendars were printed from
    /// older reckonings, after them two new moons fall within minutes of midnight.
    const PROVEN: std::ops::RangeInclusive<i32> = 1958..=2088;

    #[test]
    fn every_day_of_the_table_is_that_of_another_library() {
        for year in PROVEN {
            for (month, day) in (1..=12).flat_map(|month| (1..=29).map(move |day| (month, day))) {
                let date = lunar_day(year, month, day).unwrap();
                let other = LunisolarDate::from_date(date).unwrap();
                let own = other.to_lunar_month();
                assert_eq!(
                    (u32::from(own.to_u8()), own.is_leap_month(), other.to_lunar_day().to_u8()),
                    (month, false, u8::try_from(day).unwrap()),
                    "{date}"
                );
                let length = other.to_lunisolar_year().get_total_days_in_a_month(own).unwrap();
                let last = lunar_day(year, month, 30).unwrap();
                assert_eq!((last - date).num_days(), i64::from(length) - i64::from(day), "{date}");
            }
        }
    }

    #[test]
    fn qingming_is_that_of_the_usual_formula() {
        for year in 1901..=2099 {
            // 0.2422 days more than 365 a year; the constant of each century, in ten thousandths.
            let (past, constant) =
                if year < 2000 { (year - 1900, 55_900) } else { (year - 2000, 48_100) };
            let day = (past * 2422 + constant) / 10_000 - past / 4;
            assert_eq!(
                qingming(year),
                NaiveDate::from_ymd_opt(year, 4, u32::try_from(day).unwrap()),
                "{year}"
            );
        }
    }

    #[test]
    fn a_year_or_a_day_outside_the_table_is_an_absence() {
        for (year, month, day) in [
            (1899, 1, 1),
            (2101, 1, 1),
            (i32::MIN, 1, 1),
            (2024, 0, 1),
            (2024, 13, 1),
            (2024, 1, 0),
        ] {
            assert_eq!(lunar_day(year, month, day), None);
        }
        assert_eq!(lunar_day(1900, 1, 1), NaiveDate::from_ymd_opt(1900, 1, 31));
        assert_eq!(lunar_day(2100, 12, u32::MAX), NaiveDate::from_ymd_opt(2101, 1, 28));
        assert_eq!((qingming(1899), qingming(2101)), (None, None));
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
