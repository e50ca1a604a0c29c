//! One problem of each kind, so that `care help check NAME` can explain it before it happens.

use chrono::NaiveDate;

use crate::domain::id::Kind;
use crate::domain::problem::{Cause, Expected, Misnamed, Noun};
use crate::domain::settings::FORMAT;

/// The sample of a check, by its name.
pub fn sample(name: &str) -> Option<Cause> {
    samples().into_iter().find(|cause| cause.name() == name)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 9, 20).unwrap_or_default()
}

fn samples() -> Vec<Cause> {
    vec![
        Cause::Syntax { detail: "…".to_owned() },
        Cause::Unknown { what: Noun::Key, name: "…".to_owned(), nearest: None },
        Cause::MissingKey { key: "…".to_owned() },
        Cause::WrongType { key: "…".to_owned(), expected: Expected::Date },
        Cause::NotOneOf { key: "…".to_owned(), allowed: vec!["…".to_owned()], nearest: None },
        Cause::NoSuchDate { text: "…".to_owned() },
        Cause::BadId { kind: Kind::Child },
        Cause::DuplicateId { id: "…".to_owned(), first: "…".to_owned() },
        Cause::NameAndIdDiffer { id: "…".to_owned() },
        Cause::MissingFile,
        Cause::Unreadable { reason: "…".to_owned() },
        Cause::MisnamedFile { why: Misnamed::Log },
        Cause::NotUtf8,
        Cause::NulByte,
        Cause::ConflictMarker,
        Cause::TornLine,
        Cause::UnclosedQuote,
        Cause::FieldCount { expected: 2, found: 2 },
        Cause::NoHeader,
        Cause::SecondHeader,
        Cause::MissingColumn { column: "…".to_owned() },
        Cause::DoubleColumn { column: "…".to_owned() },
        Cause::WrongMonth { month: "…".to_owned() },
        Cause::ReplacesNothing { id: "…".to_owned() },
        Cause::ReplacesCycle,
        Cause::EndsBeforeItBegins { begin: day(), end: day() },
        Cause::NoSpell,
        Cause::SpellsOverlap,
        Cause::TermsOverlap { other: "…".to_owned() },
        Cause::AnchorOutsideTerm { anchor: "…".to_owned() },
        Cause::AnchorsOverlap { anchor: "…".to_owned() },
        Cause::TermTooShort { term: "…".to_owned(), rule: "…".to_owned() },
        Cause::WasTwice { field: "…".to_owned(), until: day() },
        Cause::KeyDoesNotFit { key: "…".to_owned(), with: "…".to_owned() },
        Cause::ColumnNowhere { column: "…".to_owned(), nearest: None },
        Cause::NoSessionColumn { register: "…".to_owned() },
        Cause::RequirementDoesNotFit { name: "…".to_owned(), subject: "…".to_owned() },
        Cause::CalendarRanOut { last: Some(day()) },
        Cause::CalendarEnds { last: day() },
        Cause::OutsideSpells { child: "…".to_owned() },
        Cause::AfterToday,
        Cause::NotPlainText,
        Cause::WrongIdNumber,
        Cause::UnlistedChoice { column: "…".to_owned(), nearest: None },
        Cause::NotANumber { column: "…".to_owned() },
        Cause::TwoCorrections { id: "…".to_owned() },
        Cause::ReadableByOthers { files: 2 },
        Cause::ExemptFromNothing { rule: "…".to_owned(), nearest: None },
        Cause::StrayFile,
        Cause::NewerFormat { format: FORMAT + 1 },
        Cause::OverMax { rule: "…".to_owned(), slot: "2024-2025-1".to_owned(), most: 3, max: 2 },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_sample() {
        let names: Vec<&str> = samples().iter().map(Cause::name).collect();
        assert_eq!(names, Cause::NAMES);
    }
}
