//! `care` keeps the records of a home for left-behind children and works out what is overdue.
//!
//! The floors, from the ground up; a floor imports only from those below it:
//!
//! ```text
//! commands   one file each: gather, call, print
//! render     reports to text, in the reader's language (`lang`)
//! reports    judged obligations to reports
//! post       mail out of the house
//! storage | rules    files to nouns and back | from a home and its events to obligations
//! domain     the nouns: child, staff, calendar, register, rule, problem
//! ```
//!
//! What they mean is the contract: `data-template/reference/records.md` of `domain` and `storage`,
//! `data-template/reference/rules.md` of `rules` and `reports`.

mod commands;
mod domain;
mod lang;
mod post;
mod render;
mod reports;
mod rules;
mod storage;

pub use commands::{Call, Proof, Proofreader, Told, run};
pub use storage::medium::{Entry, Medium, RealDisk, with_disk};
