//! Changing one child's file by a command: the field, what it was before, and the row in the
//! register of changes go together.

use chrono::NaiveDate;

use super::context::Context;
use super::draft::{day_said, with_class};
use super::failure::Failure;
use super::{fields, finder, typed};
use crate::domain::child::{Child, Spell};
use crate::domain::entries::Entry;
use crate::domain::facts::Fact;
use crate::domain::id::Id;
use crate::domain::privacy::Gate;
use crate::domain::schema;
use crate::domain::spans::{day_before, next_day};
use crate::lang::life_words::Life;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label};
use crate::render::screens::list::value_in_words;
use crate::session::change::Change;
use crate::session::edit::Because;
use crate::storage::layout;
use crate::storage::record_text::{PathPart, field, in_entry};

/// A child whose file is being changed.
pub struct ChildEdit<'c, 's> {
    pub context: &'c Context,
    pub change: &'c mut Change<'s>,
    /// As it was before.
    pub child: Child,
    /// Who says so.
    pub by: Option<Id>,
}

impl<'c, 's> ChildEdit<'c, 's> {
    /// The child that a word names, and whom `--staff` names as the one who says so.
    ///
    /// # Errors
    /// Nobody or several are called so.
    pub fn open(
        context: &'c Context,
        change: &'c mut Change<'s>,
        word: &str,
        staff: Option<&str>,
    ) -> Result<ChildEdit<'c, 's>, Failure> {
        let (home, lang) = (&change.reading.home, context.lang);
        let id = finder::child(home, word, context.today, lang)?;
        let by = staff.map(|word| finder::staff(home, word, lang)).transpose()?;
        let Some(child) = home.child(id).cloned() else {
            unreachable!("the finder found the child in this home")
        };
        Ok(ChildEdit { context, change, child, by })
    }

    pub fn lang(&self) -> Lang {
        self.context.lang
    }

    /// The child's file.
    pub fn file(&self) -> String {
        layout::child(self.child.id)
    }

    /// A day that has come, today when none is given, and not before the child first joined.
    ///
    /// # Errors
    /// It is no such day.
    pub fn day(&self, text: Option<&str>) -> Result<NaiveDate, Failure> {
        let Some(text) = text else { return Ok(self.context.today) };
        let day = typed::past_date(text, self.context)?;
        let joined = self.child.spells.first().map(|spell| spell.span.first);
        match joined.filter(|joined| day < *joined) {
            Some(joined) => {
                let name = self.child.name.as_str();
                Err(self.refuse(&Life::BeforeJoined { name, day, joined }))
            }
            None => Ok(day),
        }
    }

    /// The same, on which the child is on the roll.
    ///
    /// # Errors
    /// It is not.
    pub fn day_on_roll(&self, text: Option<&str>) -> Result<NaiveDate, Failure> {
        let day = self.day(text)?;
        match self.child.on_roll().contains(day) {
            true => Ok(day),
            false => {
                let (name, date) = (self.child.name.as_str(), day);
                Err(Failure::usage(&Msg::OutsideSpells { name, date }, self.lang()))
            }
        }
    }

    /// The last day of a time that begins on `from`; it may lie ahead.
    ///
    /// # Errors
    /// It lies before that.
    pub fn until(&self, text: Option<&str>, from: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
        let Some(text) = text else { return Ok(None) };
        let until = typed::coming_date(text, self.context)?;
        match until < from {
            true => Err(self.refuse(&Life::EndsBefore { from, until })),
            false => Ok(Some(until)),
        }
    }

    /// A mistake in the call, in one sentence.
    pub fn refuse(&self, why: &Life) -> Failure {
        Failure::Usage(vec![why.text(self.lang())])
    }

    /// The last time on the roll.
    pub fn last_spell(&self) -> Option<&Spell> {
        self.child.spells.last()
    }

    /// The child by name and class as of a day.
    pub fn who(&self, day: NaiveDate) -> String {
        with_class(&self.change.reading.home, &self.child, day)
    }

    pub fn said(&self, day: NaiveDate) -> String {
        day_said(day, self.context.today, self.lang())
    }

    /// From a day to another, or open.
    pub fn days_said(&self, from: NaiveDate, until: Option<NaiveDate>) -> String {
        let from = self.said(from);
        match until.filter(|until| *until < NaiveDate::MAX) {
            Some(until) => Life::FromTo { from: &from, until: &self.said(until) }.text(self.lang()),
            None => Life::FromOn { from: &from }.text(self.lang()),
        }
    }

    /// A field as people call it.
    pub fn field_said(&self, path: &str) -> String {
        let own = schema::find(schema::CHILD, path);
        match (own, self.lang()) {
            (Some(field), lang) => label(&field.label, lang).to_owned(),
            (None, Lang::Zh) if path == fields::NAME => "姓名".to_owned(),
            (None, _) => path.to_owned(),
        }
    }

