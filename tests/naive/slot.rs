//! Section 2: the spans in which something must happen.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::calendar::{Term, days};
use super::home::Home;
use super::rule::{Every, Rule};
use super::subject::Subject;

/// A span `[first, last]` with its label.
#[derive(Clone, Debug)]
pub struct Slot {
    pub label: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The session asked for, when the rule has `sessions`.
    pub session: Option<String>,
    /// "An occasion is owed when the child is present on the festival itself (a break: on its first
    /// day)".
    pub festival: Option<NaiveDate>,
}

impl Slot {
    fn plain(label: String, first: NaiveDate, last: NaiveDate) -> Slot {
        Slot { label, first, last, session: None, festival: None }
    }
}

/// All slots of the rule for the subject. "A slot whose `first` lies before the rule's `from` or
/// after its `until` does not exist".
pub fn cut(home: &Home, rule: &Rule, subject: &Subject) -> Vec<Slot> {
    let mut slots = match rule.every {
        Every::Week => home.terms.iter().flat_map(weeks).collect(),
        Every::Month => home.terms.iter().flat_map(months).collect(),
        Every::Anchor => home.terms.iter().flat_map(anchors).collect(),
        Every::Term => {
            let terms = home.terms.iter();
            terms.map(|t| Slot::plain(t.id.clone(), t.first, t.last)).collect()
        }
        Every::Year => years(home),
        Every::Occasion => occasions(home, rule, subject),
        Every::SchoolDay => school_days(home, rule),
        Every::Rolling | Every::After | Every::State => Vec::new(),
    };
    slots.retain(|slot| super::calendar::within(slot.first, rule.from, rule.until));
    slots
}

/// "Monday-started weeks, clipped to the term; week 1 holds the term's first day".
fn weeks(term: &Term) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for day in days(term.first, term.last) {
        if slots.is_empty() || day.weekday() == Weekday::Mon {
            let label = format!("{}/w{:02}", term.id, slots.len() + 1);
            slots.push(Slot::plain(label, day, day));
        }
        slots.last_mut().expect("a week").last = day;
    }
    slots
}

/// "calendar months, clipped to the term; a month shared by two terms gives one slot in each, with
/// the same label".
fn months(term: &Term) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for day in days(term.first, term.last) {
        if slots.is_empty() || day.day() == 1 {
            slots.push(Slot::plain(day.format("%Y-%m").to_string(), day, day));
        }
        slots.last_mut().expect("a month").last = day;
    }
    slots
}

/// "the term's `[term.anchors]` table …, else `start` = the first 28 days, `end` = the last 28,
/// `mid` = the 28 days beginning at `first + (length_in_days − 28) div 2`".
fn anchors(term: &Term) -> Vec<Slot> {
    let label = |name: &str| format!("{}/{name}", term.id);
    if !term.anchors.is_empty() {
        let windows = term.anchors.iter();
        return windows.map(|(name, f, l)| Slot::plain(label(name), *f, *l)).collect();
    }
    let length = (term.last - term.first).num_days() + 1;
    let offset = u64::try_from((length - 28) / 2).expect("a term of at least 28 days");
    let mid = term.first + Days::new(offset);
    let window =
        |name: &str, first: NaiveDate| Slot::plain(label(name), first, first + Days::new(27));
    vec![window("start", term.first), window("mid", mid), window("end", term.last - Days::new(27))]
}

/// "first day of the year's first term to last day of its last term".
fn years(home: &Home) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for term in &home.terms {
        if !slots.iter().any(|s| s.label == term.year) {
            let (first, last) = home.year_span(&term.year);
            slots.push(Slot::plain(term.year.clone(), first, last));
        }
    }
    slots
}

/// "festival − `before_days` to + `after_days`, never clipped, for each festival in `occasions`
/// falling between the calendar's first and last day".
fn occasions(home: &Home, rule: &Rule, subject: &Subject) -> Vec<Slot> {
    let mut slots = Vec::new();
    for name in &rule.occasions {
        if name == "winter_break" || name == "summer_break" {
            // "`before_days`, `after_days` do not apply; label by the first day's year".
            for (first, last) in home.breaks(name) {
                let label = format!("{name}/{}", first.year());
                let festival = Some(first);
                slots.push(Slot { festival, ..Slot::plain(label, first, last) });
            }
            continue;
        }
        for day in days(home.calendar_first(), home.calendar_last()) {
            let Some(label) = occasion_label(home, name, subject, day) else {
                continue;
            };
            let first = day - chrono::TimeDelta::days(rule.before_days);
            let last = day + chrono::TimeDelta::days(rule.after_days);
            slots.push(Slot { festival: Some(day), ..Slot::plain(label, first, last) });
        }
    }
    slots
}

/// `mid_autumn/2024`; "Elder birthdays are labelled `elder_birthday/<date>`; elders sharing a date
/// share a slot".
fn occasion_label(home: &Home, name: &str, who: &Subject, day: NaiveDate) -> Option<String> {
    if name == "elder_birthday" {
        let Subject::Child(child) = who else {
            return None;
        };
        let falls = child.elders.iter().any(|elder| home.is_birthday(elder, day));
        return falls.then(|| format!("{name}/{day}"));
    }
    home.is_festival(name, day).then(|| format!("{name}/{}", day.year()))
}

/// "each school day, split by `sessions` when given"; label "`2024-10-09/noon`; without `sessions`
/// the date".
fn school_days(home: &Home, rule: &Rule) -> Vec<Slot> {
    let mut slots = Vec::new();
    for day in days(home.calendar_first(), home.calendar_last()) {
        if !home.school_day(day) {
            continue;
        }
        if rule.sessions.is_empty() {
            slots.push(Slot::plain(day.to_string(), day, day));
        }
        for session in &rule.sessions {
            let label = format!("{day}/{session}");
            slots.push(Slot { session: Some(session.clone()), ..Slot::plain(label, day, day) });
        }
    }
    slots
}
