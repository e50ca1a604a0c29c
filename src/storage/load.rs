//! Reading a home whole, all but its logs.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::calendar::{self, AnchorRule};
use super::child_depth::Depth;
use super::class_check::ClassCheck;
use super::disk::{self, Disk, DiskError};
use super::mentions::Mentions;
use super::register_file::Registers;
use super::source::{Findings, Shows, Source};
use super::{
    blocked, journal, layout, log_index, lookalike, register_file, rule_file, settings_file,
    staff_file,
};
use crate::domain::calendar::Calendar;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::problem::{Files, Problem, Quote, Sight};
use crate::domain::register::Register;
use crate::domain::rule::{Rule, RuleId};
use crate::domain::schema::is_withheld;
use crate::domain::settings::Settings;
use crate::domain::staff::Staff;

/// The home that a folder lies in: the nearest folder upward with a `care.toml`.
pub fn locate(from: &Path) -> Option<PathBuf> {
    from.ancestors().find(|folder| disk::exists(&folder.join(layout::SETTINGS))).map(Path::to_owned)
}

/// The settings as they were read, once for each run of the program, and what is wrong in them.
pub type ReadSettings = (Option<Settings>, Vec<Problem>);

/// What is read in place of one of the home's own files: rules of an older file or a git revision,
/// or a text that is to be tried.
#[derive(Debug)]
pub struct OtherFile {
    /// The file in whose place it is read.
    pub file: &'static str,
    /// How messages name the place.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Rules without the rest of a home.
#[derive(Debug)]
pub struct RuleSet {
    pub rules: Vec<Rule>,
    /// The registers that they look at.
    pub registers: Vec<String>,
}

/// What came of opening a file.
enum Opened<'a> {
    Sound(Source<'a>),
    /// It is no text; that was told.
    Faulty,
    Absent,
}

/// Reads files of one home, telling of what is wrong in them.
pub struct Loader<'a> {
    pub root: &'a Path,
    pub findings: &'a Findings,
    /// What is to be read in place of one of the home's own files.
    pub other: Option<&'a OtherFile>,
    /// The settings, when they were read before.
    pub settings: Option<&'a OnceCell<ReadSettings>>,
}

impl<'a> Loader<'a> {
    /// The settings alone; enough to choose the language. They are read once.
    pub fn settings(&self) -> Option<Settings> {
        let read = || {
            let findings = Findings::default();
            let alone = Loader { findings: &findings, ..*self };
            let source = alone.needed(layout::SETTINGS, Shows::Everything);
            let settings = source.and_then(|source| settings_file::read(&source));
            (settings, findings.take())
        };
        let (settings, problems) = match self.settings {
            Some(kept) => kept.get_or_init(read).clone(),
            None => read(),
        };
        self.findings.extend(problems);
        settings
    }

    /// Everything but the logs, with the descriptions of the registers that rules look at and of
    /// those asked for. `None` when a fault leaves no home to speak of.
    pub fn home(&self, registers: &[&str], depth: Depth) -> Option<Home> {
        let settings = self.settings();
        for file in self.disk(blocked::files(self.root)).unwrap_or_default() {
            self.findings.add(Problem::of_file(&file, Sight::Open(None), Files::BlockedChange));
        }
        self.disk(lookalike::check_top(self.root, self.findings));
        self.disk(lookalike::list(self.root, layout::REGISTERS, self.findings));
        let names = self.disk(register_file::names(self.root)).unwrap_or_default();
        self.disk(log_index::check_folders(self.root, &names, self.findings));
        let (rules, read) = self.rules(&names, registers);
        let calendar = self.calendar(rules.as_deref().unwrap_or_default());
        let is_whole = |file| !self.findings.has_fault_in(file);
        let classes = ClassCheck {
            settings: settings.as_ref().filter(|_| is_whole(layout::SETTINGS)),
            calendar: calendar.as_ref().filter(|_| is_whole(layout::CALENDAR)),
        };
        let staff = self.staff(&classes);
        let ids: Vec<Id> = staff.iter().flatten().map(|person| person.id).collect();
        let rule_ids: Vec<RuleId> = rules.iter().flatten().map(|rule| rule.id.clone()).collect();
        // While somebody is missing from the staff, a pair with them is no fault of its own.
        let mentions = Mentions {
            staff: is_whole(layout::STAFF).then_some(&ids),
            rules: is_whole(layout::RULES).then_some(&rule_ids),
            classes,
        };
        // Rules that compare what is private need it.
        let is_private = |rule: &Rule| rule.applies.iter().any(|(own, _)| is_withheld(own));
        let needs_all = rules.iter().flatten().any(is_private);
        let children = self.children(&mentions, if needs_all { Depth::Whole } else { depth });
        Some(Home {
            settings: settings?,
            calendar: calendar?,
            rules: rules?,
            staff: staff?,
            children,
            registers: read,
        })
    }

