//! `care amend`: a correction is a new row that names the row it replaces.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, typed};
use crate::domain::event::Status;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::lang::{label, words};
use crate::session::change::Change;
use crate::storage::log_append::NewRow;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue), help = say(Help::SetColumn),
          required = true)]
    set: Vec<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let done = context.change(&names, |change| amend(context, args, change))?;
    Ok(Answer::written(context, done, |said| said))
}

fn amend(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let found = change.find(&args.event)?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    let (word, register) = (family.word, &found.register);
    let (id, mut row) = change.correction_of(family.content);
    row.insert("replaces".to_owned(), word.id.to_string());
    set(context, args, &change.reading.home, register, &mut row)?;
    let date: NaiveDate = row["date"].parse().unwrap_or(word.date);
    let children: Vec<Id> =
        row["children"].split(' ').filter_map(|id| Id::parse(id, Kind::Child)).collect();
    typed::check_spells(context, &change.reading.home, &children, date, args.force)?;
    let was_void = word.status == Status::Void;
    if Month::of(date) == found.month {
        change.add_row(register, found.month, &row)?;
    } else {
        row.insert("replaces".to_owned(), String::new());
        change.families(&register.name, Month::of(date))?;
        change.add_row(register, Month::of(date), &row)?;
        if !was_void {
            let void = change.void_row(word, "").1;
            change.add_row(register, found.month, &void)?;
        }
    }
    let (lang, new) = (context.lang, id.to_string());
    let revived = was_void.then(|| Msg::Revived { id: &args.event }.text(lang));
    let mut said = vec![Msg::Amended { id: &args.event, new: &new }.text(lang)];
    said.extend(revived);
    said.push(Msg::TakeBack { id: &new }.text(lang));
    Ok(said)
}

/// Puts what was typed into the row.
fn set(
    context: &Context,
    args: &Args,
    home: &Home,
    register: &Register,
    row: &mut NewRow,
) -> Result<(), Failure> {
    for text in &args.set {
        let (word, value) = typed::key_value(text, context.lang)?;
        let column = words::common_column(word)
            .or(register.column_called(word).map(|column| column.name.as_str()))
            .unwrap_or(word);
        let value = value_of(context, home, register, column, value, args.force)?;
        row.insert(column.to_owned(), value);
    }
    Ok(())
}

fn value_of(
    context: &Context,
    home: &Home,
    register: &Register,
    column: &str,
    text: &str,
    force: bool,
) -> Result<String, Failure> {
    let lang = context.lang;
    let people = |find: fn(&Home, &str, &Context) -> Result<Id, Failure>| {
        let words = text.split([' ', ',', '，', '、']).filter(|word| !word.is_empty());
        let ids: Vec<Id> = words.map(|word| find(home, word, context)).collect::<Result<_, _>>()?;
        Ok(typed::joined(&ids))
    };
    match column {
        "date" => Ok(typed::past_date(text, context)?.to_string()),
        "children" => people(finder::child),
        "staff" => people(finder::staff),
        "note" => Ok(text.to_owned()),
        "outcome" => words::outcome(text).map(str::to_owned).ok_or_else(|| {
            let message = Msg::NotAChoice { column, choices: "made 已完成, attempted 未成" };
            Failure::usage(&message, lang)
        }),
        "id" | "recorded" | "status" | "replaces" => {
            Err(Failure::usage(&Msg::CommonColumn { name: column }, lang))
        }
        _ => match register.column(column) {
            Some(own) => typed::cell(own, text, force, context),
            None => {
                let label = label(&register.label, lang);
                let message = Msg::UnknownColumn { name: column, register: label };
                Err(Failure::usage(&message, lang))
            }
        },
    }
}
