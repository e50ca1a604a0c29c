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
//!
//! What they mean is the contract: `data-template/reference/records.md` of `domain` and `storage`,
//! `data-template/reference/rules.md` of `rules` and `reports`.

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

pub use cli::call::{Call, Pager};
pub use cli::validate::{Told, Validated, Validator};
pub use commands::run;
pub use storage::file_system::{FileSystem, FileTimes, FolderEntry, RealDisk, with_disk};
pub use storage::patience::patiently;
pub use storage::sheets::apart as read_apart;
