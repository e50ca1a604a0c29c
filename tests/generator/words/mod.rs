//! What people write in a register: short phrases, put together so that two rows seldom agree.

pub mod contact;
pub mod daily;
pub mod family;
pub mod help;
pub mod parents;
pub mod talk;
pub mod visit;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::family::called;
use crate::log::Event;
use crate::people::{Child, Parent};
use crate::rng::Rng;

/// Remembers what was written before.
#[derive(Default)]
pub struct Author {
    written: HashSet<String>,
}

impl Author {
    /// A text that nobody wrote before: one draw, or two together when all single ones are used.
    pub fn fresh(&mut self, rng: &mut Rng, draw: impl Fn(&mut Rng) -> String) -> String {
        let mut text = draw(rng);
        for attempt in 0..60 {
            if !repeats(&text) && self.written.insert(text.clone()) {
                break;
            }
            text = draw(rng);
            if attempt >= 20 {
                text = format!("{text}；{}", draw(rng));
            }
        }
        text
    }
}

/// Does a text say one thing twice?
fn repeats(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['；', '，', '。']).collect();
    parts.iter().enumerate().any(|(at, part)| parts[..at].contains(part))
}

/// What a sentence is written with: whom it speaks of, in which slot, and by chance.
pub struct Pen<'a> {
    pub child: &'a Child,
    pub kin: Kin,
    /// The slot's label, where the text depends on it.
    pub slot: &'a str,
    pub author: &'a mut Author,
    pub rng: &'a mut Rng,
}

impl Pen<'_> {
    /// The first number of the parent whom the child calls so.
    pub fn phone(&self, parent: &str) -> &str {
        let parent = if parent == "爸爸" { &self.child.father } else { &self.child.mother };
        parent.phone.first().map_or("", String::as_str)
    }
}

/// Fills the cells of an event.
pub type Write = fn(Event, &mut Pen) -> Event;

/// One of the phrases, or nothing.
pub fn maybe(rng: &mut Rng, percent: usize, phrases: &[&'static str]) -> &'static str {
    let phrase = rng.pick(phrases);
    if rng.chance(percent) { phrase } else { "" }
}

/// Two different phrases.
pub fn two(rng: &mut Rng, between: &str, phrases: &[&'static str]) -> String {
    let first = rng.below(phrases.len());
    let second = (first + 1 + rng.below(phrases.len() - 1)) % phrases.len();
    format!("{}{between}{}", phrases[first], phrases[second])
}

/// Whom a text speaks of: `{P}` in a phrase is the parents who are away, `{C}` the person at home.
#[derive(Clone, Copy)]
pub struct Kin {
    pub away: &'static str,
    pub carer: &'static str,
    pub grade: i32,
}

impl Kin {
    pub fn of(child: &Child, day: NaiveDate) -> Kin {
        let gone = |parent: &Parent| parent.away_since.is_some_and(|since| since <= day);
        let away = match (gone(&child.father), gone(&child.mother)) {
            (true, true) => "爸妈",
            (true, false) => "爸爸",
            _ => "妈妈",
        };
        // Before the mother left, too, it was she who was at home.
        let left_later = child.value_on("care_type", day, child.care_type) == "one_parent";
        let relation = child.carer.relation;
        let carer = if left_later && relation != "father" { "mother" } else { relation };
        Kin { away, carer: called(carer), grade: child.grade_on(day) }
    }

    pub fn say(&self, phrase: &str) -> String {
        phrase.replace("{P}", self.away).replace("{C}", self.carer)
    }

    /// One person of those who are away.
    pub fn one_away(&self, rng: &mut Rng) -> &'static str {
        if self.away == "爸妈" { rng.pick(&["妈妈", "妈妈", "爸爸"]) } else { self.away }
    }
}
