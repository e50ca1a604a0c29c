//! `care calendar`: terms, windows, holidays and make-up days.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::render::screens::calendar::screen;
use crate::session::read::Ask;

pub fn run(context: &Context) -> Result<Answer, Failure> {
    context.read(Ask::records(&[]), |reading| {
        let screen = screen(&reading.home.calendar, context.today, context.lang);
        Ok(Answer::screen(context, &screen))
    })
}
