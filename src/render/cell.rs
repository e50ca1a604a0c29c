//! What stands in a cell: a value as programs read it and, where they read something else, what
//! people read in its place.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

/// One thing that a format can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Date(NaiveDate),
    List(Vec<String>),
    /// Things with their parts, each under its key; the first part is what the thing is called by.
    Things(Vec<Vec<(&'static str, Value)>>),
    Nothing,
    /// There is no such part: programs that read objects find no key.
    Absent,
}

impl Value {
    /// As a text, in formats that know nothing else.
    pub fn shown(&self) -> String {
        self.text().into_owned()
    }

    /// The same, not copied where it is one.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Number(number) => number.to_string().into(),
            Value::Date(date) => written(*date).into(),
            Value::List(entries) => entries.join(" ").into(),
            Value::Things(things) => {
                let first = things.iter().filter_map(|thing| thing.first());
                first.map(|(_, value)| value.shown()).collect::<Vec<_>>().join(" ").into()
            }
            Value::Nothing | Value::Absent => Cow::Borrowed(""),
        }
    }
}

/// A date as `2024-12-20`; long lists have tens of thousands of them, so it is written straight.
fn written(date: NaiveDate) -> String {
    let Some(year) = u32::try_from(date.year()).ok().filter(|year| *year <= 9999) else {
        return date.to_string();
    };
    let mut text = String::with_capacity(10);
    let digits = (year * 100 + date.month()) * 100 + date.day();
    for power in (0..8).rev() {
        text.extend(char::from_digit(digits / 10_u32.pow(power) % 10, 10));
        if power == 4 || power == 2 {
            text.push('-');
        }
    }
    text
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    value: Value,
    /// What people read in its place.
    said: Option<Value>,
}

impl Cell {
    /// A cell that is blank to everybody.
    pub const NOTHING: Cell = Cell { value: Value::Nothing, said: None };

    /// A text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Cell {
        text.map_or(Cell::NOTHING, |text| text.into().into())
    }

    /// A date, or nothing.
    pub fn date(date: Option<NaiveDate>) -> Cell {
        date.map_or(Cell::NOTHING, Cell::from)
    }

    /// A count of things.
    pub fn count(count: usize) -> Cell {
        i64::try_from(count).unwrap_or(i64::MAX).into()
    }

    /// The same, with what people read in its place: a code with its words.
    pub fn said(self, said: impl Into<Cell>) -> Cell {
        Cell { value: self.value, said: Some(said.into().value) }
    }

    /// As people read it, in one text.
    pub fn told(&self) -> String {
        self.for_people().shown()
    }

    pub(super) fn for_people(&self) -> &Value {
        self.said.as_ref().unwrap_or(&self.value)
    }

    pub(super) fn for_programs(&self) -> &Value {
        &self.value
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell { value, said: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Value::Text(text.to_owned()).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Value::Text(text).into()
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Value::Number(number).into()
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Cell {
        Value::Date(date).into()
    }
}

impl From<Vec<String>> for Cell {
    fn from(entries: Vec<String>) -> Cell {
        Value::List(entries).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_dates_are() {
        for (year, month, day) in [
            (2024, 12, 20),
            (2025, 1, 9),
            (987, 10, 31),
            (0, 1, 1),
            (-44, 3, 15),
            (9999, 12, 31),
            (12_024, 2, 29),
        ] {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(Value::Date(date).text(), date.to_string());
        }
    }
}
