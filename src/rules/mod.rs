//! Floor 1b: from a home and its events to judged obligations. Pure: no files, no clock.
//!
//! `plan` compiles the rules against the home, `slots` cuts the calendar, `presence` says who may
//! owe, `subjects` whose an event is, `tally` counts events, `judge`, `rolling` and `state` give
//! each obligation its state, and `need` says which months of which registers an answer depends on.

pub mod after;
pub mod case;
pub mod contact_card;
pub mod demands;
pub mod judge;
pub mod need;
mod not_reached;
pub mod obligation;
pub mod plan;
pub mod presence;
mod rolling;
#[cfg(test)]
pub mod sample;
pub mod slots;
mod state;
#[cfg(test)]
mod status_tests;
pub mod subjects;
pub mod tally;
pub mod trigger;
