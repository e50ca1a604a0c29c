//! Where something that was looked for stands: at whom, and in which place. What stands there is
//! never told.

use crate::domain::child::Child;
use crate::domain::entries::{Entry, Key, KeyType};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::needle::Needle;
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::register::{ColumnType, Register};
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::staff::Staff;

/// What is looked for: a word in what was written, a name by its sound, an id by its beginning.
pub struct Search<'a> {
    pub needle: &'a Needle,
    /// What may be looked through.
    pub gate: &'a Gate,
    pub is_name: &'a dyn Fn(&str) -> bool,
    pub is_id: &'a dyn Fn(Id) -> bool,
}

/// Where something stands.
pub enum Whereabouts {
    Name,
    Id,
    /// A field of a file, by its path.
    Field(String),
    Entry(&'static Entry, &'static Key),
    /// A column of a register, or the note.
    Column(String),
}

/// A child or a member of staff with the places in which it stands.
pub struct Hit<'h, T> {
    pub of: &'h T,
    pub places: Vec<Whereabouts>,
}

/// The children at whom it stands.
pub fn children<'h>(home: &'h Home, search: &Search) -> Vec<Hit<'h, Child>> {
    let places = |child: &Child| {
        let mut places = named(&child.name, child.id, search);
        let is_former = child.also.iter().any(|own| (search.is_id)(own.id));
        places.extend(is_former.then(|| Whereabouts::Field("also".to_owned())));
        let fields = child.fields().filter(|path| is_written(schema::CHILD, path));
        let has =
            |path: &&str| child.guarded(path).iter().any(|own| own.has(search.needle, search.gate));
        places.extend(fields.filter(has).map(|path| Whereabouts::Field(path.to_owned())));
        for own in child.entries() {
            let values = own.values.iter().filter(|(key, _)| {
                matches!(key.holds, KeyType::Name | KeyType::Remark(_) | KeyType::Value)
            });
            let has = values.filter(|(_, value)| value.has(search.needle, search.gate));
            places.extend(has.map(|(key, _)| Whereabouts::Entry(own.entry, key)));
        }
        places
    };
    home.children.iter().filter_map(|of| hit(of, places(of))).collect()
}

/// The staff at whom it stands.
pub fn staff<'h>(home: &'h Home, search: &Search) -> Vec<Hit<'h, Staff>> {
    let places = |person: &Staff| {
        let mut places = named(&person.name, person.id, search);
        let fields = person.fields().filter(|path| is_written(schema::STAFF, path));
        let has = |path: &&str| {
            person.guarded(path).iter().any(|own| own.has(search.needle, search.gate))
        };
        places.extend(fields.filter(has).map(|path| Whereabouts::Field(path.to_owned())));
        places
    };
    home.staff.iter().filter_map(|of| hit(of, places(of))).collect()
}

/// The places of a record in which it stands. A restricted register is not looked through, unless
/// that was asked for.
pub fn in_event(register: &Register, event: &Event, search: &Search) -> Vec<Whereabouts> {
    if register.restricted && !search.gate.allows(Privacy::Restricted) {
        return Vec::new();
    }
    let written = register.columns.iter().filter(|own| matches!(own.holds, ColumnType::Text));
    let names = written.map(|own| own.name.as_str()).chain(["note"]);
    let has = |name: &&str| {
        register.guarded(event, name).is_some_and(|own| own.has(search.needle, search.gate))
    };
    let columns = names.filter(has).map(|name| Whereabouts::Column(name.to_owned()));
    (search.is_id)(event.id).then_some(Whereabouts::Id).into_iter().chain(columns).collect()
}

fn hit<T>(of: &T, places: Vec<Whereabouts>) -> Option<Hit<'_, T>> {
    (!places.is_empty()).then_some(Hit { of, places })
}

fn named(name: &str, id: Id, search: &Search) -> Vec<Whereabouts> {
    let by_name = search.needle.is_in(name) || (search.is_name)(name);
    let by_name = by_name.then_some(Whereabouts::Name);
    by_name.into_iter().chain((search.is_id)(id).then_some(Whereabouts::Id)).collect()
}

/// Is the field written in the school's own words, or a number by which somebody is known? Days,
/// counts, codes and classes are not looked through.
fn is_written(fields: &'static [Field], path: &str) -> bool {
    let holds = schema::find(fields, path).map(|field| field.holds);
    let is_text = |own| matches!(own, FieldType::Text | FieldType::Texts | FieldType::Suggested(_));
    !["name", "class"].contains(&path) && holds.is_none_or(is_text)
}
