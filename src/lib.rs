//! `care` keeps the records of a home for left-behind children and works out what is overdue.
//!
//! The floors, from the ground up; a floor imports only from those below it:
//!
//! ```text
//! commands   one file each: gather, call, print
//! cli        the call: grammar, what people type, whom a word names, how an answer is delivered
//! post       mail out of the house
//! render     reports to text, in the reader's language (`lang`)
//! session    one run upon one home: the door that reads, and the door that changes
//! reports    judged obligations to reports
//! storage | rules    files to nouns and back | from a home and its events to obligations
//! domain     the nouns: child, staff, calendar, register, event, rule, problem
//! ```

mod cli;
mod commands;
mod domain;
mod lang;
mod post;
mod render;
mod reports;
mod rules;
mod session;
mod storage;

pub use cli::call::Call;
pub use cli::proofread::{Proof, Proofreader, Told};
pub use commands::run;
pub use storage::medium::{FolderEntry, Medium, RealDisk, with_disk};
