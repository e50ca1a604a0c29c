//! Writing TOML records: new entries are made with the format's own library, and what already
//! stands in a file is kept byte for byte.

use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::disk::{self, Disk};
use super::journal::Step;
use super::layout;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::Id;
use crate::domain::staff::Holding;

/// A child to be written.
pub struct NewChild<'a> {
    pub id: Id,
    pub name: &'a str,
    pub facts: &'a Facts,
    pub joined: chrono::NaiveDate,
}

/// The step that makes a new child's file.
pub fn create_child(child: &NewChild) -> Step {
    let mut document = DocumentMut::new();
    document["id"] = value(child.id.to_string());
    document["name"] = value(child.name);
    put_facts(document.as_table_mut(), child.facts);
    let mut spell = Table::new();
    spell["joined"] = date(child.joined);
    document["spell"] = entries([spell]);
    Step::Put { file: layout::child(child.id), before: None, text: document.to_string() }
}

/// The step that adds a person at the end of `staff.toml`.
pub fn add_person(root: &Path, id: Id, name: &str, facts: &Facts, roles: &[Holding]) -> Disk<Step> {
    let mut person = Table::new();
    person["id"] = value(id.to_string());
    person["name"] = value(name);
    put_facts(&mut person, facts);
    let mut held = toml_edit::Array::new();
    for role in roles {
        let mut entry = toml_edit::InlineTable::new();
        entry.insert("role", role.role.as_str().into());
        if let Some(class) = &role.class {
            entry.insert("class", class.as_str().into());
        }
        if let Item::Value(from) = date(role.span.first) {
            entry.insert("from", from);
        }
        held.push(entry);
    }
    person["roles"] = value(held);
    let mut document = DocumentMut::new();
    document["staff"] = entries([person]);
    let path = root.join(layout::STAFF);
    let before = disk::read(&path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let mut text = before.clone().unwrap_or_default();
    if !text.is_empty() {
        text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
    }
    text.push_str(&document.to_string());
    Ok(Step::Put { file: layout::STAFF.to_owned(), before, text })
}

fn put_facts(table: &mut Table, facts: &Facts) {
    for (path, fact) in facts.iter() {
        match path.split_once('.') {
            Some((name, key)) => {
                let inner = table.entry(name).or_insert_with(|| Item::Table(Table::new()));
                inner[key] = item(fact);
            }
            None => table[path] = item(fact),
        }
    }
}

fn item(fact: &Fact) -> Item {
    match fact {
        Fact::Text(text) => value(text.as_str()),
        Fact::List(texts) => value(texts.iter().map(String::as_str).collect::<toml_edit::Array>()),
        Fact::Date(day) => date(*day),
        Fact::Integer(number) => value(*number),
        Fact::Bool(truth) => value(*truth),
    }
}

fn date(day: chrono::NaiveDate) -> Item {
    // A civil date's text is a date of the format.
    day.to_string().parse::<Value>().map_or_else(|_| value(day.to_string()), Item::Value)
}

fn entries<const N: usize>(tables: [Table; N]) -> Item {
    let mut list = ArrayOfTables::new();
    for table in tables {
        list.push(table);
    }
    Item::ArrayOfTables(list)
}
