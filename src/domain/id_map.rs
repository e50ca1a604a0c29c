//! A map by id. An id is a number already and nobody chooses one to do harm, so that it needs no
//! costly hash.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::id::Id;

/// A map by id.
pub type IdMap<T> = HashMap<Id, T, BuildHasherDefault<IdHasher>>;

/// A set of ids.
pub type IdSet = HashSet<Id, BuildHasherDefault<IdHasher>>;

/// Where each id of a list stands in it.
pub fn places(ids: impl Iterator<Item = Id>) -> IdMap<usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// Spreads the number of an id over all bits.
#[derive(Default)]
pub struct IdHasher(u64);

/// An odd number near 2^64 over the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for IdHasher {
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(SPREAD).rotate_left(26);
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
