//! Doubts about the group that leads the home, and about people from outside.

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::home::Home;
use crate::domain::problem::{Area, Leading, Quote};
use crate::domain::role::DUTIES;
use crate::domain::staff::{Holding, Staff};

/// Roles of people who are not the school's own.
const OUTSIDE: [&str; 5] =
    ["doctor", "village_official", "child_director", "child_supervisor", "kgw"];

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut tell = |line, cause: Leading| doubts.push(Doubt::new(About::Staff(line), cause));
    let held = |person: &Staff| {
        let own = person.roles.iter().filter(|own| own.span.contains(today));
        own.cloned().collect::<Vec<Holding>>()
    };
    let group = home.leading_group(today);
    let mut heads: Vec<&Staff> =
        group.iter().filter(|(_, own)| own.rank == Some("head")).map(|(own, _)| *own).collect();
    heads.sort_by_key(|person| person.line);
    heads.dedup_by_key(|person| person.id);
    match heads[..] {
        [] if !group.is_empty() => tell(None, Leading::NoGroupHead),
        [first, second, ..] => {
            tell(Some(second.line), Leading::TwoGroupHeads { first: Quote::of(first.id) });
        }
        _ => {}
    }
    for (code, _) in DUTIES.iter().filter(|_| !group.is_empty()) {
        if !group.iter().any(|(_, own)| own.duties.contains(code)) {
            tell(None, Leading::AreaWithoutHolder { area: Area(code) });
        }
    }
    for person in &home.staff {
        let is_outside = |own: &Holding| OUTSIDE.contains(&own.role.as_str());
        let roles = held(person);
        let has_employer = person.facts.text("employer").is_some_and(|own| !own.trim().is_empty());
        if let Some(own) = roles.first().filter(|_| roles.iter().all(is_outside) && !has_employer) {
            tell(Some(person.line), Leading::NoEmployer { role: own.role });
        }
    }
    doubts
}
