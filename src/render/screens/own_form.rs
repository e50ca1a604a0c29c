//! What stands in the places of a school's own form.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::form_cells::{ChildForms, names, phones};
use super::list::{in_words, value_in_words};
use super::{cells, event_people};
use crate::domain::calendar::Term;
use crate::domain::child::Child;
use crate::domain::entries::{BUDDY, EXIT_REASONS};
use crate::domain::id::Id;
use crate::domain::own_form::answers::{At, FormAnswers, FormValue};
use crate::domain::own_form::name::{
    ChildPart, DayPart, FormName, Person, PersonPart, RecordPart, SchoolPart,
};
use crate::domain::role::{HEAD_TEACHER, RoleCode};
use crate::domain::spans::Span;
use crate::domain::staff::Staff;
use crate::domain::status;
use crate::lang::print_words::Printing;
use crate::lang::saved_words::weekday;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::reports::form_records::FormRecords;
use crate::reports::pairing::in_force;

/// In the place of what is restricted.
const SEALED: &str = "***";

/// The form's children and their records.
pub struct FormPage<'a> {
    pub forms: ChildForms<'a>,
    /// What people call the days of the records.
    pub when: &'a str,
    pub term: Option<&'a Term>,
    pub records: &'a BTreeMap<String, FormRecords<'a>>,
}

impl FormAnswers for FormPage<'_> {
    fn children(&self) -> usize {
        self.forms.children.len()
    }

    fn records(&self, register: &str, child: Option<usize>) -> usize {
        self.records.get(register).map_or(0, |own| own.listed(&self.ids(child)).len())
    }

    fn value(&self, name: &FormName, at: &At) -> FormValue {
        let text = |text: String| FormValue { text, is_number: false };
        match name {
            FormName::Begin(_) | FormName::End(_) | FormName::EachChild => FormValue::default(),
            FormName::Number if at.number == 0 => FormValue::default(),
            FormName::Number => FormValue::count(at.number),
            FormName::Children => FormValue::count(self.forms.children.len()),
            FormName::Class => text(self.class()),
            FormName::School(part) => text(self.school(*part)),
            FormName::Day(part) => text(self.day(*part)),
            FormName::Span => text(self.when.to_owned()),
            FormName::Child(part) => {
                self.child(at.child).map(|own| self.of_child(own, part)).unwrap_or_default()
            }
            FormName::Person(person, part) => {
                text(self.person(self.child(at.child), *person, *part))
            }
            FormName::Record(register, part) => text(self.record(register, part, at)),
            FormName::Times { register, in_term } => {
                let span = if *in_term { self.term.map(|own| own.span) } else { None };
                let own = self.records.get(register);
                FormValue::count(own.map_or(0, |own| own.done(&self.ids(at.child), span)))
            }
        }
    }
}

