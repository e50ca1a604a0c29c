//! How truthfully the records of this school year were written: doubts to be put to those who
//! wrote them, each with its rows. Nothing is said of who writes better or worse, and nothing of
//! this is looked for unless somebody asks.

mod again;
mod at_school;
mod homes;
mod in_order;
mod late;
mod month_end;
mod no_school;
mod one_time;
mod same_text;
#[cfg(test)]
mod tests;
mod time_of_day;
mod visits;
mod work_book;

pub use work_book::is_work;

use super::record_book::RecordBook;
use crate::domain::problem::Problem;
use work_book::WorkBook;

/// Every doubt about how truthfully the records were written.
pub fn doubts<'a>(records: &'a RecordBook<'a>) -> Vec<Problem> {
    let book = WorkBook::of(records);
    let all = [
        same_text::doubts(&book),
        visits::doubts(&book),
        one_time::doubts(&book),
        no_school::doubts(&book),
        month_end::doubts(&book),
        late::doubts(&book),
        in_order::doubts(&book),
        again::doubts(&book),
    ];
    all.concat()
}
