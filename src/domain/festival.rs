//! Festivals by name, solar and lunar.

use chrono::{Datelike, NaiveDate, Weekday};

use super::label::Label;
use super::lunar::{lunar_day, qingming};
use super::spans::{Span, day_before};

/// How a festival's date is found in a year.
#[derive(Clone, Copy, Debug)]
enum On {
    Solar(u32, u32),
    Lunar(u32, u32),
    /// The day before the lunar new year.
    NewYearEve,
    /// The solar term of early April.
    Qingming,
    /// The nth weekday of a month.
    Nth(u8, Weekday, u32),
}

/// A festival that a rule may name.
#[derive(Debug)]
pub struct Festival {
    pub code: &'static str,
    pub label: Label,
    on: On,
}

const fn festival(code: &'static str, zh: &'static str, en: &'static str, on: On) -> Festival {
    Festival { code, label: Label::fixed(zh, en), on }
}

/// Every festival there is; a new one is one line here.
pub const FESTIVALS: &[Festival] = &[
    festival("new_year", "元旦", "New Year", On::Solar(1, 1)),
    festival("new_year_eve", "除夕", "New Year's Eve (lunar)", On::NewYearEve),
    festival("spring_festival", "春节", "Spring Festival", On::Lunar(1, 1)),
    festival("lantern", "元宵节", "Lantern Festival", On::Lunar(1, 15)),
    festival("qingming", "清明节", "Qingming", On::Qingming),
    festival("dragon_boat", "端午节", "Dragon Boat Festival", On::Lunar(5, 5)),
    festival("mid_autumn", "中秋节", "Mid-Autumn Festival", On::Lunar(8, 15)),
    festival("double_ninth", "重阳节", "Double Ninth", On::Lunar(9, 9)),
    festival("womens_day", "妇女节", "Women's Day", On::Solar(3, 8)),
    festival("mothers_day", "母亲节", "Mother's Day", On::Nth(2, Weekday::Sun, 5)),
    festival("fathers_day", "父亲节", "Father's Day", On::Nth(3, Weekday::Sun, 6)),
    festival("childrens_day", "儿童节", "Children's Day", On::Solar(6, 1)),
    festival("teachers_day", "教师节", "Teachers' Day", On::Solar(9, 10)),
    festival("national_day", "国庆节", "National Day", On::Solar(10, 1)),
];

/// The occasion made of the elders' birthdays in the child's file.
pub const ELDER_BIRTHDAY: &str = "elder_birthday";
/// The days between the two terms of one school year.
pub const WINTER_BREAK: &str = "winter_break";
/// The days between two school years.
pub const SUMMER_BREAK: &str = "summer_break";

/// The occasions that are no festivals, with their names.
pub const OTHER_OCCASIONS: &[(&str, Label)] = &[
    (ELDER_BIRTHDAY, Label::fixed("长辈生日", "elder's birthday")),
    (WINTER_BREAK, Label::fixed("寒假", "winter break")),
    (SUMMER_BREAK, Label::fixed("暑假", "summer break")),
];

/// Every name that `occasions` may hold.
pub fn occasion_names() -> impl Iterator<Item = &'static str> {
    let festivals = FESTIVALS.iter().map(|festival| festival.code);
    festivals.chain(OTHER_OCCASIONS.iter().map(|(code, _)| *code))
}

/// The festival with this code.
pub fn find(code: &str) -> Option<&'static Festival> {
    FESTIVALS.iter().find(|festival| festival.code == code)
}

impl Festival {
    /// Its date in a civil year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match self.on {
            On::Solar(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            On::Lunar(month, day) => lunar_day(year, month, day),
            On::NewYearEve => lunar_day(year, 1, 1).map(day_before),
            On::Qingming => qingming(year),
            On::Nth(nth, weekday, month) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
        }
    }

    /// Its dates inside a span, with the civil year of each.
    pub fn inside(&self, span: &Span) -> Vec<NaiveDate> {
        let years = span.first.year()..=span.last.year();
        years.filter_map(|year| self.in_year(year)).filter(|day| span.contains(*day)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(code: &str) -> Vec<String> {
        let festival = find(code).unwrap();
        (2016..=2026).filter_map(|year| festival.in_year(year)).map(|d| d.to_string()).collect()
    }

    /// Published dates of eleven years.
    #[test]
    #[rustfmt::skip]
    fn lunar_dates_equal_the_published_holiday_dates_of_ten_years() {
        assert_eq!(dates("spring_festival"), [
            "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12",
            "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
        ]);
        assert_eq!(dates("qingming"), [
            "2016-04-04", "2017-04-04", "2018-04-05", "2019-04-05", "2020-04-04", "2021-04-04",
            "2022-04-05", "2023-04-05", "2024-04-04", "2025-04-04", "2026-04-05",
        ]);
        assert_eq!(dates("dragon_boat"), [
            "2016-06-09", "2017-05-30", "2018-06-18", "2019-06-07", "2020-06-25", "2021-06-14",
            "2022-06-03", "2023-06-22", "2024-06-10", "2025-05-31", "2026-06-19",
        ]);
        assert_eq!(dates("mid_autumn"), [
            "2016-09-15", "2017-10-04", "2018-09-24", "2019-09-13", "2020-10-01", "2021-09-21",
            "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25",
        ]);
        assert_eq!(dates("double_ninth"), [
            "2016-10-09", "2017-10-28", "2018-10-17", "2019-10-07", "2020-10-25", "2021-10-14",
            "2022-10-04", "2023-10-23", "2024-10-11", "2025-10-29", "2026-10-18",
        ]);
        assert_eq!(dates("new_year_eve")[8..], ["2024-02-09", "2025-01-28", "2026-02-16"]);
        assert_eq!(dates("lantern")[8..], ["2024-02-24", "2025-02-12", "2026-03-03"]);
    }

    #[test]
    fn mothers_day_is_the_second_sunday_of_may_and_fathers_day_the_third_of_june() {
        assert_eq!(dates("mothers_day")[8..], ["2024-05-12", "2025-05-11", "2026-05-10"]);
        assert_eq!(dates("fathers_day")[8..], ["2024-06-16", "2025-06-15", "2026-06-21"]);
    }
}
