//! Floor 2: judged obligations to reports. A report is a value; another floor makes it text.

pub mod classes;
pub mod digest;
pub mod due;
pub mod hits;
pub mod inform;
pub mod obligations;
pub mod overdue;
pub mod pairing;
pub mod records;
pub mod standing;
pub mod summary;
pub mod verdicts;
pub mod why;
