//! Reading one dated entry of a child's file by its description.

use std::ops::Range;

use super::mentions::{Mentions, check_field};
use super::near_id::near_id;
use super::staff_file::{need_id, need_role, open_span};
use super::table::Table;
use super::toml_value::as_fact;
use crate::domain::entries::{Entry, Key, KeyType, month_day};
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::{Id, Kind};
use crate::domain::nearest::nearest;
use crate::domain::problem::{Children, Expected, Guess, Keys, Name, Naming, Noun, Quote};
use crate::domain::rule::RuleId;
use crate::domain::spans::Span;

/// The values of an entry by its keys, each of the type that the description says.
pub struct Values {
    by_key: Facts,
    span: Option<Span>,
    /// Where the entry begins.
    pub place: Range<usize>,
    pub line: u32,
}

impl Values {
    /// The value of a key.
    pub fn value(&self, key: &str) -> Option<&Fact> {
        self.by_key.get(key)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<String> {
        self.by_key.text(key).map(str::to_owned)
    }

    /// The id of somebody on the staff.
    pub fn staff(&self, key: &str) -> Option<Id> {
        Id::parse(self.by_key.text(key)?, Kind::Staff)
    }

    /// From the entry's first day to its last.
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}

/// The entries of a kind that are sound enough to make something of.
pub fn read_all<T>(
    top: &Table,
    entry: &'static Entry,
    mentions: &Mentions,
    mut make: impl FnMut(&Values) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::new();
    for table in top.tables(entry.name) {
        let values = read(&table, entry, mentions);
        table.finish();
        all.extend(values.as_ref().and_then(&mut make));
    }
    all
}

fn read(table: &Table, entry: &'static Entry, mentions: &Mentions) -> Option<Values> {
    let mut by_key = Facts::default();
    let mut is_whole = true;
    for key in entry.keys.iter().filter(|key| !matches!(key.holds, KeyType::First | KeyType::Last))
    {
        match value(table, key, mentions) {
            Some(value) => by_key.add(key.name, value),
            None => is_whole &= !key.needed,
        }
    }
    let named = |fits: fn(&KeyType) -> bool| entry.keys.iter().find(|key| fits(&key.holds));
    let first = named(|own| matches!(own, KeyType::First));
    let last = named(|own| matches!(own, KeyType::Last));
    let span = first.zip(last).map(|(first, last)| open_span(table, first.name, last.name));
    let is_whole = is_whole && span != Some(None);
    let (place, line) = (table.span(), table.line());
    is_whole.then(|| Values { by_key, span: span.flatten(), place, line })
}

/// The value of a key, when it is there and of its type; otherwise that is told.
fn value(table: &Table, key: &Key, mentions: &Mentions) -> Option<Fact> {
    let name = key.name;
    if !key.needed && !table.has(name) {
        // Asked for, so that it is among the names that an unknown key may be meant for.
        table.get(name);
        return None;
    }
    let text = || if key.needed { table.need_text(name) } else { table.text(name) };
    let as_text = |text: &str| Fact::Text(text.to_owned());
    match key.holds {
        KeyType::First | KeyType::Last => None,
        KeyType::Date => table.need_date(name).map(Fact::Date),
        KeyType::Name | KeyType::Remark(_) | KeyType::Class => text().map(as_text),
        KeyType::Code(codes) => {
            let codes: Vec<&'static str> = codes.iter().map(|(code, _)| *code).collect();
            table.one_of(name, &codes).map(as_text)
        }
        KeyType::Staff => {
            let id = need_staff(table, name, mentions)?;
            Some(Fact::Text(id.to_string()))
        }
        KeyType::PairRole => need_role(table, |role| role.pairs).map(|role| as_text(role.as_str())),
        KeyType::Rule => {
            let rule = text()?;
            check_rule(table, name, rule, mentions);
            Some(as_text(rule))
        }
        KeyType::Field => {
            let field = text()?;
            check_field(table, field, name);
            Some(as_text(field))
        }
        KeyType::Value => {
            let value = table.get(name).and_then(|(value, _)| as_fact(value));
            if value.is_none() {
                table.missing(name);
            }
            value
        }
        KeyType::MonthDay => {
            let day = text()?;
            let lunar =
                table.get("calendar").and_then(|(value, _)| value.as_str()) == Some("lunar");
            if month_day(day, lunar).is_none() {
                let key = Name::word(name);
                let cause = Keys::WrongType { key, expected: Expected::MonthDay };
                table.tell(table.place(name), cause);
                return None;
            }
            Some(as_text(day))
        }
    }
}

fn need_staff(table: &Table, key: &'static str, mentions: &Mentions) -> Option<Id> {
    let id = need_id(table, key, Kind::Staff)?;
    if let Some(staff) = mentions.staff
        && staff.binary_search(&id).is_err()
    {
        let name = id.to_string();
        let (nearest, name) = (Guess::of(near_id(&name, staff)), Quote::of(name));
        table.tell(table.place(key), Naming::Unknown { what: Noun::Staff, name, nearest });
    }
    Some(id)
}

fn check_rule(table: &Table, key: &str, rule: &str, mentions: &Mentions) {
    let Some(rules) = mentions.rules.filter(|rules| !rules.iter().any(|own| own.as_str() == rule))
    else {
        return;
    };
    let nearest = Guess::of(nearest(rule, rules.iter().map(RuleId::as_str)));
    let cause = Children::ExemptFromNothing { rule: Quote::of(rule), nearest };
    table.tell(table.place(key), cause);
}
