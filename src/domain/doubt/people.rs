//! Doubts about who is who: numbers and names that two files have.

use std::collections::HashMap;

use super::about::{About, Doubt};
use crate::domain::child::Child;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Kind;
use crate::domain::problem::{Persons, Quote};
use crate::domain::{name, resident_id};

pub fn doubts(home: &Home) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut tell = |child: &Child, cause: Persons| {
        doubts.push(Doubt::new(About::Child(child.id, None), cause));
    };
    let number = |child: &Child| child.facts.text("id_number").map(resident_id::written_out);
    for (child, first) in twice(&home.children, number) {
        tell(child, Persons::SameIdNumber { first: Quote::of(first.id) });
    }
    let student = |child: &Child| child.facts.text("student_no").map(name::plain);
    for (child, first) in twice(&home.children, student) {
        tell(child, Persons::SameStudentNumber { first: Quote::of(first.id) });
    }
    for (child, first) in namesakes(&home.children) {
        let (kind, first) = (Kind::Child, Quote::of(first.id));
        tell(child, Persons::SameName { kind, first });
    }
    for (person, first) in twice(&home.staff, |person| Some(name::plain(&person.name))) {
        let cause = Persons::SameName { kind: Kind::Staff, first: Quote::of(first.id) };
        doubts.push(Doubt::new(About::Staff(Some(person.line)), cause));
    }
    doubts
}

/// Whoever has what somebody before has too, with the first who has it. A blank is nobody's.
fn twice<T>(all: &[T], of: impl Fn(&T) -> Option<String>) -> Vec<(&T, &T)> {
    let mut firsts: HashMap<String, &T> = HashMap::new();
    let mut found = Vec::new();
    for one in all {
        let Some(own) = of(one).filter(|own| !own.is_empty()) else { continue };
        match firsts.get(&own) {
            Some(first) => found.push((one, *first)),
            None => drop(firsts.insert(own, one)),
        }
    }
    found
}

/// Children whose names are equal, unless both birth dates are known and differ.
fn namesakes(children: &[Child]) -> Vec<(&Child, &Child)> {
    let mut by_name: HashMap<String, Vec<&Child>> = HashMap::new();
    let mut found = Vec::new();
    for child in children {
        let own = by_name.entry(name::plain(&child.name)).or_default();
        let same = own.iter().find(|other| !differ(born(child), born(other)));
        found.extend(same.map(|first| (child, *first)));
        own.push(child);
    }
    found
}

fn born(child: &Child) -> Option<&Fact> {
    child.facts.get("birth_date")
}

fn differ(one: Option<&Fact>, other: Option<&Fact>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}
