//! `care void`: an event is taken back; its rows stay.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::event::Status;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::session::change::Change;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Reason), required = true)]
    why: String,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let done = context.change(&names, |change| void(context, args, change))?;
    Ok(Answer::written(context, done, |said| said))
}

fn void(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let found = change.find(&args.event)?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    if family.word.status == Status::Void {
        return Err(Failure::usage(&Msg::AlreadyVoid { id: &args.event }, lang));
    }
    let outcome = if family.word.attempted { "attempted" } else { "made" };
    let (id, row) = change.void_row(family.word, &args.why);
    change.add_row(&found.register, found.month, &row)?;
    let id = id.to_string();
    Ok(vec![
        Msg::Voided { id: &args.event }.text(lang),
        Msg::VoidBack { id: &id, outcome }.text(lang),
    ])
}
