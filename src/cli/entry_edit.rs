//! Changing dated entries of a child that no command of their own keeps: the days of the last time
//! on the roll, where they were entered wrong, and the birthdays of elders.

use chrono::NaiveDate;

use super::child_edit::ChildEdit;
use super::failure::Failure;
use super::{fields, typed};
use crate::domain::entries::{self, CALENDARS, Key};
use crate::domain::facts::Fact;
use crate::domain::label::Words;
use crate::domain::name;
use crate::domain::privacy::Gate;
use crate::domain::spans::Span;
use crate::lang::life_words::Life;
use crate::lang::words_in;
use crate::storage::record_text::in_entry;

/// The day of a time on the roll that a word means.
pub fn day_of_spell(word: &str) -> Option<&'static Key> {
    let called = |key: &&Key| [key.name, key.label.0, key.label.1].contains(&word);
    entries::SPELL.keys.iter().filter(|key| key.name != "reason").find(called)
}

impl ChildEdit<'_, '_> {
    /// Mends a day of the last time on the roll. Without a last day the child has not left.
    ///
    /// # Errors
    /// It is no day on which the time can begin or end.
    pub fn mend_spell(
        &mut self,
        key: &Key,
        text: &str,
        why: &str,
    ) -> Result<Option<String>, Failure> {
        let Some(spell) = self.last_spell().cloned() else { return Ok(None) };
        let (name, id) = (self.child.name.clone(), self.child.id.to_string());
        let (first, left) = (spell.span.first, spell.span.last);
        let is_first = key.name == "joined";
        let day = match (is_first, text.is_empty()) {
            (true, true) => return Err(self.refuse(&Life::JoinedNeeded)),
            (false, true) => None,
            _ => Some(typed::past_date(text, self.context)?),
        };
        if !is_first && left == NaiveDate::MAX {
            return Err(self.refuse(&Life::StillHere { name: &name, id: &id, joined: first }));
        }
        let span = match (is_first, day) {
            (true, Some(day)) => (day, left),
            (_, day) => (first, day.unwrap_or(NaiveDate::MAX)),
        };
        if span.1 < span.0 {
            let (joined, left) = span;
            return Err(self.refuse(&Life::LeavesBeforeItJoins { name: &name, joined, left }));
        }
        let former = self.child.spells.iter().rev().nth(1).map(|former| former.span.last);
        if let Some(left) = former.filter(|left| span.0 <= *left) {
            let day = span.0;
            return Err(self.refuse(&Life::InsideSpell { name: &name, day, left }));
        }
        let old = if is_first { first } else { left };
        if day == Some(old) {
            return Ok(None);
        }
        self.sure_of_lost_days(Span { first: span.0, last: span.1 }, true)?;
        self.write_day(key, old, day, why)?;
        if let Some(spell) = self.child.spells.last_mut() {
            (spell.span.first, spell.span.last) = span;
        }
        let said = |day: Option<NaiveDate>| {
            day.map_or_else(|| Life::NotSet.text(self.lang()), |day| day.to_string())
        };
        let (old, new, who) = (said(Some(old)), said(day), self.who(self.context.today));
        let field = words_in(key.label, self.lang());
        let changed = Life::Changed { who: &who, field, old: &old, new: &new };
        Ok(Some(changed.text(self.lang())))
    }

    /// Writes a day of the last time on the roll in another's place; of one that is taken away the
    /// reason goes too.
    fn write_day(
        &mut self,
        key: &Key,
        old: NaiveDate,
        day: Option<NaiveDate>,
        why: &str,
    ) -> Result<(), Failure> {
        let Some(spell) = self.last_spell().cloned() else { return Ok(()) };
        let (id, file, today) = (self.child.id, self.file(), self.context.today);
        let joined = Fact::Date(spell.span.first);
        let nth = self.change.entry_at(&file, entries::SPELL.name, "joined", &joined)?;
        let old = Fact::Date(old);
        if let Some(day) = day {
            let change = (key.name, Some(&old), &Fact::Date(day));
            return self.set_in_entry((entries::SPELL, nth), change, (today.min(day), why));
        }
        let gone = [Some(key.name), spell.reason.as_ref().map(|_| "reason")];
        for key in gone.into_iter().flatten() {
            let path = in_entry(entries::SPELL.name, nth, key);
            self.change.edit(&file, id, |record| record.unset(&path))?;
        }
        let path = format!("{}.{}", entries::SPELL.name, key.name);
        let because = self.because(today, why);
        Ok(self.change.note_change(id, &path, (Some(&old), None), because)?)
    }

    /// Keeps the birthday of an elder, typed as `王桂英=农历8.15`; of one of that name it is another
    /// now.
    ///
    /// # Errors
    /// It is no name with a day of a calendar that is named.
    pub fn keep_elder(&mut self, text: &str, why: &str) -> Result<Option<String>, Failure> {
        let (called, day) = fields::key_value(text, self.lang())?;
        let wrong = || Life::WrongElder { text };
        let called = typed::seen_name(called, self.lang())?;
        let (calendar, day) = calendar_of(day).ok_or_else(|| self.refuse(&wrong()))?;
        let lunar = calendar.0 == "lunar";
        let day = two_numbers(day).map(|(month, day)| format!("{month:02}-{day:02}"));
        let day = day.filter(|day| entries::month_day(day, lunar).is_some());
        let day = day.filter(|_| !called.is_empty()).ok_or_else(|| self.refuse(&wrong()))?;
        let because = (self.context.today, why);
        let new = [("birthday", day.clone()), ("calendar", calendar.0.to_owned())];
        let standing = self.child.elders.iter().position(|own| name::same(&own.name, called));
        match standing {
            Some(nth) => {
                for (key, value) in &new {
                    let value = Fact::Text(value.clone());
                    self.set_in_entry((entries::ELDER, nth), (key, None, &value), because)?;
                }
            }
            None => {
                let named = [("name", called.to_owned())].into_iter().chain(new);
                let keys: Vec<(&str, Fact)> =
                    named.map(|(key, value)| (key, Fact::Text(value))).collect();
                self.add_entry(entries::ELDER, &keys, because)?;
            }
        }
        let guard = entries::ELDER.key("name").map(Key::guard);
        let elder = guard.map(|guard| guard.over(called).shown(&Gate::shut()));
        let elder = elder.unwrap_or_default();
        let (who, calendar) = (self.who(self.context.today), words_in(calendar.1, self.lang()));
        let kept = Life::ElderKept { who: &who, elder: &elder, calendar, day: &day };
        Ok(Some(kept.text(self.lang())))
    }
}

/// The calendar that stands before a day, and the day.
fn calendar_of(text: &str) -> Option<(&'static (&'static str, Words), &str)> {
    CALENDARS.iter().find_map(|own| {
        let mut words = [own.0, own.1.0, own.1.1].into_iter();
        words.find_map(|word| text.strip_prefix(word)).map(|day| (own, day))
    })
}

/// The month and the day of `8.15`, `08-15`, `8月15日`.
fn two_numbers(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let mut number = || numbers.by_ref().find(|part| !part.is_empty());
    let (month, day) = (number()?, number()?);
    number().is_none().then_some((month.parse().ok()?, day.parse().ok()?))
}
