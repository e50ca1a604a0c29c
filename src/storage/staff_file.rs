//! Reading `staff.toml`, and what staff and children have in common: facts by the schema.

use std::ops::Range;

use super::class_check::ClassCheck;
use super::source::Source;
use super::table::{Table, read_document};
use super::toml_value::as_fact;
use crate::domain::class::ClassCode;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::{Id, Kind};
use crate::domain::nearest::nearest;
use crate::domain::phone;
use crate::domain::problem::{
    Dates, Doubled, Expected, Guess, Keys, Known, Name, Naming, Noun, Persons, Quote,
};
use crate::domain::role::{self, ROLES, RoleCode};
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::spans::Span;
use crate::domain::staff::{Holding, Staff};

/// Everyone in the file, sorted by id.
pub fn read(source: &Source, classes: &ClassCheck) -> Option<Vec<Staff>> {
    read_document(source, |top| {
        let mut people: Vec<(Staff, u32)> = Vec::new();
        for table in top.tables("staff") {
            let (line, place) = (table.line(), table.place("id"));
            let Some(person) = read_person(table, classes) else {
                continue;
            };
            if let Some((_, first)) = people.iter().find(|(other, _)| other.id == person.id) {
                let first = Known::line(&source.file, *first);
                let id = Doubled::Own(Quote::of(person.id.to_string()));
                source.tell(place, Naming::DuplicateId { id, first });
            }
            people.push((person, line));
        }
        top.finish();
        let mut people: Vec<Staff> = people.into_iter().map(|(person, _)| person).collect();
        people.sort_by_key(|person| person.id);
        people
    })
}

fn read_person(table: Table, classes: &ClassCheck) -> Option<Staff> {
    let line = table.line();
    let id = need_id(&table, "id", Kind::Staff);
    let name = table.need_text("name");
    let mut facts = read_facts(&table, schema::STAFF);
    facts.add("name", Fact::Text(name.unwrap_or_default().to_owned()));
    let roles = table.tables("roles").into_iter();
    let roles = roles.filter_map(|role| read_holding(role, classes)).collect();
    table.finish();
    Some(Staff { line, id: id?, name: name?.to_owned(), facts, roles })
}

fn read_holding(table: Table, classes: &ClassCheck) -> Option<Holding> {
    let role = need_role(&table, |_| true);
    let class = table.text("class").filter(|class| !class.trim().is_empty());
    let span = open_span(&table, "from", "until");
    let line = table.line();
    let wrong = class.and_then(|class| classes.wrong(class, span.map(|span| span.first)));
    if let Some(cause) = wrong {
        table.tell(table.place("class"), cause);
    }
    let class = class.map(ClassCode::of);
    let ranks: Vec<&'static str> = role::RANKS.iter().map(|(code, _)| *code).collect();
    let rank = table.one_of("rank", &ranks);
    let rank = rank.and_then(|rank| ranks.into_iter().find(|own| *own == rank));
    let duties = read_duties(&table);
    table.finish();
    Some(Holding { role: role?, class, span: span?, rank, duties, line })
}

/// What one of the leading group answers for, one or several.
fn read_duties(table: &Table) -> Vec<&'static str> {
    let codes = role::DUTIES.iter().map(|(code, _)| *code);
    let mut duties = Vec::new();
    for (text, place) in table.texts("duty").unwrap_or_default() {
        let Some(own) = codes.clone().find(|code| *code == text) else {
            let cause = Keys::NotOneOf {
                key: Name::word("duty"),
                allowed: codes.clone().map(Known::word).collect(),
                nearest: Guess::of(nearest(text, codes.clone())),
            };
            table.tell(place, cause);
            continue;
        };
        duties.push(own);
    }
    duties
}

/// An id of a kind, as records write it.
pub fn need_id(table: &Table, key: &'static str, kind: Kind) -> Option<Id> {
    let text = table.need_text(key)?;
    let id = Id::parse(text, kind);
    if id.is_none() {
        table.tell(table.place(key), Naming::BadId { kind });
    }
    id
}

/// The role that the table names, when it is one of those that `fits` admits.
pub fn need_role(table: &Table, fits: fn(&role::Role) -> bool) -> Option<RoleCode> {
    let name = table.need_text("role")?;
    role_called(table, ("role", name, table.place("role")), fits)
}

