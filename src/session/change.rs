//! The door that changes: lock, read anew, an operation that is named done once, all steps saved
//! together or not at all, one line in the ledger.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::read::{Ask, Reading};
use super::{Session, Stop, new_id};
use crate::domain::family::Families;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::storage::disk::DiskError;
use crate::storage::journal::{self, Saved, Step, together};
use crate::storage::ledger::{self, Batch};
use crate::storage::log_append::{self, LogEnd, LogPlace, NewRow};
use crate::storage::writer::Writer;
use crate::storage::{Store, clock, git, layout};

/// What became of a change.
pub struct Changed<T> {
    /// What `work` returned; nothing when the operation was done before.
    pub made: Option<T>,
    /// What was written, or would be.
    pub batch: Batch,
    pub was_dry: bool,
    /// Saved, and left for the next command to finish.
    pub unfinished: Option<DiskError>,
    /// The first log under a name that this machine took just now.
    pub new_log: Option<String>,
    /// The school wants a commit of each batch, and git made none.
    pub is_uncommitted: bool,
}

impl<T> Changed<T> {
    /// The same with what is to be said of what was made.
    pub fn saying(self, say: impl FnOnce(T) -> Vec<String>) -> Changed<Vec<String>> {
        let Changed { made, batch, was_dry, unfinished, new_log, is_uncommitted } = self;
        let made = made.map(say);
        Changed { made, batch, was_dry, unfinished, new_log, is_uncommitted }
    }

    /// Nothing was made of this batch yet.
    fn nothing(batch: Batch) -> Changed<T> {
        Changed {
            made: None,
            batch,
            was_dry: false,
            unfinished: None,
            new_log: None,
            is_uncommitted: false,
        }
    }
}

/// A change in the making: steps are collected, and saved when all of them are known.
pub struct Change<'s> {
    pub(super) session: &'s Session,
    /// The home as it is now, under the lock.
    pub reading: Reading,
    store: Store,
    pub(super) steps: Vec<Step>,
    pub(super) written: Vec<Id>,
    ends: HashMap<String, LogEnd>,
    writer: Writer,
    /// The batch that this one takes back.
    pub undoes: Option<String>,
}

impl Session {
    /// Lets `work` change the home, of which is read what is asked for.
    ///
    /// # Errors
    /// Nothing was written: faults, another writer, a failing disk, or whatever `work` says.
    pub fn change<T, E: From<Stop>>(
        &self,
        ask: Ask,
        work: impl FnOnce(&mut Change) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        let (store, ask) = (self.store()?, Ask { to_write: true, ..ask });
        // Held from here: what is read must still be so when it is changed.
        let lock = if self.dry_run { Ok(None) } else { self.lock_to_write().map(Some) };
        let _lock = match lock {
            // What is wrong with the records is told first.
            Err(Stop::Disk(error)) => {
                self.reading(store, ask)?;
                return Err(Stop::Disk(error).into());
            }
            lock => lock?,
        };
        let reading = self.reading(store, ask)?;
        if let Some(batch) = self.done_before(store.root())? {
            return Ok(Changed::nothing(batch));
        }
        if !self.dry_run {
            ledger::tidy(store.root()).map_err(Stop::Disk)?;
        }
        let mut change = Change {
            session: self,
            reading,
            store: store.clone(),
            steps: Vec::new(),
            written: Vec::new(),
            ends: HashMap::new(),
            writer: Writer::of(store.root(), four_letters).map_err(Stop::Disk)?,
            undoes: None,
        };
        let made = work(&mut change)?;
        let Change { steps, written, writer, undoes, .. } = change;
        Ok(self.save(store.root(), &steps, (&written, undoes), &writer, made)?)
    }

    /// Makes a home in a folder that is none yet. `steps` is called under the folder's lock and
    /// told whether the lock's taking finished what a killed command had left.
    pub fn found<E: From<Stop>>(
        &self,
        root: &Path,
        steps: impl FnOnce(bool) -> Result<Vec<Step>, E>,
    ) -> Result<Changed<()>, E> {
        let lock = if self.dry_run { None } else { Some(self.lock(root)?) };
        if let Some(fault) = clock::behind(root, self.now).map_err(Stop::Disk)? {
            return Err(Stop::BadData(vec![fault]).into());
        }
        let steps = steps(lock.as_ref().is_some_and(|lock| lock.finished))?;
        Ok(self.save(root, &steps, (&[], None), &Writer::first(), ())?)
    }

    fn done_before(&self, root: &Path) -> Result<Option<Batch>, Stop> {
        let Some(op_id) = &self.op_id else { return Ok(None) };
        let all = ledger::batches(root)?;
        let op_id = one_line(op_id);
        match all.iter().find(|batch| batch.op_id.as_ref() == Some(&op_id)) {
            Some(batch) if ledger::is_undone(&all, batch) => {
                Err(Stop::Withdrawn { batch: batch.name.clone() })
            }
            // In a line that cannot be read it may stand: what was done must not be done twice.
            None if ledger::may_hide(root, &op_id)? => Err(Stop::Unknown),
            done => Ok(done.cloned()),
        }
    }

