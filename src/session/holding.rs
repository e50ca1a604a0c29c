//! Pairs and roles that begin, end and pass on. What is written is seen in the home at once, so
//! that a command can say what it comes to.

use chrono::NaiveDate;

use super::Stop;
use super::change::Change;
use super::edit::{Because, CHANGES};
use crate::domain::child::{Child, Pair};
use crate::domain::facts::Fact;
use crate::domain::id::Id;
use crate::domain::role::RoleCode;
use crate::domain::spans::{Span, day_before};
use crate::domain::staff::Holding;
use crate::storage::layout;
use crate::storage::record_text::{PathPart, RecordText, in_entry};

/// The field of the register of changes that tells of pairs.
const PAIRED_WITH: &str = "pair.staff";

/// The list of everyone in the staff file.
const EVERYONE: &str = "staff";

/// The registers that a change of pairs needs.
pub const NEEDED: [&str; 1] = [CHANGES];

impl Change<'_> {
    fn child_mut(&mut self, id: Id) -> Option<&mut Child> {
        let at = self.reading.home.child_at(id)?;
        Some(&mut self.reading.home.children[at])
    }

    /// Pairs a child with an adult.
    ///
    /// # Errors
    /// The child's file cannot be edited, or the month of the register of changes has faults.
    pub fn begin_pair(
        &mut self,
        child: Id,
        (staff, role): (Id, RoleCode),
        span: Span,
    ) -> Result<(), Stop> {
        self.write_pair(child, (staff, role), span)?;
        self.note_pair(child, role, (None, Some(staff)), span.first)
    }

    /// Ends a child's pair, the `nth` of its file, on its last day.
    ///
    /// # Errors
    /// As for [`Change::begin_pair`].
    pub fn end_pair(&mut self, child: Id, nth: usize, last: NaiveDate) -> Result<(), Stop> {
        let Some(pair) = self.cut_pair(child, nth, last)? else { return Ok(()) };
        self.note_pair(child, pair.role, (Some(pair.staff), None), last)
    }

    /// Gives a child's pair, the `nth` of its file, to another adult from a day on; what began
    /// later is the other's from its beginning.
    ///
    /// # Errors
    /// As for [`Change::begin_pair`].
    pub fn pass_pair(
        &mut self,
        child: Id,
        nth: usize,
        to: Id,
        from: NaiveDate,
    ) -> Result<(), Stop> {
        let pair = self.reading.home.child(child).and_then(|own| own.pairs.get(nth)).cloned();
        let Some(pair) = pair else { return Ok(()) };
        if pair.span.first < from {
            self.cut_pair(child, nth, day_before(from))?;
            let rest = Span { first: from, last: pair.span.last };
            self.write_pair(child, (to, pair.role), rest)?;
        } else {
            let new = Fact::Text(to.to_string());
            self.edit(&layout::child(child), child, |record| {
                record.set(&in_entry("pair", nth, "staff"), &new)
            })?;
            if let Some(own) = self.child_mut(child) {
                own.pairs[nth].staff = to;
            }
        }
        let day = pair.span.first.max(from);
        self.note_pair(child, pair.role, (Some(pair.staff), Some(to)), day)
    }

    fn write_pair(
        &mut self,
        child: Id,
        (staff, role): (Id, RoleCode),
        span: Span,
    ) -> Result<(), Stop> {
        let mut entry = vec![
            ("staff", Fact::Text(staff.to_string())),
            ("role", Fact::Text(role.to_string())),
            ("from", Fact::Date(span.first)),
        ];
        entry.extend(end_of(&span));
        let list = [PathPart::Key("pair")];
        self.edit(&layout::child(child), child, |record| record.append(&list, &entry))?;
        if let Some(own) = self.child_mut(child) {
            own.pairs.push(Pair { staff, role, span, mode: None, reason: None, line: 0 });
        }
        Ok(())
    }

    fn cut_pair(&mut self, child: Id, nth: usize, last: NaiveDate) -> Result<Option<Pair>, Stop> {
        self.edit(&layout::child(child), child, |record| {
            record.set(&in_entry("pair", nth, "until"), &Fact::Date(last))
        })?;
        let pair = self.child_mut(child).and_then(|own| own.pairs.get_mut(nth));
        Ok(pair.map(|pair| {
            pair.span.last = last;
            pair.clone()
        }))
    }

    /// Enters a change of pairs under a day on which the child was on the roll and that has come.
    fn note_pair(
        &mut self,
        child: Id,
        role: RoleCode,
        (old, new): (Option<Id>, Option<Id>),
        day: NaiveDate,
    ) -> Result<(), Stop> {
        let said = |id: Option<Id>| {
            id.map(|id| Fact::List(vec![id.to_string(), role.as_str().to_owned()]))
        };
        let day = day.min(self.session.today);
        let mut spells = self.reading.home.child(child).into_iter().flat_map(|own| &own.spells);
        let on_roll = spells.rfind(|spell| spell.span.first <= day);
        let day = on_roll.map_or(day, |spell| day.min(spell.span.last));
        let (old, new) = (said(old), said(new));
        let because = Because { day, by: None, why: "" };
        self.note_change(child, PAIRED_WITH, (old.as_ref(), new.as_ref()), because)
    }

    /// Gives a person a role.
    ///
    /// # Errors
    /// The staff file cannot be edited.
    pub fn begin_role(&mut self, person: Id, held: Holding) -> Result<(), Stop> {
        let mut entry = vec![("role", Fact::Text(held.role.to_string()))];
        entry.extend(held.class.as_ref().map(|own| ("class", Fact::Text(own.to_string()))));
        entry.push(("from", Fact::Date(held.span.first)));
        entry.extend(end_of(&held.span));
        self.edit_person(person, |record, nth| {
            let list = [PathPart::Key(EVERYONE), PathPart::Nth(nth), PathPart::Key("roles")];
            record.append(&list, &entry)
        })?;
        if let Some(at) = self.reading.home.staff_at(person) {
            self.reading.home.staff[at].roles.push(held);
        }
        Ok(())
    }

    /// Ends a person's role, the `nth` of its entry, on its last day.
    ///
    /// # Errors
    /// The staff file cannot be edited.
    pub fn end_role(&mut self, person: Id, nth: usize, last: NaiveDate) -> Result<(), Stop> {
        self.edit_person(person, |record, at| {
            let role = [
                PathPart::Key(EVERYONE),
                PathPart::Nth(at),
                PathPart::Key("roles"),
                PathPart::Nth(nth),
            ];
            record.set(&[&role[..], &[PathPart::Key("until")]].concat(), &Fact::Date(last))
        })?;
        if let Some(at) = self.reading.home.staff_at(person) {
            self.reading.home.staff[at].roles[nth].span.last = last;
        }
        Ok(())
    }

    /// Sets a field of a person, or takes it away; one that is not there need not be.
    ///
    /// # Errors
    /// The staff file cannot be edited.
    pub fn set_of_person(
        &mut self,
        person: Id,
        field: &str,
        fact: Option<&Fact>,
    ) -> Result<(), Stop> {
        self.edit_person(person, |record, nth| {
            let path = in_entry(EVERYONE, nth, field);
            match fact {
                Some(fact) => record.set(&path, fact),
                None => record.unset(&path),
            }
        })
    }

    /// Lets `edit` change the entry of a person, which is the one at the place that it is told.
    fn edit_person(
        &mut self,
        person: Id,
        edit: impl FnOnce(&mut RecordText, usize) -> Option<()>,
    ) -> Result<(), Stop> {
        let id = Fact::Text(person.to_string());
        self.edit(layout::STAFF, person, |record| {
            let nth = record.entry_where(&[PathPart::Key(EVERYONE)], "id", &id)?;
            edit(record, nth)
        })
    }
}

/// The end of a time, where it has one.
fn end_of(span: &Span) -> Option<(&'static str, Fact)> {
    (span.last != NaiveDate::MAX).then_some(("until", Fact::Date(span.last)))
}
