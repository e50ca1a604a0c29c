//! `[work]` of `care.toml`: what a school wants its records to be held to. What it does not say, no
//! remark asks for.

use super::truth::TruthMarks;

/// The school's wishes; without any, nothing is looked for.
#[derive(Clone, Debug, Default)]
pub struct Expectations {
    /// Titles of documents that must be in force.
    pub documents: Vec<String>,
    /// Kinds of activity, by their codes, of which each is held in a school year.
    pub activity_kinds: Vec<String>,
    /// The school's places for activities.
    pub places: Vec<String>,
    /// After how many days without a change or a check a child's file is to be reviewed.
    pub review_days: Option<u32>,
    /// The least area of a room, in square metres.
    pub room_area: Option<u32>,
    /// On how many children's talk cards the same text is too much.
    pub same_text: Option<u32>,
    /// From where on the truthfulness of records is asked about.
    pub truth: TruthMarks,
    /// Are goods counted in each school year?
    pub yearly_stocktake: bool,
}
