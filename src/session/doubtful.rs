//! What is only doubtful, told beside what is wrong.

use crate::domain::doubt::{About, Doubt};
use crate::domain::problem::{Problem, Sight};
use crate::storage::layout;

/// A doubt as a problem, at the file that it is about. What it says of people are their ids.
pub(super) fn told(doubt: Doubt) -> Problem {
    let sight = Sight::Open(None);
    let (file, line) = match doubt.about {
        About::Settings => (layout::SETTINGS.to_owned(), None),
        About::Calendar(line) => (layout::CALENDAR.to_owned(), Some(line)),
        About::Rule(line) => (layout::RULES.to_owned(), Some(line)),
        About::Staff(line) => (layout::STAFF.to_owned(), line),
        About::Child(id, line) => (layout::child(id), line),
    };
    match line {
        Some(line) => Problem::at((&file, line, 1), sight, doubt.cause),
        None => Problem::of_file(&file, sight, doubt.cause),
    }
}
