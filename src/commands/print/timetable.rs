//! The timetable of duty.

use super::asked::Args;
use super::days::CalledDays;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::month::Month;
use crate::render::screen::Screen;
use crate::render::screens::timetable::screen;
use crate::reports::rota::shifts;
use crate::session::read::{Ask, Reading};

/// What is planned.
const ROTA: &str = "rota";

pub fn answer(context: &Context, args: &Args) -> Result<Answer, Failure> {
    context.read(args.whom.ask(Ask::records(&[ROTA])), |reading| {
        let month = Month::of(context.today);
        let usual = || CalledDays { span: month.days(), name: month.to_string() };
        let days = args.days(context, &reading.home)?.unwrap_or_else(usual);
        Ok(Answer::screen(context, &made(context, reading, &days)?))
    })
}

/// The timetable of some days.
///
/// # Errors
/// The faults in what was read.
pub fn made(context: &Context, reading: &Reading, days: &CalledDays) -> Result<Screen, Failure> {
    let events = reading.events(&[ROTA], |event| days.span.contains(event.date))?;
    let home = &reading.home;
    let rota = home.registers.get(ROTA).ok_or_else(|| Failure::Usage(vec![ROTA.to_owned()]))?;
    Ok(screen((home, rota), &shifts(rota, &events), &days.name, context.lang))
}
