//! `care log-<register>`: something was done, or tried.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::log_grammar::{flag, own_flags};
use super::{finder, gather, typed, write};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::label;
use crate::lang::talk::Msg;
use crate::storage::Store;
use crate::storage::log_append::NewRow;

pub fn run(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
) -> Result<Answer, Failure> {
    let (store, home) = gather::records(context.store()?, &[&register.name])?;
    let typed = Typed { context, home: &home, register, matches };
    let date = match typed.one("date") {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    let children = typed.children()?;
    if register.needs_children && children.is_empty() {
        return Err(Failure::usage(&Msg::NoChildren, context.lang));
    }
    let force = matches.get_flag("force");
    write::check_spells(context, &home, &children, date, force)?;
    let mut row = typed.row(force)?;
    let lock = context.lock()?;
    if let Some(answer) = write::done_before(context, store.root())? {
        return Ok(answer);
    }
    store.unit(&home, &register.name, Month::of(date));
    if matches.get_flag("like_last") {
        typed.like_last(&store, &mut row)?;
    }
    if store.has_fault() {
        return Err(Failure::of_store(store));
    }
    typed.check_required(&row)?;
    let id = write::new_id(Kind::Event);
    fill_common(&mut row, context, id, date, &children);
    let step = write::row_step(context, &store, register, date, row)?;
    let said = sentences(context, &home, register, id, &children);
    let answer = write::save(context, store.root(), &[step], vec![id.to_string()], said);
    drop(lock);
    answer
}

fn fill_common(row: &mut NewRow, context: &Context, id: Id, date: NaiveDate, children: &[Id]) {
    let mut put = |name: &str, value: String| row.insert(name.to_owned(), value);
    put("id", id.to_string());
    put("date", date.to_string());
    put("children", joined(children));
    put("recorded", write::recorded(context));
}

/// Ids as a cell keeps them.
pub fn joined(ids: &[Id]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(" ")
}

fn sentences(
    context: &Context,
    home: &Home,
    register: &Register,
    id: Id,
    children: &[Id],
) -> Vec<String> {
    let lang = context.lang;
    let id = id.to_string();
    let logged = Msg::Logged { count: 1, register: label(&register.label, lang) }.text(lang);
    let names: Vec<&str> =
        children.iter().filter_map(|id| home.child(*id)).map(|child| child.name.as_str()).collect();
    let sentence = match names.as_slice() {
        [] => logged,
        names if names.len() <= 5 => format!("{logged}: {}", names.join(" ")),
        names => format!("{logged}: {} ... ({})", names[..5].join(" "), names.len()),
    };
    vec![sentence, Msg::TakeBack { id: &id }.text(lang)]
}

/// What was typed for the register's command.
struct Typed<'a> {
    context: &'a Context,
    home: &'a Home,
    register: &'a Register,
    matches: &'a ArgMatches,
}

impl Typed<'_> {
    fn one(&self, name: &str) -> Option<&str> {
        self.matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
    }

    fn many(&self, name: &str) -> Vec<&str> {
        let words = self.matches.try_get_many::<String>(name).ok().flatten();
        words.into_iter().flatten().map(String::as_str).collect()
    }

    /// The children named, or those of the class but for the exceptions.
    fn children(&self) -> Result<Vec<Id>, Failure> {
        let find = |word: &&str| finder::child(self.home, word, self.context);
        let mut children: Vec<Id> =
            self.many("children").iter().map(find).collect::<Result<_, _>>()?;
        let selects_class = self.register.column("class").is_none();
        if let Some(text) = self.one("class").filter(|_| selects_class) {
            let class = typed::class(self.home, text, self.context)?;
            let except: Vec<Id> = self.many("except").iter().map(find).collect::<Result<_, _>>()?;
            let today = self.context.today;
            let in_class = self.home.children.iter().filter(|child| {
                child.class_on(today) == Some(&class)
                    && child.on_roll().contains(today)
                    && !except.contains(&child.id)
            });
            children.extend(in_class.map(|child| child.id));
        }
        let mut seen = std::collections::BTreeSet::new();
        children.retain(|id| seen.insert(*id));
        Ok(children)
    }

    /// The cells typed: staff, outcome, note, and the register's own columns.
    fn row(&self, force: bool) -> Result<NewRow, Failure> {
        let mut row = NewRow::new();
        let find = |word: &&str| finder::staff(self.home, word, self.context);
        let staff: Vec<Id> = self.many("staff").iter().map(find).collect::<Result<_, _>>()?;
        row.insert("staff".to_owned(), joined(&staff));
        let outcome = self.one("outcome").unwrap_or("made");
        row.insert("outcome".to_owned(), outcome.to_owned());
        row.insert("note".to_owned(), self.one("note").unwrap_or_default().to_owned());
        for column in own_flags(self.register) {
            if let Some(text) = self.one(&column.name) {
                let cell = typed::cell(column, text, force, self.context)?;
                row.insert(column.name.clone(), cell);
            }
        }
        Ok(row)
    }

    /// Fills the columns left open from the register's last row.
    fn like_last(&self, store: &Store, row: &mut NewRow) -> Result<(), Failure> {
        let months = store.months(&self.register.name).into_iter().rev();
        let mut units = months.map(|month| store.unit(self.home, &self.register.name, month));
        let last = units.find_map(|unit| unit.into_iter().max_by_key(|event| event.recorded));
        let Some(last) = last else {
            return Err(Failure::usage(&Msg::NothingLike, self.context.lang));
        };
        let own = self.register.columns.iter().map(|column| column.name.as_str());
        for name in own.chain(["staff"]) {
            let cell = row.entry(name.to_owned()).or_default();
            if cell.is_empty() {
                *cell = crate::domain::event::unescape(last.row.get(name));
            }
        }
        Ok(())
    }

    /// A register whose events need a column refuses a row without it, naming the flag.
    fn check_required(&self, row: &NewRow) -> Result<(), Failure> {
        let missing = self.register.columns.iter().find(|column| {
            column.required && row.get(&column.name).is_none_or(|cell| cell.trim().is_empty())
        });
        missing.map_or(Ok(()), |column| {
            let flag =
                format!("--{} ({})", flag(&column.name), label(&column.label, self.context.lang));
            Err(Failure::usage(&Msg::NeedFlag { flag: &flag }, self.context.lang))
        })
    }
}
