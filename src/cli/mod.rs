//! Floor 6: what every command is given, and how its answer is delivered: the call, its grammar,
//! what people type, whom a word names, what is said.

pub mod answer;
pub mod as_meant;
pub mod batch;
pub mod call;
pub mod child_edit;
pub mod choices;
pub mod command;
pub mod context;
pub mod draft;
pub mod entry_edit;
pub mod failure;
pub mod fields;
pub mod finder;
pub mod grammar;
pub mod log_batch;
pub mod log_grammar;
pub mod log_headings;
pub mod log_rows;
pub mod log_who;
mod menu;
pub mod merge;
pub mod mistyped;
pub mod number;
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
