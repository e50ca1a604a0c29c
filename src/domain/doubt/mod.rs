//! Doubts: what stands in a home without a fault and yet can hardly be meant so. Each is a remark;
//! they are looked for only in a home without faults.

mod days;
mod departures;
mod mailboxes;
mod people;
mod roles;
pub mod terms;

use chrono::NaiveDate;

use super::home::Home;
use super::id::Id;
use super::problem::Cause;

/// A doubt, and what it is about.
pub struct Doubt {
    pub about: About,
    pub cause: Cause,
}

/// What a doubt is about: a file, or a line of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Settings,
    Calendar(u32),
    Rule(u32),
    /// Everyone in the staff file, or the one whose entry begins at the line.
    Staff(Option<u32>),
    /// A child's file, or the entry of it that begins at the line.
    Child(Id, Option<u32>),
}

impl Doubt {
    fn new(about: About, cause: impl Into<Cause>) -> Doubt {
        Doubt { about, cause: cause.into() }
    }
}

/// Every doubt about a home on a day.
pub fn all(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let calendar = terms::doubts(&home.calendar).into_iter();
    let calendar =
        calendar.map(|own| Doubt::new(About::Calendar(own.row.line(&home.calendar)), own.cause));
    let mut all: Vec<Doubt> = calendar.collect();
    all.extend(people::doubts(home));
    all.extend(days::doubts(home, today));
    all.extend(departures::doubts(home, today));
    all.extend(roles::doubts(home, today));
    all.extend(mailboxes::doubts(home));
    all
}
