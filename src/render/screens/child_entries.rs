//! The dated entries of a child's file, all of them and with all that they say.

use chrono::NaiveDate;

use super::{Names, list};
use crate::domain::child::Child;
use crate::domain::child_entries::WrittenEntry;
use crate::domain::class::ClassCode;
use crate::domain::entries::{Key, KeyType};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::privacy::Gate;
use crate::domain::{role, schema};
use crate::lang::words::role_name;
use crate::lang::{Lang, clauses, label, words_in};

/// One line an entry: its kind, and its values by the labels of their keys.
pub fn lines(names: &Names, child: &Child, gate: &Gate) -> Vec<(String, String)> {
    let line = |own: WrittenEntry| {
        let field = own.values.iter().find(|(key, _)| matches!(key.holds, KeyType::Field));
        let field = field.map(|(_, path)| path.shown(gate)).unwrap_or_default();
        let part = |(key, value): (&Key, String)| {
            let asked = (names.home(), names.lang);
            let said = said(asked, key, (&value, &field), names.plan.today);
            format!("{} {said}", words_in(key.label, names.lang))
        };
        let values = own.values.iter().map(|(key, value)| (*key, value.shown(gate)));
        let parts: Vec<String> = values.map(part).collect();
        (words_in(own.entry.label, names.lang).to_owned(), clauses(&parts, names.lang))
    };
    child.entries().into_iter().map(line).collect()
}

/// One line a value, by its path: `pair.1.staff`.
pub fn paths(child: &Child, gate: &Gate) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let (mut kind, mut number) = ("", 0);
    for own in child.entries() {
        number = if own.entry.name == kind { number + 1 } else { 1 };
        kind = own.entry.name;
        lines.extend(
            own.values
                .iter()
                .map(|(key, value)| (format!("{kind}.{number}.{}", key.name), value.shown(gate))),
        );
    }
    lines
}

/// A value in words: a person by name, a code as people say it.
pub fn said(
    (home, lang): (&Home, Lang),
    key: &Key,
    (value, field): (&str, &str),
    today: NaiveDate,
) -> String {
    let said = match key.holds {
        KeyType::Staff => {
            let person = Id::parse(value, Kind::Staff).and_then(|id| home.person(id));
            person.map(|person| person.name.clone())
        }
        KeyType::PairRole => role::find(value).map(|own| role_name(own.code, lang).to_owned()),
        KeyType::Rule => {
            let rule = home.rules.iter().find(|rule| rule.id.as_str() == value);
            rule.map(|rule| label(&rule.name, lang).to_owned())
        }
        KeyType::Class => Some(home.class_name(&ClassCode::of(value), today)),
        KeyType::Remark(codes) | KeyType::Code(codes) => Some(list::in_words(codes, value, lang)),
        KeyType::Field => {
            schema::find(schema::CHILD, value).map(|own| label(&own.label, lang).to_owned())
        }
        KeyType::Value => Some(list::value_in_words(home, field, value, today, lang)),
        KeyType::First | KeyType::Last | KeyType::Date | KeyType::Name | KeyType::MonthDay => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}
