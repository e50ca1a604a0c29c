//! The notice that the law demands when a child is harmed or in danger: of the incidents that are
//! open, or of those that are named.

use super::asked::Args;
use super::book::{BookWanted, of_records};
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::finder;
use crate::cli::reveal::Revealed;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::lang::incident_words::Incidents;
use crate::reports::book::BookOf;
use crate::reports::incidents::{INCIDENT, is_open};
use crate::session::read::Ask;

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    context.read(args.whom.ask(Ask::records(&[INCIDENT])), |reading| {
        let (home, gate) = (&reading.home, opened.gate());
        let Some(register) = home.registers.get(INCIDENT) else {
            return Err(Failure::Usage(vec![INCIDENT.to_owned()]));
        };
        let all = reading.events(&[INCIDENT], |_| true)?;
        let mut wanted: Vec<Id> = Vec::new();
        for word in &args.words {
            wanted.extend(named(context, home, (word, &all))?);
        }
        let is_wanted = |event: &Event| match args.words.is_empty() {
            true => is_open(event, context.today),
            false => wanted.contains(&event.id),
        };
        let book = BookOf::notice(register);
        let wanted = BookWanted { book, days: None, whose: "", is: &is_wanted };
        let (screen, records) = of_records(context, reading, &wanted, &gate)?;
        let children = records.shown.iter().flat_map(|own| own.event.children.iter().copied());
        let look = opened.look((context, home), &gate, children, vec![INCIDENT.to_owned()])?;
        Ok(Answer::screen(context, &screen).seen(look))
    })
}

/// The incidents that a word means: one by its id, or all of a child.
///
/// # Errors
/// There is no such incident, and no such child.
fn named(
    context: &Context,
    home: &Home,
    (word, all): (&str, &[(String, Event)]),
) -> Result<Vec<Id>, Failure> {
    let ids = |is: &dyn Fn(&Event) -> bool| -> Vec<Id> {
        all.iter().map(|(_, event)| event).filter(|event| is(event)).map(|own| own.id).collect()
    };
    let by_id = ids(&|event| event.id.to_string().eq_ignore_ascii_case(word));
    if !by_id.is_empty() {
        return Ok(by_id);
    }
    let child = finder::child(home, word, context.today, context.lang)?;
    let of_child = ids(&|event| event.children.contains(&child));
    match of_child.is_empty() {
        true => Err(Failure::Usage(vec![Incidents::NoneOf { word }.text(context.lang)])),
        false => Ok(of_child),
    }
}
