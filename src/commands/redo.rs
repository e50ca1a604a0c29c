//! `care redo`: what was taken back last is done again.

use crate::cli::answer::Answer;
use crate::cli::batch::{self, Taking};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::help::{Example, Purpose};
use crate::lang::undo_words::UndoWord;
use crate::session::undo;

pub const ABOUT: Purpose = Purpose {
    name: "重做",
    says: ("把刚撤销的再做回来", "Do again what was taken back last"),
    examples: &[
        Example {
            typed: ("", ""), does: ("刚撤销的再做回来", "Do again what was taken back")
        },
        Example { typed: ("-n", "-n"), does: ("只看会做什么", "Only see what it would be") },
    ],
    see: &["undo", "history"],
};

#[derive(clap::Args)]
pub struct Args {}

pub fn run(context: &Context, _: &Args) -> Result<Answer, Failure> {
    batch::take_back(context, |all| {
        let nothing = || Failure::Refused(vec![UndoWord::NothingToRedo.text(context.lang)]);
        let batch = batch::newest(context, undo::newest_undone(all), &UndoWord::NothingToRedo)?;
        let named = undo::origin(all, batch).ok_or_else(nothing)?;
        Ok(Taking { named, batch, is_undo: false })
    })
}
