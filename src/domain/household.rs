//! Children who live together: those with the same carer, the same father or the same mother.

use std::collections::BTreeSet;

use super::child::Child;
use super::facts::Fact;
use super::home::Home;
use super::{name, phone};

/// Those by whom a household is known, as a child's file calls them.
const ADULTS: [&str; 3] = ["carer", "father", "mother"];

/// One of them, by name and phone. A name alone may be somebody else's too, and so may a phone.
type Adult = (&'static str, String, String);

/// The children of a child's household, itself among them, by their ids. Who lives with one of
/// them lives with all.
pub fn household<'h>(home: &'h Home, child: &Child) -> Vec<&'h Child> {
    let all: Vec<(&Child, Vec<Adult>)> =
        home.children.iter().map(|own| (own, adults(own))).collect();
    let mut known: BTreeSet<Adult> = adults(child).into_iter().collect();
    let mut inside = BTreeSet::from([child.id]);
    loop {
        let joins = |(own, adults): &&(&Child, Vec<Adult>)| {
            !inside.contains(&own.id) && adults.iter().any(|adult| known.contains(adult))
        };
        let Some((own, adults)) = all.iter().find(joins) else { break };
        inside.insert(own.id);
        known.extend(adults.iter().cloned());
    }
    home.children.iter().filter(|own| inside.contains(&own.id)).collect()
}

/// The adults whose name and phone a child's file knows, once for each phone.
fn adults(child: &Child) -> Vec<Adult> {
    let of = |table: &'static str| {
        let called = child.facts.text(&format!("{table}.name")).map(name::plain);
        let called = called.filter(|name| !name.is_empty());
        let phones = child.facts.get(&format!("{table}.phone")).map(Fact::values);
        let phones = phones.into_iter().flatten().filter(|text| phone::is_phone(text));
        phones.filter_map(move |text| Some((table, called.clone()?, phone::digits(&text))))
    };
    ADULTS.into_iter().flat_map(of).collect()
}
