//! What can be changed in a child's file, in that of a member of staff, and in a record.

use super::changes::Item;
use super::form::AnswerKind;
use super::sources::Sources;
use crate::cli::failure::Failure;
use crate::cli::finder;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::home::Home;
use crate::domain::privacy::Gate;
use crate::domain::register::Register;
use crate::domain::schema::{self, Field};
use crate::lang::help::said;
use crate::lang::words::common_columns;
use crate::lang::{Lang, label};
use crate::render::screens::list::value_in_words;
use crate::session::read::Ask;

impl Sources<'_> {
    /// What can be changed of whom or what the command is about.
    pub(super) fn items(&self, command: &str, of: &str) -> Result<Vec<Item>, Failure> {
        let (lang, today) = (self.context.lang, self.context.today);
        match command {
            "edit-child" => self.ask(|reading| {
                let home = &reading.home;
                let id = finder::child(home, of, today, lang)?;
                let facts = home.child(id).map(|child| &child.facts);
                Ok(of_fields(home, schema::CHILD, facts, self))
            }),
            "edit-staff" => self.ask(|reading| {
                let home = &reading.home;
                let id = finder::staff(home, of, lang)?;
                let facts = home.person(id).map(|person| &person.facts);
                Ok(of_fields(home, schema::STAFF, facts, self))
            }),
            _ => self.of_event(of),
        }
    }

    /// The columns of a record.
    fn of_event(&self, id: &str) -> Result<Vec<Item>, Failure> {
        let lang = self.context.lang;
        let names = self.context.store()?.register_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.context.read(Ask::records(&names), |reading| {
            let is_it = |event: &Event| event.id.to_string().starts_with(&id.to_ascii_uppercase());
            let found = reading.events(&names, is_it)?;
            let register = found.first().and_then(|(name, _)| reading.home.registers.get(name));
            let (Some(register), Some((_, event))) = (register, found.first()) else {
                return Ok(Vec::new());
            };
            Ok(of_row(register, event, lang))
        })
    }
}

fn of_fields(
    home: &Home,
    fields: &'static [Field],
    facts: Option<&Facts>,
    sources: &Sources,
) -> Vec<Item> {
    let (lang, today) = (sources.context.lang, sources.context.today);
    let now = |path: &str| {
        let Some(fact) = facts.and_then(|facts| facts.get(path)) else { return String::new() };
        let guard = schema::guard(fields, path);
        let words = |value: String| {
            let shown = guard.over(value).shown(&Gate::shut());
            value_in_words(home, path, &shown, today, lang)
        };
        fact.values().into_iter().map(words).collect::<Vec<_>>().join(" / ")
    };
    let item = |field: &'static Field| Item {
        key: field.path.to_owned(),
        label: label(&field.label, lang).to_owned(),
        now: now(field.path),
        wanted: AnswerKind::Fact(fields, field),
    };
    let name = Item {
        key: "name".to_owned(),
        label: said(("姓名", "name")),
        now: String::new(),
        wanted: AnswerKind::Text,
    };
    [name].into_iter().chain(fields.iter().map(item)).collect()
}

fn of_row(register: &Register, event: &Event, lang: Lang) -> Vec<Item> {
    let common = common_columns(lang).map(|(key, label)| Item {
        key: key.to_owned(),
        label: label.to_owned(),
        now: String::new(),
        wanted: match key {
            "date" => AnswerKind::Day,
            "outcome" => AnswerKind::OneOf(super::form::outcomes(), false),
            _ => AnswerKind::Text,
        },
    });
    let own = register.columns.iter().map(|column| {
        let now = register.guarded(event, &column.name);
        let now = now.map(|own| own.shown(&Gate::shut())).unwrap_or_default();
        let choice = column.choices().iter().find(|own| own.code == now);
        Item {
            key: column.name.clone(),
            label: label(&column.label, lang).to_owned(),
            now: choice.map_or(now.as_str(), |own| label(&own.label, lang)).to_owned(),
            wanted: AnswerKind::Cell(column.clone()),
        }
    });
    common.chain(own).collect()
}
