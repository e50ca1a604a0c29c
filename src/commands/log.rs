//! `care log-<register>`: something was done, or tried.

use std::path::Path;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::log_batch::LogBatch;
use crate::cli::log_grammar::{HOUSEHOLD, own_flags};
use crate::cli::log_rows::Pasted;
use crate::cli::log_who::{ChosenChildren, WantedChildren};
use crate::cli::{draft, finder, typed};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::register::{Column, ColumnType, Register};
use crate::lang::saved_words::SavedWord;
use crate::lang::talk::Msg;
use crate::lang::words::outcome;
use crate::session::change::Change;
use crate::session::read::{Ask, Reading};
use crate::storage::child_depth::Depth;
use crate::storage::encoding;
use crate::storage::log_append::NewRow;

pub fn run(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
) -> Result<Answer, Failure> {
    // Who lives together is told by phones.
    let needs_phones = matches.try_get_one::<bool>(HOUSEHOLD).ok().flatten() == Some(&true);
    let children = if needs_phones { Depth::Whole } else { Depth::Listed };
    let registers = [&*register.name];
    let ask = Ask { children, ..Ask::records(&registers) };
    Answer::of_change_to(context, ask, |change| log(context, register, matches, change))
}

fn log(
    context: &Context,
    register: &Register,
    matches: &ArgMatches,
    change: &mut Change,
) -> Result<Vec<String>, Failure> {
    let typed = Typed { context, reading: &change.reading, register, matches };
    let date = match typed.one("date") {
        Some(text) => draft::event_date(text, register, context)?,
        None => context.today,
    };
    let force = matches.get_flag("force");
    let mut row = typed.row(date, force)?;
    if matches.get_flag("like_last") {
        typed.like_last(&mut row)?;
    }
    row.insert("date".to_owned(), date.to_string());
    let mut batch = LogBatch { force, ..LogBatch::new(context, register, Vec::new()) };
    if let Some(file) = typed.common("rows") {
        let text = typed.pasted(file)?;
        let pasted = Pasted::new(context, (&change.reading.home, register), &row, force);
        batch.rows = pasted.rows(file, &text)?;
    } else {
        of_children(&typed, date, &row, &mut batch)?;
    }
    batch.save(change)
}

/// Makes the rows of the children who were chosen: one for all, or one for each.
fn of_children(
    typed: &Typed,
    date: NaiveDate,
    row: &NewRow,
    batch: &mut LogBatch,
) -> Result<(), Failure> {
    let ChosenChildren { children, said } = typed.wanted(date).chosen()?;
    batch.understood = said;
    let people = children.len();
    batch.each = typed.asks("each") && people > 1;
    let is_group = typed.asks("all") || typed.common("class").is_some();
    if is_group && people > 1 && !batch.each {
        let said = SavedWord::OneRow { people }.text(typed.context.lang);
        batch.understood.insert(0, said);
    }
    let of = |group: &[Id]| {
        let mut own = row.clone();
        own.insert("children".to_owned(), typed::joined(group));
        own
    };
    batch.rows = match batch.each {
        true => children.chunks(1).map(of).collect(),
        false => vec![of(&children)],
    };
    Ok(())
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

    /// A flag that a column of this name takes for its own.
    fn common(&self, name: &str) -> Option<&str> {
        self.one(name).filter(|_| self.register.column(name).is_none())
    }

    fn asks(&self, name: &str) -> bool {
        self.matches.try_get_one::<bool>(name).ok().flatten().is_some_and(|asked| *asked)
    }

    /// What was typed of the children.
    fn wanted(&self, date: NaiveDate) -> WantedChildren<'_> {
        let selects_class = self.register.column("class").is_none();
        WantedChildren {
            context: self.context,
            home: &self.reading.home,
            date,
            words: self.many("children"),
            classes: if selects_class { self.many("class") } else { Vec::new() },
            all: self.asks("all"),
            except: self.many("except"),
            household: self.asks(HOUSEHOLD),
        }
    }

    /// The text of a file, or of standard input.
    fn pasted(&self, file: &str) -> Result<String, Failure> {
        let refused = |why: Msg| Failure::usage(&why, self.context.lang);
        let bytes = self.context.bytes_of(Path::new(file))?;
        let bytes = bytes.ok_or_else(|| refused(Msg::NoRowsFile { file }))?;
        let text = encoding::sheet(&bytes);
        text.ok_or_else(|| refused(Msg::RowsNoText { file }))
    }

    /// The cells typed: staff, outcome, note, and the register's own columns.
    fn row(&self, date: NaiveDate, force: bool) -> Result<NewRow, Failure> {
        let mut row = NewRow::new();
        let find = |word: &&str| {
            let found = finder::staff(self.home(), word, self.context.lang);
            found.map_err(|failure| self.context.placed(failure, word))
        };
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
