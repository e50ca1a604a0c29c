//! Names in which something stands that nobody sees.

use super::layout;
use super::reader::Reader;
use crate::domain::child::Child;
use crate::domain::facts::Facts;
use crate::domain::home::Home;
use crate::domain::name::hidden;
use crate::domain::problem::{Count, Known, Naming, Problem, Sight};

/// Tells of each, by its place and never with the name.
pub fn tell(reader: &Reader, home: &Home) {
    let cause = |(place, letter)| Naming::HiddenInName {
        place: Count::of(place),
        code: Known::letter(letter),
    };
    for child in &home.children {
        if let Some(own) = of_child(child).find_map(hidden) {
            let file = layout::child(child.id);
            reader.tell(Problem::of_file(&file, Sight::Withheld, cause(own)));
        }
    }
    for person in &home.staff {
        if let Some(own) = hidden(&person.name) {
            let place = (layout::STAFF, person.line, 1);
            reader.tell(Problem::at(place, Sight::Withheld, cause(own)));
        }
    }
}

fn of_child(child: &Child) -> impl Iterator<Item = &str> {
    let buddies = child.buddies.iter().map(|own| own.name.as_str());
    let elders = child.elders.iter().map(|own| own.name.as_str());
    std::iter::once(child.name.as_str()).chain(of_facts(&child.facts)).chain(buddies).chain(elders)
}

/// The names of those around a child.
fn of_facts(facts: &Facts) -> impl Iterator<Item = &str> {
    facts
        .iter()
        .filter(|(path, _)| path.rsplit('.').next() == Some("name"))
        .filter_map(|(path, _)| facts.text(path))
}
