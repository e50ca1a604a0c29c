//! The tests of the program as its users meet it: one binary, one file per subject.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

mod golden;
mod harness;
