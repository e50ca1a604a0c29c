//! What scores are reckoned from, sorted by whom it is told of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::subjects::{of_case, of_event, subjects};
use crate::domain::event::Event;
use crate::domain::score_marks::{Assessed, GivenMark};
use crate::domain::score_period::ScorePeriod;
use crate::domain::score_sheet::{MARKS, ScoreSheet, ScoreSource};
use crate::reports::completion::{Completion, CompletionPart, part};
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What a score is made from.
pub struct ScoreBasis<'a> {
    /// The rules that the sheet names.
    pub plan: &'a Plan<'a>,
    pub sheet: &'a ScoreSheet,
    pub period: &'a ScorePeriod,
    /// What falls due in the period by those rules.
    pub owed: &'a [Obligation],
    /// The live rows of the period, of the registers that the sheet counts, and all marks.
    pub events: &'a [(String, Event)],
}

/// What an item of one subject was counted from.
#[derive(Debug)]
pub enum ItemRows<'a> {
    Slots(Vec<&'a Obligation>),
    Events(Vec<&'a Event>),
    Mark(GivenMark<'a>),
}

impl ItemRows<'_> {
    /// How much was done in time, of how much has fallen due.
    pub fn rate(&self, plan: &Plan) -> (usize, usize) {
        let mut own = Completion::default();
        if let ItemRows::Slots(slots) = self {
            slots.iter().for_each(|one| own.add(part(plan, one)));
        }
        (own.of(CompletionPart::InTime), own.due())
    }

    /// How many records.
    pub fn count(&self) -> usize {
        match self {
            ItemRows::Events(events) => events.len(),
            ItemRows::Slots(_) | ItemRows::Mark(_) => 0,
        }
    }
}

/// Those of one subject, by item.
#[derive(Default)]
pub struct ScoreRows<'a>(BTreeMap<usize, ItemRows<'a>>);

impl<'a> ScoreRows<'a> {
    pub fn get(&self, item: usize) -> Option<&ItemRows<'a>> {
        self.0.get(&item)
    }

    pub fn marks(&self) -> impl Iterator<Item = &GivenMark<'a>> {
        self.0.values().filter_map(|own| match own {
            ItemRows::Mark(mark) => Some(mark),
            ItemRows::Slots(_) | ItemRows::Events(_) => None,
        })
    }
}

/// Those of everybody.
pub struct AllRows<'a>(BTreeMap<(Assessed, usize), ItemRows<'a>>);

impl<'a> ScoreBasis<'a> {
    /// The day as of which subjects are looked for.
    pub fn day(&self) -> NaiveDate {
        self.period.span.last.min(self.plan.today)
    }

    /// What stands behind every item, sorted by whom it is told of.
    pub fn rows(&self) -> AllRows<'a> {
        let mut all: BTreeMap<(Assessed, usize), ItemRows<'a>> = BTreeMap::new();
        let (home, of) = (self.plan.home, self.sheet.of);
        for (at, item) in self.sheet.items.iter().enumerate() {
            match &item.source {
                ScoreSource::Mark => {}
                ScoreSource::Rate(rule) => {
                    let own = |one: &&Obligation| self.plan.rules[one.case.rule].rule.id == *rule;
                    for one in self.owed.iter().filter(own) {
                        let Some(whose) = of_case(self.plan, of, one.case) else { continue };
                        let rows = all.entry((whose, at));
                        let rows = rows.or_insert_with(|| ItemRows::Slots(Vec::new()));
                        if let ItemRows::Slots(slots) = rows {
                            slots.push(one);
                        }
                    }
                }
                ScoreSource::Count { register, .. } => {
                    let own = self.events.iter().filter(|(name, event)| {
                        name == register && !event.attempted && self.counts(event.date)
                    });
                    for (_, event) in own {
                        for whose in of_event(self.plan, of, (register, event)) {
                            let rows = all.entry((whose, at));
                            let rows = rows.or_insert_with(|| ItemRows::Events(Vec::new()));
                            if let ItemRows::Events(events) = rows {
                                events.push(event);
                            }
                        }
                    }
                }
            }
        }
        let marks = self.events.iter().filter(|(name, _)| name == MARKS).map(|(_, event)| event);
        for (place, mark) in self.sheet.marks(home, &self.period.id, marks) {
            all.insert(place, ItemRows::Mark(mark));
        }
        AllRows(all)
    }

    fn counts(&self, day: NaiveDate) -> bool {
        self.period.span.contains(day) && day <= self.plan.today
    }
}

impl<'a> AllRows<'a> {
    /// Everybody who is to be assessed in the period, or has a mark in it.
    pub fn subjects(&self, basis: &ScoreBasis) -> BTreeSet<Assessed> {
        let mut all = subjects(basis.plan.home, basis.sheet, basis.day());
        let is_marked = |(_, rows): &(_, &ItemRows)| matches!(rows, ItemRows::Mark(_));
        let marked = self.0.iter().filter(is_marked);
        all.extend(marked.map(|((whose, _), _)| whose.clone()));
        all
    }

    /// What stands behind the items of one subject; it is asked for once.
    pub fn take(&mut self, whose: &Assessed, items: usize) -> ScoreRows<'a> {
        let own = (0..items).filter_map(|at| Some((at, self.0.remove(&(whose.clone(), at))?)));
        ScoreRows(own.collect())
    }
}
