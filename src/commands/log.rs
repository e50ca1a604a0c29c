//! `care log-<register>`: something was done, or tried.

use clap::ArgMatches;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::log_grammar::{flag, own_flags};
use crate::cli::{finder, typed};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::label;
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::read::Reading;
use crate::storage::log_append::NewRow;

pub fn run(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
) -> Result<Answer, Failure> {
    let done =
        context.change(&[&register.name], |change| log(context, register, matches, change))?;
    Ok(Answer::written(context, done, |said| said))
}

fn log(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
    change: &mut Change,
) -> Result<Vec<String>, Failure> {
    let typed = Typed { context, reading: &change.reading, register, matches };
    let home = typed.home();
    let date = match typed.one("date") {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    let children = typed.children()?;
    if register.needs_children && children.is_empty() {
        return Err(Failure::usage(&Msg::NoChildren, context.lang));
    }
    let force = matches.get_flag("force");
    typed::check_spells(context, home, &children, date, force)?;
    let mut row = typed.row(force)?;
    if matches.get_flag("like_last") {
        typed.like_last(&mut row)?;
    }
    typed.check_required(&row)?;
    let (id, own) = change.new_row();
    row.extend(own);
    row.insert("date".to_owned(), date.to_string());
    row.insert("children".to_owned(), typed::joined(&children));
    let said = sentences(context, home, register, id, &children);
    let month = Month::of(date);
    change.families(&register.name, month)?;
    change.add_row(register, month, &row)?;
    Ok(said)
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
        names => {
            let first: Vec<&str> = names.iter().take(5).copied().collect();
            format!("{logged}: {} ... ({})", first.join(" "), names.len())
        }
    };
    vec![sentence, Msg::TakeBack { id: &id }.text(lang)]
}

/// What was typed for the register's command.
struct Typed<'a> {
    context: &'a Context,
    reading: &'a Reading,
    register: &'a Register,
    matches: &'a ArgMatches,
}

impl Typed<'_> {
    fn home(&self) -> &Home {
        &self.reading.home
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
    }

    fn many(&self, name: &str) -> Vec<&str> {
        let words = self.matches.try_get_many::<String>(name).ok().flatten();
        words.into_iter().flatten().map(String::as_str).collect()
    }

    /// The children named, or those of the class but for the exceptions.
    fn children(&self) -> Result<Vec<Id>, Failure> {
        let find = |word: &&str| finder::child(self.home(), word, self.context);
        let mut children: Vec<Id> =
            self.many("children").iter().map(find).collect::<Result<_, _>>()?;
        let selects_class = self.register.column("class").is_none();
        if let Some(text) = self.one("class").filter(|_| selects_class) {
            let class = typed::class(self.home(), text, self.context)?;
            let except: Vec<Id> = self.many("except").iter().map(find).collect::<Result<_, _>>()?;
            let today = self.context.today;
            let in_class = self.home().children.iter().filter(|child| {
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
        let find = |word: &&str| finder::staff(self.home(), word, self.context);
        let staff: Vec<Id> = self.many("staff").iter().map(find).collect::<Result<_, _>>()?;
        row.insert("staff".to_owned(), typed::joined(&staff));
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
    fn like_last(&self, row: &mut NewRow) -> Result<(), Failure> {
        let Some(last) = self.reading.last_of(&self.register.name)? else {
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
