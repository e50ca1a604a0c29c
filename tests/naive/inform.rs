//! Section 5: the list of `inform` rules.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::calendar::within;
use super::event::{Event, Tally};
use super::home::Home;
use super::rule::{Every, Level, Rule};
use super::subject::{self, Subject};
use super::{child_id, family, with_responsible};

impl Home {
    /// "`care overdue --level inform` lists, for each subject present today and each inform rule
    /// (no state rules) that is in force today and applies today, the days since the last event
    /// that counts: never first, then most days, ties by rule and subject".
    pub fn inform(&self, today: NaiveDate, known_at: Option<NaiveDate>) -> Value {
        let events = family::settle(self, today, known_at);
        let mut rows = Vec::new();
        let listed = |r: &&Rule| r.level == Level::Inform && r.every != Every::State;
        for rule in self.rules.iter().filter(listed) {
            for subject in subject::all(self, rule) {
                let asked = subject.present(self, today)
                    && within(today, rule.from, rule.until)
                    && subject.applies(rule, today);
                if asked {
                    rows.push(row(self, rule, &subject, &events, today));
                }
            }
        }
        rows.sort_by(|a, b| {
            let key = |v: &Value| {
                (
                    v["days_since"].as_i64().map(|days| -days),
                    v["rule"].to_string(),
                    v["subject_id"].to_string(),
                )
            };
            key(a).cmp(&key(b))
        });
        Value::Array(rows)
    }
}

/// "`slot`, `due`, `since` null, `missed` and `days_overdue` 0, `last_done` and `attempts` as
/// above, `days_since` (null: never)."
fn row(home: &Home, rule: &Rule, who: &Subject, events: &[Event], today: NaiveDate) -> Value {
    let tally = Tally::of(home, rule, who, events);
    let (last_done, attempts) = tally.last_done();
    let row = json!({
        "rule": rule.id,
        "subject": rule.subject.word(),
        "subject_id": who.id(),
        "child": child_id(rule, who.id()),
        "slot": null,
        "due": null,
        "since": null,
        "days_overdue": 0,
        "days_since": last_done.map(|day| (today - day).num_days()),
        "missed": 0,
        "last_done": last_done.map(|d| d.to_string()),
        "attempts": attempts,
        "lacks": [],
        "lacks_parts": [],
    });
    with_responsible(home, rule, who, today, row)
}