/// The role of a name that stands at a place of a key, when it is one of those that `fits` admits.
pub fn role_called(
    table: &Table,
    (key, name, place): (&'static str, &str, Range<usize>),
    fits: fn(&role::Role) -> bool,
) -> Option<RoleCode> {
    let names = ROLES.iter().filter(|role| fits(role)).map(|role| role.code.as_str());
    if role::find(name).is_some_and(|role| !fits(role)) {
        let allowed = names.map(Known::word).collect();
        let cause = Keys::NotOneOf { key: Name::word(key), allowed, nearest: Guess::NONE };
        table.tell(place, cause);
        return None;
    }
    table.is_known(Noun::Role, name, place, names).then(|| role::find(name))?.map(|role| role.code)
}

/// A time from a needed date to an optional one.
pub fn open_span(table: &Table, from: &'static str, until: &'static str) -> Option<Span> {
    let (begin, end) = (table.need_date(from), table.date(until));
    let begin = begin?;
    if let Some(end) = end
        && end < begin
    {
        let (begin, end) = (Quote::of(begin), Quote::of(end));
        table.tell(table.place(until), Dates::EndsBeforeItBegins { begin, end });
        return None;
    }
    Some(Span::new(begin, end))
}

/// The facts of a record by the schema, its sub-tables and the school's own `[x]` among them.
pub fn read_facts(table: &Table, fields: &'static [Field]) -> Facts {
    let mut facts = Facts::default();
    for field in fields.iter().filter(|field| !field.path.contains('.')) {
        read_fact(table, field, field.path, &mut facts);
    }
    for name in schema::tables(fields) {
        let Some(inner) = table.table(name) else {
            continue;
        };
        for field in fields {
            if let Some((own, key)) = field.path.split_once('.')
                && own == name
            {
                read_fact(&inner, field, key, &mut facts);
            }
        }
        inner.finish();
    }
    if let Some(own) = table.table(schema::OWN) {
        for (key, _) in own.keys() {
            if let Some(fact) = own.get(key).and_then(|(value, _)| as_fact(value)) {
                facts.add(format!("{}.{key}", schema::OWN), fact);
            }
        }
    }
    facts
}

fn read_fact(table: &Table, field: &'static Field, key: &'static str, facts: &mut Facts) {
    let Some((value, place)) = table.get(key) else {
        return;
    };
    let fact = match as_fact(value) {
        Some(Fact::Text(text)) if matches!(field.holds, FieldType::Texts) => {
            Some(Fact::List(vec![text]))
        }
        fact => fact,
    };
    let fits = match (field.holds, &fact) {
        (FieldType::Text | FieldType::Choice(_) | FieldType::Suggested(_), Some(Fact::Text(_)))
        | (FieldType::Texts, Some(Fact::List(_)))
        | (FieldType::Date, Some(Fact::Date(_)))
        | (FieldType::Bool, Some(Fact::Bool(_))) => true,
        (FieldType::Integer, Some(_)) => value.as_integer().is_some(),
        _ => false,
    };
    let Some(fact) = fact.filter(|_| fits) else {
        let expected = expected(field.holds);
        table.tell(place, Keys::WrongType { key: Name::word(field.path), expected });
        return;
    };
    if let (FieldType::Choice(choices), Fact::Text(text)) = (field.holds, &fact)
        && !choices.iter().any(|(code, _)| code == text)
    {
        let nearest = Guess::of(nearest(text, choices.iter().map(|(code, _)| *code)));
        table
            .tell(place.clone(), Keys::UnlistedChoice { column: Known::word(field.path), nearest });
    }
    if field.path.ends_with("phone") && fact.values().iter().any(|own| phone::is_undialable(own)) {
        table.tell(
            place,
            Persons::Undialable {
                zh: Known::word(field.label.zh()),
                en: Known::word(field.label.en()),
            },
        );
    }
    facts.add(field.path, fact);
}

fn expected(holds: FieldType) -> Expected {
    match holds {
        FieldType::Text | FieldType::Choice(_) | FieldType::Suggested(_) => Expected::Text,
        FieldType::Texts => Expected::Texts,
        FieldType::Date => Expected::Date,
        FieldType::Integer => Expected::Integer,
        FieldType::Bool => Expected::Bool,
    }
}
