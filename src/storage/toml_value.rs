//! TOML values as what records mean by them.

use chrono::DateTime;

use super::toml_tree::TreeValue;
use crate::domain::event::iso_instant;
use crate::domain::facts::Fact;

/// A value of any simple type; a list holds texts of its entries.
pub fn as_fact(value: &TreeValue) -> Option<Fact> {
    Some(match value {
        TreeValue::Text(text) => Fact::Text(text.to_string()),
        TreeValue::Integer(number) => Fact::Integer((*number)?),
        TreeValue::Float(text) | TreeValue::Moment(text) => Fact::Text(text.clone()),
        TreeValue::Bool(truth) => Fact::Bool(*truth),
        TreeValue::Date(date) => Fact::Date(*date),
        TreeValue::List(entries) => {
            let texts = entries.iter().map(|entry| Some(as_fact(&entry.value)?.values()));
            Fact::List(texts.collect::<Option<Vec<_>>>()?.concat())
        }
        TreeValue::Table(_) => return None,
    })
}

/// An instant with its offset, as `recorded` has it.
pub fn as_instant(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    iso_instant(text).or_else(|| DateTime::parse_from_rfc3339(text).ok())
}
