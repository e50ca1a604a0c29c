//! Something wrong in the records: a *fault* makes a judgement unsafe, a *remark* is a doubt.

use chrono::NaiveDate;

use super::event::Row;
use super::id::Kind;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    Fault,
    Remark,
}

/// What kind of name was not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Key,
    Register,
    Role,
    Festival,
    Child,
    Staff,
    Field,
    Requirement,
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Date,
    Integer,
    /// A whole number that is not less than this.
    AtLeast(i64),
    Bool,
    Table,
    Tables,
    Texts,
    DatePair,
    Zone,
    MonthDay,
    Instant,
    ClassSample,
}

/// Why a file's name is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misnamed {
    Log,
    /// A log in no register's folder.
    Above,
    Stray,
}

macro_rules! causes {
    ($($gravity:ident $variant:ident $({ $($field:ident: $ty:ty),* })? $name:literal)*) => {
        /// What is wrong, with what the message needs.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Cause { $($variant $({ $($field: $ty),* })?),* }

        impl Cause {
            /// The name of the check that finds it, as `care check NAME` takes it.
            pub fn name(&self) -> &'static str {
                match self { $(Cause::$variant { .. } => $name),* }
            }

            /// Fault or remark.
            pub fn gravity(&self) -> Gravity {
                match self { $(Cause::$variant { .. } => Gravity::$gravity),* }
            }

            /// Every check's name, in the order of this table.
            pub const NAMES: &[&str] = &[$($name),*];
        }
    };
}

// A new check is one line here, and its words in `lang/problem_text.rs`.
causes! {
    Fault Syntax { detail: String } "toml-syntax"
    Fault Unknown { what: Noun, name: String, nearest: Option<String> } "unknown-name"
    Fault MissingKey { key: String } "missing-key"
    Fault WrongType { key: String, expected: Expected } "wrong-type"
    Fault NotOneOf { key: String, allowed: Vec<String>, nearest: Option<String> } "not-one-of"
    Fault NoSuchDate { text: String } "no-such-date"
    Fault BadId { kind: Kind } "bad-id"
    Fault DuplicateId { id: String, first: String } "duplicate-id"
    Fault NameAndIdDiffer { id: String } "name-and-id-differ"
    Fault MissingFile "missing-file"
    Fault Unreadable { reason: String } "unreadable"
    Fault MisnamedFile { why: Misnamed } "misnamed-file"
    Fault NotUtf8 "not-utf8"
    Fault NulByte "nul-byte"
    Fault ConflictMarker "conflict-marker"
    Fault TornLine "torn-line"
    Fault UnclosedQuote "unclosed-quote"
    Fault FieldCount { expected: usize, found: usize } "field-count"
    Fault NoHeader "no-header"
    Fault SecondHeader "second-header"
    Fault MissingColumn { column: String } "missing-column"
    Fault DoubleColumn { column: String } "double-column"
    Fault WrongMonth { month: String } "wrong-month"
    Fault ReplacesNothing { id: String } "replaces-nothing"
    Fault ReplacesCycle "replaces-cycle"
    Fault EndsBeforeItBegins { begin: NaiveDate, end: NaiveDate } "ends-before-it-begins"
    Fault NoSpell "no-spell"
    Fault SpellsOverlap "spells-overlap"
    Fault TermsOverlap { other: String } "terms-overlap"
    Fault AnchorOutsideTerm { anchor: String } "anchor-outside-term"
    Fault AnchorsOverlap { anchor: String } "anchors-overlap"
    Fault TermTooShort { term: String, rule: String } "term-too-short"
    Fault WasTwice { field: String, until: NaiveDate } "was-twice"
    Fault KeyDoesNotFit { key: String, with: String } "key-does-not-fit"
    Fault ColumnNowhere { column: String, nearest: Option<String> } "column-nowhere"
    Fault NoSessionColumn { register: String } "no-session-column"
    Fault RequirementDoesNotFit { name: String, subject: String } "requirement-does-not-fit"
    Fault CalendarRanOut { last: Option<NaiveDate> } "calendar-ran-out"
    Remark CalendarEnds { last: NaiveDate } "calendar-ends"
    Remark OutsideSpells { child: String } "outside-spells"
    Remark AfterToday "after-today"
    Remark NotPlainText "crlf-or-bom"
    Remark WrongIdNumber "wrong-id-number"
    Remark UnlistedChoice { column: String, nearest: Option<String> } "unlisted-choice"
    Remark NotANumber { column: String } "not-a-number"
    Remark TwoCorrections { id: String } "two-corrections"
    Remark ReadableByOthers { files: usize } "readable-by-others"
    Remark ExemptFromNothing { rule: String, nearest: Option<String> } "exempt-from-nothing"
    Remark StrayFile "stray-file"
    Remark OverMax { rule: String, slot: String, most: u32, max: u32 } "over-max"
}

/// Stands where a message must not repeat what the records say.
pub const WITHHELD: &str = "…";

impl Cause {
    /// The same without the record's own words and whatever is guessed from them: of personal
    /// fields and restricted registers a message gives the position only.
    pub fn withheld(self) -> Cause {
        let hidden = || WITHHELD.to_owned();
        match self {
            Cause::NoSuchDate { text } if !text.is_empty() => Cause::NoSuchDate { text: hidden() },
            Cause::Unknown { what: what @ (Noun::Child | Noun::Staff), .. } => {
                Cause::Unknown { what, name: hidden(), nearest: None }
            }
            Cause::WrongMonth { .. } => Cause::WrongMonth { month: hidden() },
            Cause::OutsideSpells { .. } => Cause::OutsideSpells { child: hidden() },
            Cause::NotOneOf { key, allowed, .. } => Cause::NotOneOf { key, allowed, nearest: None },
            Cause::UnlistedChoice { column, .. } => Cause::UnlistedChoice { column, nearest: None },
            other => other,
        }
    }
}

/// A part of a line that may be shown, with the piece that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// Where the wrong piece begins and how long it is, in characters.
    pub from: usize,
    pub length: usize,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub cause: Cause,
    /// The path below the home, with `/`.
    pub file: String,
    pub line: Option<u32>,
    /// In characters, from 1.
    pub column: Option<u32>,
    /// Left out for restricted and personal cells.
    pub excerpt: Option<Excerpt>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: &str, cause: Cause) -> Problem {
        Problem { cause, file: file.to_owned(), line: None, column: None, excerpt: None }
    }

    /// A problem of a row as a whole.
    pub fn of_row(row: &Row, cause: Cause) -> Problem {
        let file = row.header.file.to_string();
        Problem { cause, file, line: Some(row.line), column: Some(1), excerpt: None }
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
