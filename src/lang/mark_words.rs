//! Marks that stand for a state in a narrow column, and what stands above it.
//!
//! The Chinese ones are on every Chinese console (code page 936); none needs a colour.

use super::words::{Word, occasion, slot, window};
use super::{Lang, label, words_in};
use crate::domain::label::Label;
use crate::domain::rule::Every;
use crate::rules::obligation::{STATES, State};

/// The mark of a state.
pub fn mark(state: State, lang: Lang) -> &'static str {
    let (zh, en) = match state {
        State::Met => ("√", "Y"),
        State::MetLate => ("迟", "L"),
        State::Exempt => ("免", "E"),
        State::Upcoming => ("·", "."),
        State::Open => ("○", "o"),
        State::Grace => ("宽", "G"),
        State::Overdue => ("逾", "!"),
        State::Missed => ("×", "N"),
    };
    words_in((zh, en), lang)
}

/// The mark where nothing is owed.
pub const NOT_OWED: &str = "-";

/// Signs that would be read as days.
const DAYS: [&str; 5] = ["日", "周", "月", "年", "天"];

/// One mark for each of several registers: the last sign of its Chinese name or the first, the first
/// letters of its English one. None when they would not be told apart.
pub fn of_registers(labels: &[&Label], lang: Lang) -> Option<Vec<String>> {
    let last = |name: &str| name.chars().last().map(String::from).unwrap_or_default();
    let first = |name: &str| name.chars().next().map(String::from).unwrap_or_default();
    let two = |name: &str| {
        let mut letters = name.chars();
        let begin: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        begin + &letters.next().map(String::from).unwrap_or_default()
    };
    let ways: [&dyn Fn(&str) -> String; 2] = match lang {
        Lang::Zh => [&last, &first],
        Lang::En => [&two, &two],
    };
    let told = |way: &&dyn Fn(&str) -> String| {
        let marks: Vec<String> = labels.iter().map(|own| way(label(own, lang))).collect();
        let is_new = |(at, own): (usize, &String)| {
            !own.is_empty()
                && !marks[..at].contains(own)
                && !DAYS.contains(&own.as_str())
                && STATES.iter().all(|state| mark(*state, lang) != own)
        };
        marks.iter().enumerate().all(is_new).then_some(marks)
    };
    ways.iter().find_map(told)
}

/// What stands above the column of a slot of a rule: as short as people say it within a term.
pub fn heading(every: &Every, own: &str, lang: Lang) -> String {
    let (before, after) = own.rsplit_once('/').unwrap_or((own, ""));
    match every {
        Every::Week => {
            let number = after.trim_start_matches(['w', '0']);
            match lang {
                Lang::Zh => format!("第{number}周"),
                Lang::En => format!("W{number}"),
            }
        }
        Every::Month => own.rsplit_once('-').map_or(own.to_owned(), |(_, own)| month(own, lang)),
        Every::Anchor => window(after, lang),
        Every::Term => Word::Term.text(lang),
        Every::Year => Word::Year.text(lang),
        Every::Occasion { .. } => occasion(before, lang).unwrap_or_else(|| slot(own, lang)),
        // The year is that of the table.
        Every::SchoolDay { .. } => match own.split_once('-').map(|(_, day)| day.split_once('/')) {
            Some(Some((day, session))) => format!("{day} {}", window(session, lang)),
            _ => own.split_once('-').map_or(own, |(_, day)| day).to_owned(),
        },
        Every::Rolling { .. } | Every::State { .. } | Every::After(_) => slot(own, lang),
    }
}

/// A month of a school year.
fn month(month: &str, lang: Lang) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let number = month.parse::<usize>().unwrap_or_default();
    match (lang, MONTHS.get(number.wrapping_sub(1))) {
        (Lang::Zh, Some(_)) => format!("{number}月"),
        (Lang::En, Some(name)) => (*name).to_owned(),
        (_, None) => month.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn marks_are_told_apart_and_are_one_or_two_columns_wide() {
        for lang in [Lang::Zh, Lang::En] {
            let mut marks = STATES.map(|state| mark(state, lang)).to_vec();
            marks.push(NOT_OWED);
            assert!(marks.iter().all(|own| (1..=2).contains(&own.width())), "{marks:?}");
            let all = marks.len();
            marks.sort_unstable();
            marks.dedup();
            assert_eq!(marks.len(), all);
        }
    }

    #[test]
    fn the_marks_are_on_a_chinese_console() {
        for state in STATES {
            let (_, _, lost) = encoding_rs::GBK.encode(mark(state, Lang::Zh));
            assert!(!lost, "{}", state.name());
        }
    }

    #[test]
    fn registers_have_marks_when_these_are_told_apart() {
        let of = |zh: [&'static str; 2], en: [&'static str; 2], lang| {
            let labels = [Label::fixed(zh[0], en[0]), Label::fixed(zh[1], en[1])];
            of_registers(&[&labels[0], &labels[1]], lang)
        };
        let (zh, en) = (["书信", "亲情电话"], ["letter", "family call"]);
        assert_eq!(of(zh, en, Lang::Zh), Some(vec!["信".to_owned(), "话".to_owned()]));
        assert_eq!(of(zh, en, Lang::En), Some(vec!["Le".to_owned(), "Fa".to_owned()]));
        let of_days = of(["值日", "开放"], en, Lang::Zh);
        assert_eq!(of_days, Some(vec!["值".to_owned(), "开".to_owned()]));
        let (zh, en) = (["家访记录", "谈心记录"], ["visit", "visits"]);
        assert_eq!(of(zh, en, Lang::Zh), Some(vec!["家".to_owned(), "谈".to_owned()]));
        assert_eq!(of(zh, en, Lang::En), None);
        assert_eq!(of(["家访", "迟访"], en, Lang::Zh), None, "a state's mark is no register's");
    }

    #[test]
    fn a_slot_is_headed_as_people_say_it_within_a_term() {
        let day = || Every::SchoolDay { sessions: Vec::new() };
        let festival = Every::Occasion { occasions: Vec::new(), before_days: 7, after_days: 7 };
        for (every, slot, zh, en) in [
            (Every::Week, "2024-2025-1/w03", "第3周", "W3"),
            (Every::Week, "2024-2025-1/w20", "第20周", "W20"),
            (Every::Month, "2024-09", "9月", "Sep"),
            (Every::Anchor, "2024-2025-1/start", "期初", "start"),
            (Every::Anchor, "2024-2025-1/考前", "考前", "考前"),
            (Every::Term, "2024-2025-1", "学期", "Term"),
            (Every::Year, "2024-2025", "学年", "Year"),
            (festival, "mid_autumn/2024", "中秋节", "Mid-Autumn Festival"),
            (day(), "2024-10-08/noon", "10-08 午间", "10-08 noon"),
            (day(), "2024-10-08", "10-08", "10-08"),
        ] {
            let told = |lang| heading(&every, slot, lang);
            assert_eq!((told(Lang::Zh).as_str(), told(Lang::En).as_str()), (zh, en));
        }
    }
}
