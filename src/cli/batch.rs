//! Batches as people speak of them, and the taking back of one.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use crate::domain::label::Words;
use crate::lang::undo_words::UndoWord;
use crate::lang::{Lang, listed};
use crate::session::change::Change;
use crate::session::undo::{NotUndone, Standing};
use crate::storage::layout;
use crate::storage::ledger::Batch;

/// What stands for a batch on the command line.
pub const BATCH: Words = ("批次", "BATCH");

/// What is to be taken back: the batch that a person means, and the one that must be.
pub struct Taking<'b> {
    pub named: &'b Batch,
    pub batch: &'b Batch,
    pub is_undo: bool,
}

/// Takes the batch back that `choose` picks among all.
pub fn take_back(
    context: &Context,
    choose: impl Fn(&[Batch]) -> Result<Taking<'_>, Failure>,
) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lang = context.lang;
    let done = context.change(&names, |change: &mut Change| {
        let all = context.batches()?;
        let Taking { named, batch, is_undo } = choose(&all)?;
        change.undoes = Some(batch.name.clone());
        change.take_back(batch).map_err(|stopped| match stopped {
            NotUndone::Stop(stop) => Failure::Stop(stop),
            NotUndone::Standing(standing) => Failure::Refused(vec![stands(&standing, lang)]),
        })?;
        let what = told(named, lang);
        let batch = named.name.as_str();
        Ok::<_, Failure>(match is_undo {
            true => vec![
                UndoWord::Undone { batch, what: &what }.text(lang),
                UndoWord::RedoBy.text(lang),
            ],
            false => vec![
                UndoWord::Redone { batch, what: &what }.text(lang),
                UndoWord::UndoBy.text(lang),
            ],
        })
    })?;
    Ok(Answer::written(context, done, |said| said))
}

/// What a batch changed, in a few words: by which command, how many rows, which other files.
pub fn told(batch: &Batch, lang: Lang) -> String {
    let rows = batch.written.iter().filter(|id| id.starts_with('E')).count();
    let mut parts = vec![format!("care {}", batch.command)];
    if rows > 0 {
        parts.push(UndoWord::Rows { rows }.text(lang));
    }
    parts.extend(batch.files.iter().filter(|file| layout::log_of(file).is_none()).cloned());
    listed(&parts, lang)
}

fn stands(standing: &Standing, lang: Lang) -> String {
    match standing {
        Standing::Batch { file, name } => UndoWord::LaterBatch { file, name }.text(lang),
        Standing::ByHand { file } => UndoWord::ByHand { file }.text(lang),
        Standing::Row { id, by } => {
            UndoWord::LaterRow { id: &id.to_string(), by: &by.to_string() }.text(lang)
        }
        Standing::Named { id, file } => UndoWord::Named { id: &id.to_string(), file }.text(lang),
        Standing::Beginning => UndoWord::Beginning.text(lang),
        Standing::Gone { id } => UndoWord::GoneRow { id }.text(lang),
    }
}
