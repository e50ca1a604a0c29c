//! A home on disk: what the session asks of storage.
//!
//! What is read comes out only when nothing was wrong: [`Store::sound`], which stands with the
//! reader, is the one way to it.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;

use super::disk::{self, Disk};
use super::load::{Loader, OtherFile, ReadSettings};
use super::source::{Faults, Findings};
use super::{git, journal, layout, log_index, log_line, register_file};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::domain::settings::Settings;

/// A home's folder.
#[derive(Clone)]
pub struct Store {
    root: PathBuf,
    settings: Rc<OnceCell<ReadSettings>>,
    pub(super) thorough: bool,
    pub(super) known_at: Option<NaiveDate>,
    other: Option<Rc<OtherFile>>,
}

impl Store {
    /// The home in this folder, to be read for judging.
    pub fn open(root: PathBuf) -> Store {
        Store { root, settings: Rc::default(), thorough: false, known_at: None, other: None }
    }

    /// The same, to be read for `check`: remarks are looked for too.
    pub fn thoroughly(&self) -> Store {
        Store { thorough: true, ..self.clone() }
    }

    /// The same as the records were known at the end of a day: rows recorded later are dropped.
    pub fn known_at(&self, day: Option<NaiveDate>) -> Store {
        Store { known_at: day, ..self.clone() }
    }

    /// The same with other rules in place of the home's own: those of a file, or else of a git
    /// revision. `None` when it is neither.
    pub fn with_rules(&self, directory: &Path, old: &str) -> Disk<Option<Store>> {
        let bytes = match disk::read(&directory.join(old))? {
            Some(bytes) => Some(bytes),
            None => git::show(&self.root, old, layout::RULES),
        };
        let (file, name) = (layout::RULES, old.to_owned());
        Ok(bytes.map(|bytes| self.with_other(OtherFile { file, name, bytes })))
    }

    /// The same with this text in place of the rules or the calendar; messages name it so.
    pub fn with_text(&self, file: &'static str, name: &str, text: impl Into<Vec<u8>>) -> Store {
        self.with_other(OtherFile { file, name: name.to_owned(), bytes: text.into() })
    }

    fn with_other(&self, other: OtherFile) -> Store {
        Store { other: Some(Rc::new(other)), ..self.clone() }
    }

    /// Is it the home with its own rules, as it is now?
    pub(super) fn is_as_it_is(&self) -> bool {
        self.known_at.is_none() && self.other.is_none()
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn loader<'a>(&'a self, findings: &'a Findings) -> Loader<'a> {
        let settings = Some(&*self.settings);
        Loader { root: &self.root, findings, other: self.other.as_deref(), settings }
    }

    /// The settings alone, when they can be read: they say in which language anything is told.
    pub fn settings(&self) -> Option<Settings> {
        self.loader(&Findings::default()).settings()
    }

    /// What is wrong with the settings alone.
    pub fn settings_faults(&self) -> Faults {
        let findings = Findings::default();
        self.loader(&findings).settings();
        findings.sorted()
    }

    /// The names of all registers, shipped and own; only the shipped while the folder of a home's
    /// own cannot be read.
    pub fn register_names(&self) -> Vec<String> {
        register_file::names(&self.root).unwrap_or_else(|_| register_file::shipped_names())
    }

    /// The description of one register.
    ///
    /// # Errors
    /// The faults in it.
    pub fn register(&self, name: &str) -> Result<Option<Register>, Faults> {
        let findings = Findings::default();
        let read = register_file::read(&self.root, name, &findings);
        let register = self.loader(&findings).disk(read).flatten();
        match findings.has_fault() {
            true => Err(findings.sorted()),
            false => Ok(register),
        }
    }

    /// Can a register not be called so, whatever else it says?
    pub fn is_never_called(&self, register: &str, word: &str) -> bool {
        register_file::is_without(&self.root, register, word)
    }

    /// In which registers and months rows stand whose id is, or begins with, `id`. The logs are
    /// only searched here; whoever goes on reads the unit strictly.
    pub fn find_event(&self, id: &str) -> Disk<Vec<(String, Month)>> {
        let mut places = Vec::new();
        if id.len() < 3 {
            return Ok(places);
        }
        let starts_a_row =
            |text: &str| text.lines().any(|line| log_line::id_of(line).starts_with(id));
        for register in self.register_names() {
            let shelf = log_index::read(&self.root, &register, &Findings::default())?;
            for (month, files) in &shelf {
                for file in files {
                    let bytes = journal::read(&self.root, file)?.unwrap_or_default();
                    let place = (register.clone(), *month);
                    if starts_a_row(&String::from_utf8_lossy(&bytes)) && !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
        Ok(places)
    }

    /// The months of a register in whose logs a text stands; they are only searched.
    pub fn find_text(&self, register: &str, text: &str) -> Disk<Vec<Month>> {
        let mut months = Vec::new();
        for (month, files) in &log_index::read(&self.root, register, &Findings::default())? {
            for file in files {
                let bytes = journal::read(&self.root, file)?.unwrap_or_default();
                if String::from_utf8_lossy(&bytes).contains(text) && !months.contains(month) {
                    months.push(*month);
                }
            }
        }
        Ok(months)
    }

    /// How many files of records others than their owner may read.
    pub fn readable_by_others(&self) -> Disk<usize> {
        let mut folders = vec![self.root.clone()];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for entry in disk::list(&folder)? {
                let path = folder.join(&entry.name);
                match entry.is_folder {
                    true => folders.push(path),
                    false => count += usize::from(disk::readable_by_others(&path)),
                }
            }
        }
        Ok(count)
    }
}
