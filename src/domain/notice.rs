//! The notice by which holidays and make-up days are made known, as it is pasted:
//! “国庆节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。”

use chrono::{Datelike, NaiveDate, Weekday};

use super::spans::Span;

/// What a notice says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Notice {
    pub holidays: Vec<(String, Span)>,
    pub workdays: Vec<NaiveDate>,
    /// Days that no year has: their weekday is another one.
    pub impossible: Vec<String>,
}

/// A day as it is written: its year and month may stand before, its weekday after it.
#[derive(Clone, Copy)]
struct WrittenDay {
    year: Option<i32>,
    month: u32,
    day: u32,
    weekday: Option<Weekday>,
}

/// What follows days tells what they are: a day off, or one of work.
const OFF: [&str; 3] = ["放假", "休息", "停课"];
const WORK: [&str; 4] = ["上班", "上课", "补课", "调课"];
const TO: [&str; 5] = ["至", "到", "-", "—", "~"];
const DAYS: [(char, Weekday); 8] = [
    ('一', Weekday::Mon),
    ('二', Weekday::Tue),
    ('三', Weekday::Wed),
    ('四', Weekday::Thu),
    ('五', Weekday::Fri),
    ('六', Weekday::Sat),
    ('日', Weekday::Sun),
    ('天', Weekday::Sun),
];

/// What a text says of days off and of work; a year that is not written is the nearest to today in
/// which the weekdays fit.
pub fn parse(text: &str, today: NaiveDate) -> Notice {
    let text = without_blanks(&text.chars().map(narrow).collect::<String>());
    let mut notice = Notice::default();
    let mut before: Option<WrittenDay> = None;
    for sentence in text.split(['。', '；', ';', '\n']) {
        let mut days: Vec<(NaiveDate, bool)> = Vec::new();
        let (mut rest, mut is_range) = (sentence, false);
        let name = name_of(sentence);
        while !rest.is_empty() {
            if let Some((written, after)) = day_at(rest, before) {
                match resolved(written, today) {
                    Some(day) => {
                        before = Some(WrittenDay { year: Some(day.year()), ..written });
                        days.push((day, is_range));
                    }
                    None => {
                        let length = rest.len() - after.len();
                        let (said, _) = rest.split_at(length);
                        notice.impossible.push(said.to_owned());
                    }
                }
                (rest, is_range) = (after, false);
                continue;
            }
            let begins = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
            if begins(&OFF) {
                let named = name.clone().unwrap_or_default();
                notice.holidays.extend(spans(&days).into_iter().map(|span| (named.clone(), span)));
                days.clear();
            } else if begins(&WORK) {
                let spans = spans(&days);
                notice.workdays.extend(
                    spans.iter().flat_map(|span| {
                        span.first.iter_days().take_while(|day| *day <= span.last)
                    }),
                );
                days.clear();
            } else if begins(&TO) {
                is_range = !days.is_empty();
            }
            let next = rest.chars().next().map_or(0, char::len_utf8);
            rest = &rest[next..];
        }
    }
    notice
}

/// The text without blanks, but for those that keep two numbers apart.
fn without_blanks(text: &str) -> String {
    let mut kept = String::new();
    let mut parts = text.split(|c: char| c.is_whitespace() && c != '\n').filter(|p| !p.is_empty());
    kept.extend(parts.next());
    for part in parts {
        let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if is_number(kept.chars().next_back()) && is_number(part.chars().next()) {
            kept.push(' ');
        }
        kept.push_str(part);
    }
    kept
}

/// Days one after another; where “to” stood between two, all that lie between them.
fn spans(days: &[(NaiveDate, bool)]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (day, ends) in days {
        match spans.last_mut().filter(|span| *ends && span.first <= *day) {
            Some(span) => span.last = *day,
            None => spans.push(Span { first: *day, last: *day }),
        }
    }
    spans
}

