//! Books that are lent. One with a number is with one reader at a time; of one without there may be
//! copies, and a child has it once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::record_book::RecordBook;
use crate::domain::event::{Event, iso_date};
use crate::domain::id::Id;
use crate::domain::problem::{Balances, Known, Problem};

const BOOK_LOAN: &str = "book_loan";

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut books: BTreeMap<(&str, Option<Id>), Vec<&Event>> = BTreeMap::new();
    for loan in records.of(BOOK_LOAN) {
        let title = loan.filled("title").unwrap_or_default();
        match loan.filled("number") {
            Some(number) => books.entry((number, None)).or_default().push(loan),
            None => {
                for child in &loan.children {
                    books.entry((title, Some(*child))).or_default().push(loan);
                }
            }
        }
    }
    let mut found = Vec::new();
    for loans in books.values() {
        for (nth, loan) in loans.iter().enumerate() {
            let out = loans[..nth].iter().find(|before| is_out(before, loan.date));
            if let Some(out) = out {
                let first = Known::line(&out.row.header.file, out.row.line);
                found.push(records.problem(BOOK_LOAN, loan, Balances::LentTwice { first }));
            }
        }
    }
    found
}

/// Is the book with the reader still on a day? On the day of its return it may be lent again.
fn is_out(loan: &Event, day: NaiveDate) -> bool {
    match loan.filled("returned_on") {
        Some(text) => iso_date(text).is_some_and(|returned| returned > day),
        None => true,
    }
}
