//! Reading a TOML table: every key is asked for by name, and what nobody asked for is unknown.

use std::cell::RefCell;
use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::source::Source;
use super::toml_tree::{Placed, Tree, Value};
use super::{toml_plain, toml_syntax};
use crate::domain::nearest::nearest;
use crate::domain::problem::{Cause, Expected, Guess, Keys, Known, Name, Naming, Noun, Quote};
use crate::domain::schema;

/// Parses a file and hands its top table to `read`. Each syntax error is told; a file that has
/// one is not read further.
pub fn read_document<T>(source: &Source, read: impl FnOnce(Table) -> T) -> Option<T> {
    if let Some(tree) = toml_plain::read(&source.text) {
        return Some(read(Table::new(source, &tree, 0..0)));
    }
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    toml_syntax::tell(source, &errors);
    let tree = errors.is_empty().then(|| Tree::of(document.into_inner()))?;
    Some(read(Table::new(source, &tree, 0..0)))
}

/// A table being read.
pub struct Table<'a> {
    source: &'a Source<'a>,
    entries: &'a Tree<'a>,
    span: Range<usize>,
    asked: RefCell<Vec<&'a str>>,
}

/// A value and where it stands.
pub type Found<'a> = (&'a Value<'a>, Range<usize>);

impl<'a> Table<'a> {
    /// A table and the place to name when a key is missing from it.
    pub fn new(source: &'a Source<'a>, table: &'a Tree<'a>, span: Range<usize>) -> Table<'a> {
        Table { source, entries: table, span, asked: RefCell::new(Vec::new()) }
    }

    /// Where the table begins.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The line on which the table begins.
    pub fn line(&self) -> u32 {
        self.source.line_of(self.span.start)
    }

    /// The line in which a byte of this table's file stands.
    pub fn line_of(&self, at: usize) -> u32 {
        self.source.line_of(at)
    }

    /// Tells of a problem in this table's file.
    pub fn tell(&self, span: Range<usize>, cause: impl Into<Cause>) {
        self.source.tell(span, cause);
    }

    /// The value of a key.
    pub fn get(&self, key: &'a str) -> Option<Found<'a>> {
        self.asked.borrow_mut().push(key);
        let found = self.entries.get(key)?;
        Some((&found.value, found.span.clone()))
    }

    /// Where a key's value stands; the table's place when the key is not there.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.entries.get(key).map_or(self.span(), |own| own.span.clone())
    }

    /// Where a name stands inside a key's value: an entry of its list, or a key of its table.
    pub fn place_in(&self, key: &str, name: &str) -> Range<usize> {
        let inside = match self.entries.get(key).map(|own| &own.value) {
            Some(Value::List(entries)) => {
                let named = entries.iter().find(|own| own.value.as_str() == Some(name));
                named.map(|own| own.span.clone())
            }
            Some(Value::Table(table)) => {
                let named = table.entries().iter().find(|own| own.key == name);
                named.map(|own| own.key_span.clone())
            }
            _ => None,
        };
        inside.unwrap_or_else(|| self.place(key))
    }

    /// Is the key there at all?
    pub fn has(&self, key: &str) -> bool {
        self.entries.get(key).is_some()
    }

    /// The names and places of its keys.
    pub fn keys(&self) -> impl Iterator<Item = (&'a str, Range<usize>)> + use<'a> {
        self.entries.entries().iter().map(|own| (&*own.key, own.key_span.clone()))
    }

    /// Tells that a key is missing.
    pub fn missing(&self, key: &'static str) {
        self.tell(self.span(), Keys::MissingKey { key: Known::word(key) });
    }

    fn wrong(&self, key: &'static str, span: Range<usize>, expected: Expected) {
        self.tell(span, Keys::WrongType { key: Name::word(key), expected });
    }

    fn typed<T>(
        &self,
        key: &'static str,
        expected: Expected,
        read: impl FnOnce(&'a Value<'a>) -> Option<T>,
    ) -> Option<T> {
        let (value, span) = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            self.wrong(key, span, expected);
        }
        read
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<&'a str> {
        self.typed(key, Expected::Text, Value::as_str)
    }

    /// A text that must be there and say something.
    pub fn need_text(&self, key: &'static str) -> Option<&'a str> {
        let text = self.text(key);
        let blank = text.is_some_and(|text| text.trim().is_empty());
        if blank || text.is_none() && !self.has(key) {
            self.tell(self.place(key), Keys::MissingKey { key: Known::word(key) });
        }
        text.filter(|_| !blank)
    }

    /// A civil date, written without quotes.
    pub fn date(&self, key: &'static str) -> Option<NaiveDate> {
        self.typed(key, Expected::Date, Value::as_date)
    }

    /// A date that must be there.
    pub fn need_date(&self, key: &'static str) -> Option<NaiveDate> {
        let date = self.date(key);
        if date.is_none() && !self.has(key) {
            self.missing(key);
        }
        date
    }

    /// A whole number.
    pub fn integer(&self, key: &'static str) -> Option<i64> {
        self.typed(key, Expected::Integer, Value::as_integer)
    }

    /// A whole number that is at least `least`.
    pub fn at_least(&self, key: &'static str, least: u32) -> Option<u32> {
        let expected = Expected::AtLeast(i64::from(least));
        self.typed(key, expected, |value| {
            u32::try_from(value.as_integer()?).ok().filter(|number| *number >= least)
        })
    }

    /// True or false.
    pub fn truth(&self, key: &'static str) -> Option<bool> {
        self.typed(key, Expected::Bool, Value::as_bool)
    }

    /// A text, or a list of texts, each with its place.
    pub fn texts(&self, key: &'static str) -> Option<Vec<(&'a str, Range<usize>)>> {
        let place = self.place(key);
        self.typed(key, Expected::Texts, |value| match value {
            Value::Text(text) => Some(vec![(&**text, place)]),
            Value::List(entries) => entries
                .iter()
                .map(|entry| Some((entry.value.as_str()?, entry.span.clone())))
                .collect(),
            _ => None,
        })
    }

    /// A sub-table.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let place = self.place(key);
        let table = self.typed(key, Expected::Table, Value::as_table)?;
        Some(Table::new(self.source, table, place))
    }

    /// The entries of `[[key]]`; none when the key is not there.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let entry = |entry: &'a Placed<'a>| {
            Some(Table::new(self.source, entry.value.as_table()?, entry.span.clone()))
        };
        self.typed(key, Expected::Tables, |value| value.as_array()?.iter().map(entry).collect())
            .unwrap_or_default()
    }

    /// A code that must be one of the listed ones.
    pub fn one_of(&self, key: &'static str, allowed: &[&'static str]) -> Option<&'a str> {
        let text = self.text(key)?;
        if allowed.contains(&text) {
            return Some(text);
        }
        let cause = Keys::NotOneOf {
            key: Name::word(key),
            allowed: allowed.iter().map(|&name| Known::word(name)).collect(),
            nearest: Guess::of(nearest(text, allowed.iter().copied())),
        };
        self.tell(self.place(key), cause);
        None
    }

    /// `true` when `name` is among `names`; otherwise it is told, with the nearest.
    pub fn is_known<'n>(
        &self,
        what: Noun,
        name: &str,
        span: Range<usize>,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> bool {
        if names.clone().any(|own| own == name) {
            return true;
        }
        let nearest = Guess::of(nearest(name, names));
        self.tell(span, Naming::Unknown { what, name: Quote::of(name), nearest });
        false
    }

    /// Tells of the keys that nobody asked for, but for the school's own.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for (key, span) in self.keys().filter(|(key, _)| *key != schema::OWN) {
            if !asked.contains(&key) {
                let is_slip = asked.iter().any(|name| is_slip_of(name, key));
                let nearest = Guess::of(nearest(key, asked.iter().copied()));
                let (what, name) = (Noun::Key, Quote::of(key));
                self.source.tell_key(span, is_slip, Naming::Unknown { what, name, nearest });
            }
        }
    }
}

/// Is a key one slip of the finger away from a name? Of a very short one it might be anything.
fn is_slip_of(name: &str, key: &str) -> bool {
    name.len() > 2 && strsim::osa_distance(key, name) == 1
}