impl FormPage<'_> {
    fn child(&self, at: Option<usize>) -> Option<&Child> {
        self.forms.children.get(at?).copied()
    }

    /// One child, or all of the form.
    fn ids(&self, child: Option<usize>) -> Vec<Id> {
        match child {
            Some(_) => self.child(child).map(|own| own.id).into_iter().collect(),
            None => self.forms.children.iter().map(|own| own.id).collect(),
        }
    }

    /// The class in which all children of the form are; blank of several.
    fn class(&self) -> String {
        let (home, day) = (self.forms.home, self.forms.day);
        let mut classes: Vec<_> = self.forms.children.iter().map(|own| own.class_on(day)).collect();
        classes.dedup();
        match classes[..] {
            [Some(class)] => home.class_name(class, day),
            _ => String::new(),
        }
    }

    fn school(&self, part: SchoolPart) -> String {
        let settings = &self.forms.home.settings;
        match part {
            SchoolPart::Name => settings.school.clone(),
            SchoolPart::Home => settings.home.clone(),
            SchoolPart::Code => settings.code.clone().unwrap_or_default(),
        }
    }

    fn day(&self, part: DayPart) -> String {
        let day = self.forms.day;
        match part {
            DayPart::Today => day.to_string(),
            DayPart::Year => day.year().to_string(),
            DayPart::Month => day.month().to_string(),
            DayPart::Day => day.day().to_string(),
            DayPart::SchoolYear => self.term.map(|own| own.year.clone()).unwrap_or_default(),
            DayPart::Term => self.term.map(|own| own.called().to_owned()).unwrap_or_default(),
        }
    }

    fn of_child(&self, child: &Child, part: &ChildPart) -> FormValue {
        let (home, gate, day, lang) =
            (self.forms.home, self.forms.gate, self.forms.day, self.forms.lang);
        let date = |date: Option<NaiveDate>| Cell::date(date).told();
        FormValue::text(match part {
            ChildPart::Id => child.id.to_string(),
            ChildPart::Name => child.name.clone(),
            ChildPart::Joined => date(child.spells.first().map(|own| own.span.first)),
            ChildPart::Left => {
                let last = child.spells.last().map(|own| own.span.last);
                date(last.filter(|last| *last != NaiveDate::MAX))
            }
            ChildPart::LeftWhy => {
                let reason = child.spells.last().and_then(|own| own.reason.as_deref());
                reason.map(|own| in_words(EXIT_REASONS, own, lang)).unwrap_or_default()
            }
            ChildPart::Field(path) if path == "class" => {
                let class = child.class_on(day);
                class.map(|own| home.class_name(own, day)).unwrap_or_default()
            }
            ChildPart::Field(path) if status::ChildStatus::named(path).is_some() => {
                let values = status::guarded(home, child, path, day);
                let said = values
                    .iter()
                    .map(|own| value_in_words(home, path, &own.shown(gate), day, lang));
                said.collect::<Vec<_>>().join(" ")
            }
            ChildPart::Field(path) => self.forms.value(child, path).told(),
            ChildPart::Boxes(path) => self.forms.boxed(child, path).told(),
            ChildPart::Buddies => {
                let buddies = child.buddies.iter().filter(|own| own.span.contains(day));
                let name =
                    |own: &str| BUDDY.key("name").map(|key| key.guard().over(own).shown(gate));
                let names = buddies.filter_map(|own| name(&own.name));
                names.collect::<Vec<_>>().join(" / ")
            }
        })
    }

    fn person(&self, child: Option<&Child>, person: Person, part: PersonPart) -> String {
        let people = match (person, child) {
            (Person::Adults, Some(child)) => self.forms.adults(child),
            (Person::Adults, None) => Vec::new(),
            (Person::InRole(role), child) => self.in_role(child, role),
        };
        let cell = match part {
            PersonPart::Name => names(&people),
            PersonPart::Phone => phones(&people, self.forms.gate),
        };
        cell.told()
    }

    /// Whoever is paired with the child in a role; else who leads its class, or holds the role for
    /// its class or for the whole school.
    fn in_role(&self, child: Option<&Child>, role: RoleCode) -> Vec<&Staff> {
        let (home, day) = (self.forms.home, self.forms.day);
        if let Some(child) = child {
            let paired = in_force(child, day).filter(|pair| pair.role == role);
            let paired: Vec<&Staff> = paired.filter_map(|pair| home.person(pair.staff)).collect();
            let is_by_pair = role.role().is_some_and(|own| own.pairs);
            match (is_by_pair, role == HEAD_TEACHER) {
                (true, _) => return paired,
                (_, true) => return self.forms.head_teacher(child),
                _ => {}
            }
        }
        let class = child.and_then(|own| own.class_on(day));
        let holds = |own: &&Staff| {
            own.roles.iter().any(|held| {
                let is_theirs = held.class.is_none() || held.class.as_ref() == class;
                held.role == role && held.span.contains(day) && is_theirs
            })
        };
        home.staff.iter().filter(holds).collect()
    }

    /// A column of a record; nothing where there is none.
    fn record(&self, register: &str, part: &RecordPart, at: &At) -> String {
        let (home, gate, lang) = (self.forms.home, self.forms.gate, self.forms.lang);
        let Some(own) = self.records.get(register) else { return String::new() };
        let is_here = at.register.as_deref() == Some(register);
        let listed = own.listed(&self.ids(at.child));
        let Some(event) = at.record.filter(|_| is_here).and_then(|record| listed.get(record))
        else {
            return String::new();
        };
        if own.is_sealed {
            return SEALED.to_owned();
        }
        let cell = match part {
            RecordPart::Date => event.date.into(),
            RecordPart::Weekday => Cell::from(weekday(event.date.weekday(), lang)),
            RecordPart::Week => {
                let week = home.calendar.week_of(event.date);
                Cell::text(week.map(|week| Printing::NthWeek { week }.text(lang)))
            }
            RecordPart::Children => event_people::children(home, event, lang, false),
            RecordPart::Class => event_people::classes(home, event, lang),
            RecordPart::Staff => event_people::staff(home, event, lang),
            RecordPart::Outcome => Cell::text(event.attempted.then(|| Word::Attempted.text(lang))),
            RecordPart::Note => {
                let note = own.register.guarded(event, "note");
                Cell::text(note.map(|own| own.shown(gate)))
            }
            RecordPart::Own(name) => {
                let column = own.register.column(name);
                let said = column.and_then(|column| {
                    cells::in_words((home, lang), own.register, (event, column), gate)
                });
                Cell::text(said)
            }
        };
        cell.told()
    }
}

/// The days of which records are read: those asked for, and the term's.
pub fn days_read(asked: Option<Span>, term: Option<Span>) -> Option<Span> {
    let (asked, term) = (asked?, term);
    let Some(term) = term else { return Some(asked) };
    Some(Span { first: asked.first.min(term.first), last: asked.last.max(term.last) })
}
