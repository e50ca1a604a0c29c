//! Dates as people type them; they lean to the past.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::month::Month;

/// The date that a text means on a day; `None` when it is no date, or one that records cannot
/// hold.
pub fn parse(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = plain(text);
    let date = words(&text, today)
        .or_else(|| weekday(&text, today))
        .or_else(|| days_ago(&text, today))
        .or_else(|| numbers(&text, today));
    date.filter(|date| (1000..=9999).contains(&date.year()))
}

/// The same for a date that may lie ahead, such as the day of a follow-up: without a year it is
/// the one nearest to today.
pub fn nearest(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let past = parse(text, today)?;
    // 365 days on, and no more: tomorrow must not be taken for tomorrow in a year.
    let in_a_year = parse(text, today + Days::new(365)).unwrap_or(past);
    let distance = |date: &NaiveDate| (*date - today).num_days().abs();
    // Words such as yesterday mean a day before the day they are said on.
    let moves_with_today = parse(text, today + Days::new(1)) == past.succ_opt();
    if moves_with_today { Some(past) } else { [past, in_a_year].into_iter().min_by_key(distance) }
}

/// The same for a date that lies ahead by its nature, such as a day that was agreed when something
/// was written down: without a year it is the first on or after that day.
pub fn ahead(text: &str, today: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    let past = parse(text, today)?;
    if parse(text, today + Days::new(1)) == past.succ_opt() {
        return Some(past);
    }
    // Four years hold every day that a calendar has.
    let mut days = from.iter_days().take(4 * 366);
    Some(days.find(|day| parse(text, *day) == Some(*day)).unwrap_or(past))
}

/// The month that a text means on a day: `2024-10`, `2024.10`, `10月`, `本月`; without a year the
/// latest that has begun.
pub fn month(text: &str, today: NaiveDate) -> Option<Month> {
    let text = plain(text);
    let this = Month::of(today);
    match text.as_str() {
        "本月" | "这个月" | "this month" => return Some(this),
        "上月" | "上个月" | "last month" => return Some(this.before()),
        _ => {}
    }
    let is_mark = |letter: char| matches!(letter, '-' | '.' | '/' | '年' | '月' | '份' | ' ');
    if !text.chars().all(|letter| letter.is_ascii_digit() || is_mark(letter)) {
        return None;
    }
    let numbers: Vec<u32> =
        text.split(is_mark).filter(|part| !part.is_empty()).map_while(|p| p.parse().ok()).collect();
    match numbers[..] {
        [year @ 1000..=9999, month] => Month::parse(&format!("{year}-{month:02}")),
        [month] => {
            let year = if month <= today.month() { today.year() } else { today.year() - 1 };
            Month::parse(&format!("{year}-{month:02}"))
        }
        _ => None,
    }
}

/// Full-width digits and marks as plain ones, letters small, no blanks around.
fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '０'..='９' => {
            char::from_digit(u32::from(letter) - u32::from('０'), 10).unwrap_or(letter)
        }
        '．' | '。' => '.',
        '－' | '—' => '-',
        '／' => '/',
        '　' => ' ',
        _ => letter.to_ascii_lowercase(),
    };
    text.trim().chars().map(narrow).collect::<String>().trim().to_owned()
}

fn words(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let ago = match text {
        "今天" | "today" => 0,
        "昨天" | "yesterday" => 1,
        "前天" => 2,
        "大前天" => 3,
        "明天" | "tomorrow" => return today.succ_opt(),
        _ => return None,
    };
    today.checked_sub_days(Days::new(ago))
}

fn days_ago(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let number = text.strip_suffix("天前").or_else(|| text.strip_suffix(" days ago"))?;
    today.checked_sub_days(Days::new(number.trim().parse().ok()?))
}

/// `周三`: the latest Wednesday up to today. `上周三`: that of the week before this one.
fn weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    const LAST: [&str; 5] = ["上个星期", "上星期", "上周", "last week ", "last "];
    const THIS: [&str; 4] = ["这周", "本周", "星期", "周"];
    let last = LAST.iter().find_map(|word| text.strip_prefix(word));
    let this = THIS.iter().find_map(|word| text.strip_prefix(word));
    let day = weekday_named(last.or(this).unwrap_or(text))?;
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let offset = Days::new(u64::from(day.num_days_from_monday()));
    let in_this_week = monday + offset;
    let back_a_week = last.is_some() || in_this_week > today;
    Some(if back_a_week { in_this_week - Days::new(7) } else { in_this_week })
}

