//! `care void`: an event is taken back; its rows stay.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::named_event;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::session::begun::that_entered;
use crate::session::change::Change;
use crate::storage::layout;

pub const ABOUT: Purpose = Purpose {
    name: "作废",
    says: ("作废一条记录（原记录保留）", "Take an event back (the old row stays)"),
    examples: &[Example {
        typed: ("E0HX96AZH6T --原因 记错了儿童", "E0HX96AZH6T --why 'wrong child'"),
        does: ("整条记录作废", "The whole event is taken back"),
    }],
    see: &["amend", "records", "undo"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Reason), required = true)]
    why: String,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    named_event::changed(context, |change| void(context, args, change))
}

fn void(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let found = change.find(&args.event)?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    let (named, word) = (args.event.as_str(), family.word);
    named_event::is_not_void(context, (named, word))?;
    named_event::has_not_moved(context, change, (named, &found))?;
    if family.named.id != word.id {
        let word = word.id.to_string();
        return Err(Failure::usage(&Msg::DoesNotSpeak { id: named, word: &word }, lang));
    }
    if found.register.name == "handover" {
        let entered = context.batches()?;
        let batch = that_entered(&entered, family.named.id, layout::STAFF);
        if let Some(batch) = batch.map(|own| own.name.clone()) {
            context.sure(|| vec![Msg::VoidLeavesRoles { batch: &batch }.text(lang)])?;
        }
    }
    let outcome = if word.attempted { "attempted" } else { "made" };
    let (id, row) = change.void_row(word, &family.tips, &args.why);
    change.add_row(&found.register, found.month, &row)?;
    let id = id.to_string();
    Ok(vec![
        Msg::Voided { id: &args.event }.text(lang),
        Msg::VoidBack { id: &id, outcome }.text(lang),
    ])
}