    fn save<T>(
        &self,
        root: &Path,
        steps: &[Step],
        (written, undoes): (&[Id], Option<String>),
        writer: &Writer,
        made: T,
    ) -> Result<Changed<T>, Stop> {
        let batch = Batch {
            name: ledger::new_name(root, four_letters)?,
            at: self.recorded(),
            command: self.command.clone(),
            op_id: self.op_id.as_deref().map(one_line),
            written: written.iter().map(ToString::to_string).collect(),
            files: Vec::new(),
            whole: false,
            before: BTreeMap::new(),
            after: BTreeMap::new(),
            undoes,
        };
        let steps = &together(steps.iter().cloned());
        let batch = batch.of_steps(steps);
        let (was_dry, new_log) = (self.dry_run, self.new_log(writer, &batch));
        let mut changed = Changed { made: Some(made), was_dry, new_log, ..Changed::nothing(batch) };
        if was_dry || steps.is_empty() {
            return Ok(changed);
        }
        writer.bind(root)?;
        // The entry first: a reader must not find the records changed and no entry yet.
        let entry = changed.batch.step(root)?;
        let all: Vec<Step> = std::iter::once(entry).chain(steps.iter().cloned()).collect();
        match journal::save(root, &all, self.progress)? {
            Saved::Whole => changed.is_uncommitted = !self.commit(root, &changed.batch),
            Saved::Unfinished(error) => changed.unfinished = Some(error),
        }
        clock::move_forward(root, self.now);
        Ok(changed)
    }

    /// Commits a batch where the school wants it; `false` when git would not.
    fn commit(&self, root: &Path, batch: &Batch) -> bool {
        let settings = self.home.as_ref().and_then(Store::settings);
        let message = format!("care {} {}", batch.command, batch.name);
        settings.is_none_or(|own| !own.commits || git::commit(root, &batch.files, &message))
    }

    /// A log that shows what a writer's new name means: one that was written, or one of today.
    fn new_log(&self, writer: &Writer, batch: &Batch) -> Option<String> {
        let name = writer.name.as_deref().filter(|_| writer.is_new)?;
        let ending = format!(".{name}.csv");
        let written = batch.files.iter().find(|file| file.ends_with(&ending)).cloned();
        Some(written.unwrap_or_else(|| layout::log("talk", Month::of(self.today), Some(name))))
    }

    /// The instant of entry as records keep it.
    pub fn recorded(&self) -> String {
        self.now.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

impl Change<'_> {
    /// The unit of a register and month, so that a row can be added to it.
    ///
    /// # Errors
    /// The unit's faults: nothing is added to one that has any.
    pub fn families(&mut self, register: &str, month: Month) -> Result<Families, Stop> {
        let home = &self.reading.home;
        let (families, ends) = self.store.sound(|reader| {
            let families = reader.families(home, register, month);
            Some((families, reader.ends()))
        })?;
        // A log to which this change has added ends where it will.
        for (file, end) in ends {
            self.ends.entry(file).or_insert(end);
        }
        Ok(families)
    }

    /// Adds a row to its month's log, whose unit must have been read by [`Change::families`]. A
    /// log of before the register had one of the columns is given it, blank in the rows that stand.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn add_row(&mut self, register: &Register, month: Month, row: &NewRow) -> Result<(), Stop> {
        let writer = self.writer.name.clone();
        let place = LogPlace { register, month, writer: writer.as_deref() };
        let file = place.file();
        let lacks = self.ends.get(&file).map(|end| end.lacks(row));
        if let Some(columns) = lacks.filter(|columns| !columns.is_empty()) {
            self.widen(&file, &columns)?;
        }
        let step = match self.ends.get_mut(&file) {
            Some(end) => end.add(file, row),
            None => {
                let (step, end) = log_append::begin(&place, row);
                self.ends.insert(file, end);
                step
            }
        };
        self.steps.push(step);
        if let Some(id) = row.get("id").and_then(|id| Id::parse(id, Kind::Event)) {
            self.written.push(id);
        }
        Ok(())
    }

    /// Gives a log columns that its header lacks.
    fn widen(&mut self, file: &str, columns: &[String]) -> Result<(), Stop> {
        let held = journal::read(self.root(), file)?;
        let before = held.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let now = self.text(file)?.unwrap_or_default();
        let text = log_append::widened(&now, columns);
        self.steps.retain(|step| step.file() != file);
        self.ends.insert(file.to_owned(), LogEnd::of(text.as_bytes()));
        self.steps.push(Step::Put { file: file.to_owned(), before, text });
        Ok(())
    }

    /// The unit of a register and month, to be looked at.
    pub(super) fn families_of(&self, register: &str, month: Month) -> Result<Families, Stop> {
        let home = &self.reading.home;
        let read = self.store.sound(|reader| Some(reader.families(home, register, month)));
        Ok(read?)
    }

    /// The months of a register in whose logs a text stands.
    pub(super) fn months_naming(&self, register: &str, text: &str) -> Result<Vec<Month>, Stop> {
        Ok(self.store.find_text(register, text)?)
    }

    /// In which registers and months rows stand whose id is, or begins with, `id`.
    pub(super) fn places(&self, id: &str) -> Result<Vec<(String, Month)>, Stop> {
        Ok(self.store.find_event(id)?)
    }

    /// Adds a step that makes a record or puts one in another's place; rules have no id of records.
    pub fn add(&mut self, step: Step, id: impl Into<Option<Id>>) {
        self.steps.push(step);
        self.written.extend(id.into());
    }

    /// The home's folder.
    pub fn root(&self) -> &Path {
        self.store.root()
    }
}

/// A name that nothing else has: of all that one command changes, or of this machine as a writer.
fn four_letters() -> String {
    let id = new_id(Kind::Event).to_string();
    id.chars().skip(1).take(4).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// A caller's name without marks that would break the ledger's line.
fn one_line(op_id: &str) -> String {
    op_id.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