fn weekday_named(name: &str) -> Option<Weekday> {
    Some(match name {
        "一" | "mon" | "monday" => Weekday::Mon,
        "二" | "tue" | "tuesday" => Weekday::Tue,
        "三" | "wed" | "wednesday" => Weekday::Wed,
        "四" | "thu" | "thursday" => Weekday::Thu,
        "五" | "fri" | "friday" => Weekday::Fri,
        "六" | "sat" | "saturday" => Weekday::Sat,
        "日" | "天" | "七" | "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn numbers(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: u32 = text.parse().ok()?;
        return ymd(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100);
    }
    let marks = ['-', '.', '/', '年', '月'];
    let body = text.strip_suffix(['日', '号']).unwrap_or(text);
    let parts: Option<Vec<u32>> = body.split(marks).map(|part| part.trim().parse().ok()).collect();
    match parts?.as_slice() {
        [year, month, day] if *year >= 1000 => ymd(i32::try_from(*year).ok()?, *month, *day),
        [month, day] => latest(today, 2, |back| ymd(today.year() - back, *month, *day)),
        [day] if body.len() < text.len() => latest(today, 13, |back| {
            let months = today.year() * 12 + i32::try_from(today.month0()).ok()? - back;
            ymd(months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1, *day)
        }),
        _ => None,
    }
}

fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The first date that has come, going back step by step; 29 February may need several years.
fn latest(
    today: NaiveDate,
    steps: i32,
    at: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    (0..steps.max(8)).filter_map(at).find(|date| *date <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn means(text: &str, date: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert_eq!(parse(text, today).map(|d| d.to_string()).as_deref(), Some(date), "{text}");
    }

    #[test]
    fn dates_are_read_as_clerks_type_them() {
        for text in [
            "2026-09-20",
            "2026.9.20",
            "2026/9/20",
            "20260920",
            "2026年9月20日",
            "２０２６－０９－２０",
        ] {
            means(text, "2026-09-20");
        }
        means("9.20", "2026-09-20");
        means("9月20日", "2026-09-20");
        means("9-20", "2026-09-20");
        means("昨天", "2026-11-24");
        means("yesterday", "2026-11-24");
        means("3天前", "2026-11-22");
        means("3 days ago", "2026-11-22");
    }

    #[test]
    fn a_date_without_a_year_leans_to_the_past() {
        means("12.1", "2025-12-01");
        means("2.29", "2024-02-29");
        means("26日", "2026-10-26");
        means("25号", "2026-11-25");
    }

    #[test]
    fn weekdays_lean_to_the_past() {
        // 2026-11-25 is a Wednesday.
        means("周三", "2026-11-25");
        means("周四", "2026-11-19");
        means("上周三", "2026-11-18");
        means("上周日", "2026-11-22");
        means("last wed", "2026-11-18");
        means("mon", "2026-11-23");
    }

    #[test]
    fn a_date_that_may_lie_ahead_is_the_nearest() {
        let today = NaiveDate::from_ymd_opt(2024, 10, 10).unwrap();
        let near = |text| nearest(text, today).unwrap().to_string();
        assert_eq!(near("10.20"), "2024-10-20");
        assert_eq!(near("10.8"), "2024-10-08");
        assert_eq!(near("1月15日"), "2025-01-15");
        assert_eq!(near("2023-10-20"), "2023-10-20");
        assert_eq!(near("昨天"), "2024-10-09");
        assert_eq!(nearest("soon", today), None);
    }

    #[test]
    fn a_date_that_lies_ahead_by_its_nature_is_the_first_from_the_day_it_was_agreed_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2024-12-05");
        let ahead = |text, from| super::ahead(text, today, day(from)).unwrap().to_string();
        assert_eq!(ahead("1.10", "2024-12-05"), "2025-01-10");
        assert_eq!(ahead("12.1", "2024-12-05"), "2025-12-01");
        assert_eq!(ahead("12.5", "2024-12-05"), "2024-12-05");
        // What is written down late was agreed on its own day.
        assert_eq!(ahead("10月8日", "2024-09-20"), "2024-10-08");
        assert_eq!(ahead("2月29日", "2024-12-05"), "2028-02-29");
        assert_eq!(ahead("周三", "2024-12-05"), "2024-12-11");
        assert_eq!(ahead("10号", "2024-12-12"), "2025-01-10");
        assert_eq!(ahead("2024-01-10", "2024-12-05"), "2024-01-10");
        assert_eq!(ahead("上周三", "2024-12-05"), "2024-11-27");
        assert_eq!(ahead("明天", "2024-12-01"), "2024-12-06");
        assert_eq!(super::ahead("soon", today, today), None);
    }

    #[test]
    fn months_are_typed_as_people_write_them_and_lean_to_the_past() {
        let today = NaiveDate::from_ymd_opt(2024, 10, 10).unwrap();
        let means = |text| month(text, today).map(|own| own.to_string());
        for text in ["2024-09", "2024.9", "2024年9月", "9月", "９月份", "9", "上月"] {
            assert_eq!(means(text).as_deref(), Some("2024-09"), "{text}");
        }
        assert_eq!(means("11月").as_deref(), Some("2023-11"));
        assert_eq!(means("本月").as_deref(), Some("2024-10"));
        for text in ["", "13", "2024-13", "2024", "1.2.3", "soon", "9月x"] {
            assert_eq!(means(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        for text in ["", "2026-02-30", "13.1", "20", "soon", "2026-9", "周八", "1.2.3.4"] {
            assert_eq!(parse(text, today), None, "{text}");
        }
    }

    #[test]
    fn of_a_day_without_a_year_the_nearest_is_meant_tomorrow_too() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, text, meant) in [
            ("2025-10-06", "10.7", "2025-10-07"),
            ("2024-02-27", "2月28日", "2024-02-28"),
            ("2025-12-31", "1.1", "2026-01-01"),
            ("2025-10-06", "10.6", "2025-10-06"),
            ("2025-10-06", "10.5", "2025-10-05"),
            ("2025-10-06", "3.1", "2026-03-01"),
        ] {
            assert_eq!(nearest(text, day(today)), Some(day(meant)), "{text} on {today}");
        }
    }
}
