//! New TOML records, made with the format's own library. What already stands in a file is kept
//! byte for byte; how it is changed is in `record_text`.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::journal::Step;
use super::layout;
use super::record_value::{date, item};
use crate::domain::facts::Facts;
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

/// The step that adds a person at the end of `staff.toml`, which holds `before`.
pub fn add_person(
    before: Option<String>,
    (id, name): (Id, &str),
    facts: &Facts,
    roles: &[Holding],
) -> Step {
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
    let mut text = before.clone().unwrap_or_default();
    if !text.is_empty() {
        text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
    }
    text.push_str(&document.to_string());
    Step::Put { file: layout::STAFF.to_owned(), before, text }
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

fn entries<const N: usize>(tables: [Table; N]) -> Item {
    let mut list = ArrayOfTables::new();
    for table in tables {
        list.push(table);
    }
    Item::ArrayOfTables(list)
}
