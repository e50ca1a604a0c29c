//! A doubt by itself: what it is about, and its cause.

use crate::domain::id::Id;
use crate::domain::problem::Cause;

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
    /// A doubt about this.
    pub fn new(about: About, cause: impl Into<Cause>) -> Doubt {
        Doubt { about, cause: cause.into() }
    }
}
