//! A register as a book.

use super::asked::{Args, masked};
use super::days::CalledDays;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::of_class::OfClass;
use crate::cli::registers;
use crate::cli::reveal::Revealed;
use crate::domain::event::Event;
use crate::domain::privacy::Gate;
use crate::lang::print_words::Printing;
use crate::render::screen::Screen;
use crate::render::screens::book::{BookPage, screen};
use crate::reports::book::BookOf;
use crate::reports::records::Records;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let Some(word) = args.words.first() else {
        return Err(Failure::Usage(vec![Printing::NeedsRegister.text(context.lang)]));
    };
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    context.read(args.whom.ask(Ask::records(&names)), |reading| {
        let (home, gate) = (&reading.home, opened.gate());
        let register = registers::called(home, word, context.lang)?;
        let class = OfClass::new(home, args.class.as_deref(), context)?;
        let days = args.days_or_term(context, home)?;
        let wanted = BookWanted {
            book: BookOf::of(register),
            days: days.as_ref(),
            whose: &args.class_called(context, home),
            is: &|event| class.has(event),
        };
        let (screen, records) = of_records(context, reading, &wanted, &gate)?;
        let children = records.shown.iter().flat_map(|own| own.event.children.iter().copied());
        let of = vec![register.name.clone()];
        let look = opened.look((context, home), &gate, children, of)?;
        let has_masked = register.columns.iter().any(|own| register.keeps_closed(&own.name));
        let told = masked(context, opened, &gate).filter(|_| has_masked && !register.restricted);
        Ok(Answer::screen(context, &screen).seen(look).with_talk(told))
    })
}

/// Which records of which register.
pub struct BookWanted<'a> {
    pub book: BookOf<'a>,
    pub days: Option<&'a CalledDays>,
    pub whose: &'a str,
    pub is: &'a dyn Fn(&Event) -> bool,
}

/// The book of some records of a register.
///
/// # Errors
/// The faults in what was read.
pub fn of_records<'h>(
    context: &Context,
    reading: &'h Reading,
    wanted: &BookWanted<'h>,
    gate: &Gate,
) -> Result<(Screen, Records<'h>), Failure> {
    let (home, register) = (&reading.home, wanted.book.register);
    let rows = reading.records(
        &[&register.name],
        &Wanted {
            days: wanted.days.map(|own| own.span),
            versions: false,
            is: &|_, event| (wanted.is)(event),
        },
    )?;
    let records = Records::new(home, &[register], rows, gate);
    let page = BookPage {
        home,
        book: &wanted.book,
        records: &records,
        whose: wanted.whose,
        when: wanted.days.map_or("", |own| &own.name),
        day: context.today,
        gate,
        lang: context.lang,
    };
    let screen = screen(&page);
    Ok((screen, records))
}
