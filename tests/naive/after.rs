//! Section 6a: something happened, so something is owed.

use chrono::{NaiveDate, TimeDelta};
use toml::Table;

use super::Judged;
use super::calendar::{days, within};
use super::event::{Event, Tally};
use super::home::{Home, text, texts};
use super::register;
use super::rule::{Columns, Rule, columns_of};
use super::subject::Subject;

/// The table `after` of a rule.
#[derive(Clone, Debug)]
pub struct After {
    pub records: Vec<String>,
    pub joined: bool,
    /// `outcome = "attempted"` is given.
    pub attempted: bool,
    pub conditions: Columns,
    pub unless: Columns,
    pub on: Option<String>,
}

impl After {
    /// Reads the table.
    pub fn parse(table: &Table) -> After {
        After {
            records: texts(table, "records"),
            joined: table.get("joined").and_then(toml::Value::as_bool).unwrap_or(false),
            attempted: text(table, "outcome").is_some(),
            conditions: columns_of(table, "where"),
            unless: columns_of(table, "unless"),
            on: text(table, "on"),
        }
    }

    /// "`after.outcome = "attempted"` takes attempts only, else only what was done asks".
    fn asks(&self, home: &Home, event: &Event, subject: &Subject) -> bool {
        self.records.contains(&event.register)
            && subject.owns(home, event)
            && event.attempted == self.attempted
            && event.holds_one_of_each(&self.conditions)
            && event.holds_none_of(&self.unless)
    }
}

/// One pair of `first` and `due`. No `due`: "the calendar ends before that".
type Asked = (NaiveDate, Option<NaiveDate>);

/// "One slot for each child and distinct pair of `first` and `due`".
pub fn judge(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    events: &[Event],
    today: NaiveDate,
) -> Vec<Judged> {
    let tally = Tally::of(home, rule, subject, events);
    let mut asked: Vec<Asked> = Vec::new();
    for pair in all_asked(home, rule, subject, events) {
        // "when `first` lies in the rule's `from`…`until` and is not after today, `applies` holds
        // on it and the child is present on it".
        let first = pair.0;
        let counts = within(first, rule.from, rule.until)
            && first <= today
            && subject.applies(rule, first)
            && subject.present(home, first);
        if counts && !asked.contains(&pair) {
            asked.push(pair);
        }
    }
    asked.into_iter().filter_map(|pair| one(home, rule, subject, &tally, pair, today)).collect()
}

fn all_asked(home: &Home, rule: &Rule, subject: &Subject, events: &[Event]) -> Vec<Asked> {
    let after = rule.after.as_ref().expect("an after rule has its table");
    if after.joined {
        // "`after.joined = true` … asks once for each spell that has begun, on its first day."
        let Subject::Child(child) = subject else {
            panic!("joined is for children");
        };
        let joined = child.spells.iter().map(|spell| spell.0);
        return joined.map(|first| (first, by_days(home, rule, subject, first))).collect();
    }
    let mut found = Vec::new();
    for event in events.iter().filter(|e| after.asks(home, e, subject)) {
        match &after.on {
            None => found.push((event.date, by_days(home, rule, subject, event.date))),
            Some(column) => {
                found.extend(agreed(event, column).map(|due| (event.date, Some(due))));
            }
        }
    }
    found
}

/// "with `after.on`, the date in that column of the asking event (blank: nothing is asked; text
/// that is no `YYYY-MM-DD`: a remark, and nothing is asked; earlier than `first`: `first`)".
fn agreed(event: &Event, column: &str) -> Option<NaiveDate> {
    if !register::has(&event.register, column) {
        return None;
    }
    let cell = event.cell(column).trim();
    let strict = cell.len() == 10
        && cell.chars().enumerate().all(|(at, c)| match at {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        });
    let date: Option<NaiveDate> = if strict { cell.parse().ok() } else { None };
    date.map(|date| date.max(event.date))
}

/// "`due` is `first` + `days` days; with `count = "school"` the `days`-th school day after `first`
/// on which the child is present".
fn by_days(home: &Home, rule: &Rule, subject: &Subject, first: NaiveDate) -> Option<NaiveDate> {
    if !rule.counts_school_days {
        return Some(first + TimeDelta::days(rule.days));
    }
    let mut passed = 0;
    for day in days(first.succ_opt().expect("a day"), home.calendar_last()) {
        if home.school_day(day) && subject.present(home, day) {
            passed += 1;
        }
        if passed == rule.days {
            return Some(day);
        }
    }
    None
}

/// "The slot is answered by the first event that counts … with a date on or after `first`; but
/// after `first` when its register is among `after.records` and `after.outcome` is not given".
fn answer(rule: &Rule, tally: &Tally, first: NaiveDate) -> Option<NaiveDate> {
    let after = rule.after.as_ref().expect("an after rule has its table");
    let answers = tally.counted.iter().filter(|(date, register)| {
        let by_itself = after.records.contains(register) && !after.attempted;
        if by_itself { *date > first } else { *date >= first }
    });
    answers.map(|(date, _)| *date).min()
}

fn one(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    tally: &Tally,
    (first, due): Asked,
    today: NaiveDate,
) -> Option<Judged> {
    let met_on = answer(rule, tally, first);
    // "when the calendar ends before that: left out while open, and closed as `met` with `due` =
    // the answer's date"
    let due = due.or(met_on)?;
    let state = match met_on {
        Some(day) if day <= due => "met",
        Some(_) => "met_late",
        None => unanswered(home, rule, subject, due, today)?,
    };
    Some(Judged {
        slot: format!("{first}/{due}"),
        first: Some(first),
        // "`met_on` and `last` are its date"; "Not answered (`last` = `due`)".
        last: Some(met_on.unwrap_or(due)),
        due: Some(due),
        state,
        count: usize::from(met_on.is_some()),
        met_on,
        lacks: Vec::new(),
        lacks_parts: Vec::new(),
    })
}

/// "off the roll on `due`, nothing is owed; else `exempt` when an exemption covers `due`; `open` up
/// to `due`; then nothing is owed when the child is off the roll today and was so on the day after
/// `due` already; else `grace`; then `overdue` while it is on the roll today, `missed` while it is
/// not".
fn unanswered(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    due: NaiveDate,
    today: NaiveDate,
) -> Option<&'static str> {
    let next = due.succ_opt().expect("a day");
    if !subject.on_roll(home, due) {
        None
    } else if subject.exempt(rule, due) {
        Some("exempt")
    } else if today <= due {
        Some("open")
    } else if !subject.on_roll(home, today) && !subject.on_roll(home, next) {
        None
    } else if today <= due + TimeDelta::days(rule.grace_days) {
        Some("grace")
    } else if subject.on_roll(home, today) {
        Some("overdue")
    } else {
        Some("missed")
    }
}
