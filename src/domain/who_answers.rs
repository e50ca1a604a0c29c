//! All that says who may answer for whom on a day: roles, pairs and classes.

use std::hash::{Hash, Hasher};

use super::home::Home;

/// Tells a hasher who held which role, who was paired with whom and which child was in which class:
/// homes that tell the same agree on who did what they were asked to.
pub fn hash(home: &Home, hasher: &mut impl Hasher) {
    for person in &home.staff {
        person.id.hash(hasher);
        for own in &person.roles {
            (own.role, &own.class, own.span).hash(hasher);
        }
    }
    for child in &home.children {
        child.id.hash(hasher);
        child.classes.hash(hasher);
        for pair in &child.pairs {
            (pair.staff, pair.role, pair.span).hash(hasher);
        }
    }
}
