//! Children whom a rule does not reach because what it goes by is not known of them.

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::problem::{FieldsAsked, Quote, Reaching};
use crate::domain::rule::{Rule, SubjectKind};
use crate::domain::status::{self, ChildStatus, DecidedBy};

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for child in &home.children {
        let mut unknown: Vec<(Unknown, Vec<&str>)> = Vec::new();
        for rule in home.rules.iter().filter(|rule| rule.in_force(today)) {
            for own in not_reached(rule, home, child, today) {
                match unknown.iter_mut().find(|(one, _)| *one == own) {
                    Some((_, rules)) => rules.push(rule.id.as_str()),
                    None => unknown.push((own, vec![rule.id.as_str()])),
                }
            }
        }
        doubts.extend(unknown.into_iter().map(|(own, rules)| {
            let (child_id, facts) = (Quote::of(child.id), FieldsAsked(own.missing));
            let (status, rules) = (FieldsAsked(vec![own.status]), Quote::of(rules.join(", ")));
            let cause = Reaching::StatusUnknown { status, facts, rules, child: child_id };
            Doubt::new(About::Child(child.id, None), cause)
        }));
    }
    doubts
}

/// A status that is not known, and the fields that would tell it.
#[derive(PartialEq, Eq)]
pub struct Unknown {
    status: &'static str,
    missing: Vec<&'static str>,
}

/// What keeps a rule from a child who is here today, so that nobody knows whether the child owes:
/// none where the rule applies, and where something that is known settles that it does not.
pub fn not_reached(rule: &Rule, home: &Home, child: &Child, today: NaiveDate) -> Vec<Unknown> {
    // Most rules ask for nothing, and every list asks this of every child.
    let is_asked = rule.subject == SubjectKind::Child && !rule.applies.is_empty();
    if !is_asked || !child.present().contains(today) {
        return Vec::new();
    }
    let mut unknown = Vec::new();
    for (field, values) in &rule.applies {
        let found = ChildStatus::named(field).map(|own| (own, own.on(child, home, today)));
        let Some((status, found)) = found else {
            if status::days_when(home, child, field, values).contains(today) {
                continue;
            }
            return Vec::new();
        };
        match found.because {
            _ if values.contains(&found.code) => {}
            Some(DecidedBy::NotKnown(missing)) => {
                unknown.push(Unknown { status: status.field().path, missing });
            }
            _ => return Vec::new(),
        }
    }
    unknown
}
