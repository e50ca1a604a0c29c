//! The rows of a register's sheet: each a new record, or one that an earlier import brought.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::judged::Judged;
use super::mapping;
use super::record_line::{RecordLine, RecordLines};
use super::rows_here::{RowsHere, cell, is_equal};
use super::sheeted::Sheeted;
use crate::cli::context::Context;
use crate::cli::draft::{Draft, day_said};
use crate::cli::failure::Failure;
use crate::domain::event::{Event, Status};
use crate::domain::family::{Families, Family};
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::import_words::ImportSaid;
use crate::lang::label;
use crate::render::saved;
use crate::render::screens::Names;
use crate::reports::verdicts::verdicts;
use crate::rules::plan::Plan;
use crate::session::change::Change;
use crate::storage::log_append::NewRow;

/// Brings the rows of registers in.
pub struct RecordSheets<'c> {
    pub context: &'c Context,
    /// The ids of rows that imports wrote.
    pub imported: &'c super::Imported,
}

/// What a row comes to.
enum Turns {
    New(NewRow),
    /// The row that corrects the one that stands, and what it says otherwise.
    Other(NewRow, String),
    Same,
    Kept(String),
    Refused(String),
}

impl RecordSheets<'_> {
    /// Takes the rows of all sheets of a register into the change.
    ///
    /// # Errors
    /// A log cannot be read.
    pub fn take(
        &self,
        change: &mut Change,
        sheets: &[(usize, &Sheeted)],
        register: &Register,
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let read = self.read(change, sheets, register, judged);
        let mut units: BTreeMap<Month, Families> = BTreeMap::new();
        for (_, line) in &read {
            let month = Month::of(line.date);
            if let Entry::Vacant(place) = units.entry(month) {
                place.insert(change.families(&register.name, month)?);
            }
        }
        let standing = RowsHere::of(&units);
        // What the last import wrote of each record, by the row that speaks for it now.
        let imported: BTreeMap<Month, HashMap<Id, &Event>> = units
            .iter()
            .map(|(month, own)| (*month, own.newest(|row| self.imported.contains(row.id))))
            .collect();
        let (mut taken, mut codes) = (HashSet::new(), HashMap::new());
        let (mut new, mut add) = (Vec::new(), Vec::new());
        for (sheet, line) in &read {
            let twice = line.code.and_then(|code| codes.insert(code, line.row));
            if let Some(before) = twice {
                let why = ImportSaid::SameCode { row: before + 1 }.text(self.context.lang);
                judged.refuse(*sheet, line.row, why);
                continue;
            }
            let month = Month::of(line.date);
            let Some(unit) = units.get(&month).zip(imported.get(&month)) else { continue };
            match self.turn(change, (register, line), unit, &standing, &mut taken) {
                Turns::Same => judged.same += 1,
                Turns::Kept(what) => {
                    judged.kept.push((line.row, what));
                    judged.same += 1;
                }
                Turns::Refused(why) => judged.refuse(*sheet, line.row, why),
                Turns::New(row) => {
                    judged.added.push(self.what(change, register, line));
                    new.push(row.clone());
                    add.push((month, row));
                }
                Turns::Other(row, said) => {
                    judged.records_changed += 1;
                    judged.changed.push(said);
                    add.push((month, row));
                }
            }
        }
        self.say_counted(change, register, &new, judged);
        for (month, row) in &add {
            change.add_row(register, *month, row)?;
        }
        Ok(())
    }

    fn read(
        &self,
        change: &Change,
        sheets: &[(usize, &Sheeted)],
        register: &Register,
        judged: &mut Judged,
    ) -> Vec<(usize, RecordLine)> {
        let mut read = Vec::new();
        for (sheet, sheeted) in sheets {
            let home = &change.reading.home;
            let mut lines = RecordLines::new(self.context, home, register, sheeted);
            for (done, row) in sheeted.rows.iter().copied().enumerate() {
                (self.context.progress)(done + 1, sheeted.rows.len());
                match lines.read(row) {
                    Ok(line) => read.extend(line.map(|own| (*sheet, own))),
                    Err(wrong) => judged.refuse(*sheet, row, wrong.join("；")),
                }
            }
        }
        read
    }

    fn turn(
        &self,
        change: &Change,
        (register, line): (&Register, &RecordLine),
        (families, imported): (&Families, &HashMap<Id, &Event>),
        standing: &RowsHere,
        taken: &mut HashSet<Id>,
    ) -> Turns {
        let home = &change.reading.home;
        let refused = |failure: Failure| Turns::Refused(failure.sentence());
        if let Err(failure) = Draft::admit(self.context, home, register, &line.cells, false) {
            return refused(failure);
        }
        let month = Month::of(line.date);
        let coded = line.code.and_then(|code| families.of(month, &code.to_string()));
        let found = match coded {
            Some(family) => Some(family),
            None if line.code.is_some_and(|code| self.imported.contains(code)) => {
                let id = line.code.map(|code| code.to_string()).unwrap_or_default();
                return Turns::Refused(ImportSaid::OtherMonth { id: &id }.text(self.context.lang));
            }
            None if line.code.is_some() => None,
            None => standing
                .like(line, taken, imported)
                .and_then(|id| families.of(month, &id.to_string())),
        };
        let Some(family) = found else {
            let (_, own) = change.new_row();
            let mut row = line.cells.clone();
            row.extend(own);
            row.extend(line.code.map(|code| ("id".to_owned(), code.to_string())));
            return Turns::New(row);
        };
        taken.insert(family.word.id);
        let base = imported.get(&family.word.id).copied();
        // What somebody took back here stays so; what an undo took back comes anew.
        if family.word.status == Status::Void && base.is_some() {
            let what = self.what(change, register, line);
            return Turns::Kept(ImportSaid::Withdrawn { what: &what }.text(self.context.lang));
        }
        self.compare(change, (register, line), &family, base)
    }

    /// Cell by cell: what the sheet says otherwise than when it was last imported goes in; what was
    /// edited here since stays.
    fn compare(
        &self,
        change: &Change,
        (register, line): (&Register, &RecordLine),
        family: &Family,
        base: Option<&Event>,
    ) -> Turns {
        let lang = self.context.lang;
        let (word, content) = (family.word, family.content);
        let (mut other, mut kept, mut said) = (NewRow::new(), Vec::new(), Vec::new());
        let is_void = word.status == Status::Void;
        for name in &line.given {
            let new = line.cells.get(name).map(String::as_str).unwrap_or_default();
            let own = cell(content, name);
            if is_equal(name, new, &own) {
                continue;
            }
            let before = base.map(|row| cell(row, name));
            match before {
                // The sheet says what it said, and somebody has edited the record since.
                Some(before) if is_equal(name, new, &before) => kept.push(name.clone()),
                Some(before) if !is_equal(name, &own, &before) => kept.push(name.clone()),
                _ => {
                    let heading = mapping::heading(register, name, lang);
                    said.push(ImportSaid::CellChanged { heading: &heading }.text(lang));
                    other.insert(name.clone(), new.to_owned());
                }
            }
        }
        let what = self.what(change, register, line);
        if other.is_empty() && !is_void {
            let headings: Vec<String> =
                kept.iter().map(|name| mapping::heading(register, name, lang)).collect();
            return match headings.is_empty() {
                true => Turns::Same,
                false => Turns::Kept(format!("{what} {}", headings.join("、"))),
            };
        }
        let (_, mut row) = change.correction_of(content, &family.tips);
        row.extend(other);
        if let Err(failure) =
            Draft::admit(self.context, &change.reading.home, register, &row, false)
        {
            return Turns::Refused(failure.sentence());
        }
        let said = said.join("、");
        let line = ImportSaid::RecordChanged { what: &what, cells: &said }.text(lang);
        Turns::Other(row, line)
    }

    /// A record by its day and children.
    fn what(&self, change: &Change, register: &Register, line: &RecordLine) -> String {
        let (home, lang) = (&change.reading.home, self.context.lang);
        let day = day_said(line.date, self.context.today, lang);
        let names = line.children.iter().filter_map(|id| home.child(*id));
        let names: Vec<&str> = names.map(|child| child.name.as_str()).take(3).collect();
        let more = if line.children.len() > 3 { "……" } else { "" };
        let staff = line.staff.iter().filter_map(|id| home.person(*id));
        let staff: Vec<&str> = staff.map(|person| person.name.as_str()).collect();
        let register = label(&register.label, lang);
        let names = names.join("、");
        format!("{register} {day} {names}{more} {}", staff.join("、")).trim_end().to_owned()
    }

    /// For which rules the new rows count.
    fn say_counted(
        &self,
        change: &Change,
        register: &Register,
        rows: &[NewRow],
        judged: &mut Judged,
    ) {
        let (home, lang, today) = (&change.reading.home, self.context.lang, self.context.today);
        let drafts: Vec<Draft> = rows
            .iter()
            .filter_map(|row| Draft::admit(self.context, home, register, row, false).ok())
            .collect();
        if drafts.is_empty() {
            return;
        }
        let plan = Plan::new(home, today, |_| true);
        let names = Names::new(&plan, lang);
        let all = drafts.iter().map(|draft| verdicts(&plan, &register.name, &draft.event()));
        judged.notes.extend(saved::of_rows(&names, &register.name, all));
    }
}