    /// A value in words, as far as it may be seen.
    pub fn value_said(&self, path: &str, fact: Option<&Fact>, day: NaiveDate) -> String {
        let lang = self.lang();
        let Some(fact) = fact.filter(|fact| !fact.is_blank()) else {
            return Life::NotSet.text(lang);
        };
        let guard = schema::guard(schema::CHILD, path);
        let words = |value: String| {
            let shown = guard.over(value).shown(&Gate::shut());
            value_in_words(&self.change.reading.home, path, &shown, day, lang)
        };
        fact.values().into_iter().map(words).collect::<Vec<_>>().join(" / ")
    }

    pub(super) fn because<'w>(&self, day: NaiveDate, why: &'w str) -> Because<'w> {
        // What begins only later is entered today.
        Because { day: day.min(self.context.today), by: self.by, why }
    }

    /// Sets a field, or takes its value away: the new value holds from `day`, and a rule that
    /// looks at the days before finds the old one. Says what was changed; nothing when the field
    /// says so already.
    ///
    /// # Errors
    /// The field was changed for later days already.
    pub fn set(
        &mut self,
        path: &str,
        new: Option<&Fact>,
        (day, why): (NaiveDate, &str),
    ) -> Result<Vec<String>, Failure> {
        let old = self.child.facts.get(path).filter(|fact| !fact.is_blank()).cloned();
        let new = new.filter(|fact| !fact.is_blank());
        if old.as_ref() == new {
            return Ok(Vec::new());
        }
        let (id, file) = (self.child.id, self.file());
        let held_until = self.keep_earlier(path, old.as_ref(), day)?;
        self.change.edit(&file, id, |record| match new {
            Some(fact) => record.set(&field(path), fact),
            None => record.unset(&field(path)),
        })?;
        let because = self.because(day, why);
        self.change.note_change(id, path, (old.as_ref(), new), because)?;
        let (field, who) = (self.field_said(path), self.who(day));
        let said = [self.value_said(path, old.as_ref(), day), self.value_said(path, new, day)];
        let [old, new] = &said;
        let changed = Life::Changed { who: &who, field: &field, old, new }.text(self.lang());
        let held = held_until.map(|until| {
            let day = self.said(until);
            Life::HeldUntil { field: &field, day: &day, old }.text(self.lang())
        });
        Ok([changed].into_iter().chain(held).collect())
    }

    /// Sets a field to what it ought to have been from the beginning: no earlier value is kept.
    pub fn put(&mut self, path: &str, new: &Fact, day: NaiveDate) -> Result<(), Failure> {
        let (id, file) = (self.child.id, self.file());
        let old = self.child.facts.get(path).cloned();
        self.change.edit(&file, id, |record| record.set(&field(path), new))?;
        let because = self.because(day, "");
        Ok(self.change.note_change(id, path, (old.as_ref(), Some(new)), because)?)
    }

    /// Keeps the value that a field had up to the day before, when rules may look at it.
    fn keep_earlier(
        &mut self,
        path: &str,
        old: Option<&Fact>,
        day: NaiveDate,
    ) -> Result<Option<NaiveDate>, Failure> {
        if !self.change.reading.home.is_lasting(path) {
            return Ok(None);
        }
        let until = day_before(day);
        let latest = self.child.earlier.iter().filter(|was| was.field == path);
        match latest.map(|was| was.until).max() {
            Some(last) if last > until => {
                let (field, next) = (self.field_said(path), next_day(last));
                Err(self.refuse(&Life::ChangedSince { field: &field, until: last, next }))
            }
            // The present value held on no day.
            Some(last) if last == until => Ok(None),
            _ => {
                let unset = Fact::Text(String::new());
                let was = [
                    ("field", Fact::Text(path.to_owned())),
                    ("value", old.cloned().unwrap_or(unset)),
                    ("until", Fact::Date(until)),
                ];
                let (id, file) = (self.child.id, self.file());
                self.change
                    .edit(&file, id, |record| record.append(&[PathPart::Key("was")], &was))?;
                Ok(Some(until))
            }
        }
    }

    /// Adds a dated entry, each of its keys a row in the register of changes; its reason is theirs.
    pub fn add_entry(
        &mut self,
        entry: &Entry,
        keys: &[(&str, Fact)],
        (day, why): (NaiveDate, &str),
    ) -> Result<(), Failure> {
        let (id, file) = (self.child.id, self.file());
        self.change.edit(&file, id, |record| record.append(&[PathPart::Key(entry.name)], keys))?;
        for (key, fact) in keys.iter().filter(|(key, _)| *key != "reason") {
            let path = format!("{}.{key}", entry.name);
            self.change.note_change(id, &path, (None, Some(fact)), self.because(day, why))?;
        }
        Ok(())
    }

    /// Sets a key of a dated entry, the `nth` of its kind in the file.
    pub fn set_in_entry(
        &mut self,
        (entry, nth): (&Entry, usize),
        (key, old, new): (&str, Option<&Fact>, &Fact),
        (day, why): (NaiveDate, &str),
    ) -> Result<(), Failure> {
        let (id, file) = (self.child.id, self.file());
        let path = in_entry(entry.name, nth, key);
        self.change.edit(&file, id, |record| record.set(&path, new))?;
        if key == "reason" {
            return Ok(());
        }
        let path = format!("{}.{key}", entry.name);
        Ok(self.change.note_change(id, &path, (old, Some(new)), self.because(day, why))?)
    }
}
