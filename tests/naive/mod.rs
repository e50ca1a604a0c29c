//! An independent, deliberately naive evaluator of `data-template/reference/rules.md`: day by day,
//! nothing pruned, clear rather than quick. It shares no code with the program it judges, and even
//! the lunar dates come from another source. Input is taken to be valid: on a fault it panics.
//!
//! Where the spec leaves a choice, the comment at the place says `Choice:` and, when the golden
//! homes decide it, `golden`.
#![allow(dead_code)]

pub mod after;
pub mod calendar;
pub mod child;
pub mod class;
pub mod dated;
pub mod event;
pub mod facts;
pub mod family;
pub mod features;
pub mod festival;
pub mod home;
pub mod inform;
pub mod log;
pub mod lunar_table;
pub mod phone;
pub mod random_after;
pub mod random_calendar;
pub mod random_cells;
pub mod random_conditions;
pub mod random_families;
pub mod random_home;
pub mod random_logs;
pub mod random_people;
pub mod random_rules;
pub mod register;
pub mod rng;
pub mod rolling;
pub mod rule;
pub mod slot;
pub mod subject;

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub use home::Home;

use event::{Event, Tally};
use rule::{Every, Level, Rule};
use subject::Subject;

/// One subject × rule × slot with its state (sections 5 to 7).
#[derive(Clone, Debug)]
pub struct Judged {
    pub slot: String,
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub state: &'static str,
    pub count: usize,
    pub met_on: Option<NaiveDate>,
    pub lacks: Vec<String>,
    /// Which parts of what is lacking are missing, as field paths.
    pub lacks_parts: Vec<String>,
}

/// The answer of `overdue --today DATE`: required rules only.
pub fn overdue(home: &Path, today: NaiveDate) -> Value {
    Home::read(home).overdue(today)
}

/// The answer of `obligations --all --today DATE`.
pub fn obligations_all(home: &Path, today: NaiveDate) -> Value {
    Home::read(home).obligations_all(today)
}

impl Home {
    /// "**The overdue list** answers 'what must someone do now'."
    pub fn overdue(&self, today: NaiveDate) -> Value {
        self.overdue_with(today, None, &[Level::Required])
    }

    /// The overdue list for other levels (`--level advised`) and at an earlier knowledge
    /// (`--known-at D`).
    pub fn overdue_with(
        &self,
        today: NaiveDate,
        known_at: Option<NaiveDate>,
        levels: &[Level],
    ) -> Value {
        let events = family::settle(self, today, known_at);
        let mut rows = Vec::new();
        for rule in self.rules.iter().filter(|r| levels.contains(&r.level)) {
            for subject in subject::all(self, rule) {
                rows.extend(list_row(self, rule, &subject, &events, today));
            }
        }
        // "Sorted by `days_overdue` descending, rule id, subject id"; state rows "follow the dated
        // rows of 0 days".
        rows.sort_by(|a, b| {
            let key = |v: &Value| {
                (
                    -v["days_overdue"].as_i64().expect("a number"),
                    v["slot"] == "now",
                    v["rule"].to_string(),
                    v["subject_id"].to_string(),
                )
            };
            key(a).cmp(&key(b))
        });
        Value::Array(rows)
    }

    /// "Obligations hold required and advised rules", "sorted by rule id, child id, first, slot".
    pub fn obligations_all(&self, today: NaiveDate) -> Value {
        let events = family::settle(self, today, None);
        let mut rows = Vec::new();
        for rule in self.rules.iter().filter(|r| r.level != Level::Inform) {
            for subject in subject::all(self, rule) {
                for judged in judge(self, rule, &subject, &events, today) {
                    rows.push((rule, subject.id().to_string(), judged));
                }
            }
        }
        rows.sort_by(|(ra, ia, a), (rb, ib, b)| {
            (&ra.id, ia, a.first, &a.slot).cmp(&(&rb.id, ib, b.first, &b.slot))
        });
        Value::Array(rows.iter().map(|(rule, id, j)| obligation(rule, id, j)).collect())
    }
}

fn obligation(rule: &Rule, id: &str, judged: &Judged) -> Value {
    json!({
        "rule": rule.id,
        "subject": rule.subject.word(),
        "subject_id": id,
        "child": child_id(rule, id),
        "slot": judged.slot,
        "first": judged.first.map(|d| d.to_string()),
        "last": judged.last.map(|d| d.to_string()),
        "due": judged.due.map(|d| d.to_string()),
        "state": judged.state,
        "count": judged.count,
        "met_on": judged.met_on.map(|d| d.to_string()),
    })
}

