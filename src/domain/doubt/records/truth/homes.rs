//! How many homes children live in.

use std::collections::BTreeSet;

use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::household::household;
use crate::domain::id::Id;
use crate::domain::name;

/// How many homes these children live in. Those of one household are of one, and so are those
/// with one address and one carer, whose phones nobody wrote down.
pub fn count(home: &Home, children: &BTreeSet<Id>) -> usize {
    let mut left = children.clone();
    let mut homes = 0;
    while let Some(id) = left.pop_first() {
        homes += 1;
        let Some(child) = home.child(id) else { continue };
        for other in household(home, child) {
            left.remove(&other.id);
        }
        left.retain(|id| home.child(*id).is_none_or(|other| !live_alike(child, other)));
    }
    homes
}

/// Have both the same address, and the same carer?
fn live_alike(one: &Child, other: &Child) -> bool {
    let same = |path| match (one.facts.text(path), other.facts.text(path)) {
        (Some(one), Some(other)) => !name::plain(one).is_empty() && name::same(one, other),
        _ => false,
    };
    same("address") && same("carer.name")
}
