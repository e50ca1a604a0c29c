//! Floor 6: what every command is given, and how its answer is delivered: the call, its grammar,
//! what people type, whom a word names, what is said.

pub mod answer;
pub mod batch;
pub mod call;
pub mod child_edit;
pub mod command;
pub mod context;
pub mod draft;
pub mod entry_edit;
pub mod failure;
pub mod finder;
pub mod grammar;
pub mod log_grammar;
mod lost_days;
pub mod mark;
mod menu;
pub mod merge;
pub mod output;
pub mod parse;
pub mod period;
pub mod question;
pub mod registers;
pub mod reveal;
pub mod roles;
mod running;
mod stopped;
pub mod typed;
pub mod validate;
pub mod wizard;
