//! Doubts about what the records come to together: balances, rota and duty, absences, days that
//! passed. Each is a remark at the row where it shows.

mod absences;
mod agreed;
mod balances;
#[cfg(test)]
mod balances_tests;
mod casework;
mod loans;
mod record_book;
mod rota;
mod sums;
pub mod wishes;

pub use record_book::RecordBook;

use crate::domain::problem::Problem;

/// The registers whose records are looked at.
pub const REGISTERS: &[&str] = &[
    "absence",
    "asset",
    "assessment",
    "book_loan",
    "call",
    "consent",
    "document",
    "donation",
    "duty",
    "enrolment",
    "fund",
    "guardian_contact",
    "head_count",
    "incident",
    "needs",
    "partner",
    "persuade",
    "plan",
    "rota",
    "visit",
    "work_item",
];

/// Every doubt about the records.
pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let all = [
        balances::doubts(records),
        loans::doubts(records),
        sums::doubts(records),
        agreed::doubts(records),
        absences::doubts(records),
        rota::doubts(records),
        casework::doubts(records),
        wishes::doubts(records),
    ];
    all.concat()
}
