//! `care log-<register>`: something was done, or tried.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::draft::{Draft, with_class};
use crate::cli::failure::Failure;
use crate::cli::log_grammar::{HOUSEHOLD, own_flags};
use crate::cli::{finder, typed};
use crate::domain::home::Home;
use crate::domain::household::household;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::{Column, ColumnType, Register};
use crate::lang::listed;
use crate::lang::saved_words::SavedWord;
use crate::lang::talk::Msg;
use crate::lang::words::outcome;
use crate::session::change::Change;
use crate::session::read::Reading;
use crate::storage::log_append::NewRow;

pub fn run(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
) -> Result<Answer, Failure> {
    Answer::of_change(context, &[&register.name], |change| log(context, register, matches, change))
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
    let mut row = typed.row(date, force)?;
    if matches.get_flag("like_last") {
        typed.like_last(&mut row)?;
    }
    let (id, own) = change.new_row();
    row.extend(own);
    row.insert("date".to_owned(), date.to_string());
    let named = typed.children(date)?;
    let added = typed.household(&named, date)?;
    let together = typed.household_said(&added, date);
    row.insert("children".to_owned(), typed::joined(&[named, added].concat()));
    let month = Month::of(date);
    let families = change.families(&register.name, month)?;
    let draft = Draft::admit(context, &change.reading.home, register, &row, force)?;
    let doubles = draft.check_doubles(&families.standing(month))?;
    let (said, counted) = (draft.said(), draft.counted());
    change.add_row(register, month, &row)?;
    let back = Msg::TakeBack { id: &id.to_string() }.text(context.lang);
    Ok([said].into_iter().chain(together).chain(counted).chain(doubles).chain([back]).collect())
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
        let mut children = self.found("children", date)?;
        let selects_class = self.register.column("class").is_none();
        if let Some(text) = self.one("class").filter(|_| selects_class) {
            let class = typed::class(self.home(), text, date, lang)?;
            let except = self.found("except", date)?;
            let in_class = self.home().children.iter().filter(|child| {
                child.class_on(date) == Some(&class) && child.on_roll().contains(date)
            });
            let in_class: Vec<Id> = in_class.map(|child| child.id).collect();
            // Who is left out and was not in it: somebody else was meant.
            if let Some(stranger) = except.iter().find(|id| !in_class.contains(id)) {
                let name = self.home().child(*stranger).map_or("", |child| child.name.as_str());
                let class = self.home().class_name(&class, date);
                return Err(Failure::usage(&Msg::NotInClass { name, class: &class }, lang));
            }
            children.extend(in_class.into_iter().filter(|id| !except.contains(id)));
        }
        let mut seen = std::collections::BTreeSet::new();
        children.retain(|id| seen.insert(*id));
        Ok(children)
    }

    /// The children whom the words of a flag name.
    fn found(&self, flag: &str, date: NaiveDate) -> Result<Vec<Id>, Failure> {
        let find = |word: &&str| finder::child(self.home(), word, date, self.context.lang);
        typed::names(&self.many(flag)).iter().map(find).collect()
    }

    fn asks_for_household(&self) -> bool {
        self.matches.try_get_one::<bool>(HOUSEHOLD).ok().flatten().is_some_and(|asked| *asked)
    }

    /// With `--household` those who live with the children and are on the roll on the day, but for
    /// the exceptions.
    fn household(&self, named: &[Id], date: NaiveDate) -> Result<Vec<Id>, Failure> {
        if !self.asks_for_household() {
            return Ok(Vec::new());
        }
        let except = self.found("except", date)?;
        let children = named.iter().filter_map(|id| self.home().child(*id));
        let together = children.flat_map(|child| household(self.home(), child));
        let together = together.filter(|child| child.on_roll().contains(date));
        let mut added: Vec<Id> = together.map(|child| child.id).collect();
        added.sort_unstable();
        added.dedup();
        added.retain(|id| !named.contains(id) && !except.contains(id));
        Ok(added)
    }

    /// Who was taken in with `--household`.
    fn household_said(&self, added: &[Id], date: NaiveDate) -> Option<String> {
        let lang = self.context.lang;
        let said = |id: &Id| Some(with_class(self.home(), self.home().child(*id)?, date));
        let who: Vec<String> = added.iter().filter_map(said).collect();
        let word = match who.is_empty() {
            true => SavedWord::NoHousehold.text(lang),
            false => SavedWord::Household { who: &listed(&who, lang) }.text(lang),
        };
        self.asks_for_household().then_some(word)
    }

    /// The cells typed: staff, outcome, note, and the register's own columns.
    fn row(&self, date: NaiveDate, force: bool) -> Result<NewRow, Failure> {
        let mut row = NewRow::new();
        let find = |word: &&str| finder::staff(self.home(), word, self.context.lang);
        let staff: Vec<Id> =
            typed::names(&self.many("staff")).iter().map(find).collect::<Result<_, _>>()?;
        row.insert("staff".to_owned(), typed::joined(&staff));
        let outcome = self.one("outcome").and_then(outcome).unwrap_or("made");
        row.insert("outcome".to_owned(), outcome.to_owned());
        row.insert("note".to_owned(), self.one("note").unwrap_or_default().to_owned());
        for column in own_flags(self.register) {
            if let Some(text) = self.one(&column.name) {
                let cell = typed::cell((column, date), text, force, self.context)?;
                row.insert(column.name.clone(), cell);
            }
        }
        Ok(row)
    }

    /// Fills the columns left open from the register's last row.
    fn like_last(&self, row: &mut NewRow) -> Result<(), Failure> {
        let Some(last) = self.reading.last_of(&self.register.name, |_| true)? else {
            return Err(Failure::usage(&Msg::NothingLike, self.context.lang));
        };
        // A day that was agreed with one child is not agreed with the next.
        let is_date = |column: &&Column| matches!(column.holds, ColumnType::Date);
        let own = self.register.columns.iter().filter(|own| !is_date(own));
        let own = own.map(|column| column.name.as_str());
        for name in own.chain(["staff"]) {
            let cell = row.entry(name.to_owned()).or_default();
            if cell.is_empty() {
                *cell = crate::domain::event::unescape(last.row.get(name));
            }
        }
        Ok(())
    }
}
