//! Days on the roll that a change takes from a child: what was recorded on them counts no more, and
//! what was owed on them is not owed any more. Nobody does that without having heard of it.

use chrono::NaiveDate;

use super::child_edit::ChildEdit;
use super::failure::Failure;
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::rule::Level;
use crate::domain::spans::{Span, day_before, next_day};
use crate::domain::subject::Subject;
use crate::lang::life_words::Life;
use crate::lang::{label, listed};
use crate::reports::obligations::obligations;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::Stop;
use crate::session::edit::CHANGES;
use crate::session::read::nobody;
use crate::session::records::Wanted;

/// More than these that fall away are told by their number.
const NAMED: usize = 6;

impl ChildEdit<'_, '_> {
    /// Goes on when the last time on the roll may be this one instead. What was late and falls away
    /// is a reason to ask only where `asks_of_late` says so: who leaves owes nothing after that.
    /// The change must have asked for all registers.
    ///
    /// # Errors
    /// The question, or faults in what had to be read.
    pub fn sure_of_lost_days(&mut self, new: Span, asks_of_late: bool) -> Result<(), Failure> {
        let Some(old) = self.last_spell().map(|spell| spell.span) else { return Ok(()) };
        let today = self.context.today;
        let before = Span { first: old.first, last: day_before(new.first).min(today) };
        let after = Span { first: next_day(new.last.min(today)), last: old.last.min(today) };
        let lost: Vec<Span> =
            [before, after].into_iter().filter(|span| span.first <= span.last).collect();
        let Some(first) = lost.iter().map(|span| span.first).min() else { return Ok(()) };
        if self.context.yes {
            return Ok(());
        }
        let records = self.recorded_on(&lost)?;
        let mut late = self.late_since(first)?;
        self.put_span(new);
        let still = self.late_since(first);
        self.put_span(old);
        let still = still?;
        late.retain(|one| !still.contains(one));
        let is_late_asked = asks_of_late && !late.is_empty();
        if records == 0 && !is_late_asked {
            return Ok(());
        }
        self.context.sure(|| self.told_of_lost(records, &late))
    }

    fn told_of_lost(&self, records: usize, late: &[String]) -> Vec<String> {
        let (lang, name) = (self.lang(), self.child.name.as_str());
        let rows = (records > 0).then(|| Life::RecordsOutside { name, records }.text(lang));
        let what = match late.len() {
            0 => None,
            own if own <= NAMED => Some(listed(late, lang)),
            own => Some(Life::AndOthers { what: &listed(&late[..NAMED], lang), own }.text(lang)),
        };
        let owed = what.map(|what| Life::NoLongerOwed { what: &what }.text(lang));
        rows.into_iter().chain(owed).collect()
    }

    /// How many records tell of the child on some days; what was changed in its file is none.
    fn recorded_on(&self, days: &[Span]) -> Result<usize, Failure> {
        let (reading, child) = (&self.change.reading, self.child.id);
        let names = reading.home.registers.keys().map(String::as_str);
        let names: Vec<&str> = names.filter(|name| *name != CHANGES).collect();
        let is_own = |id: &Id| reading.home.kept_child(*id) == Some(child);
        let mut records = 0;
        for days in days {
            let is =
                &|_: &str, event: &crate::domain::event::Event| event.children.iter().any(is_own);
            records +=
                reading.records(&names, &Wanted { days: Some(*days), versions: false, is })?.len();
        }
        Ok(records)
    }

    /// What is late of the child, by rule and slot, among what ends on a day or later.
    fn late_since(&self, first: NaiveDate) -> Result<Vec<String>, Stop> {
        let reading = &self.change.reading;
        let plan =
            Plan::new(&reading.home, self.context.today, |rule| rule.level <= Level::Advised);
        let tally = reading.judge(&plan, &need::since(&plan, first), nobody)?;
        let is_child = |subject: &Subject| {
            matches!(subject, Subject::Child(at)
            if reading.home.children[*at].id == self.child.id)
        };
        let mut late = obligations(&plan, &tally, false);
        late.retain(|one| {
            let is_in = one.dates.is_none_or(|dates| dates.last >= first);
            is_in && one.state.is_late() && is_child(plan.subject(one.case))
        });
        let said = |one: &crate::rules::obligation::Obligation| {
            let rule = label(&plan.rules[one.case.rule].rule.name, self.lang());
            format!("{rule} {}", one.slot).trim_end().to_owned()
        };
        Ok(late.iter().map(said).collect())
    }

    /// Lets the home that was read say so of the child's last time on the roll.
    fn put_span(&mut self, span: Span) {
        let id = self.child.id;
        if let Some(spell) =
            own(&mut self.change.reading.home, id).and_then(|child| child.spells.last_mut())
        {
            spell.span = span;
        }
    }
}

fn own(home: &mut Home, id: Id) -> Option<&mut Child> {
    home.child_at(id).map(|at| &mut home.children[at])
}
