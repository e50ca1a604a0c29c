//! The handover sheets of a term's end: of one class, or of all.

use super::asked::Args;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::handover_sheet::{Handover, OpenMatters, term_of};
use crate::lang::print_words::Printing;
use crate::render::screen::Screen;
use crate::render::screens::handover::all_classes;
use crate::reports::classes::classes;
use crate::reports::handover::PAPERS;
use crate::session::read::{Ask, Reading};

pub fn answer(context: &Context, args: &Args) -> Result<Answer, Failure> {
    // What is open is judged.
    let ask = args.whom.ask(Ask { registers: &PAPERS, ..Ask::default() });
    context.read(ask, |reading| {
        let screen = made(context, reading, (args.class.as_deref(), args.period.term()))?;
        Ok(Answer::screen(context, &screen))
    })
}

/// The sheets of the classes that have children, or of the one that is called so.
///
/// # Errors
/// There is no such class or term, or faults in what was read.
pub fn made(
    context: &Context,
    reading: &Reading,
    (class, term): (Option<&str>, Option<&str>),
) -> Result<Screen, Failure> {
    let home = &reading.home;
    let (of_term, day) = term_of(context, home, term)?;
    let handed: Vec<Handover> = match class {
        Some(class) => vec![Handover::of(context, home, (class, term))?],
        None => classes(home, day)
            .into_iter()
            .filter(|own| own.children > 0)
            .filter_map(|own| own.code)
            .map(|class| Handover { class, term: of_term.clone(), day })
            .collect(),
    };
    let open = OpenMatters::of(context, reading, &of_term)?;
    let form = Printing::Handover.text(context.lang);
    let sheets = handed.iter().map(|own| open.printed(context, own)).collect();
    Ok(all_classes(&[form, of_term.called().to_owned()], sheets))
}
