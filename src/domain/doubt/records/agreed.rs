//! Days that were agreed and have passed, days in the wrong order, and plans without a day.

use super::record_book::RecordBook;
use crate::domain::event::{Event, iso_date};
use crate::domain::problem::{Agreed, Known, Problem, Quote};

/// A column with a day by which something is to be done.
struct DueColumn {
    register: &'static str,
    on: &'static str,
    /// Filled when it was done.
    done: &'static [&'static str],
    /// It was done, too, when a later row has the same of these and is about the same children.
    again: &'static [&'static str],
}

/// Every such column; another is one line here.
const DEADLINES: [DueColumn; 6] = [
    DueColumn { register: "needs", on: "review_on", done: &[], again: &["cause"] },
    DueColumn { register: "plan", on: "review_on", done: &["closed_on"], again: &["trigger"] },
    DueColumn { register: "document", on: "valid_until", done: &[], again: &["kind", "title"] },
    DueColumn { register: "partner", on: "next_on", done: &[], again: &["name"] },
    DueColumn { register: "work_item", on: "due_on", done: &["done_on"], again: &["plan", "item"] },
    DueColumn { register: "book_loan", on: "due_on", done: &["returned_on"], again: &[] },
];

/// Two columns of a register, the second of which is never the earlier day.
const ORDER: [(&str, &str, &str); 10] = [
    ("absence", "from", "until"),
    ("book_loan", "date", "due_on"),
    ("book_loan", "date", "returned_on"),
    ("consent", "date", "withdrawn_on"),
    ("document", "date", "valid_until"),
    ("incident", "date", "closed_on"),
    ("incident", "date", "reported_on"),
    ("persuade", "date", "returned_on"),
    ("plan", "date", "closed_on"),
    ("plan", "date", "review_on"),
];

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut found = Vec::new();
    for term in &DEADLINES {
        let rows = records.of(term.register);
        for (nth, event) in rows.iter().enumerate() {
            let Some(day) = event.filled(term.on).and_then(iso_date) else { continue };
            let is_done = term.done.iter().any(|column| event.filled(column).is_some());
            let is_open =
                !is_done && !rows.iter().skip(nth + 1).any(|later| term.is_again(event, later));
            if day < records.today && is_open {
                let (column, day) = (Known::word(term.on), Quote::of(day));
                let cause = Agreed::DatePassed { column, day };
                found.push(records.problem(term.register, event, cause));
            }
        }
    }
    for (register, first, last) in ORDER {
        for event in records.of(register) {
            let day = |column: &str| event.filled(column).and_then(iso_date);
            if day(first).zip(day(last)).is_some_and(|(first, last)| last < first) {
                let cause =
                    Agreed::DatesReversed { first: Known::word(first), last: Known::word(last) };
                found.push(records.problem(register, event, cause));
            }
        }
    }
    for event in records.of("work_item") {
        if event.filled("due_on").or(event.filled("done_on")).is_none() {
            found.push(records.problem("work_item", event, Agreed::ItemWithoutDate));
        }
    }
    found
}

impl DueColumn {
    fn is_again(&self, event: &Event, later: &Event) -> bool {
        let same = |column: &&str| event.filled(column) == later.filled(column);
        !self.again.is_empty() && self.again.iter().all(same) && event.children == later.children
    }
}
