//! `care history`: what this machine changed, batch by batch.

use std::collections::BTreeMap;

use crate::cli::answer::Answer;
use crate::cli::batch;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::finder;
use crate::domain::event::{Event, Status};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind, as_written};
use crate::lang::help::{Example, Purpose, said};
use crate::lang::{Lang, clauses};
use crate::render::screens::cells;
use crate::render::screens::history::{BatchLine, BatchState, screen};
use crate::session::edit::CHANGES;
use crate::session::read::{Ask, Reading};
use crate::session::undo;
use crate::storage::layout;
use crate::storage::ledger::Batch;

pub const ABOUT: Purpose = Purpose {
    name: "历史",
    says: ("这台电脑改过什么，哪些撤销了", "What this machine changed, and what was taken back"),
    examples: &[
        Example {
            typed: ("", ""), does: ("这台电脑改过什么", "What this machine changed")
        },
        Example {
            typed: ("欧阳晨曦", "oycx"), does: ("只看一名儿童的", "Only of one child")
        },
    ],
    see: &["undo", "audit"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("儿童、记录或批次", "WHAT")),
          help = said(("只看这名儿童、这条记录或这一批", "Only of this child, event or batch")))]
    what: Option<String>,
}

/// So many of the latest are told where nothing was named.
const LATEST: usize = 20;

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let all = context.batches()?;
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = |picked: Vec<&Batch>, home: Option<&Home>, changes: &Changes| -> Vec<BatchLine> {
        let told = |own: &Batch| {
            let what = batch::told(own, home, context.lang);
            let what = [vec![what], changed(own, changes)].concat();
            line(&all, own, clauses(&what, context.lang))
        };
        picked.into_iter().map(told).collect()
    };
    let known = known(&all, args.what.as_deref());
    let read = context.read(Ask::records(&names), |reading| {
        let picked = match (&known, &args.what) {
            (Some(known), _) => known.clone(),
            (None, word) => theirs(context, &all, word.as_deref().unwrap_or_default(), reading)?,
        };
        let changes = changes(reading, context.lang)?;
        Ok::<_, Failure>(told(picked, Some(&reading.home), &changes))
    });
    let lines = match (read, known) {
        // What was changed is told even of a home that is not sound: by codes and ids.
        (Err(_), Some(known)) => told(known, None, &Changes::new()),
        (read, _) => read?,
    };
    Ok(Answer::screen(context, &screen(&lines, context.lang)))
}

/// The batches of which the ledger alone knows: the latest, or the one that a word names.
fn known<'b>(all: &'b [Batch], word: Option<&str>) -> Option<Vec<&'b Batch>> {
    let Some(word) = word else {
        return Some(all.iter().skip(all.len().saturating_sub(LATEST)).collect());
    };
    let named = all.iter().find(|own| as_written(&own.name) == as_written(word));
    named.map(|batch| vec![batch])
}

/// The batches of the event or the child that a word names.
fn theirs<'b>(
    context: &Context,
    all: &'b [Batch],
    word: &str,
    reading: &Reading,
) -> Result<Vec<&'b Batch>, Failure> {
    let registers: Vec<&str> = reading.home.registers.keys().map(String::as_str).collect();
    let (ids, file) = match event(word) {
        Some(id) => (rows_of(reading, &registers, |own| own.id == id)?, None),
        None => {
            let child = finder::child(&reading.home, word, context.today, context.lang)?;
            let ids = rows_of(reading, &registers, |own| own.children.contains(&child))?;
            (ids, Some(layout::child(child)))
        }
    };
    let is_theirs = |own: &&Batch| {
        let writes = own.written.iter().any(|id| ids.contains(id));
        writes || file.as_ref().is_some_and(|file| own.files.contains(file))
    };
    Ok(all.iter().filter(is_theirs).collect())
}

fn event(word: &str) -> Option<Id> {
    Id::parse(&as_written(word), Kind::Event)
}

/// The ids of the rows that are wanted, whether they speak or not.
fn rows_of(
    reading: &Reading,
    registers: &[&str],
    wanted: impl Fn(&crate::domain::event::Event) -> bool,
) -> Result<Vec<String>, Failure> {
    let rows = reading.rows(registers, wanted)?;
    let live = rows.live.into_iter().map(|(_, own)| own.id);
    let silent = rows.silent.into_iter().map(|(_, own, _)| own.id);
    Ok(live.chain(silent).map(|id| id.to_string()).collect())
}

/// The rows of the register of changes in words, by their ids.
type Changes = BTreeMap<String, String>;

/// More changes than these in one batch are told by their number.
const FEW_CHANGES: usize = 3;

fn changes(reading: &Reading, lang: Lang) -> Result<Changes, Failure> {
    let home = &reading.home;
    let Some(register) = home.registers.get(CHANGES) else {
        return Ok(Changes::new());
    };
    let rows = reading.rows(&[CHANGES], |_| true)?;
    let live = rows.live.into_iter().map(|(_, own)| own);
    let silent = rows.silent.into_iter().map(|(_, own, _)| own);
    // A row that takes a change back repeats what it said.
    let rows = live.chain(silent).filter(|own| own.status == Status::Stands);
    let told = |own: Event| {
        Some((own.id.to_string(), cells::change_in_words((home, lang), register, &own)?))
    };
    Ok(rows.filter_map(told).collect())
}

/// What a batch changed in children's files.
fn changed(batch: &Batch, changes: &Changes) -> Vec<String> {
    let own: Vec<String> = batch.written.iter().filter_map(|id| changes.get(id).cloned()).collect();
    if own.len() > FEW_CHANGES { Vec::new() } else { own }
}

fn line(all: &[Batch], batch: &Batch, what: String) -> BatchLine {
    BatchLine {
        name: batch.name.clone(),
        at: batch.at.clone(),
        command: batch.command.clone(),
        what,
        written: batch.written.clone(),
        files: batch.files.clone(),
        state: match &batch.undoes {
            _ if undo::is_undone(all, batch) => BatchState::Undone,
            Some(name) => BatchState::Undoes(name.clone()),
            None => BatchState::Stands,
        },
    }
}
