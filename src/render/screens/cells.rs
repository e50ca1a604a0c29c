//! The cells of a record in words.

use super::{child_entries, list};
use crate::domain::class::ClassCode;
use crate::domain::entries::{self, KeyType};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::matter::{self, MatterRegister};
use crate::domain::privacy::Gate;
use crate::domain::register::{CellPrivacy, Column, Register};
use crate::domain::schema;
use crate::lang::record_words::Listing;
use crate::lang::{Lang, label, listed, words_in};

/// The column that names a class; the one that names a field of a child, and why it was changed.
const CLASS: &str = "class";
const FIELD: &str = "field";
const WHY: &str = "why";

/// The cell of a column: a choice, a class, a field of a child and its values as people say them.
pub fn in_words(
    (home, lang): (&Home, Lang),
    register: &Register,
    (event, column): (&Event, &Column),
    gate: &Gate,
) -> Option<String> {
    let text = |name: &str| Some(register.guarded(event, name)?.shown(gate));
    let cell = text(&column.name)?;
    let of_fields = register.columns.iter().any(|its| its.privacy == CellPrivacy::AsField);
    let field = of_fields.then(|| text(FIELD)).flatten();
    let words = match (field, column.privacy) {
        (Some(field), _) if column.name == FIELD => Some(field_in_words(&field, lang)),
        (Some(field), CellPrivacy::AsField) => {
            let values =
                cell.split(" / ").map(|value| value_in_words(home, (&field, value), event, lang));
            Some(values.collect::<Vec<_>>().join(" / "))
        }
        (Some(field), _) if column.name == WHY => reason_in_words(&field, &cell, lang),
        _ if is_asked(register, column) => Some(people_in_words(home, &cell, lang)),
        _ if column.name == CLASS => Some(home.class_name(&ClassCode::of(&cell), event.date)),
        _ => None,
    };
    let choice = column.choices().iter().find(|choice| choice.code == cell);
    let words = words.or_else(|| choice.map(|choice| label(&choice.label, lang).to_owned()));
    Some(words.unwrap_or(cell))
}

/// Does a column say whom a row asks?
fn is_asked(register: &Register, column: &Column) -> bool {
    let asks = MatterRegister::find(&register.name).and_then(|own| own.whom);
    asks == Some(column.name.as_str())
}

/// People by name, and what names nobody as it was written.
fn people_in_words(home: &Home, cell: &str, lang: Lang) -> String {
    let (known, unknown) = matter::people(home, cell);
    let names = known.iter().filter_map(|id| home.person(*id)).map(|person| person.name.clone());
    listed(&names.chain(unknown.into_iter().map(str::to_owned)).collect::<Vec<_>>(), lang)
}

/// What a row of the register of changes says was changed: the field, and both values.
pub fn change_in_words(
    (home, lang): (&Home, Lang),
    register: &Register,
    event: &Event,
) -> Option<String> {
    let gate = Gate::shut();
    let cell = |name: &str| {
        let column = register.column(name)?;
        in_words((home, lang), register, (event, column), &gate)
    };
    let (old, new) = (cell("old").unwrap_or_default(), cell("new").unwrap_or_default());
    Some(Listing::Turned { field: &cell(FIELD)?, old: &old, new: &new }.text(lang))
}

/// A field of a child, or a key of one of its entries, by what people call it.
fn field_in_words(path: &str, lang: Lang) -> String {
    let known = schema::find(schema::CHILD, path);
    match (known, entries::key_at(path)) {
        (Some(known), _) => label(&known.label, lang).to_owned(),
        (None, Some((entry, key))) => {
            format!("{}·{}", words_in(entry.label, lang), words_in(key.label, lang))
        }
        (None, None) => path.to_owned(),
    }
}

/// A value of a field; of an entry, one of any of its keys, for a change of it tells of several.
fn value_in_words(home: &Home, (path, value): (&str, &str), event: &Event, lang: Lang) -> String {
    let Some((entry, key)) = entries::key_at(path) else {
        return list::value_in_words(home, path, value, event.date, lang);
    };
    let keys = std::iter::once(key).chain(entry.keys);
    let mut said =
        keys.map(|key| child_entries::said((home, lang), key, (value, path), event.date));
    said.find(|said| said != value).unwrap_or_else(|| value.to_owned())
}

/// Why an entry was changed, when that is one of the listed reasons.
fn reason_in_words(path: &str, reason: &str, lang: Lang) -> Option<String> {
    let (entry, _) = entries::key_at(path)?;
    let mut listed = entry.keys.iter().filter_map(|key| match key.holds {
        KeyType::Remark(codes) => codes.iter().find(|(code, _)| *code == reason),
        _ => None,
    });
    listed.next().map(|(_, words)| words_in(*words, lang).to_owned())
}
