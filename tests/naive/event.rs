//! Section 4: what counts for a rule and a subject.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::child::PAIR_ROLES;
use super::home::Home;
use super::log::Row;
use super::register;
use super::rule::{Columns, Every, Rule};
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

    /// "each column in `where` holds one of the listed values, each column in `filled` is not
    /// blank, and no column in `unless` holds one of its listed values".
    fn meets_conditions(&self, rule: &Rule) -> bool {
        let mut filled = rule.filled.iter().filter(|column| self.is_asked(column));
        self.holds_one_of_each(&rule.conditions)
            && filled.all(|column| !self.blank(column))
            && self.holds_none_of(&rule.unless)
    }

    /// "`where`, `filled` and `unless` are asked only of registers that have the column by its
    /// description".
    fn is_asked(&self, column: &str) -> bool {
        register::has(&self.register, column)
    }

    /// The condition `where`.
    pub fn holds_one_of_each(&self, conditions: &Columns) -> bool {
        let mut asked = conditions.iter().filter(|(column, _)| self.is_asked(column));
        asked.all(|(column, values)| values.iter().any(|v| v == self.cell(column)))
    }

    /// The condition `unless`: "blank is none of them".
    pub fn holds_none_of(&self, unless: &Columns) -> bool {
        let mut asked = unless.iter().filter(|(column, _)| self.is_asked(column));
        asked.all(|(column, values)| {
            self.blank(column) || values.iter().all(|v| v != self.cell(column))
        })
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
    /// Every event that counts, with its register.
    pub counted: Vec<(NaiveDate, String)>,
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
                tally.counted.push((event.date, event.register.clone()));
                if rule.every == Every::SchoolDay {
                    tally.sessions.push((event.date, event.cell("session").to_string()));
                }
            }
        }
        tally.days.sort_unstable();
        tally.days.dedup();
        tally
    }

    /// "`last_done` = date of the last event that counts (null: never), `attempts` = attempts after
    /// it"; each family is one attempt, several on a day are several.
    pub fn last_done(&self) -> (Option<NaiveDate>, usize) {
        let last = self.days.last().copied();
        let after = self.attempts.iter().filter(|day| last.is_none_or(|l| **day > l));
        (last, after.count())
    }
}
