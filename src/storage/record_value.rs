//! Facts as TOML writes them.

use toml_edit::{Item, Key, Value, value};

use super::record_place::PathPart;
use crate::domain::facts::Fact;

/// A fact as a value.
pub fn item(fact: &Fact) -> Item {
    match fact {
        Fact::Text(text) => value(text.as_str()),
        Fact::List(texts) => value(texts.iter().map(String::as_str).collect::<toml_edit::Array>()),
        Fact::Date(day) => date(*day),
        Fact::Integer(number) => value(*number),
        Fact::Bool(truth) => value(*truth),
    }
}

/// A civil date; its text is a date of the format.
pub fn date(day: chrono::NaiveDate) -> Item {
    day.to_string().parse::<Value>().map_or_else(|_| value(day.to_string()), Item::Value)
}

/// A fact as it is written behind the equals sign.
pub fn value_text(fact: &Fact) -> String {
    item(fact).to_string().trim().to_owned()
}

/// Does a value say what a fact says, however it is written?
pub fn is_fact(value: &Value, fact: &Fact) -> bool {
    match fact {
        Fact::Text(text) => value.as_str() == Some(text),
        fact => value.to_string().trim() == value_text(fact),
    }
}

/// A key as it is written before the equals sign, in quotes where it needs them.
pub fn key_text(key: &str) -> String {
    Key::new(key).display_repr().into_owned()
}

/// An entry of a list in one line: `{ role = "…", from = … }`.
pub fn inline_entry(entry: &[(&str, Fact)]) -> String {
    let pairs = entry.iter().map(|(key, fact)| format!("{} = {}", key_text(key), value_text(fact)));
    format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
}

/// The lines of a table of a list: its header, and a line for each key.
pub fn section(path: &[PathPart], entry: &[(&str, Fact)]) -> Vec<String> {
    let names = path.iter().filter_map(|part| match part {
        PathPart::Key(name) => Some(key_text(name)),
        PathPart::Nth(_) => None,
    });
    let header = format!("[[{}]]", names.collect::<Vec<_>>().join("."));
    let keys = entry.iter().map(|(key, fact)| format!("{} = {}", key_text(key), value_text(fact)));
    std::iter::once(header).chain(keys).collect()
}
