//! The event that a command is about, where its id says that it still speaks.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use crate::domain::event::{Event, Status};
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::correction::FoundEvent;
use crate::session::read::Ask;
use crate::storage::child_depth::Depth;

/// What a command does to an event, which may be of any register.
///
/// # Errors
/// As `work` says.
pub fn changed(
    context: &Context,
    work: impl FnOnce(&mut Change) -> Result<Vec<String>, Failure>,
) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let ask = Ask { children: Depth::Listed, ..Ask::records(&names) };
    Answer::of_change_to(context, ask, work)
}

/// # Errors
/// The event has moved to another month, where another row speaks for it.
pub fn has_not_moved(
    context: &Context,
    change: &Change,
    (id, found): (&str, &FoundEvent),
) -> Result<(), Failure> {
    match change.elsewhere(found)? {
        Some(to) => Err(Failure::usage(&Msg::HasMoved { id, to: &to.to_string() }, context.lang)),
        None => Ok(()),
    }
}

/// # Errors
/// The row that speaks for the event has taken it back.
pub fn is_not_void(context: &Context, (id, word): (&str, &Event)) -> Result<(), Failure> {
    match word.status {
        Status::Void => Err(Failure::usage(&Msg::AlreadyVoid { id }, context.lang)),
        _ => Ok(()),
    }
}
