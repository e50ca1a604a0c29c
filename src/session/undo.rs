//! Taking a batch back, and a taking back too: rows are taken back by rows, a file gets what it
//! held before. What later work stands on stays.

use super::change::Change;
use super::{Session, Stop};
use crate::domain::event::{Event, Replaced, Status};
use crate::domain::family::Families;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::storage::journal::Step;
use crate::storage::layout;
pub use crate::storage::ledger::is_undone;
use crate::storage::ledger::{self, Batch};

/// What stands in the way of taking a batch back.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    /// A later batch changed this file.
    Batch { file: String, name: String },
    /// This file was changed since, by hand or by a merge.
    ByHand { file: String },
    /// A later row speaks in place of this one.
    Row { id: Id, by: Id },
    /// A record still names who would be gone.
    Named { id: Id, file: String },
    /// The home itself was begun by it.
    Beginning,
    /// The row is not where it was written.
    Gone { id: String },
}

/// Why nothing was taken back.
#[derive(Debug)]
pub enum NotUndone {
    Stop(Stop),
    Standing(Standing),
}

impl From<Stop> for NotUndone {
    fn from(stop: Stop) -> NotUndone {
        NotUndone::Stop(stop)
    }
}

impl Session {
    /// All that this machine changed, in order.
    pub fn batches(&self) -> Result<Vec<Batch>, Stop> {
        Ok(ledger::batches(self.root()?)?)
    }
}

/// A log file of a batch: the unit that it belongs to.
struct Unit {
    register: Register,
    month: Month,
    families: Families,
}

impl Change<'_> {
    /// Takes one of all the batches back. The change must have asked for the descriptions of all
    /// registers.
    ///
    /// # Errors
    /// Something later stands on it; nothing is changed then.
    pub fn take_back(&mut self, all: &[Batch], batch: &Batch) -> Result<(), NotUndone> {
        if batch.begins_home() {
            return Err(NotUndone::Standing(Standing::Beginning));
        }
        let later = later(all, batch);
        let (logs, files): (Vec<&String>, Vec<&String>) =
            batch.files.iter().partition(|file| layout::log_of(file).is_some());
        for file in &files {
            self.give_back(batch, file, &later)?;
        }
        let mut units: Vec<Unit> = Vec::new();
        for file in logs {
            let Some((register, month)) = layout::log_of(file) else { continue };
            let is_known = |unit: &Unit| unit.register.name == register && unit.month == month;
            if units.iter().any(is_known) {
                continue;
            }
            let known = self.reading.home.registers.get(register).cloned();
            let Some(register) = known else { continue };
            let families = self.families(&register.name, month)?;
            units.push(Unit { register, month, families });
        }
        self.take_rows_back(all, batch, &units)?;
        let people = [Kind::Child, Kind::Staff].map(|kind| {
            batch.written.iter().filter_map(move |id| Id::parse(id, kind)).collect::<Vec<Id>>()
        });
        for id in people.concat() {
            self.check_unnamed(id, batch)?;
        }
        Ok(())
    }

    /// Gives a file what it held before the batch.
    fn give_back(&mut self, batch: &Batch, file: &str, later: &[Batch]) -> Result<(), NotUndone> {
        let standing = |standing| Err(NotUndone::Standing(standing));
        let Some(before) = batch.before.get(file) else { return Ok(()) };
        if let Some(own) = later.iter().find(|own| own.files.iter().any(|other| other == file)) {
            let (file, name) = (file.to_owned(), own.name.clone());
            return standing(Standing::Batch { file, name });
        }
        let now = self.text(file)?;
        if now.as_deref().map(ledger::mark) != batch.after.get(file).cloned() {
            return standing(Standing::ByHand { file: file.to_owned() });
        }
        let file = file.to_owned();
        match (now, before.clone()) {
            (Some(now), None) => self.steps.push(Step::Remove { file, before: now }),
            (now, Some(text)) => self.steps.push(Step::Put { file, before: now, text }),
            (None, None) => {}
        }
        Ok(())
    }

    /// Takes back the rows that a batch wrote. A row that left a month is written first, for the
    /// one that arrives must name it.
    fn take_rows_back(
        &mut self,
        all: &[Batch],
        batch: &Batch,
        units: &[Unit],
    ) -> Result<(), NotUndone> {
        let events = batch.written.iter().filter(|id| Id::parse(id, Kind::Event).is_some());
        let mut left: Vec<(Replaced, Replaced)> = Vec::new();
        let mut arrived: Vec<(&Unit, &Event, &Event)> = Vec::new();
        for id in events {
            let mut families = units.iter().filter_map(|unit| {
                let family = unit.families.of(unit.month, id)?;
                (family.named.id.to_string() == **id).then_some((unit, family))
            });
            let Some((unit, family)) = families.next() else {
                return Err(NotUndone::Standing(Standing::Gone { id: id.clone() }));
            };
            let (named, row) = (family.named, family.word);
            if !stands_alone(all, unit, named, row) {
                let standing = Standing::Row { id: named.id, by: row.id };
                return Err(NotUndone::Standing(standing));
            }
            match former(unit, named) {
                Some(former) if former.status == Status::Arrived => {
                    arrived.push((unit, row, former));
                }
                former => {
                    let new = self.restore(unit, row, former)?;
                    if let Some(former) = former.filter(|own| own.status == Status::Moved) {
                        let in_month = |id| Replaced::In(unit.month, id);
                        left.push((in_month(former.id), in_month(new)));
                    }
                }
            }
        }
        for (unit, row, former) in arrived {
            let sent = left.iter().find(|(old, _)| former.replaces.contains(old));
            match sent {
                Some((_, sent)) => self.arrive(unit, former, *sent)?,
                None => drop(self.restore(unit, row, Some(former))?),
            }
        }
        Ok(())
    }

    /// Writes the row that says what stood before this one, or that nothing did.
    fn restore(&mut self, unit: &Unit, row: &Event, former: Option<&Event>) -> Result<Id, Stop> {
        let (id, new) = match former {
            None => self.void_row(row, &[row.id], ""),
            Some(former) => {
                let (id, mut new) = self.correction_of(former, &[row.id]);
                let status = match former.status {
                    Status::Arrived => Status::Stands,
                    other => other,
                };
                new.insert("status".to_owned(), status.name().to_owned());
                (id, new)
            }
        };
        self.add_row(&unit.register, unit.month, &new)?;
        Ok(id)
    }

    /// Writes a row anew that came from another month, for the row there is another now.
    fn arrive(&mut self, unit: &Unit, former: &Event, sent: Replaced) -> Result<(), Stop> {
        let (_, mut new) = self.correction_of(former, &[]);
        new.insert("status".to_owned(), Status::Arrived.name().to_owned());
        new.insert("replaces".to_owned(), sent.to_string());
        self.add_row(&unit.register, unit.month, &new)
    }

    /// No record may name a person who is gone once the batch is taken back.
    fn check_unnamed(&self, id: Id, batch: &Batch) -> Result<(), NotUndone> {
        let name = id.to_string();
        let home = match Id::parse(&name, Kind::Child) {
            Some(child) => layout::child(child),
            None => layout::STAFF.to_owned(),
        };
        let file = batch.files.contains(&home).then_some(home);
        let Some(home) = file.filter(|file| self.was_left_out(file, &name)) else { return Ok(()) };
        let children = self.reading.home.children.iter().map(|own| layout::child(own.id));
        for file in children.filter(|file| *file != home) {
            if self.text(&file)?.is_some_and(|text| text.contains(&name)) {
                return Err(NotUndone::Standing(Standing::Named { id, file }));
            }
        }
        for register in self.reading.home.registers.keys() {
            if let Some(month) = self.months_naming(register, &name)?.first() {
                let file = layout::log(register, *month, None);
                return Err(NotUndone::Standing(Standing::Named { id, file }));
            }
        }
        Ok(())
    }

    /// Is somebody no longer in a file after what this change does to it?
    fn was_left_out(&self, file: &str, name: &str) -> bool {
        self.steps.iter().any(|step| match step {
            Step::Remove { file: own, .. } => own == file,
            Step::Put { file: own, text, .. } => own == file && !text.contains(name),
            Step::Append { .. } => false,
        })
    }
}

