//! What a problem carries: the record's own words, which may be withheld, and what is no secret.
//!
//! A text or a date cannot be carried bare: whoever adds a check says which of these it is.

use std::borrow::Cow;
use std::fmt;

use crate::domain::event::Replaced;
use crate::domain::id::{Id, Kind};
use crate::domain::register::{Column, HEAD, Register, TAIL};

/// What can be left out of a message when its place must not be repeated.
pub trait Withhold {
    /// The same without the record's own words and whatever is guessed from them.
    #[must_use]
    fn withheld(self) -> Self;
}

/// For what tells nothing of a person.
macro_rules! told_always {
    ($($name:ty)*) => {
        $(impl crate::domain::problem::Withhold for $name {
            fn withheld(self) -> Self {
                self
            }
        })*
    };
}
pub(super) use told_always;

told_always! { bool Kind Known Detail Count }

/// Stands where a message must not repeat what the records say.
const WITHHELD: &str = "…";

/// A piece of the record's own words: a text, a date, an id of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<T = String>(Option<T>);

impl<T> Quote<T> {
    /// These words, as long as their place is open.
    pub fn of(words: impl Into<T>) -> Quote<T> {
        Quote(Some(words.into()))
    }

    /// Words that are not there to be shown, as in the sample of a check.
    pub const fn hidden() -> Quote<T> {
        Quote(None)
    }

    /// The words, unless they are withheld.
    pub fn shown(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl Quote {
    /// Words that may not be there at all.
    pub fn of_filled(words: &str) -> Option<Quote> {
        (!words.is_empty()).then(|| Quote::of(words))
    }
}

impl<T> Withhold for Quote<T> {
    fn withheld(self) -> Self {
        Quote::hidden()
    }
}

impl<T: fmt::Display> fmt::Display for Quote<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.shown() {
            Some(words) => words.fmt(f),
            None => f.write_str(WITHHELD),
        }
    }
}

impl<T: Withhold> Withhold for Option<T> {
    fn withheld(self) -> Self {
        self.map(T::withheld)
    }
}

impl<T: Withhold> Withhold for Vec<T> {
    fn withheld(self) -> Self {
        self.into_iter().map(T::withheld).collect()
    }
}

/// The name that the record's words were probably meant to be; it tells what they are like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess(Option<String>);

impl Guess {
    /// No guess.
    pub const NONE: Guess = Guess(None);

    /// This name, if there is one near enough.
    pub fn of(name: Option<impl Into<String>>) -> Guess {
        Guess(name.map(Into::into))
    }

    /// The hint with the guess, or else another.
    pub(super) fn or(&self, hint: impl Fn(&str) -> String, other: impl Into<String>) -> String {
        self.0.as_deref().map_or_else(|| other.into(), hint)
    }
}

impl Withhold for Guess {
    fn withheld(self) -> Self {
        Guess::NONE
    }
}

/// The guess as a hint in Chinese.
pub(super) fn meant_zh(name: &str) -> String {
    format!("改成“{name}”？")
}

/// The guess as a hint in English.
pub(super) fn meant_en(name: &str) -> String {
    format!("did you mean \"{name}\"?")
}

/// A name that the program knows, which tells nothing of a person: a word of the schema, a column
/// of a description, the id of a row, a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known(Cow<'static, str>);

impl Known {
    /// A word that is compiled in.
    pub const fn word(word: &'static str) -> Known {
        Known(Cow::Borrowed(word))
    }

    /// A column of a description.
    pub fn column(column: &Column) -> Known {
        Known(Cow::Owned(column.name.clone()))
    }

    /// The id of a row: random, it tells nothing of whom the row is about.
    pub fn event(id: Id) -> Known {
        Known(Cow::Owned(id.to_string()))
    }

    /// A row that another names as the one it replaces, by its id and perhaps its month.
    pub fn replaced(row: &Replaced) -> Known {
        Known(Cow::Owned(row.to_string()))
    }

    /// The id of a term, made of its years.
    pub const fn term(id: String) -> Known {
        Known(Cow::Owned(id))
    }

    /// A letter by its number in Unicode, which is safe to show.
    pub fn letter(letter: char) -> Known {
        Known(Cow::Owned(format!("U+{:04X}", u32::from(letter))))
    }

    /// A register by its name.
    pub fn register(name: &str) -> Known {
        Known(Cow::Owned(name.to_owned()))
    }

    /// A line of one of the home's files, whose names are made of ids, registers and months.
    pub fn line(file: &str, line: u32) -> Known {
        Known(Cow::Owned(format!("{file}:{line}")))
    }

    pub(super) fn begins_with(&self, letter: char) -> bool {
        self.0.starts_with(letter)
    }
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a key or a column, which somebody may have thought out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Known(Known),
    Typed(Quote),
}

impl Name {
    /// A word that is compiled in.
    pub const fn word(word: &'static str) -> Name {
        Name::Known(Known::word(word))
    }

    /// A name that somebody typed.
    pub fn typed(name: &str) -> Name {
        Name::Typed(Quote::of(name))
    }

    /// A name in the header of a register's log.
    pub fn in_header(name: &str, register: &Register) -> Name {
        let common = HEAD.iter().chain(&TAIL).find(|own| **own == name);
        match (common, register.column(name)) {
            (Some(word), _) => Name::word(word),
            (None, Some(column)) => Name::Known(Known::column(column)),
            (None, None) => Name::typed(name),
        }
    }
}

impl Withhold for Name {
    fn withheld(self) -> Self {
        match self {
            Name::Known(name) => Name::Known(name),
            Name::Typed(name) => Name::Typed(name.withheld()),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Known(name) => name.fmt(f),
            Name::Typed(name) => name.fmt(f),
        }
    }
}

/// What the TOML library says of bad syntax, always in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail(String);

impl Detail {
    /// What the library said.
    pub fn of(said: &str) -> Detail {
        Detail(said.to_owned())
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// How many of something the program counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(u64);

impl Count {
    /// This many.
    pub const fn of(number: usize) -> Count {
        Count(number as u64)
    }

    /// The count with its English noun.
    pub fn english(self, one: &str, many: &str) -> String {
        format!("{self} {}", if self.0 == 1 { one } else { many })
    }
}

impl From<u32> for Count {
    fn from(number: u32) -> Count {
        Count(number.into())
    }
}

impl From<u64> for Count {
    fn from(number: u64) -> Count {
        Count(number)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
