//! Section 4: what counts for a rule and a subject.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::child::PAIR_ROLES;
use super::home::Home;
use super::log::Row;
use super::register;
use super::rule::{Every, Rule};
use super::subject::Subject;

/// The row that speaks for a family, dated today or before.
#[derive(Clone, Debug)]
pub struct Event {
    pub register: String,
    pub date: NaiveDate,
    pub children: Vec<String>,
    pub staff: Vec<String>,
    /// "`outcome` | `made` (or empty) or `attempted`"
    pub attempted: bool,
    pub cells: BTreeMap<String, String>,
}

impl Event {
    /// The event of a speaking row.
    pub fn of(row: &Row) -> Event {
        let cell = |key: &str| row.cells.get(key).map_or("", |c| c.trim());
        let ids = |key: &str| cell(key).split_whitespace().map(str::to_string).collect();
        Event {
            register: row.register.clone(),
            date: row.date,
            children: ids("children"),
            staff: ids("staff"),
            attempted: cell("outcome") == "attempted",
            cells: row.cells.clone(),
        }
    }

    /// The cell, "a cell missing from an older header is blank".
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// "A cell is blank when it is empty or white space only."
    pub fn blank(&self, column: &str) -> bool {
        self.cell(column).trim().is_empty()
    }

    /// Everything section 4 asks but the outcome: "An attempt … must meet every condition but
    /// `outcome`".
    pub fn qualifies(&self, home: &Home, rule: &Rule, subject: &Subject) -> bool {
        rule.records.contains(&self.register)
            && subject.owns(home, self)
            && self.meets_conditions(rule)
            && self.in_session(rule)
            && (!rule.by_only || self.done_by(home, rule, subject))
    }

    /// "each column in `where` holds one of the listed values, and each column in `filled` is not
    /// blank. `where` and `filled` are asked only of registers that have the column by its
    /// description".
    fn meets_conditions(&self, rule: &Rule) -> bool {
        let asked = |column: &str| register::has(&self.register, column);
        let mut conditions = rule.conditions.iter().filter(|(column, _)| asked(column));
        let mut filled = rule.filled.iter().filter(|column| asked(column));
        conditions.all(|(column, values)| values.iter().any(|v| v == self.cell(column)))
            && filled.all(|column| !self.blank(column))
    }

    /// "matched to the event's `session` column … A blank or unlisted session counts for none".
    ///
    /// Choice (golden): under a rule with `sessions` such an event does not count at all: it is no
    /// `last_done`, keeps no slot from being live, and such an attempt is not shown.
    fn in_session(&self, rule: &Rule) -> bool {
        rule.sessions.is_empty() || rule.sessions.iter().any(|s| s == self.cell("session").trim())
    }

    /// "at least one of the event's staff held that role on that day, by the child's `[[pair]]` or,
    /// for other roles, by `staff.toml` (its `class`, when given, being the child's that day)".
    ///
    /// Choice: for a class the role's `class` must be that class; a staff member or the school has
    /// no class, so a role with a `class` does not serve, and none but a child has pairs.
    fn done_by(&self, home: &Home, rule: &Rule, subject: &Subject) -> bool {
        let by = rule.by.as_deref().expect("by_only needs by");
        if PAIR_ROLES.contains(&by) {
            let Subject::Child(child) = subject else {
                return false;
            };
            return child.pairs_on(by, self.date).iter().any(|p| self.staff.contains(&p.staff));
        }
        let class = subject.class(self.date);
        home.holders(by, self.date).iter().any(|(person, entry)| {
            self.staff.contains(&person.id)
                && (entry.class.is_none() || entry.class.as_deref() == class)
        })
    }
}

/// What counts for one rule and subject.
#[derive(Debug, Default)]
pub struct Tally {
    /// Distinct days with an event that counts, ascending. "Several events on one day count once."
    pub days: Vec<NaiveDate>,
    /// The same with the event's `session`, for rules with `sessions`.
    pub sessions: Vec<(NaiveDate, String)>,
    /// One entry for each attempt.
    pub attempts: Vec<NaiveDate>,
}

impl Tally {
    /// Goes through all events.
    pub fn of(home: &Home, rule: &Rule, subject: &Subject, events: &[Event]) -> Tally {
        let mut tally = Tally::default();
        for event in events.iter().filter(|e| e.qualifies(home, rule, subject)) {
            if event.attempted {
                tally.attempts.push(event.date);
            } else {
                tally.days.push(event.date);
                if rule.every == Every::SchoolDay {
                    tally.sessions.push((event.date, event.cell("session").to_string()));
                }
            }
        }
        tally.days.sort_unstable();
        tally.days.dedup();
        tally
    }
}
