//! The lists and tables of names that a rule holds.

use super::register_file::{self, Registers};
use super::table::Table;
use super::toml_value::as_fact;
use crate::domain::problem::{Expected, Keys, Name};

/// The registers that `records` names; where it is needed, a table without it is told.
pub fn read_records(table: &Table, is_needed: bool, registers: &mut Registers) -> Vec<String> {
    let Some(texts) = table.texts("records") else {
        if is_needed && !table.has("records") {
            table.missing("records");
        }
        return Vec::new();
    };
    if texts.is_empty() {
        table.missing("records");
    }
    let mut names: Vec<String> = Vec::new();
    for (name, place) in texts {
        if !registers.names.iter().any(|own| own == name) {
            register_file::tell_unknown(table, name, place, registers.names);
        } else if !names.iter().any(|own| own == name) {
            registers.get(name);
            names.push(name.to_owned());
        }
    }
    names
}

/// The texts of a list.
pub fn read_list(table: &Table, key: &'static str) -> Vec<String> {
    let texts = table.texts(key).into_iter().flatten();
    texts.map(|(text, _)| text.to_owned()).collect()
}

/// A table of names, each with the values it may have.
pub fn read_values(table: &Table, key: &'static str) -> Vec<(String, Vec<String>)> {
    let Some(inner) = table.table(key) else {
        return Vec::new();
    };
    let values = inner.keys().filter_map(|(name, _)| {
        let (value, place) = inner.get(name)?;
        let fact = as_fact(value);
        if fact.is_none() {
            let expected = Expected::Texts;
            inner.tell(place, Keys::WrongType { key: Name::typed(name), expected });
        }
        Some((name.to_owned(), fact?.values()))
    });
    values.collect()
}
