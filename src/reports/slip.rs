//! What stands on a teacher's slip: the children, and what is owed of each.

use std::collections::{BTreeMap, BTreeSet};

use super::overdue::OverdueRow;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::order::{ClassPlace, NamePlace};
use crate::domain::staff::Staff;
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What one child is owed in one register: a record may answer several rules.
#[derive(Debug)]
pub struct SlipOwed<'p> {
    pub child: &'p Child,
    pub register: &'p str,
    pub late: Vec<&'p OverdueRow>,
    /// Of rules that are not late as well.
    pub soon: Vec<&'p Obligation>,
}

/// What is owed by one member of staff.
#[derive(Debug)]
pub struct SlipReport<'p> {
    /// By class and name.
    pub children: Vec<&'p Child>,
    pub owed: Vec<SlipOwed<'p>>,
    /// What no record of a child's answers.
    pub others: (Vec<&'p OverdueRow>, Vec<&'p Obligation>),
}

/// The report on what a member of staff owes. `goes_out` says which registers may be filled in
/// outside; `all` is the plan of every rule, by which is known whose children there are.
pub fn report<'p>(
    (plan, all): (&'p Plan, &Plan),
    (late, soon): (&'p [OverdueRow], &'p [Obligation]),
    person: &Staff,
    goes_out: impl Fn(&str) -> bool,
) -> SlipReport<'p> {
    let home = plan.home;
    let register = |case: Case| -> Option<(usize, &'p str)> {
        let records = plan.rules[case.rule].rule.records.iter();
        let own = records.map(String::as_str).find(|name| goes_out(name))?;
        match plan.subject(case) {
            Subject::Child(at) => Some((*at, own)),
            Subject::Staff(_) | Subject::Class(_) | Subject::School => None,
        }
    };
    let mut own = children(all, person);
    let mut owed: BTreeMap<(Place, &str), SlipOwed> = BTreeMap::new();
    let mut others = (Vec::new(), Vec::new());
    let new = |(at, register): (usize, &'p str)| SlipOwed {
        child: &home.children[at],
        register,
        late: Vec::new(),
        soon: Vec::new(),
    };
    for row in late {
        let Some(found) = register(row.case) else {
            others.0.push(row);
            continue;
        };
        own.insert(found.0);
        let key = (place(plan, found.0), found.1);
        owed.entry(key).or_insert_with(|| new(found)).late.push(row);
    }
    let is_late = |case: Case| late.iter().any(|row| row.case == case);
    for one in soon.iter().filter(|one| !is_late(one.case)) {
        let Some(found) = register(one.case) else {
            others.1.push(one);
            continue;
        };
        own.insert(found.0);
        let key = (place(plan, found.0), found.1);
        owed.entry(key).or_insert_with(|| new(found)).soon.push(one);
    }
    let mut own: Vec<usize> = own.into_iter().collect();
    own.sort_by_key(|at| place(plan, *at));
    let children = own.into_iter().map(|at| &home.children[at]).collect();
    SlipReport { children, owed: owed.into_values().collect(), others }
}

/// Where people look for a child.
type Place = ((ClassPlace, NamePlace), Id);

fn place(plan: &Plan, at: usize) -> Place {
    (plan.place(&Subject::Child(at)), plan.home.children[at].id)
}

/// The children of a member of staff today: of a class, of a pair, or by what a rule says.
fn children(all: &Plan, person: &Staff) -> BTreeSet<usize> {
    let (home, today) = (all.home, all.today);
    let by_rule = all.present_today().filter(|case| all.responsible(*case) == Some(person.id));
    let mut own: BTreeSet<usize> = by_rule
        .filter_map(|case| match all.subject(case) {
            Subject::Child(at) => Some(*at),
            Subject::Staff(_) | Subject::Class(_) | Subject::School => None,
        })
        .collect();
    let of_class = |child: &Child| {
        let class = child.class_on(today);
        let mut held = person.roles.iter().filter(|held| held.span.contains(today));
        held.any(|held| held.class.is_some() && held.class.as_ref() == class)
    };
    let of_pair = |child: &Child| {
        child.pairs.iter().any(|pair| pair.staff == person.id && pair.span.contains(today))
    };
    let enrolled = home.children.iter().enumerate();
    let enrolled = enrolled.filter(|(_, child)| child.on_roll().contains(today));
    own.extend(enrolled.filter(|(_, own)| of_class(own) || of_pair(own)).map(|(at, _)| at));
    own
}
