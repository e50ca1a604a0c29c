//! What a report is made from, and what is looked up in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::figures::{CountSource, FigureRow, ReportFigure, RowName, TracedCount};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::spans::Span;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// Registers of which a report wants all there is up to its last day: what was entered before its
/// days still holds, or goes on.
pub const HOLDING: [&str; 11] = [
    "absence",
    "document",
    "room",
    "partner",
    "asset",
    "consent",
    "plan",
    "work_item",
    "enrolment",
    "book_loan",
    "persuade",
];

/// What a report is made from.
pub struct Basis<'a> {
    /// The rules that were judged.
    pub plan: &'a Plan<'a>,
    /// What fell due in the days.
    pub owed: &'a [Obligation],
    /// Up to today at most.
    pub span: Span,
    /// The live events by register: of the days, and of what holds on all up to their end.
    pub events: &'a BTreeMap<String, Vec<Event>>,
}

impl<'a> Basis<'a> {
    /// The home.
    pub fn home(&self) -> &'a Home {
        self.plan.home
    }

    /// The day as of which children are counted.
    pub fn day(&self) -> NaiveDate {
        self.span.last
    }

    /// Those on the roll on the last day.
    pub fn on_roll(&self) -> impl Iterator<Item = &'a Child> {
        let day = self.day();
        self.home().children.iter().filter(move |child| child.on_roll().contains(day))
    }

    /// Those of them who are so.
    pub fn children(&self, is: impl Fn(&Child) -> bool) -> TracedCount {
        TracedCount::children(self.on_roll().filter(|child| is(child)).map(|child| child.id))
    }

    /// The code of a child's field on the last day.
    pub fn code(&self, child: &Child, path: &str) -> Option<String> {
        let own = child.fact_on(path, self.day())?.values().into_iter().next();
        own.filter(|code| !code.trim().is_empty())
    }

    /// What was done and stands in a register.
    pub fn done(&self, register: &str) -> impl Iterator<Item = &'a Event> + use<'a> {
        let events = self.events.get(register).map(Vec::as_slice).unwrap_or_default();
        let day = self.day();
        events.iter().filter(move |event| !event.attempted && event.date <= day)
    }

    /// The same, of the days alone.
    pub fn done_within(&self, register: &str) -> impl Iterator<Item = &'a Event> + use<'a> {
        let span = self.span;
        self.done(register).filter(move |event| span.contains(event.date))
    }

    /// Is nothing told of a register but how much there is?
    pub fn is_sealed(&self, register: &str) -> bool {
        self.home().registers.get(register).is_none_or(|own| own.restricted)
    }

    /// Children with their share of all who are on the roll.
    pub fn shared(&self, name: RowName, own: TracedCount) -> FigureRow {
        let share = ReportFigure::Share { part: own.number, whole: self.on_roll().count() };
        FigureRow { name, cells: vec![ReportFigure::Count(own), share] }
    }

    /// Those who took part in no activity.
    pub fn took_no_part(&self) -> TracedCount {
        let took_part: BTreeSet<Id> =
            self.done_within("activity").flat_map(|event| event.children.iter().copied()).collect();
        self.children(|child| !took_part.contains(&child.id))
    }

    /// What stands behind some records; of a restricted register nothing but how many.
    pub fn sources<'e>(
        &self,
        register: &str,
        events: impl IntoIterator<Item = &'e Event>,
    ) -> Vec<CountSource> {
        let is_sealed = self.is_sealed(register);
        let source = |event: &Event| match is_sealed {
            true => CountSource::Sealed { register: register.to_owned() },
            false => CountSource::record(register, event),
        };
        events.into_iter().map(source).collect()
    }

    /// The records of a register in the days that are so.
    pub fn records(&self, register: &str, is: impl Fn(&Event) -> bool) -> TracedCount {
        let own = self.done_within(register).filter(|event| is(event));
        TracedCount::each(self.sources(register, own))
    }

    /// How often children took part in them: each child of each record once.
    pub fn person_times(&self, register: &str, is: impl Fn(&Event) -> bool) -> TracedCount {
        let own: Vec<&Event> = self.done_within(register).filter(|event| is(event)).collect();
        let number = own.iter().map(|event| event.children.iter().count()).sum();
        TracedCount { number, behind: self.sources(register, own) }
    }

    /// The children of whom they tell, each once.
    pub fn children_of(&self, register: &str, is: impl Fn(&Event) -> bool) -> TracedCount {
        let own = self.done_within(register).filter(|event| is(event));
        let ids: BTreeSet<Id> = own.flat_map(|event| event.children.iter().copied()).collect();
        match self.is_sealed(register) {
            true => TracedCount { number: ids.len(), behind: Vec::new() },
            false => TracedCount::children(ids),
        }
    }
}
