//! `care void`: an event is taken back; its rows stay.

use super::amend::{Found, void_row};
use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::write;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Reason), required = true)]
    why: String,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let found = Found::new(context, &args.event)?;
    if let Some(answer) = write::done_before(context, found.store.root())? {
        return Ok(answer);
    }
    let speaker = &found.family.speaker;
    if speaker.void {
        return Err(Failure::usage(&Msg::AlreadyVoid { id: &args.event }, context.lang));
    }
    let outcome = if speaker.attempted { "attempted" } else { "made" };
    let (id, row) = void_row(context, speaker, &args.why);
    let step = write::row_step(context, &found.store, found.register(), speaker.date, row)?;
    let (lang, id) = (context.lang, id.to_string());
    let said = vec![
        Msg::Voided { id: &args.event }.text(lang),
        Msg::VoidBack { id: &id, outcome }.text(lang),
    ];
    write::save(context, found.store.root(), &[step], vec![id.clone()], said)
}