/// The feast that a sentence begins with: 国庆节 of “五、国庆节：…”.
fn name_of(sentence: &str) -> Option<String> {
    let (name, _) = sentence.split_once([':', '：'])?;
    let name = name.rsplit(['、', '.', '）', ')']).find(|part| !part.is_empty())?;
    // “国庆节、中秋节：” is one time off.
    let both = sentence.split_once([':', '：'])?.0;
    let ordinal =
        |part: &str| part.chars().all(|c| "一二三四五六七八九十0123456789（(".contains(c));
    let parts: Vec<&str> = both.split('、').filter(|part| !ordinal(part)).collect();
    Some(if parts.len() > 1 { parts.join("、") } else { name.to_owned() })
}

/// The day with which a text begins, and what follows it.
fn day_at(text: &str, before: Option<WrittenDay>) -> Option<(WrittenDay, &str)> {
    let (mut number, mut rest) = number_at(text)?;
    let mut year = None;
    if let Some(after) = rest.strip_prefix('年') {
        year = i32::try_from(number).ok();
        (number, rest) = number_at(after)?;
    }
    let (month, day, rest) = match rest.strip_prefix('月') {
        Some(after) => {
            let (day, rest) = number_at(after)?;
            (number, day, rest)
        }
        None => (before?.month, number, rest),
    };
    let rest = rest.strip_prefix(['日', '号'])?;
    let (weekday, rest) = weekday_at(rest);
    let year = year.or(before.and_then(|own| own.year).filter(|_| weekday.is_none()));
    Some((WrittenDay { year, month, day, weekday }, rest))
}

fn number_at(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

/// The weekday that stands in brackets: （周三）, （星期三）.
fn weekday_at(text: &str) -> (Option<Weekday>, &str) {
    let found = || {
        let (inside, rest) = text.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
        let letter = inside.strip_prefix("周").or(inside.strip_prefix("星期"))?.chars().next()?;
        let (_, weekday) = DAYS.iter().find(|(own, _)| *own == letter)?;
        Some((*weekday, rest))
    };
    found().map_or((None, text), |(weekday, rest)| (Some(weekday), rest))
}

fn resolved(written: WrittenDay, today: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, written.month, written.day);
    let fits = |day: &NaiveDate| written.weekday.is_none_or(|own| day.weekday() == own);
    if let Some(year) = written.year {
        return in_year(year).filter(fits);
    }
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = years.into_iter().filter_map(in_year).filter(fits);
    days.min_by_key(|day| (*day - today).num_days().abs())
}

/// Full-width digits and signs as plain ones.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '－' | '–' => '-',
        '～' => '~',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    #[test]
    fn a_notice_of_the_state_council_is_read_with_its_make_up_days() {
        let text = "一、元旦：1月1日（周三）放假1天，不调休。\n\
                    二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。\
                    1月26日（周日）、2月8日（周六）上班。\n\
                    六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。\
                    9月28日（周日）、10月11日（周六）上班。";
        let notice = parse(text, day("2025-02-01"));
        let holidays: Vec<(&str, Span)> =
            notice.holidays.iter().map(|(name, span)| (name.as_str(), *span)).collect();
        assert_eq!(
            holidays,
            [
                ("元旦", span("2025-01-01", "2025-01-01")),
                ("春节", span("2025-01-28", "2025-02-04")),
                ("国庆节、中秋节", span("2025-10-01", "2025-10-08")),
            ]
        );
        let days = ["2025-01-26", "2025-02-08", "2025-09-28", "2025-10-11"].map(day);
        assert_eq!(notice.workdays, days);
    }

    #[test]
    fn make_up_days_alone_are_read_and_weekdays_tell_the_year() {
        let notice = parse("9月28日（周日）、10月11日（周六）上班", day("2026-03-01"));
        assert_eq!(notice.workdays, ["2025-09-28", "2025-10-11"].map(day));
        let notice = parse("2026年10月10日（星期六）上课", day("2026-03-01"));
        assert_eq!(notice.workdays, [day("2026-10-10")]);
        let wrong = parse("2026年10月10日（星期五）上课", day("2026-03-01"));
        assert_eq!(wrong.impossible, ["2026年10月10日（星期五）"]);
        assert!(wrong.workdays.is_empty());
        assert_eq!(parse("随便写写", day("2026-03-01")), Notice::default());
    }
}