/// Is all that came after a row, up to the word of its family, taken back again or the taking back?
fn stands_alone(all: &[Batch], unit: &Unit, row: &Event, word: &Event) -> bool {
    let is_no_work = |id: Id| {
        let wrote = |batch: &&Batch| batch.written.contains(&id.to_string());
        all.iter().find(wrote).is_some_and(|own| own.undoes.is_some() || is_undone(all, own))
    };
    let mut later = word;
    while later.id != row.id {
        match former(unit, later).filter(|_| is_no_work(later.id)) {
            Some(former) => later = former,
            None => return false,
        }
    }
    true
}

/// What a row replaced: of several, the one recorded last.
fn former<'u>(unit: &'u Unit, row: &Event) -> Option<&'u Event> {
    let replaced = row.replaces.iter().filter_map(|one| match one {
        Replaced::Here(id) => unit.families.of(unit.month, &id.to_string()),
        Replaced::In(..) => None,
    });
    replaced.map(|family| family.named).max_by_key(|own| (own.recorded, own.id))
}

/// The batches that stand and were entered after one.
fn later(all: &[Batch], batch: &Batch) -> Vec<Batch> {
    let stands = |own: &&Batch| own.undoes.is_none() && !is_undone(all, own);
    ledger::after(all, batch).iter().filter(stands).cloned().collect()
}

/// The batch that must be taken back so that `name` is undone: itself, or the one by which it was
/// done again last. `None` when there is none, or it is undone.
pub fn to_undo<'b>(all: &'b [Batch], name: &str) -> Option<&'b Batch> {
    let batch = ledger::of_name(all, name)?;
    if is_undone(all, batch) {
        return None;
    }
    let by = |batch: &Batch| {
        let name = batch.name.clone();
        let after = ledger::after(all, batch).iter();
        after.filter(move |own| own.undoes.as_ref() == Some(&name))
    };
    let mut again = by(batch).rev().filter_map(|undo| {
        let mut again = by(undo);
        again.find_map(|own| to_undo(all, &own.name))
    });
    Some(again.next().unwrap_or(batch))
}

/// The newest batch that plain `undo` takes back.
pub fn newest(all: &[Batch]) -> Option<&Batch> {
    all.iter().rev().find(|own| own.undoes.is_none() && !own.begins_home() && !is_undone(all, own))
}

/// The newest taking back that plain `redo` takes back.
pub fn newest_undone(all: &[Batch]) -> Option<&Batch> {
    let undoes = |own: &&Batch| own.command == UNDO && own.undoes.is_some();
    all.iter().rev().filter(undoes).find(|own| !is_undone(all, own))
}

/// The work that a taking back is about, through all that was done again and taken back since.
pub fn origin<'b>(all: &'b [Batch], batch: &'b Batch) -> Option<&'b Batch> {
    let mut origin = batch;
    while let Some(name) = &origin.undoes {
        origin = ledger::of_name(ledger::before(all, origin), name)?;
    }
    Some(origin)
}

/// The command by which batches are taken back.
const UNDO: &str = "undo";
