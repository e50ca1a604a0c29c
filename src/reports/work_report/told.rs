//! What the sentences of a report tell beside its tables: titles, names, sums.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::basis::Basis;
use super::doings::kinds;
use super::figures::RowName;
use super::goods::came_in;
use super::plans::{PlanItemState, items, state};
use crate::domain::amount::Amount;
use crate::domain::event::{Event, iso_date};
use crate::domain::id::Id;
use crate::domain::privacy::Gate;
use crate::domain::role::{DUTIES, RANKS, RoleCode};

/// The group that leads the home.
pub struct LeadingGroup {
    pub head: Option<RoleCode>,
    /// How many there are in each rank but the head's, by the rank's code.
    pub ranks: Vec<(&'static str, usize)>,
    /// Who answers for which areas, by their codes.
    pub duties: Vec<(RoleCode, Vec<&'static str>)>,
}

/// Money that came and went.
pub struct ReportMoney {
    pub aid: Amount,
    pub donated: Amount,
    pub came: Amount,
    pub went: Amount,
}

impl Basis<'_> {
    /// The cell of a column, where it is open to everybody.
    pub fn open_text(&self, register: &str, event: &Event, column: &str) -> Option<String> {
        event.filled(column)?;
        let own = self.home().registers.get(register)?.guarded(event, column)?;
        Some(own.shown(&Gate::shut()))
    }

    fn texts<'e>(
        &self,
        (register, column): (&str, &str),
        events: impl Iterator<Item = &'e Event>,
    ) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for text in events.filter_map(|event| self.open_text(register, event, column)) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all
    }

    /// What the records of a register in the days have in a column, each once.
    pub fn told_of(&self, register: &str, column: &str) -> Vec<String> {
        self.texts((register, column), self.done_within(register))
    }

    /// The same of all records up to the last day.
    pub fn told_so_far(&self, register: &str, column: &str) -> Vec<String> {
        self.texts((register, column), self.done(register))
    }

    /// The titles of documents of a kind that are in force on the last day.
    pub fn documents(&self, kind: &str) -> Vec<String> {
        let holds = |event: &&Event| {
            let until = event.filled("valid_until").and_then(iso_date);
            event.filled("kind") == Some(kind) && until.is_none_or(|own| own >= self.day())
        };
        self.texts(("document", "title"), self.done("document").filter(holds))
    }

    /// How many records there are of each kind.
    pub fn by_kind(&self, register: &str, column: &str) -> Vec<(RowName, usize)> {
        let number = |code: &Option<String>| {
            self.records(register, |event| event.filled(column) == code.as_deref()).number
        };
        kinds(self, register, column)
            .into_iter()
            .map(|(code, name)| (name, number(&code)))
            .collect()
    }

    /// Awards in contests.
    pub fn contests(&self) -> usize {
        self.records("award", |event| event.filled("kind") == Some("contest")).number
    }

    /// What a column of the records in the days that are so adds up to. A cell that is no number,
    /// of which `check` tells, adds nothing.
    pub fn sum(&self, register: &str, column: &str, is: &dyn Fn(&Event) -> bool) -> Amount {
        let own = self.done_within(register).filter(|event| is(event));
        let amounts = own.filter_map(|event| Amount::parse(event.filled(column)?));
        amounts.fold(Amount::ZERO, |sum, own| sum + own)
    }

    /// Money that came and went in the days.
    pub fn money(&self) -> ReportMoney {
        let goes =
            |code: &'static str| move |event: &Event| event.filled("direction") == Some(code);
        ReportMoney {
            aid: self.sum("aid", "amount", &|_| true),
            donated: self.sum("donation", "cash", &came_in),
            came: self.sum("fund", "amount", &goes("in")),
            went: self.sum("fund", "amount", &goes("out")),
        }
    }

    /// The items of plans that stand so, each with the day by which it is planned.
    pub fn plan_items(&self, wanted: PlanItemState) -> Vec<(String, Option<NaiveDate>)> {
        let own = items(self).into_iter().filter(|item| state(self, item) == wanted);
        let told = own.map(|item| {
            let text = self.open_text("work_item", item, "item").unwrap_or_default();
            (text, item.filled("due_on").and_then(iso_date))
        });
        told.collect()
    }

    /// The group that leads the home on the last day.
    pub fn leading(&self) -> LeadingGroup {
        let held = self.home().leading_group(self.day());
        let ranked = |rank: &str| {
            let own = held.iter().filter(|(_, held)| held.rank == Some(rank));
            own.map(|(person, _)| person.id).collect::<BTreeSet<Id>>().len()
        };
        let head = held.iter().find(|(_, held)| held.rank == Some("head"));
        let mut duties: Vec<(RoleCode, Vec<&'static str>)> = Vec::new();
        for (code, _) in DUTIES {
            let Some((_, own)) = held.iter().find(|(_, held)| held.duties.contains(code)) else {
                continue;
            };
            // One role that answers for several areas is told once.
            match duties.iter_mut().find(|(role, _)| *role == own.role) {
                Some((_, areas)) => areas.push(code),
                None => duties.push((own.role, vec![code])),
            }
        }
        let others = RANKS.iter().map(|(code, _)| *code).filter(|code| *code != "head");
        LeadingGroup {
            head: head.map(|(_, held)| held.role),
            ranks: others.map(|code| (code, ranked(code))).collect(),
            duties,
        }
    }
}
