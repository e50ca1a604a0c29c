//! The tests of the program as its users meet it: one binary, one file per subject.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

mod at_once;
mod clock;
mod dependencies;
mod entries;
mod first_home;
mod golden;
mod harness;
mod help_words;
mod lists_out;
mod mail;
mod mail_told;
mod mistakes;
mod mutations;
mod notices;
mod odd_input;
mod order;
mod presets;
mod privacy;
mod readme;
mod roles_appoint;
mod roles_pair;
mod roles_staff;
mod rules_applies;
mod rules_by;
mod rules_counting;
mod rules_dates;
mod rules_families;
mod rules_home;
mod rules_keys;
mod rules_occasions;
mod rules_overdue;
mod rules_owing;
mod rules_requires;
mod rules_rolling;
mod rules_slots;
mod rules_state;
mod rules_states;
mod rules_subjects;
mod screens;
mod tidy;
mod why;
mod why_who;
mod writers;
mod writing;
