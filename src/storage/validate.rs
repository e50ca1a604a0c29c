//! One file's bytes, read as if they stood in a home whose other files were read before.

use std::collections::BTreeMap;
use std::path::Path;

use super::calendar::{self, AnchorRule};
use super::child_depth::Depth;
use super::class_check::ClassCheck;
use super::log_reading::{KnownPeople, LogContext};
use super::mentions::Mentions;
use super::register_file::Registers;
use super::saved_log::{self, SavedLog};
use super::source::{Findings, Shows, Source};
use super::store::Store;
use super::{child_file, journal, layout, register_file, rule_file, settings_file, staff_file};
use crate::domain::family::Families;
use crate::domain::family_check;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::problem::{self, Cause, Corrections, Files, Problem, Quote, Sight};
use crate::domain::register::Register;
use crate::domain::rule::RuleId;

/// A home without a fault, and the names in it that a file may use.
pub struct ReadHome {
    home: Home,
    registers: Vec<String>,
    anchor_rules: Vec<AnchorRule>,
    staff: Vec<Id>,
    rules: Vec<RuleId>,
}

impl ReadHome {
    /// Reads a home, all but its logs; or tells what is wrong in it.
    pub fn read(root: &Path) -> Result<ReadHome, Vec<Problem>> {
        let store = Store::open(root.to_owned());
        let registers = store.register_names();
        let asked: Vec<&str> = registers.iter().map(String::as_str).collect();
        let home = store.sound(|reader| reader.home(&asked, Depth::Whole))?;
        Ok(ReadHome {
            anchor_rules: AnchorRule::of(&home.rules),
            staff: home.staff.iter().map(|person| person.id).collect(),
            rules: home.rules.iter().map(|rule| rule.id.clone()).collect(),
            home,
            registers,
        })
    }

    /// How many records the bytes hold as the file of this path, and what is wrong with them.
    pub fn validate(&self, file: &str, bytes: Vec<u8>) -> (usize, Vec<Problem>) {
        let findings = Findings::default();
        let records = match file {
            layout::JOURNAL => steps(&bytes, &findings),
            _ => self.records(file, bytes, &findings),
        };
        let mut problems = findings.take();
        problem::sort(&mut problems);
        (records.unwrap_or_default(), problems)
    }

    fn records(&self, file: &str, bytes: Vec<u8>, findings: &Findings) -> Option<usize> {
        let source = |shows| Source::new(file.to_owned(), &bytes, findings, shows);
        match (file, file.split_once('/')) {
            (layout::SETTINGS, _) => settings_file::read(&source(Shows::Everything)?).map(|_| 1),
            (layout::CALENDAR, _) => {
                let calendar = calendar::read(&source(Shows::Everything)?, &self.anchor_rules)?;
                Some(calendar.terms().len())
            }
            (layout::RULES, _) => self.rules(&source(Shows::Everything)?),
            (layout::STAFF, _) => {
                let classes = ClassCheck::of(&self.home);
                staff_file::read(&source(Shows::OpenFields)?, &classes).map(|staff| staff.len())
            }
            (_, Some((layout::CHILDREN, name))) => {
                let classes = ClassCheck::of(&self.home);
                let mentions =
                    Mentions { staff: Some(&self.staff), rules: Some(&self.rules), classes };
                let id = name.strip_suffix(".toml").unwrap_or(name);
                let child = child_file::read(&source(Shows::OpenFields)?, id, &mentions)?;
                // The child itself, and the entries of its file that stand on their own.
                Some(1 + child.lines_of_entries().count())
            }
            (_, Some((layout::REGISTERS, name))) => {
                let name = name.strip_suffix(".toml").unwrap_or(name);
                register_file::of_bytes(name, Some(bytes), findings).map(|own| own.columns.len())
            }
            (_, Some((layout::LOG, log))) => self.rows(file, log, &bytes, findings),
            _ => {
                findings.add(Problem::of_file(file, Sight::Open(None), Files::StrayFile));
                None
            }
        }
    }

    fn rules(&self, source: &Source) -> Option<usize> {
        let mut fetch = |name: &str, read: &mut BTreeMap<String, Register>| {
            read.extend(self.home.registers.get(name).map(|own| (name.to_owned(), own.clone())));
        };
        let names = &self.registers;
        let mut registers = Registers { names, fetch: &mut fetch, read: BTreeMap::new() };
        rule_file::read(source, &mut registers).map(|rules| rules.len())
    }

    /// The rows of a log, `<register>/<month>.csv`.
    fn rows(&self, file: &str, log: &str, bytes: &[u8], findings: &Findings) -> Option<usize> {
        let (register, name) = log.split_once('/')?;
        let register = self.home.registers.get(register)?;
        let month = layout::month_of(name)?;
        let (home, roll) = (&self.home, &KnownPeople::of(&self.home));
        let asked = LogContext { home, roll, register, month, thorough: true };
        let rows = saved_log::rows(file, bytes, &asked, findings);
        let count = rows.len();
        findings.extend(family_check::doubles(&rows));
        let is_whole = !findings.has_fault_in(file);
        findings.extend(Families::new(rows).problems(month, is_whole));
        Some(count)
    }
}

impl ReadHome {
    /// What a spreadsheet program made of a log, when one has saved it.
    pub(super) fn saved_log(&self, file: &str, bytes: &[u8]) -> Option<SavedLog> {
        let (register, _) = file.strip_prefix(layout::LOG)?.strip_prefix('/')?.split_once('/')?;
        let register = self.home.registers.get(register)?;
        SavedLog::of(bytes, register, self.home.settings.zone)
    }

    /// The faults of a log as it would stand here. What its rows replace may stand in other logs.
    pub(super) fn log_faults(&self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let (_, mut problems) = self.validate(file, bytes.to_vec());
        let leans_on_others = |own: &Problem| {
            matches!(own.cause(), Cause::Corrections(Corrections::ReplacesNothing { .. }))
        };
        problems.retain(|own| own.is_fault() && !leans_on_others(own));
        problems
    }
}

fn steps(bytes: &[u8], findings: &Findings) -> Option<usize> {
    let steps = journal::steps(bytes).map_err(|error| {
        let cause = Files::Unreadable { reason: Quote::of(error.to_string()) };
        // The reason may repeat a piece of the records that the journal holds.
        findings.add(Problem::of_file(layout::JOURNAL, Sight::Withheld, cause));
    });
    steps.ok().map(|steps| steps.len())
}
