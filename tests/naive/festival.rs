//! Section 2: festivals and breaks, solar and lunar.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::days;
use super::child::Elder;
use super::home::Home;
use super::lunar_table;

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug)]
pub struct LunarDay {
    pub month: u32,
    pub leap: bool,
    pub day: u32,
    /// How many days the month has: 29 or 30.
    pub length: u32,
}

/// The lunar date of every day of the span and of the day after it.
pub fn lunar_days(first: NaiveDate, last: NaiveDate) -> Vec<(NaiveDate, LunarDay)> {
    let next = last.succ_opt().expect("a day");
    days(first, next).map(|day| (day, lunar(day))).collect()
}

/// The lunar date of a day.
pub fn lunar(day: NaiveDate) -> LunarDay {
    let begun = |year: &i32| lunar_table::of(*year).is_some_and(|own| own.first(*year) <= day);
    let year = [day.year(), day.year() - 1].into_iter().find(begun).expect("1900 to 2100");
    let own = lunar_table::of(year).expect("a year of the table");
    let mut passed = u32::try_from((day - own.first(year)).num_days()).expect("a day after it");
    for place in 0..own.months() {
        let (length, (month, leap)) = (own.days_at(place), own.month_at(place));
        if passed < length {
            return LunarDay { month, leap, day: passed + 1, length };
        }
        passed -= length;
    }
    panic!("{day} lies behind the table")
}

impl Home {
    fn lunar_of(&self, day: NaiveDate) -> LunarDay {
        let offset = (day - self.calendar_first()).num_days();
        let (date, lunar) = self.lunar[usize::try_from(offset).expect("inside the calendar")];
        assert_eq!(date, day);
        lunar
    }

    /// Is the day the named festival? "a leap month is ignored".
    ///
    /// Choice: `new_year` is 1 January, `new_year_eve` the eve of `spring_festival` (除夕).
    pub fn is_festival(&self, name: &str, day: NaiveDate) -> bool {
        let solar = |month: u32, d: u32| day.month() == month && day.day() == d;
        let lunar = |month: u32, d: u32| {
            let today = self.lunar_of(day);
            !today.leap && today.month == month && today.day == d
        };
        let sunday = |month: u32, nth: u32| {
            let week = (day.day() - 1) / 7 + 1;
            day.month() == month && day.weekday() == Weekday::Sun && week == nth
        };
        match name {
            "new_year" => solar(1, 1),
            "new_year_eve" => {
                let tomorrow = self.lunar_of(day.succ_opt().expect("a day"));
                !tomorrow.leap && tomorrow.month == 1 && tomorrow.day == 1
            }
            "spring_festival" => lunar(1, 1),
            "lantern" => lunar(1, 15),
            "qingming" => solar(4, qingming(day.year())),
            "dragon_boat" => lunar(5, 5),
            "mid_autumn" => lunar(8, 15),
            "double_ninth" => lunar(9, 9),
            "womens_day" => solar(3, 8),
            "mothers_day" => sunday(5, 2),
            "fathers_day" => sunday(6, 3),
            "childrens_day" => solar(6, 1),
            "teachers_day" => solar(9, 10),
            "national_day" => solar(10, 1),
            other => panic!("no festival {other}"),
        }
    }

    /// Is the day the elder's birthday? "lunar day 30 and 02-29 fall on the month's last day".
    pub fn is_birthday(&self, elder: &Elder, day: NaiveDate) -> bool {
        if elder.lunar {
            let today = self.lunar_of(day);
            let wanted = elder.day.min(today.length);
            return !today.leap && today.month == elder.month && today.day == wanted;
        }
        let leap_day = elder.month == 2 && elder.day == 29;
        let wanted = if leap_day && !day.leap_year() { 28 } else { elder.day };
        day.month() == elder.month && day.day() == wanted
    }

    /// "`winter_break` and `summer_break` are the days between two terms of one school year and of
    /// two successive ones (… no days between, no slot)".
    pub fn breaks(&self, name: &str) -> Vec<(NaiveDate, NaiveDate)> {
        let mut found = Vec::new();
        for pair in self.terms.windows(2) {
            let one_year = pair[0].year == pair[1].year;
            let first = pair[0].last.succ_opt().expect("a day");
            let last = pair[1].first.pred_opt().expect("a day");
            if one_year == (name == "winter_break") && first <= last {
                found.push((first, last));
            }
        }
        found
    }
}

/// The day in April of 清明.
fn qingming(year: i32) -> u32 {
    u32::from(lunar_table::of(year).expect("1900 to 2100").qingming)
}
