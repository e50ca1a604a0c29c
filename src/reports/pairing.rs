//! Who is paired with whom on a day, how many children each adult has, and who has nobody.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::child::{Buddy, Child, Pair};
use crate::domain::home::Home;
use crate::domain::id::Id;

/// A child with an adult.
pub struct PairedChild<'h> {
    pub child: &'h Child,
    pub pair: &'h Pair,
    /// How many children the adult has, in whatever role.
    pub load: usize,
}

/// The pairs of a day.
pub struct Pairing<'h> {
    pub pairs: Vec<PairedChild<'h>>,
    /// On the roll, and without an adult.
    pub unpaired: Vec<&'h Child>,
}

impl<'h> Pairing<'h> {
    /// The pairs of the children on the roll that are wanted.
    pub fn on(home: &'h Home, day: NaiveDate, is_wanted: impl Fn(&Child) -> bool) -> Pairing<'h> {
        let on_roll = || home.children.iter().filter(|child| child.on_roll().contains(day));
        let mut children_of: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
        for child in on_roll() {
            for pair in in_force(child, day) {
                children_of.entry(pair.staff).or_default().insert(child.id);
            }
        }
        let mut pairing = Pairing { pairs: Vec::new(), unpaired: Vec::new() };
        for child in on_roll().filter(|child| is_wanted(child)) {
            let before = pairing.pairs.len();
            pairing.pairs.extend(in_force(child, day).map(|pair| {
                let load = children_of.get(&pair.staff).map_or(0, BTreeSet::len);
                PairedChild { child, pair, load }
            }));
            if pairing.pairs.len() == before {
                pairing.unpaired.push(child);
            }
        }
        pairing
    }
}

/// The pairs of a child that hold on a day.
pub fn in_force(child: &Child, day: NaiveDate) -> impl Iterator<Item = &Pair> {
    child.pairs.iter().filter(move |pair| pair.span.contains(day))
}

/// A child with another pupil.
pub struct Buddied<'h> {
    pub child: &'h Child,
    pub buddy: &'h Buddy,
}

impl<'h> Buddied<'h> {
    /// The buddies of the children on the roll that are wanted, on a day.
    pub fn on(home: &'h Home, day: NaiveDate, is_wanted: impl Fn(&Child) -> bool) -> Vec<Self> {
        let on_roll = home.children.iter().filter(|child| child.on_roll().contains(day));
        let own = |child: &'h Child| {
            let buddies = child.buddies.iter().filter(|buddy| buddy.span.contains(day));
            buddies.map(move |buddy| Buddied { child, buddy }).collect::<Vec<_>>()
        };
        on_roll.filter(|child| is_wanted(child)).flat_map(own).collect()
    }
}
