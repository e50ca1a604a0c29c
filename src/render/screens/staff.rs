//! The staff as a screen: one line a person, with the roles in the school's words.

use chrono::NaiveDate;

use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::label::Words;
use crate::domain::order::name_place;
use crate::domain::privacy::Gate;
use crate::domain::role::{DUTIES, RANKS, ROLES};
use crate::domain::staff::{Holding, Staff};
use crate::lang::record_words::Listing;
use crate::lang::words::{Word, role_name};
use crate::lang::{Lang, listed};
use crate::render::cell::{Cell, Value};
use crate::render::screen::Screen;
use crate::render::screens::list::in_words;
use crate::render::sheet::{Sheet, SheetColumn};

/// The people of a list and the day that it is of.
pub struct StaffPage<'a> {
    pub home: &'a Home,
    pub people: &'a [&'a Staff],
    pub day: NaiveDate,
    /// Roles that are over too, or have not begun.
    pub all_roles: bool,
    pub lang: Lang,
}

/// The list.
pub fn screen(page: &StaffPage) -> Screen {
    let (lang, people) = (page.lang, page.people);
    let mut columns = vec![
        SheetColumn::new("id", Word::Id.text(lang), |own: &&Staff| own.id.to_string()).minor(),
        SheetColumn::new("name", Word::Name.text(lang), |own: &&Staff| own.name.clone()),
        SheetColumn::new("roles", Listing::Roles.text(lang), |own: &&Staff| page.roles(own)),
    ];
    let coded = [
        ("rank", Listing::Rank, RANKS, ranks as CodesOf),
        ("duty", Listing::DutyAreas, DUTIES, duties),
    ];
    for (key, heading, codes, of) in coded {
        let column = SheetColumn::new(key, heading.text(lang), move |own: &&Staff| {
            page.codes(own, codes, of)
        });
        let is_filled = people.iter().any(|own| page.held(own).any(|held| !of(held).is_empty()));
        columns.push(if is_filled { column } else { column.without_heading() });
    }
    let employer = |own: &Staff| {
        let shown = own.guarded("employer").into_iter().map(|text| text.shown(&Gate::shut()));
        shown.collect::<Vec<_>>().join(" / ")
    };
    let column = SheetColumn::new("employer", Listing::Employer.text(lang), move |own: &&Staff| {
        Cell::text(Some(employer(own)).filter(|text| !text.is_empty()))
    });
    let has_employer = people.iter().any(|own| !employer(own).is_empty());
    columns.push(if has_employer { column } else { column.without_heading() });
    let last = |own: &Staff| {
        let last = own.roles.iter().map(|held| held.span.last).max();
        last.filter(|last| *last != NaiveDate::MAX)
    };
    columns.push(SheetColumn::for_programs("from", |own: &&Staff| {
        Cell::date(own.roles.iter().map(|held| held.span.first).min())
    }));
    columns.push(SheetColumn::for_programs("until", move |own: &&Staff| Cell::date(last(own))));
    let places = people.iter().map(|own| {
        let place = |held: &Holding| ROLES.iter().position(|role| role.code == held.role);
        let highest = page.held(own).filter_map(place).min().unwrap_or(usize::MAX);
        (highest, name_place(&own.name))
    });
    let sheet = Sheet::of(&columns, people).for_people_by(places);
    let title = Listing::StaffTitle { count: people.len(), day: page.day };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}

type CodesOf = fn(&Holding) -> Vec<&'static str>;

fn ranks(held: &Holding) -> Vec<&'static str> {
    held.rank.into_iter().collect()
}

fn duties(held: &Holding) -> Vec<&'static str> {
    held.duties.clone()
}

impl StaffPage<'_> {
    fn held<'p>(&self, person: &'p Staff) -> impl Iterator<Item = &'p Holding> {
        let (all, day) = (self.all_roles, self.day);
        person.roles.iter().filter(move |held| all || held.span.contains(day))
    }

    fn roles(&self, person: &Staff) -> Cell {
        let said: Vec<String> = self.held(person).map(|held| self.role(held)).collect();
        let things = self.held(person).map(thing).collect();
        Cell::from(Value::Things(things)).said(listed(&said, self.lang))
    }

    /// A role with its class and days, as people say it.
    fn role(&self, held: &Holding) -> String {
        let lang = self.lang;
        let day = self.day.clamp(held.span.first, held.span.last);
        let class = held.class.as_ref().map(|class| self.home.class_name(class, day));
        let role = role_name(held.role, lang);
        let what = match (class, lang) {
            (None, _) => role.to_owned(),
            (Some(class), Lang::Zh) => class + role,
            (Some(class), Lang::En) => format!("{role} of {class}"),
        };
        let (first, last) = (held.span.first, held.span.last);
        match last {
            NaiveDate::MAX => Listing::SinceDay { what: &what, day: first }.text(lang),
            _ => Listing::FromTo { what: &what, first, last }.text(lang),
        }
    }

    fn codes(&self, person: &Staff, words: &[(&str, Words)], of: CodesOf) -> Cell {
        let mut codes: Vec<String> = Vec::new();
        for code in self.held(person).flat_map(of) {
            if !codes.iter().any(|own| own == code) {
                codes.push(code.to_owned());
            }
        }
        let said: Vec<String> = codes.iter().map(|code| in_words(words, code, self.lang)).collect();
        Cell::from(codes).said(listed(&said, self.lang))
    }
}

fn thing(held: &Holding) -> Vec<(&'static str, Value)> {
    let text = |text: Option<&str>| text.map_or(Value::Nothing, |own| Value::Text(own.to_owned()));
    let until = Some(held.span.last).filter(|last| *last != NaiveDate::MAX);
    vec![
        ("role", text(Some(held.role.as_str()))),
        ("class", text(held.class.as_ref().map(ClassCode::as_str))),
        ("from", Value::Date(held.span.first)),
        ("until", until.map_or(Value::Nothing, Value::Date)),
        ("rank", text(held.rank)),
        ("duty", Value::List(held.duties.iter().map(|code| (*code).to_owned()).collect())),
    ]
}