fn child_id(rule: &Rule, id: &str) -> Value {
    if rule.subject == rule::Kind::Child { json!(id) } else { Value::Null }
}

/// Every owed slot of one subject and rule, each with "exactly one state".
pub fn judge(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    events: &[Event],
    today: NaiveDate,
) -> Vec<Judged> {
    match rule.every {
        Every::State => facts::judge(home, rule, subject, events, today).into_iter().collect(),
        Every::Rolling => {
            let tally = Tally::of(home, rule, subject, events);
            rolling::judge(home, rule, subject, &tally, today)
        }
        Every::After => after::judge(home, rule, subject, events, today),
        _ => {
            let tally = Tally::of(home, rule, subject, events);
            dated::judge(home, rule, subject, &tally, today)
        }
    }
}

/// "Each child present today × rule with live slots is one row."
fn list_row(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    events: &[Event],
    today: NaiveDate,
) -> Option<Value> {
    if !subject.present(home, today) {
        return None;
    }
    let judged = judge(home, rule, subject, events, today);
    let late: Vec<&Judged> = match rule.every {
        // "`last_done` … null, … `attempts` and `days_overdue` 0, `missed` 1".
        Every::State => {
            let row = judged.iter().find(|j| j.state == "overdue")?;
            return Some(print_row(home, rule, subject, today, &[row], (None, 0)));
        }
        // "Only an `overdue` rolling slot is on the list, never a `missed` one; … knows no school
        // year." "On the list only `overdue` after-slots … stand, of any school year, and never
        // `missed` ones".
        Every::Rolling | Every::After => judged.iter().filter(|j| j.state == "overdue").collect(),
        _ => judged.iter().filter(|j| j.state == "overdue" || j.state == "missed").collect(),
    };
    let tally = Tally::of(home, rule, subject, events);
    let live: Vec<&Judged> = match rule.every {
        Every::Rolling | Every::After => late,
        _ => late.into_iter().filter(|j| on_list(home, j, &tally, today)).collect(),
    };
    if live.is_empty() {
        return None;
    }
    Some(print_row(home, rule, subject, today, &live, tally.last_done()))
}

/// "A late slot is *live* until something that counts happens after its last day. Considered are
/// slots whose due date lies in the school year of today, and older ones too when nothing ever
/// counted for that child and rule."
///
/// Choice: before the first term there is no school year; what falls due in that time is considered
/// in that time, since a duty that is owed must not be off the list for want of a term.
fn on_list(home: &Home, slot: &Judged, tally: &Tally, today: NaiveDate) -> bool {
    let last = slot.last.expect("a dated slot has a last day");
    let due = slot.due.expect("a dated slot has a due date");
    let live = !tally.days.iter().any(|d| *d > last);
    let year = home.year_of(today);
    let this_year = home.year_of(due) == year;
    live && (this_year || tally.days.is_empty())
}

/// "`slot` and `due` of the live slot due last (ties: latest `first`, then greatest label),
/// `since` = the earliest due date among them, `days_overdue` = today − since, `missed` = how
/// many."
fn print_row(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    today: NaiveDate,
    live: &[&Judged],
    done: (Option<NaiveDate>, usize),
) -> Value {
    let shown = live.iter().max_by_key(|j| (j.due, j.first, &j.slot)).expect("not empty");
    let since = live.iter().filter_map(|j| j.due).min();
    let row = json!({
        "rule": rule.id,
        "subject": rule.subject.word(),
        "subject_id": subject.id(),
        "child": child_id(rule, subject.id()),
        "slot": shown.slot,
        "due": shown.due.map(|d| d.to_string()),
        "since": since.map(|d| d.to_string()),
        "days_overdue": since.map_or(0, |d| (today - d).num_days()),
        "days_since": null,
        "missed": live.len(),
        "last_done": done.0.map(|d| d.to_string()),
        "attempts": done.1,
        "lacks": shown.lacks,
        "lacks_parts": shown.lacks_parts,
    });
    with_responsible(home, rule, subject, today, row)
}

fn with_responsible(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    today: NaiveDate,
    mut row: Value,
) -> Value {
    if let Subject::Child(child) = subject {
        row["responsible"] = json!(child.responsible(home, rule, today));
    }
    row
}
