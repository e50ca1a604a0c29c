//! A small generator of random numbers, splitmix64: the same seed gives the same home everywhere.

use chrono::{NaiveDate, TimeDelta};

/// splitmix64.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).expect("low <= high");
        low + i64::try_from(self.next() % width).expect("a small number")
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).expect("small")).expect("small")
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// One of the items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// From `least` to `most` different items, in their own order.
    pub fn some<T: Clone>(&mut self, items: &[T], least: usize, most: usize) -> Vec<T> {
        let most = most.min(items.len());
        let wanted = least + self.below(most - least + 1);
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < wanted {
            let i = self.below(items.len());
            if !chosen.contains(&i) {
                chosen.push(i);
            }
        }
        chosen.sort_unstable();
        chosen.iter().map(|i| items[*i].clone()).collect()
    }

    /// A day from `first` to `last`, both included.
    pub fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        first + TimeDelta::days(self.between(0, (last - first).num_days().max(0)))
    }

    /// A letter and random Crockford base32.
    pub fn id(&mut self, letter: char, length: usize) -> String {
        const DIGITS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let mut id = String::from(letter);
        for _ in 0..length {
            id.push(char::from(*self.pick(DIGITS)));
        }
        id
    }
}

/// A list of texts as a TOML array.
pub fn array<T: AsRef<str>>(items: &[T]) -> String {
    let quoted: Vec<String> = items.iter().map(|i| format!("\"{}\"", i.as_ref())).collect();
    format!("[{}]", quoted.join(", "))
}
