//! `care log-<register>`: something was done, or tried.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::log_grammar::own_flags;
use crate::cli::{finder, typed};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::Register;
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
    let date = match typed.one("date") {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    let force = matches.get_flag("force");
    let mut row = typed.row(force)?;
    if matches.get_flag("like_last") {
        typed.like_last(&mut row)?;
    }
    let (id, own) = change.new_row();
    row.extend(own);
    row.insert("date".to_owned(), date.to_string());
    row.insert("children".to_owned(), typed::joined(&typed.children(date)?));
    let month = Month::of(date);
    let families = change.families(&register.name, month)?;
    let draft = Draft::admit(context, &change.reading.home, register, &row, force)?;
    let doubles = draft.check_doubles(&families.standing(month))?;
    let (said, counted) = (draft.said(), draft.counted());
    change.add_row(register, month, &row)?;
    let back = Msg::TakeBack { id: &id.to_string() }.text(context.lang);
    Ok([said].into_iter().chain(counted).chain(doubles).chain([back]).collect())
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

    /// The children named, or those of the class on the day, but for the exceptions.
    fn children(&self, date: NaiveDate) -> Result<Vec<Id>, Failure> {
        let lang = self.context.lang;
        let find = |word: &&str| finder::child(self.home(), word, date, lang);
        let mut children: Vec<Id> =
            self.many("children").iter().map(find).collect::<Result<_, _>>()?;
        let selects_class = self.register.column("class").is_none();
        if let Some(text) = self.one("class").filter(|_| selects_class) {
            let class = typed::class(self.home(), text, date, lang)?;
            let except: Vec<Id> = self.many("except").iter().map(find).collect::<Result<_, _>>()?;
            let in_class = self.home().children.iter().filter(|child| {
                child.class_on(date) == Some(&class)
                    && child.on_roll().contains(date)
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
        let find = |word: &&str| finder::staff(self.home(), word, self.context.lang);
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
}
