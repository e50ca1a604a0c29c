//! How often what happened.

use std::collections::BTreeMap;

/// How often things happened.
#[derive(Default)]
pub struct Figures(BTreeMap<&'static str, usize>);

/// All that must happen in a run that is worth its name.
const HAPPENS: [&str; 14] = [
    "logged",
    "amended",
    "moved",
    "withdrawn",
    "refused",
    "two-headed",
    "of one second",
    "moved by both",
    "settled",
    "not to be settled",
    "half moves",
    "senders missing",
    "conflicts in a TOML",
    "merged by union",
];

impl Figures {
    pub fn count(&mut self, what: &'static str, times: usize) {
        *self.0.entry(what).or_default() += times;
    }

    pub fn add(&mut self, other: &Figures) {
        other.0.iter().for_each(|(what, times)| self.count(what, *times));
    }

    pub fn of(&self, what: &str) -> usize {
        self.0.get(what).copied().unwrap_or_default()
    }

    /// What never happened.
    pub fn never(&self) -> Vec<&'static str> {
        HAPPENS.into_iter().filter(|what| self.of(what) == 0).collect()
    }

    pub fn told(&self) -> String {
        let each: Vec<String> =
            HAPPENS.iter().map(|what| format!("{what} {}", self.of(what))).collect();
        let merges = self.of("merges");
        format!("{merges} merges ({}): all as the later word says", each.join(", "))
    }
}
