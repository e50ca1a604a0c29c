//! TOML values as what records mean by them.

use chrono::DateTime;

use super::toml_tree::Value;
use crate::domain::event::iso_instant;
use crate::domain::facts::Fact;

/// A value of any simple type; a list holds texts of its entries.
pub fn as_fact(value: &Value) -> Option<Fact> {
    Some(match value {
        Value::Text(text) => Fact::Text(text.to_string()),
        Value::Integer(number) => Fact::Integer((*number)?),
        Value::Float(text) | Value::Moment(text) => Fact::Text(text.clone()),
        Value::Bool(truth) => Fact::Bool(*truth),
        Value::Date(date) => Fact::Date(*date),
        Value::List(entries) => {
            let texts = entries.iter().map(|entry| Some(as_fact(&entry.value)?.values()));
            Fact::List(texts.collect::<Option<Vec<_>>>()?.concat())
        }
        Value::Table(_) => return None,
    })
}

/// An instant with its offset, as `recorded` has it.
pub fn as_instant(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    iso_instant(text).or_else(|| DateTime::parse_from_rfc3339(text).ok())
}
