//! `care calendar`: terms, windows, holidays and make-up days.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::help::Purpose;
use crate::render::screens::calendar::screen;
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose { name: "校历", says: ("校历", "The calendar") };

#[derive(clap::Args)]
pub struct Args {}

pub fn run(context: &Context, _: &Args) -> Result<Answer, Failure> {
    context.read(Ask::records(&[]), |reading| {
        let screen = screen(&reading.home.calendar, context.today, context.lang);
        Ok(Answer::screen(context, &screen))
    })
}