    /// The rules alone.
    pub fn rule_set(&self) -> Option<RuleSet> {
        let names = self.disk(register_file::names(self.root)).unwrap_or_default();
        let (rules, registers) = self.rules(&names, &[]);
        Some(RuleSet { rules: rules?, registers: registers.into_keys().collect() })
    }

    /// The rules, and of all the registers the descriptions of those that rules look at and of
    /// those asked for.
    fn rules(
        &self,
        names: &[String],
        registers: &[&str],
    ) -> (Option<Vec<Rule>>, BTreeMap<String, Register>) {
        let mut fetch = |name: &str, read: &mut BTreeMap<String, Register>| {
            if let Some(Some(register)) =
                self.disk(register_file::read(self.root, name, self.findings))
            {
                read.insert(name.to_owned(), register);
            }
        };
        let mut shelf = Registers { names, fetch: &mut fetch, read: BTreeMap::new() };
        let rules = self.needed_or_other(layout::RULES);
        let rules = rules.and_then(|source| rule_file::read(&source, &mut shelf));
        for name in registers {
            shelf.get(name);
        }
        (rules, shelf.read)
    }

    /// Everyone in the staff file; nobody when there is none.
    pub fn staff(&self, classes: &ClassCheck) -> Option<Vec<Staff>> {
        match self.optional(layout::STAFF, Shows::OpenFields) {
            Opened::Sound(source) => staff_file::read(&source, classes),
            Opened::Faulty => None,
            Opened::Absent => Some(Vec::new()),
        }
    }

    fn calendar(&self, rules: &[Rule]) -> Option<Calendar> {
        let source = self.needed_or_other(layout::CALENDAR)?;
        calendar::read(&source, &AnchorRule::of(rules))
    }

    /// A file that a home must have, or what is read in its place.
    fn needed_or_other(&self, file: &str) -> Option<Source<'a>> {
        match self.other.filter(|other| other.file == file) {
            Some(other) => {
                let (name, bytes) = (other.name.clone(), other.bytes.clone());
                Source::new(name, &bytes, self.findings, Shows::Everything)
            }
            None => self.needed(file, Shows::Everything),
        }
    }

    /// A text that need not be there.
    pub(super) fn text(&self, file: &str) -> Option<String> {
        match self.opened(file, Shows::Nothing, journal::read(self.root, file)) {
            Opened::Sound(source) => Some(source.text.to_string()),
            Opened::Faulty | Opened::Absent => None,
        }
    }

    /// A file that must be there.
    fn needed(&self, file: &str, shows: Shows) -> Option<Source<'a>> {
        self.sound(file, shows, journal::read(self.root, file))
    }

    /// What was read of a file that must be there.
    fn sound(&self, file: &str, shows: Shows, read: Disk<Option<Vec<u8>>>) -> Option<Source<'a>> {
        match self.opened(file, shows, read) {
            Opened::Sound(source) => Some(source),
            Opened::Faulty => None,
            Opened::Absent => {
                let sight = Sight::Open(None);
                self.findings.add(Problem::of_file(file, sight, Files::MissingFile));
                None
            }
        }
    }

    /// A file that need not be there.
    fn optional(&self, file: &str, shows: Shows) -> Opened<'a> {
        self.opened(file, shows, journal::read(self.root, file))
    }

    fn opened(&self, file: &str, shows: Shows, read: Disk<Option<Vec<u8>>>) -> Opened<'a> {
        match read {
            Ok(None) => Opened::Absent,
            Ok(Some(bytes)) => {
                let source = Source::new(file.to_owned(), &bytes, self.findings, shows);
                source.map_or(Opened::Faulty, Opened::Sound)
            }
            Err(error) => {
                self.unreadable(&error);
                Opened::Faulty
            }
        }
    }

    /// A failed access is a fault of the file it was about.
    pub fn disk<T>(&self, result: Disk<T>) -> Option<T> {
        result.map_err(|error| self.unreadable(&error)).ok()
    }

    fn unreadable(&self, error: &DiskError) {
        let below = error.path.strip_prefix(self.root).unwrap_or(&error.path);
        let file = below.to_string_lossy().replace('\\', "/");
        let cause = Files::Unreadable { reason: Quote::of(error.source.to_string()) };
        self.findings.add(Problem::of_file(&file, Sight::Open(None), cause));
    }
}
