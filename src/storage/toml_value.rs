//! TOML values as what records mean by them.

use chrono::{DateTime, NaiveDate};
use toml::de::DeValue;

use crate::domain::event::iso_instant;
use crate::domain::facts::Fact;

/// A civil date; a date with a time of day is none.
pub fn as_date(value: &DeValue) -> Option<NaiveDate> {
    let written = value.as_datetime()?;
    let date = written.date.filter(|_| written.time.is_none() && written.offset.is_none())?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// A whole number.
pub fn as_integer(value: &DeValue) -> Option<i64> {
    let written = value.as_integer()?;
    i64::from_str_radix(written.as_str(), written.radix()).ok()
}

/// A value of any simple type; a list holds texts of its entries.
pub fn as_fact(value: &DeValue) -> Option<Fact> {
    Some(match value {
        DeValue::String(text) => Fact::Text(text.to_string()),
        DeValue::Integer(_) => Fact::Integer(as_integer(value)?),
        DeValue::Float(number) => Fact::Text(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Fact::Bool(*truth),
        DeValue::Datetime(written) => {
            as_date(value).map_or_else(|| Fact::Text(written.to_string()), Fact::Date)
        }
        DeValue::Array(entries) => {
            let texts = entries.iter().map(|entry| Some(as_fact(entry.get_ref())?.values()));
            Fact::List(texts.collect::<Option<Vec<_>>>()?.concat())
        }
        DeValue::Table(_) => return None,
    })
}

/// An instant with its offset, as `recorded` has it.
pub fn as_instant(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    iso_instant(text).or_else(|| DateTime::parse_from_rfc3339(text).ok())
}
