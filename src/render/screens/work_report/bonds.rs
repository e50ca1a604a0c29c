//! The sentences of who is paired with whom, and of talks, visits, calls and letters.

use super::figures::row_name;
use super::story::{Story, average};
use crate::lang::clauses;
use crate::lang::rate_words::rate;
use crate::lang::report_words::Reporting;
use crate::render::sheet::Prose;
use crate::reports::work_report::figures::{FigureRow, ReportFigure, RowName};
use crate::reports::work_report::numbers::Number;

impl Story<'_> {
    pub(super) fn pairing(&self) -> Vec<Prose> {
        let lang = self.page.names.lang;
        let children = self.number(Number::Children);
        let (adults, paired) = (self.number(Number::Adults), self.number(Number::Paired));
        let share = self.share(paired, children);
        let load = average(paired, adults);
        let mut told = vec![self.say(&Reporting::Paired {
            adults,
            children: paired,
            share: &share,
            load: &load,
        })];
        let table = self.tables.iter().find(|own| own.code == "T8");
        let roles = table.map(|own| own.rows.as_slice()).unwrap_or_default().iter();
        let roles: Vec<String> = roles
            .filter(|row| matches!(row.name, RowName::Labelled(..)))
            .filter_map(|row| {
                let number = |at: usize| row.cells.get(at).and_then(ReportFigure::number);
                let role = row_name(self.page.names, &row.name);
                Some(self.say(&Reporting::RoleCount {
                    role: &role,
                    adults: number(0)?,
                    children: number(1)?,
                }))
            })
            .collect();
        if !roles.is_empty() {
            let roles = clauses(&roles, lang);
            told.push(self.say(&Reporting::PairModes { told: &roles }));
        }
        if paired < children {
            told.push(self.say(&Reporting::Unpaired { children: children - paired }));
        }
        let is_buddies = |row: &&FigureRow| matches!(row.name, RowName::Word("buddy", _));
        let buddied = table.and_then(|own| own.rows.iter().find(is_buddies));
        let buddied = buddied.and_then(|row| row.cells.get(1)?.number()).unwrap_or_default();
        if buddied > 0 {
            told.push(self.say(&Reporting::Buddied { children: buddied }));
        }
        let records = self.records("help");
        if records > 0 {
            let children = self.children_of("help");
            told.push(self.say(&Reporting::Helped { records, children }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    pub(super) fn contacts(&self) -> Vec<Prose> {
        let mut prose: Vec<Prose> = self.paragraph(&self.contact_sentences()).into_iter().collect();
        let rates = self.rates();
        match rates.is_empty() {
            true => prose.push(Prose::Said(self.say(&Reporting::NoneDue))),
            false => prose.extend(rates.into_iter().map(|(said, ..)| Prose::Said(said))),
        }
        let number = self.number(Number::Counselled);
        if number > 0 {
            prose.push(Prose::Said(self.say(&Reporting::Counselled { number })));
        }
        prose
    }

    /// What was recorded of each kind of contact.
    pub(super) fn contact_sentences(&self) -> Vec<String> {
        let children = self.number(Number::Children);
        let table = self.tables.iter().find(|own| own.code == "T9");
        let rows = table.map(|own| own.rows.as_slice()).unwrap_or_default();
        let mut tried = 0;
        let mut told = Vec::new();
        for row in rows {
            let number =
                |at: usize| row.cells.get(at).and_then(ReportFigure::number).unwrap_or_default();
            tried += number(3);
            if number(0) > 0 {
                told.push(self.say(&Reporting::Contact {
                    what: &row_name(self.page.names, &row.name),
                    records: number(0),
                    children: number(2),
                    average: &average(number(1), children),
                }));
            }
        }
        if tried > 0 {
            told.push(self.say(&Reporting::NotReached { number: tried }));
        }
        told
    }

    /// Each rule with how much of it was done in time, and its rate in tenths of a percent.
    pub(super) fn rates(&self) -> Vec<(String, String, Option<usize>)> {
        use crate::reports::completion::CompletionPart::{InTime, Late, Undone};
        let (plan, owed) = (self.page.names.plan, self.page.basis.owed);
        let all = crate::reports::work_report::by_rule(plan, owed);
        let told = all.iter().filter(|(_, own)| own.due() > 0).map(|(rule, own)| {
            let name = self.page.names.rule(*rule);
            let said = self.say(&Reporting::RuleDone {
                rule: &name,
                due: own.due(),
                done: own.of(InTime),
                late: own.of(Late),
                undone: own.of(Undone),
                rate: &rate(own.rate()),
            });
            (said, name, own.rate())
        });
        told.collect()
    }
}
