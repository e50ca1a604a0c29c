//! A child for tests.

use super::child::{Child, Was, classes};
use super::facts::Facts;
use super::id::Id;

impl Child {
    /// A child of whom nothing is told but this.
    pub fn of_facts(id: Id, facts: Facts, earlier: Vec<Was>) -> Child {
        Child {
            id,
            also: Vec::new(),
            name: String::new(),
            spells: Vec::new(),
            pauses: Vec::new(),
            pairs: Vec::new(),
            buddies: Vec::new(),
            exemptions: Vec::new(),
            elders: Vec::new(),
            classes: classes(&facts, &earlier),
            earlier,
            facts,
        }
    }
}
