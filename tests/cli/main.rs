//! The tests of the program as its users meet it: one binary, one file per subject.

mod golden;
mod harness;
