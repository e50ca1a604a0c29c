//! A list of children: each row a new child, or one that is here already.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::child_line::{ChildLine, ChildLines};
use super::judged::Judged;
use super::roll_call::{Meant, NotTold, RollCall, SeenBefore};
use super::sheeted::Sheeted;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::lang::import_words::ImportSaid;
use crate::session::change::Change;
use crate::session::edit::CHANGES;
use crate::storage::record_edit::{NewChild, create_child};

/// Brings lists of children in.
pub struct ChildLists<'c> {
    pub context: &'c Context,
    /// The day from which a child without a day of joining counts.
    pub joined: NaiveDate,
    /// The ids of rows that imports wrote.
    pub imported: &'c super::Imported,
}

impl ChildLists<'_> {
    /// Takes the rows of all lists of a file into the change.
    ///
    /// # Errors
    /// The home cannot be changed.
    pub fn take(
        &self,
        change: &mut Change,
        sheets: &[(usize, &Sheeted)],
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        let read = self.read(&change.reading.home, sheets, judged);
        let roll = RollCall::of(&change.reading.home);
        let (mut new, mut changes) = (Vec::new(), Vec::new());
        let mut seen = SeenBefore::default();
        for (sheet, line) in read {
            if let Some(row) = seen.before(&line) {
                judged.refuse(sheet, line.row, ImportSaid::SameRow { row: row + 1 }.text(lang));
                continue;
            }
            let day = line.joined.unwrap_or(self.context.today);
            match roll.meant(&change.reading.home, &line, day) {
                Ok(Meant::New) => new.push(line),
                Ok(Meant::Here(id)) => {
                    if let Some(row) = seen.whose.insert(id, line.row) {
                        let why = ImportSaid::SameRow { row: row + 1 }.text(lang);
                        judged.refuse(sheet, line.row, why);
                    } else {
                        changes.push((id, line));
                    }
                }
                Err(told) => {
                    judged.refuse(sheet, line.row, self.why(&change.reading.home, &told));
                }
            }
        }
        let dead = new.iter().map(|line| line.dead).sum::<usize>();
        judged.notes.extend((dead > 0).then(|| ImportSaid::DeadMarked { rows: dead }.text(lang)));
        self.add(change, new, judged);
        let file = sheets.first().map_or("", |(_, own)| own.file);
        self.change(change, file, changes, judged)
    }

    fn read(
        &self,
        home: &Home,
        sheets: &[(usize, &Sheeted)],
        judged: &mut Judged,
    ) -> Vec<(usize, ChildLine)> {
        let mut read = Vec::new();
        for (sheet, sheeted) in sheets {
            let mut lines = ChildLines::new(self.context, home, sheeted, self.joined);
            for (done, row) in sheeted.rows.iter().copied().enumerate() {
                (self.context.progress)(done + 1, sheeted.rows.len());
                if sheeted.is_unfilled(row) {
                    continue;
                }
                match lines.read(row) {
                    Ok(line) => read.push((*sheet, line)),
                    Err(wrong) => judged.refuse(*sheet, row, wrong.join("；")),
                }
            }
        }
        read
    }

    fn why(&self, home: &Home, told: &NotTold) -> String {
        let lang = self.context.lang;
        match told {
            NotTold::OtherName(name, id) => {
                ImportSaid::OtherName { name, id: &id.to_string() }.text(lang)
            }
            NotTold::OtherPeople => ImportSaid::OtherPeople.text(lang),
            NotTold::Several(ids) => {
                let one = |id: &Id| {
                    let child = home.child(*id);
                    let class = child.and_then(|own| own.class_on(self.context.today));
                    let class = class.map(|own| home.class_name(own, self.context.today));
                    format!("{id} {}", class.unwrap_or_default()).trim_end().to_owned()
                };
                let who: Vec<String> = ids.iter().map(one).collect();
                ImportSaid::SeveralChildren { who: &who.join("、") }.text(lang)
            }
        }
    }

    fn add(&self, change: &mut Change, new: Vec<ChildLine>, judged: &mut Judged) {
        let lang = self.context.lang;
        let undated = new.iter().filter(|line| line.joined.is_none()).count();
        if undated > 0 && self.joined == self.context.today {
            let said = ImportSaid::JoinedToday { rows: undated, day: self.joined };
            judged.notes.push(said.text(lang));
        }
        for line in new {
            let home = &change.reading.home;
            let is_free = |id: &Id| change.is_free(*id);
            let id = line.code.filter(is_free).unwrap_or_else(|| change.new_child_id());
            let joined = line.joined.unwrap_or(self.joined);
            let (name, facts) = (line.name.as_str(), &line.facts);
            let class = facts.text("class").map(ClassCode::of);
            let class = class.map(|class| home.class_name(&class, joined)).unwrap_or_default();
            judged.added.push(format!("{name} {class}").trim_end().to_owned());
            change.add(create_child(&NewChild { id, name, facts, joined }), id);
        }
    }

    /// Changes those who are here field by field; what was changed here since is kept.
    fn change(
        &self,
        change: &mut Change,
        file: &str,
        changes: Vec<(Id, ChildLine)>,
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        let differ = |change: &Change, id: Id, line: &ChildLine| -> Vec<(String, Fact)> {
            let Some(child) = change.reading.home.child(id) else { return Vec::new() };
            let other = line.facts.iter().filter(|(path, fact)| {
                !is_same(child.facts.get(path), fact) && !says_less(child, path)
            });
            other.map(|(path, fact)| (path.to_owned(), fact.clone())).collect()
        };
        let all = changes.into_iter().map(|(id, line)| {
            let own = differ(change, id, &line);
            (id, line, own)
        });
        let all: Vec<_> = all.collect();
        let edited = match all.iter().any(|(_, _, own)| !own.is_empty()) {
            true => self.edited(change)?,
            false => HashMap::new(),
        };
        for (id, line, own) in all {
            if own.is_empty() {
                judged.same += 1;
                continue;
            }
            let Some(child) = change.reading.home.child(id).cloned() else { continue };
            let day = line.joined.filter(|_| child.facts.text("class").is_none());
            let day = day.unwrap_or(self.context.today);
            let why = ImportSaid::NamedBy { file }.text(lang);
            let mut edit = ChildEdit { context: self.context, change, child, by: None };
            let mut said = Vec::new();
            for (path, fact) in own {
                if edited.get(&(id, path.clone())) == Some(&true) {
                    let field = edit.field_said(&path);
                    let said = ImportSaid::NotEdited { field: &field }.text(lang);
                    judged
                        .kept
                        .push((line.row, format!("{} {said}", edit.who(self.context.today))));
                    continue;
                }
                said.extend(edit.set(&path, Some(&fact), (day, &why))?);
            }
            match said.is_empty() {
                true => judged.same += 1,
                false => judged.records_changed += 1,
            }
            judged.changed.extend(said);
        }
        Ok(())
    }

    /// The fields of children that were changed since, and whether by a person: the newest row of
    /// each in the register of changes.
    fn edited(&self, change: &Change) -> Result<HashMap<(Id, String), bool>, Failure> {
        let mut newest = HashMap::new();
        let mut rows = change.reading.events(&[CHANGES], |_| true)?;
        // In one instant they stand in the order in which they were written.
        rows.sort_by_key(|(_, row)| row.recorded);
        for (_, row) in rows {
            let Some(field) = row.filled("field").map(str::to_owned) else { continue };
            let is_by_hand = !self.imported.contains(row.id);
            for child in &row.children {
                newest.insert((*child, field.clone()), is_by_hand);
            }
        }
        Ok(newest)
    }
}

/// Do two facts say the same?
fn is_same(own: Option<&Fact>, new: &Fact) -> bool {
    match (own, new) {
        (Some(Fact::Text(own)), Fact::Text(new)) => own.trim() == new.trim(),
        (Some(own), new) => own == new || own.values() == new.values(),
        (None, new) => new.is_blank(),
    }
}

/// A month of birth says less than the day that is known.
fn says_less(child: &Child, path: &str) -> bool {
    path == "x.birth_month" && child.facts.get("birth_date").is_some()
}
