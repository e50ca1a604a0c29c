//! A random calendar: terms with and without gaps, long and short, months shared by two terms, own
//! anchors, holidays, make-up days inside and outside terms.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::calendar::{Term, days};
use super::rng::Rng;

/// The calendar that is written.
#[derive(Debug)]
pub struct Calendar {
    pub terms: Vec<Term>,
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub text: String,
}

/// A calendar of two to four terms.
pub fn calendar(rng: &mut Rng) -> Calendar {
    let terms = terms(rng);
    let (first, last) = (terms[0].first, terms[terms.len() - 1].last);
    let holidays = holidays(rng, first, last);
    let workdays = workdays(rng, &terms, &holidays);
    let text = print(rng, &terms, &holidays, &workdays);
    Calendar { terms, first, last, text }
}

fn terms(rng: &mut Rng) -> Vec<Term> {
    let autumn = rng.chance(50);
    let year = 2018 + i32::try_from(rng.below(10)).expect("small");
    let short = rng.chance(25);
    let (month, day) = if autumn { (8, 24) } else { (2, 6) };
    let mut first = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
    first += TimeDelta::days(rng.between(0, 18));
    let mut school_year = if autumn { year } else { year - 1 };
    let mut number = if autumn { 1 } else { 2 };
    let mut terms = Vec::new();
    for _ in 0..2 + rng.below(3) {
        let length = if short { rng.between(20, 100) } else { rng.between(110, 150) };
        let last = first + TimeDelta::days(length - 1);
        let label = format!("{school_year}-{}", school_year + 1);
        let own = length < 84 || rng.chance(20);
        let anchors = if own { windows(rng, first, last) } else { Vec::new() };
        terms.push(Term { id: format!("{label}-{number}"), year: label, first, last, anchors });
        let gap = match rng.below(10) {
            0 | 1 => 0,
            2 | 3 => rng.between(1, 9),
            _ if number == 1 => rng.between(14, 36),
            _ => rng.between(48, 65),
        };
        first = last + TimeDelta::days(gap + 1);
        // Now and then a year of one term, or of three.
        number += 1;
        if number > 3 || (number == 3 && rng.chance(85)) || rng.chance(5) {
            number = 1;
            school_year += 1;
        }
    }
    terms
}

/// One to three windows inside the term, apart from each other.
fn windows(
    rng: &mut Rng,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<(String, NaiveDate, NaiveDate)> {
    let names = *rng.pick(&[&["start", "mid", "end"], &["one", "two", "three"]]);
    let days: Vec<NaiveDate> = days(first, last).collect();
    let count = 1 + rng.below(3);
    let ends = rng.some(&days, count * 2, count * 2);
    ends.chunks(2).zip(names).map(|(pair, name)| (name.to_string(), pair[0], pair[1])).collect()
}

fn holidays(rng: &mut Rng, first: NaiveDate, last: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut found: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for _ in 0..rng.below(6) {
        let begin = rng.day(first, last);
        let end = begin + TimeDelta::days(rng.between(0, 9));
        if found.iter().all(|(f, l)| end < *f || *l < begin) {
            found.push((begin, end));
        }
    }
    found.sort_unstable();
    found
}

fn workdays(rng: &mut Rng, terms: &[Term], holidays: &[(NaiveDate, NaiveDate)]) -> Vec<NaiveDate> {
    let (first, last) = (terms[0].first, terms[terms.len() - 1].last);
    let mut found = Vec::new();
    for _ in 0..rng.below(6) {
        let day = match rng.below(3) {
            0 if !holidays.is_empty() => {
                let (f, l) = *rng.pick(holidays);
                rng.day(f, l)
            }
            1 => days(rng.day(first, last), last + TimeDelta::days(7))
                .find(|d| matches!(d.weekday(), Weekday::Sat | Weekday::Sun))
                .unwrap_or(last),
            // Anywhere, outside terms too.
            _ => rng.day(first - TimeDelta::days(10), last + TimeDelta::days(20)),
        };
        if !found.contains(&day) {
            found.push(day);
        }
    }
    found
}

fn print(
    rng: &mut Rng,
    terms: &[Term],
    holidays: &[(NaiveDate, NaiveDate)],
    workdays: &[NaiveDate],
) -> String {
    let mut out = String::new();
    for t in terms {
        let Term { id, year, first, last, anchors } = t;
        write!(out, "[[term]]\nid = \"{id}\"\nyear = \"{year}\"\n").expect("text");
        write!(out, "first = {first}\nlast = {last}\n").expect("text");
        let spans: Vec<String> =
            anchors.iter().map(|(n, f, l)| format!("{n} = [{f}, {l}]")).collect();
        match (spans.is_empty(), rng.chance(50)) {
            (true, _) => {}
            (false, true) => writeln!(out, "anchors = {{ {} }}", spans.join(", ")).expect("text"),
            (false, false) => writeln!(out, "[term.anchors]\n{}", spans.join("\n")).expect("text"),
        }
        out.push('\n');
    }
    for (first, last) in holidays {
        write!(out, "[[holiday]]\nname = \"假日\"\nfirst = {first}\nlast = {last}\n\n")
            .expect("text");
    }
    for date in workdays {
        write!(out, "[[workday]]\ndate = {date}\n\n").expect("text");
    }
    out
}

/// Two or three days to judge on: boundaries of terms and months, and any day up to the sixtieth
/// after the last term.
pub fn dates(rng: &mut Rng, calendar: &Calendar) -> Vec<NaiveDate> {
    let end = calendar.last + TimeDelta::days(60);
    let mut found = Vec::new();
    for _ in 0..2 + rng.below(2) {
        let term = rng.pick(&calendar.terms);
        let (first, last) = (term.first, term.last);
        let day = match rng.below(12) {
            0 => first + TimeDelta::days(rng.between(-1, 1)),
            1 => last + TimeDelta::days(rng.between(-1, 1)),
            2 => rng.day(last, last + TimeDelta::days(30)),
            3 => end,
            4 | 5 => {
                let day = rng.day(calendar.first, calendar.last);
                day.with_day(1).expect("the first") - TimeDelta::days(rng.between(0, 1))
            }
            6 => first + TimeDelta::days(27 + rng.between(-1, 2)),
            _ => rng.day(calendar.first, end),
        };
        found.push(day.min(end));
    }
    found.sort_unstable();
    found.dedup();
    if found.len() == 1 {
        let other = if found[0] == end { calendar.last } else { end };
        found.push(other);
        found.sort_unstable();
    }
    found
}
