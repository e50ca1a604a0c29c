//! Section 3: subjects, and when each is present.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use toml::Value;

use super::calendar::within;
use super::child::Child;
use super::event::Event;
use super::home::{Home, Staff};
use super::register;
use super::rule::{Kind, Rule};

/// Who owes.
#[derive(Debug)]
pub enum Subject<'a> {
    Child(&'a Child),
    /// A person, with the role that the rule names.
    Staff(&'a Staff, &'a str),
    Class(String),
    School,
}

/// Every subject the rule may have.
pub fn all<'a>(home: &'a Home, rule: &'a Rule) -> Vec<Subject<'a>> {
    match rule.subject {
        Kind::Child => home.children.iter().map(Subject::Child).collect(),
        // "`staff`: each person holding the rule's `role`"
        Kind::Staff => {
            let held = rule.role.as_deref().expect("role is required for staff");
            let holders = home.staff.iter().filter(|s| s.roles.iter().any(|r| r.name == held));
            holders.map(|s| Subject::Staff(s, held)).collect()
        }
        // "`class`: classes with a child present that day (by `class` on that day)"
        Kind::Class => {
            let mut codes = BTreeSet::new();
            for child in &home.children {
                let earlier = child.was.iter().filter(|w| w.field == "class").map(|w| &w.value);
                let values = earlier.chain(child.table.get("class"));
                let codes_of = values.filter_map(Value::as_str).filter(|code| !code.is_empty());
                codes.extend(codes_of.map(str::to_string));
            }
            codes.into_iter().map(Subject::Class).collect()
        }
        Kind::School => vec![Subject::School],
    }
}

impl Subject<'_> {
    /// "`subject_id` is the child's or staff id, the class code, or `school`".
    pub fn id(&self) -> &str {
        match self {
            Subject::Child(child) => &child.id,
            Subject::Staff(person, _) => &person.id,
            Subject::Class(code) => code,
            Subject::School => "school",
        }
    }

    /// *Present*, for each kind of subject.
    pub fn present(&self, home: &Home, day: NaiveDate) -> bool {
        match self {
            Subject::Child(child) => child.present(day),
            Subject::Class(code) => {
                home.children.iter().any(|c| c.class(day) == Some(code) && c.present(day))
            }
            _ => self.on_roll(home, day),
        }
    }

    /// "'off the roll' is 'not present, pauses aside'": for a class, a child on its roll is enough.
    pub fn on_roll(&self, home: &Home, day: NaiveDate) -> bool {
        match self {
            Subject::Child(child) => child.on_roll(day),
            // "present while it is in force"
            Subject::Staff(person, role) => {
                person.roles.iter().any(|r| r.name == **role && within(day, r.from, r.until))
            }
            Subject::Class(code) => {
                home.children.iter().any(|c| c.class(day) == Some(code) && c.on_roll(day))
            }
            // "`school`: always present"
            Subject::School => true,
        }
    }

    /// The class a role's `class` is compared with.
    pub fn class(&self, day: NaiveDate) -> Option<&str> {
        match self {
            Subject::Child(child) => child.class(day),
            Subject::Class(code) => Some(code),
            _ => None,
        }
    }

    /// Is the event the subject's?
    pub fn owns(&self, home: &Home, event: &Event) -> bool {
        match self {
            // "for a child: among its `children`, named twice = once"
            Subject::Child(child) => child.is_in(event),
            // "an event is theirs when `staff` names them"
            Subject::Staff(person, _) => event.staff.contains(&person.id),
            // "an event is theirs when its `class` column names it or, without that column, when
            // one of its children is in it".
            // Choice: a child is in the class by its `class` that day, present or not.
            Subject::Class(code) if register::has(&event.register, "class") => {
                event.cell("class").trim() == code
            }
            Subject::Class(code) => {
                home.children.iter().any(|c| c.is_in(event) && c.class(event.date) == Some(code))
            }
            // "every event of the register is its own"
            Subject::School => true,
        }
    }

    /// "`applies` …: each named field … is among its values"; only for children.
    pub fn applies(&self, rule: &Rule, day: NaiveDate) -> bool {
        match self {
            Subject::Child(child) => child.applies(rule, day),
            _ => true,
        }
    }

    /// Does an exemption for the rule cover the day? Only children have them.
    pub fn exempt(&self, rule: &Rule, day: NaiveDate) -> bool {
        match self {
            Subject::Child(child) => child.exempt(&rule.id, day),
            _ => false,
        }
    }
}
