//! `care calendar`: terms, windows, holidays and make-up days.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use crate::render::screens::calendar::screen;

pub fn run(context: &Context) -> Result<Answer, Failure> {
    let (_, home) = gather::records(context.store()?, &[])?;
    Ok(Answer::screen(context, &screen(&home.calendar, context.today, context.lang)))
}
