//! `care undo`: the last change is taken back, or the one that is named.

use crate::cli::answer::Answer;
use crate::cli::batch::{self, Taking};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::id::as_written;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::undo_words::UndoWord;
use crate::session::undo;

pub const ABOUT: Purpose = Purpose {
    name: "撤销",
    says: ("撤销最近一次改动，或指明的一次", "Take back the last change, or the one named"),
    examples: &[
        Example {
            typed: ("", ""), does: ("撤销最近一次改动", "Take back the last change")
        },
        Example {
            typed: ("-n", "-n"), does: ("只看会撤销什么", "Only see what it would be")
        },
    ],
    see: &["redo", "history", "void"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(batch::BATCH),
          help = said(("批次：care history", "The batch: care history")))]
    batch: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    batch::take_back(context, |all| {
        let lang = context.lang;
        let named = match &args.batch {
            Some(name) => all
                .iter()
                .rev()
                .find(|own| as_written(&own.name) == as_written(name))
                .ok_or_else(|| Failure::Usage(vec![UndoWord::NoBatch { name }.text(lang)]))?,
            None => batch::newest(context, undo::newest(all), &UndoWord::NothingToUndo)?,
        };
        let name = named.name.as_str();
        let batch = undo::to_undo(all, name)
            .ok_or_else(|| Failure::Refused(vec![UndoWord::AlreadyUndone { name }.text(lang)]))?;
        Ok(Taking { named, batch, is_undo: true })
    })
}
