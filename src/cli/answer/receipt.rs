//! What is told of a change: sentences for people, an object for programs.

use super::Answer;
use crate::cli::context::{Context, RECEIPT};
use crate::cli::failure::Failure;
use crate::lang::talk::Msg;
use crate::lang::undo_words::UndoWord;
use crate::session::change::{Change, Changed};
use crate::session::read::Ask;

impl Answer {
    /// Lets `work` change the home; what it returns is said to people.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn of_change(
        context: &Context,
        registers: &[&str],
        work: impl FnOnce(&mut Change) -> Result<Vec<String>, Failure>,
    ) -> Result<Answer, Failure> {
        Answer::of_change_to(context, Ask::records(registers), work)
    }

    /// The same, where not all of the children need be read.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn of_change_to(
        context: &Context,
        ask: Ask,
        work: impl FnOnce(&mut Change) -> Result<Vec<String>, Failure>,
    ) -> Result<Answer, Failure> {
        Ok(Answer::written(context, context.change(ask, work)?))
    }

    /// What a writing command did, in sentences for people; programs get an object.
    pub fn written(context: &Context, done: Changed<Vec<String>>) -> Answer {
        let talk_is_data = context.format.is_of_objects();
        let batch = &done.batch;
        let name = if done.was_dry { None } else { Some(&batch.name) };
        let [named, written, files] = RECEIPT;
        let mut object = serde_json::json!({
            named: name, written: batch.written, files: batch.files
        });
        if let Some(words) = &context.json_keys {
            object = words.iter().map(|key| (key.clone(), object[key].clone())).collect();
        }
        let is_repeated = done.made.is_none();
        let new_log = done.new_log.map(|file| Msg::NewWriter { file: &file }.text(context.lang));
        let uncommitted = done.is_uncommitted.then(|| Msg::NotCommitted.text(context.lang));
        let talk = match done.made {
            _ if talk_is_data => Vec::new(),
            None => vec![Msg::DoneBefore.text(context.lang)],
            Some(made) if done.was_dry => {
                let would = std::iter::once(Msg::WouldWrite.text(context.lang));
                would.chain(made).chain(new_log).collect()
            }
            Some(made) => {
                let can_be_undone =
                    batch.undoes.is_none() && !batch.begins_home() && !batch.files.is_empty();
                let back = can_be_undone.then(|| UndoWord::UndoBy.text(context.lang));
                made.into_iter().chain(new_log).chain(uncommitted).chain(back).collect()
            }
        };
        Answer {
            data: talk_is_data.then(|| format!("{object}\n").into_bytes()),
            talk,
            has_keys: talk_is_data,
            saved: !done.was_dry && !is_repeated,
            unfinished: done.unfinished,
            ..Answer::default()
        }
    }
}
