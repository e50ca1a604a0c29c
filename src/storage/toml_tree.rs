//! A TOML text as a tree: values, each with its place in the text.

use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

/// A value as it is written.
#[derive(Debug, PartialEq)]
pub enum Value<'t> {
    Text(Cow<'t, str>),
    /// None when it is too large for a number.
    Integer(Option<i64>),
    Float(String),
    Bool(bool),
    Date(NaiveDate),
    /// A date with a time of day, or a time alone.
    Moment(String),
    List(Vec<Placed<'t>>),
    Table(Tree<'t>),
}

/// A value and where it stands.
#[derive(Debug, PartialEq)]
pub struct Placed<'t> {
    pub value: Value<'t>,
    pub span: Range<usize>,
}

/// A key with its value.
#[derive(Debug, PartialEq)]
pub struct Entry<'t> {
    pub key: Cow<'t, str>,
    pub key_span: Range<usize>,
    pub placed: Placed<'t>,
}

/// A table, sorted by its keys.
#[derive(Debug, Default, PartialEq)]
pub struct Tree<'t>(Vec<Entry<'t>>);

impl<'t> Tree<'t> {
    /// The table of the entries; `None` when two have the same key.
    pub fn sorted(mut entries: Vec<Entry<'t>>) -> Option<Tree<'t>> {
        entries.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        let is_doubled = entries.windows(2).any(|pair| pair[0].key == pair[1].key);
        (!is_doubled).then_some(Tree(entries))
    }

    /// What the TOML library read.
    pub fn of(table: DeTable<'t>) -> Tree<'t> {
        let entry = |(key, value): (toml::Spanned<_>, toml::Spanned<_>)| Entry {
            key_span: key.span(),
            key: key.into_inner(),
            placed: placed(value),
        };
        Tree(table.into_iter().map(entry).collect())
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Placed<'t>> {
        self.0.iter().find(|entry| entry.key == key).map(|entry| &entry.placed)
    }

    /// Its entries, by their keys.
    pub fn entries(&self) -> &[Entry<'t>] {
        &self.0
    }
}

fn placed(value: toml::Spanned<DeValue>) -> Placed {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => {
            Value::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok())
        }
        DeValue::Float(number) => Value::Float(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Datetime(written) => {
            let date = written.date.filter(|_| written.time.is_none() && written.offset.is_none());
            let (year, month, day) = date.map_or((0, 0, 0), |own| (own.year, own.month, own.day));
            let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
            date.map_or_else(|| Value::Moment(written.to_string()), Value::Date)
        }
        DeValue::Array(entries) => Value::List(entries.into_iter().map(placed).collect()),
        DeValue::Table(table) => Value::Table(Tree::of(table)),
    };
    Placed { value, span }
}

impl<'t> Value<'t> {
    /// A text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A civil date.
    pub fn as_date(&self) -> Option<NaiveDate> {
        match self {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// A whole number.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Value::Integer(number) => *number,
            _ => None,
        }
    }

    /// True or false.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// A list.
    pub fn as_array(&self) -> Option<&Vec<Placed<'t>>> {
        match self {
            Value::List(entries) => Some(entries),
            _ => None,
        }
    }

    /// A table.
    pub fn as_table(&self) -> Option<&Tree<'t>> {
        match self {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
}
