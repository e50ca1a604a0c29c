//! Something wrong in the records: a *fault* makes a judgement unsafe, a *remark* is a doubt.
//!
//! What finds it is a *check*. Checks stand by theme, a file each; in it stands all there is to a
//! check: its name, how grave it is, what its message needs, its words and a sample. A new check is
//! an entry there; whoever finds it makes a `Problem` of it.

mod absences;
mod access;
mod agreed;
mod balances;
mod calendar;
mod check;
mod children;
mod corrections;
mod dates;
mod duties;
mod expected;
mod files;
mod gravity;
mod keys;
mod leading;
mod lines;
mod mailboxes;
mod names;
mod pairs;
mod payload;
mod persons;
mod presence;
mod reach;
mod rota;
mod rules;
mod scores;
mod wishes;

pub use absences::Absences;
pub use access::{Access, PRIVACY_CHECKS};
pub use agreed::Agreed;
pub use balances::{Article, Balances};
pub use calendar::Terms;
pub use children::Children;
pub use corrections::Corrections;
pub use dates::Dates;
pub use duties::Duties;
pub use expected::Expected;
pub use files::{Alike, Files, Misnamed};
pub use gravity::Gravity;
pub use keys::Keys;
pub use leading::{Area, Leading};
pub use lines::Lines;
pub use mailboxes::Mailboxes;
pub use names::{Doubled, Naming, Noun};
pub use pairs::{NoPupil, Pairs};
pub use payload::{Count, Detail, Guess, Known, Name, Quote, Withhold};
pub use persons::Persons;
pub use presence::{Ends, Presence};
pub use reach::{FieldsAsked, Reaching};
pub use rota::Rota;
pub use rules::Rules;
pub use scores::Scores;
pub use wishes::Wishes;

use super::row::Row;
use super::settings::Lang;

check::themes! {
    Keys Naming Dates Files Lines Corrections Children Terms Rules Persons Presence Duties Pairs
    Mailboxes Access Leading Rota Balances Scores Agreed Absences Wishes Reaching
}

/// A part of a line that may be shown, with the piece that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// Where the wrong piece begins and how long it is, in characters.
    pub from: usize,
    pub length: usize,
}

/// May a message repeat what stands at its place?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It may, and this much of the line is shown with it.
    Open(Option<Excerpt>),
    /// A personal field or a restricted register: none of the record's words, no guess from them,
    /// no line.
    Withheld,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    // Only `new` sets these two, so that nothing is told that its place withholds.
    cause: Cause,
    excerpt: Option<Excerpt>,
    /// The path below the home, with `/`.
    pub file: String,
    pub line: Option<u32>,
    /// In characters, from 1.
    pub column: Option<u32>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: &str, sight: Sight, cause: impl Into<Cause>) -> Problem {
        Problem::new((file, None, None), sight, cause.into())
    }

    /// A problem at a line and a column.
    pub fn at(
        (file, line, column): (&str, u32, u32),
        sight: Sight,
        cause: impl Into<Cause>,
    ) -> Problem {
        Problem::new((file, Some(line), Some(column)), sight, cause.into())
    }

    /// A problem of a row as a whole.
    pub fn of_row(row: &Row, sight: Sight, cause: impl Into<Cause>) -> Problem {
        Problem::at((&row.header.file, row.line, 1), sight, cause)
    }

    fn new(
        (file, line, column): (&str, Option<u32>, Option<u32>),
        sight: Sight,
        cause: Cause,
    ) -> Problem {
        let (cause, excerpt) = match sight {
            Sight::Open(excerpt) => (cause, excerpt),
            Sight::Withheld => (cause.withheld(), None),
        };
        Problem { cause, excerpt, file: file.to_owned(), line, column }
    }

    /// What is wrong.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The line, where it may be shown.
    pub fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_ref()
    }

    /// Does it stop every judgement?
    pub fn is_fault(&self) -> bool {
        self.cause.gravity() == Gravity::Fault
    }
}

/// Puts problems in the order of files, lines and columns, each once.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.cause.name()).cmp(&(
            &b.file,
            b.line,
            b.column,
            b.cause.name(),
        ))
    });
    problems.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withheld_problem_says_nothing_of_the_record_in_either_language() {
        let cause = Naming::Unknown {
            what: Noun::Child,
            name: Quote::of("金丝雀"),
            nearest: Guess::of(Some("C7K3FQ")),
        };
        let place = ("children/C2M9RD.toml", 1, 1);
        let shown = Problem::at(place, Sight::Open(None), cause.clone());
        assert_eq!(shown.cause().message(Lang::Zh), "没有编号“金丝雀”的儿童");
        let hidden = Problem::at(place, Sight::Withheld, cause);
        assert_eq!(hidden.cause().message(Lang::Zh), "没有这个编号的儿童");
        for lang in [Lang::Zh, Lang::En] {
            assert!(!hidden.cause().hint(lang).contains("C7K3FQ"));
        }
    }

    #[test]
    fn every_check_has_one_name_and_a_sample_that_can_be_said() {
        let names = Cause::names();
        for name in &names {
            assert_eq!(names.iter().filter(|own| *own == name).count(), 1, "{name}");
            let sample = Cause::sample(name).unwrap();
            for lang in [Lang::Zh, Lang::En] {
                assert!(!sample.message(lang).is_empty() && !sample.hint(lang).is_empty());
            }
        }
        assert!(names.len() >= 50);
    }
}
