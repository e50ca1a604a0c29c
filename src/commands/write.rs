//! What the commands that write events have in common.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use super::answer::{Answer, Written};
use super::context::Context;
use super::failure::Failure;
use crate::domain::event::unescape;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::talk::Msg;
use crate::storage::Store;
use crate::storage::journal::{self, Saved, Step};
use crate::storage::log_append::{self, NewRow, Target};
use crate::storage::operations;
use crate::storage::store::Entry;

/// A new id that nobody could guess; with ten random letters two never meet.
pub fn new_id(kind: Kind) -> Id {
    let mut random = [0u8; 10];
    // Every supported system has a source of randomness; without one, ids would collide.
    getrandom::fill(&mut random).expect("the system gives random bytes");
    Id::from_random(kind, &random)
}

/// A name for all that one command changes.
pub fn new_batch() -> String {
    new_id(Kind::Event).to_string()[1..5].to_ascii_lowercase()
}

/// The instant of entry as records keep it.
pub fn recorded(context: &Context) -> String {
    context.now.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The step that adds a row to its month's log, after the unit was read without a fault.
pub fn row_step(
    context: &Context,
    store: &Store,
    register: &Register,
    date: NaiveDate,
    row: NewRow,
) -> Result<Step, Failure> {
    let root = store.root();
    let writer = log_append::writer(root).map_err(Failure::Disk)?;
    let target = Target { register, month: Month::of(date), writer: writer.as_deref() };
    let lacking = log_append::columns_lacking(root, &target, &row).map_err(Failure::Disk)?;
    if !lacking.is_empty() {
        let file = target.file();
        let columns = lacking.join(", ");
        let message = Msg::HeaderLacks { file: &file, columns: &columns };
        return Err(Failure::usage(&message, context.lang));
    }
    log_append::step(root, &target, &[row]).map_err(Failure::Disk)
}

/// Saves the steps of a command together and says so; in a dry run nothing is written.
pub fn save(
    context: &Context,
    root: &Path,
    steps: &[Step],
    ids: Vec<String>,
    said: Vec<String>,
) -> Result<Answer, Failure> {
    let mut files: Vec<String> = Vec::new();
    for step in steps {
        if !files.iter().any(|file| file == step.file()) {
            files.push(step.file().to_owned());
        }
    }
    let written = Written { batch: new_batch(), ids, files };
    if context.dry_run {
        return Ok(Answer::written(context, &written, said));
    }
    let named = context.op_id.as_ref().map(|id| operations::step(root, id, &written.json()));
    let named = named.transpose().map_err(Failure::Disk)?;
    let steps: Vec<Step> = steps.iter().cloned().chain(named).collect();
    match journal::save(root, &steps).map_err(Failure::Disk)? {
        Saved::Whole => Ok(Answer::written(context, &written, said)),
        Saved::Unfinished(error) => Ok(Answer::written(context, &written, said).unfinished(error)),
    }
}

/// The answer of an operation that was done before under the same `--op-id`.
pub fn done_before(context: &Context, root: &Path) -> Result<Option<Answer>, Failure> {
    let Some(id) = &context.op_id else { return Ok(None) };
    let before = operations::find(root, id).map_err(Failure::Disk)?;
    Ok(before.map(|json| Answer::repeated(context, json)))
}

/// The row that a correction of an entry begins from: its cells, a new id, the instant of entry.
pub fn correction_of(context: &Context, entry: &Entry) -> (Id, NewRow) {
    let cells = entry.row.cells().map(|(name, cell)| (name.to_owned(), unescape(cell)));
    let mut row: NewRow = cells.collect::<BTreeMap<_, _>>();
    let id = new_id(Kind::Event);
    row.insert("id".to_owned(), id.to_string());
    row.insert("recorded".to_owned(), recorded(context));
    row.insert("status".to_owned(), String::new());
    row.insert("replaces".to_owned(), entry.id.to_string());
    (id, row)
}

/// Refuses an event outside the spells of its children, unless forced.
pub fn check_spells(
    context: &Context,
    home: &Home,
    children: &[Id],
    date: NaiveDate,
    force: bool,
) -> Result<(), Failure> {
    let outside =
        children.iter().filter_map(|id| home.child(*id)).find(|c| !c.on_roll().contains(date));
    match outside {
        Some(child) if !force => {
            let why = Msg::OutsideSpells { name: &child.name, date }.text(context.lang);
            Err(Failure::usage(&Msg::NeedForce { why: &why }, context.lang))
        }
        _ => Ok(()),
    }
}
