//! The table of pairs as it is posted and inspected: each child with each of its adults, and those
//! without one.

use chrono::NaiveDate;

use super::pairing::{Pairing, in_force};
use crate::domain::child::{Child, Pair};
use crate::domain::home::Home;
use crate::domain::role::PARTY_MEMBER;
use crate::domain::staff::Staff;

/// How many stand on either side of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairMode {
    OneToOne,
    /// An adult has several children.
    OneToMany,
    /// A child has several adults.
    ManyToOne,
}

/// A line of the table.
pub struct PairLine<'h> {
    pub child: &'h Child,
    /// Nobody, of a child without a pair.
    pub pair: Option<&'h Pair>,
    pub adult: Option<&'h Staff>,
    pub mode: Option<PairMode>,
    pub is_party_member: bool,
}

/// The lines of a day.
pub fn pair_lines(
    home: &Home,
    day: NaiveDate,
    is_wanted: impl Fn(&Child) -> bool,
) -> Vec<PairLine<'_>> {
    let pairing = Pairing::on(home, day, is_wanted);
    let is_member = |own: &Staff| own.in_role(PARTY_MEMBER).contains(day);
    let paired = pairing.pairs.iter().map(|own| {
        let adult = home.person(own.pair.staff);
        let mode = match (in_force(own.child, day).count(), own.load) {
            (2.., _) => PairMode::ManyToOne,
            (_, 2..) => PairMode::OneToMany,
            _ => PairMode::OneToOne,
        };
        let is_party_member = adult.is_some_and(is_member);
        PairLine {
            child: own.child,
            pair: Some(own.pair),
            adult,
            mode: Some(mode),
            is_party_member,
        }
    });
    let alone = pairing.unpaired.iter().map(|child| PairLine {
        child,
        pair: None,
        adult: None,
        mode: None,
        is_party_member: false,
    });
    paired.chain(alone).collect()
}
