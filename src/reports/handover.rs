//! What a class is handed over with at a term's end: its children, the papers about them, and what
//! is still open.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::overdue::OverdueRow;
use crate::domain::child::{Child, Pair};
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::subject::Subject;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// The registers whose records are counted for each child.
pub const PAPERS: [&str; 5] = ["talk", "visit", "call", "letter", "growth"];

/// A child of the class.
pub struct Handed<'h> {
    pub child: &'h Child,
    /// The adults who answer for it on the day.
    pub pairs: Vec<&'h Pair>,
    /// How many records each register has of it in the term.
    pub papers: Vec<(&'static str, usize)>,
    /// What is late or falls due: the rule, and its slot.
    pub open: Vec<(usize, Option<Rc<str>>)>,
}

/// The children of the class on the day, with the records of the term.
pub fn sheet<'h>(
    plan: &Plan<'h>,
    (class, day): (&ClassCode, NaiveDate),
    events: &[(String, Event)],
    (late, soon): (&[OverdueRow], &[Obligation]),
) -> Vec<Handed<'h>> {
    let home = plan.home;
    let of_class = home.children.iter().enumerate().filter(|(_, child)| is_of(child, class, day));
    of_class
        .map(|(at, child)| {
            let is_own = |case| matches!(plan.subject(case), Subject::Child(own) if *own == at);
            let late = late.iter().filter(|row| is_own(row.case));
            let late = late.map(|row| (row.case.rule, row.slot.clone()));
            let soon = soon.iter().filter(|one| is_own(one.case));
            let soon = soon.map(|one| (one.case.rule, Some(one.slot.clone())));
            let papers = PAPERS.iter().filter_map(|register| {
                let own = |(name, event): &&(String, Event)| {
                    name == register && !event.attempted && event.children.contains(&child.id)
                };
                let count = events.iter().filter(own).count();
                (count > 0).then_some((*register, count))
            });
            Handed {
                child,
                pairs: child.pairs.iter().filter(|pair| pair.span.contains(day)).collect(),
                papers: papers.collect(),
                open: late.chain(soon).collect(),
            }
        })
        .collect()
}

/// Is the child in the class and on the roll that day?
pub fn is_of(child: &Child, class: &ClassCode, day: NaiveDate) -> bool {
    child.class_on(day) == Some(class) && child.on_roll().contains(day)
}

/// For how many children of the sheet each rule has something open, by the rule.
pub fn open_by_rule(sheet: &[Handed]) -> BTreeMap<usize, usize> {
    let mut open = BTreeMap::new();
    for own in sheet {
        let mut rules: Vec<usize> = own.open.iter().map(|(rule, _)| *rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            *open.entry(rule).or_default() += 1;
        }
    }
    open
}

/// The children of a class on a day.
pub fn children(home: &Home, class: &ClassCode, day: NaiveDate) -> Vec<Id> {
    let own = home.children.iter().filter(|child| is_of(child, class, day));
    own.map(|child| child.id).collect()
}
