//! Batches as people speak of them, and the taking back of one.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::label::Words;
use crate::lang::undo_words::UndoWord;
use crate::lang::{Lang, label, listed};
use crate::session::change::Change;
use crate::session::undo::{NotUndone, Standing};
use crate::storage::layout;
use crate::storage::ledger::{self, Batch};

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
    Answer::of_change(context, &names, |change: &mut Change| {
        let all = context.batches()?;
        let Taking { named, batch, is_undo } = choose(&all)?;
        change.undoes = Some(batch.name.clone());
        change.take_back(&all, batch).map_err(|stopped| match stopped {
            NotUndone::Stop(stop) => Failure::Stop(stop),
            NotUndone::Standing(standing) => {
                let why = &stands(&standing, lang);
                let said = match is_undo {
                    true => UndoWord::NotUndone { why }.text(lang),
                    false => UndoWord::NotRedone { why }.text(lang),
                };
                Failure::Refused(vec![said])
            }
        })?;
        let said = told(named, Some(&change.reading.home), lang);
        let what = format!("care {} {said}", named.command);
        let batch = named.name.as_str();
        Ok(match is_undo {
            true => vec![
                UndoWord::Undone { batch, what: &what }.text(lang),
                UndoWord::RedoBy.text(lang),
            ],
            false => vec![
                UndoWord::Redone { batch, what: &what }.text(lang),
                UndoWord::UndoBy.text(lang),
            ],
        })
    })
}

/// What a batch changed, in a few words: rows of which registers, who, which other files. Where the
/// home cannot be read, by codes and ids.
pub fn told(batch: &Batch, home: Option<&Home>, lang: Lang) -> String {
    let rows = batch.written.iter().filter(|id| Id::parse(id, Kind::Event).is_some()).count();
    let mut parts: Vec<String> = Vec::new();
    let mut add = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    for file in &batch.files {
        let Some((name, _)) = layout::log_of(file) else { continue };
        let register = home.and_then(|home| home.registers.get(name));
        add(register.map_or(name, |own| label(&own.label, lang)).to_owned());
    }
    if rows > 0 {
        add(UndoWord::Rows { rows }.text(lang));
    }
    for id in &batch.written {
        let child = Id::parse(id, Kind::Child).and_then(|own| home?.child(own));
        let person = Id::parse(id, Kind::Staff).and_then(|own| home?.person(own));
        let name = child.map(|own| &own.name).or(person.map(|own| &own.name));
        if Id::parse(id, Kind::Event).is_none() {
            add(name.unwrap_or(id).clone());
        }
    }
    if parts.is_empty() {
        parts.clone_from(&batch.files);
    }
    listed(&parts, lang)
}

/// The newest change, when it is known to be that: no line that cannot be read stands after it.
pub fn newest<'b>(
    context: &Context,
    found: Option<&'b Batch>,
    nothing: &UndoWord,
) -> Result<&'b Batch, Failure> {
    let name = found.map(|batch| batch.name.as_str());
    if ledger::is_torn_after(context.root()?, name)? {
        return Err(Failure::Refused(vec![UndoWord::TornEnd.text(context.lang)]));
    }
    found.ok_or_else(|| Failure::Refused(vec![nothing.text(context.lang)]))
}

/// By what a file is changed.
fn command_for(file: &str, lang: Lang) -> String {
    let child = file.strip_prefix(layout::CHILDREN).and_then(|name| name.strip_prefix('/'));
    let by = match (file, child) {
        (_, Some(name)) => UndoWord::ChildBy { id: name.trim_end_matches(".toml") },
        (layout::STAFF, None) => UndoWord::StaffBy,
        (layout::RULES, None) => UndoWord::RulesBy,
        _ => UndoWord::FileBy,
    };
    by.text(lang)
}

fn stands(standing: &Standing, lang: Lang) -> String {
    match standing {
        Standing::Batch { file, name } => UndoWord::LaterBatch { file, name }.text(lang),
        Standing::ByHand { file } => {
            UndoWord::ByHand { file, by: &command_for(file, lang) }.text(lang)
        }
        Standing::Row { id, by } => {
            UndoWord::LaterRow { id: &id.to_string(), by: &by.to_string() }.text(lang)
        }
        Standing::Named { id, file } => UndoWord::Named { id: &id.to_string(), file }.text(lang),
        Standing::Beginning => UndoWord::Beginning.text(lang),
        Standing::Gone { id } => UndoWord::GoneRow { id }.text(lang),
    }
}
