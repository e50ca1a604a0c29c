//! Floor 2: judged obligations to reports. A report is a value; another floor makes it text.

pub mod against;
#[cfg(test)]
mod against_tests;
pub mod book;
pub mod classes;
pub mod completion;
pub mod contacts;
pub mod digest;
pub mod due;
pub mod form_records;
pub mod growth_bag;
pub mod handover;
pub mod hits;
pub mod inform;
pub mod inspection;
pub mod matrix;
pub mod obligations;
mod often;
pub mod overdue;
pub mod owed;
pub mod pair_table;
pub mod pairing;
pub mod rates;
pub mod reason;
pub mod record_counts;
pub mod records;
mod respects;
pub mod rota;
pub mod rule_keys;
pub mod slip;
pub mod small_counts;
pub mod standing;
mod state_respects;
pub mod summary;
pub mod verdicts;
pub mod why;
pub mod within;
