//! The sentences of the later sections: what was held, what there is, what came of it.

use super::story::Story;
use crate::domain::amount::Amount;
use crate::lang::label;
use crate::lang::listed;
use crate::lang::rate_words::rate;
use crate::lang::report_words::Reporting;
use crate::render::sheet::Prose;
use crate::reports::work_report::figures::ReportFigure;
use crate::reports::work_report::numbers::Number;
use crate::reports::work_report::plans::PlanItemState;

/// Below this rate something is a difficulty, in tenths of a percent.
const LOW: usize = 800;

impl Story<'_> {
    pub(super) fn activities(&self) -> Vec<Prose> {
        let (number, times) = (self.number(Number::Activities), self.number(Number::ActivityTimes));
        let mut told = Vec::new();
        if number > 0 {
            let kinds = self.kinds("activity", "kind");
            told.push(self.say(&Reporting::Activities { number, times, told: &kinds }));
            let none = self.page.basis.took_no_part().number;
            if none > 0 {
                told.push(self.say(&Reporting::NoPart { children: none }));
            }
        }
        let duty = self.tables.iter().find(|own| own.code == "T12");
        if let Some(total) = duty.and_then(|own| own.rows.last()) {
            let number =
                |at: usize| total.cells.get(at).and_then(ReportFigure::number).unwrap_or_default();
            if number(0) > 0 {
                let (planned, attended) = (number(0), number(1));
                told.push(self.say(&Reporting::Duty2 { planned, attended }));
            }
        }
        let patrols = self.records("patrol");
        if patrols > 0 {
            told.push(self.say(&Reporting::Patrols { number: patrols }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    pub(super) fn lectures(&self) -> Vec<Prose> {
        let mut told = Vec::new();
        let number = self.number(Number::Lectures);
        if number > 0 {
            let times = self.number(Number::LectureTimes);
            let kinds = self.kinds("lecture", "kind");
            told.push(self.say(&Reporting::Lectures { number, times, told: &kinds }));
        }
        let number = self.number(Number::Trainings);
        if number > 0 {
            let guardians = self.number(Number::Guardians);
            let children = self.children_of("training");
            let share = self.share(children, self.number(Number::Children));
            let said = Reporting::Trainings { number, guardians, children, share: &share };
            told.push(self.say(&said));
        }
        self.paragraph(&told).into_iter().collect()
    }

    pub(super) fn resources(&self) -> Vec<Prose> {
        let lang = self.page.names.lang;
        let mut told = Vec::new();
        let rooms = self.amounts(0);
        if !rooms.is_empty() {
            let rooms = rooms.iter().map(|(name, area, _)| {
                self.say(&Reporting::Room { name, area: &area.to_string() })
            });
            let rooms = listed(&rooms.collect::<Vec<_>>(), lang);
            told.push(self.say(&Reporting::Rooms { told: &rooms }));
        }
        let stock = self.amounts(1);
        if !stock.is_empty() {
            let goods = stock.iter().map(|(name, amount, unit)| format!("{name} {amount} {unit}"));
            let goods: Vec<String> = goods.map(|own| own.trim().to_owned()).collect();
            let goods = listed(&goods, lang);
            told.push(self.say(&Reporting::Stock { told: &goods }));
        }
        let number = self.number(Number::Loans);
        if number > 0 {
            told.push(self.say(&Reporting::Loans { number }));
        }
        let number = self.number(Number::FamilyCalls);
        if number > 0 {
            let children = self.children_of("family_call");
            told.push(self.say(&Reporting::FamilyCalls { number, children }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    /// The rows of a section's table that have an amount first, with the text beside it.
    fn amounts(&self, table: usize) -> Vec<(String, Amount, String)> {
        let rows = self.tables.get(table).map(|own| own.rows.as_slice()).unwrap_or_default();
        let own = rows.iter().filter_map(|row| {
            let Some(ReportFigure::Money { sum, .. }) = row.cells.first() else { return None };
            let beside = match row.cells.get(1) {
                Some(ReportFigure::Text(text)) => text.clone(),
                _ => String::new(),
            };
            Some((super::figures::row_name(self.page.names, &row.name), *sum, beside))
        });
        own.collect()
    }

    pub(super) fn aid(&self) -> Vec<Prose> {
        let money = self.page.basis.money();
        let mut told = Vec::new();
        let times = self.page.basis.person_times("aid", |_| true).number;
        if times > 0 {
            let yuan = money.aid.to_string();
            let children = self.number(Number::Aided);
            told.push(self.say(&Reporting::Aided { times, children, yuan: &yuan }));
        }
        let number = self.number(Number::Donations);
        if number > 0 {
            let yuan = money.donated.to_string();
            told.push(self.say(&Reporting::Donated { number, yuan: &yuan }));
        }
        if self.records("fund") > 0 {
            let (came, went) = (money.came.to_string(), money.went.to_string());
            told.push(self.say(&Reporting::Funds { came: &came, went: &went }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    pub(super) fn assessment(&self) -> Vec<Prose> {
        let mut told = Vec::new();
        let items = self.records("assessment");
        if items > 0 {
            told.push(self.say(&Reporting::Assessed { items }));
        }
        let number = self.number(Number::Awards);
        if number > 0 {
            let kinds =
                self.page.basis.by_kind("award", "kind").into_iter().map(|(name, number)| {
                    let kind = super::figures::row_name(self.page.names, &name);
                    self.say(&Reporting::KindItems { kind: &kind, number })
                });
            let told_kinds = listed(&kinds.collect::<Vec<_>>(), self.page.names.lang);
            told.push(self.say(&Reporting::Awards { number, told: &told_kinds }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    pub(super) fn outcomes(&self) -> Vec<Prose> {
        let mut told = vec![self.attendance()];
        let number = self.page.basis.contests();
        if number > 0 {
            told.push(self.say(&Reporting::Contests { number }));
        }
        let [results, breaches] = [Number::Results, Number::Breaches].map(|own| self.number(own));
        if results + breaches > 0 {
            told.push(self.say(&Reporting::Outcomes { results, breaches }));
        }
        let models = self.page.basis.told_of("model_case", "title");
        if !models.is_empty() {
            let titles = listed(&models, self.page.names.lang);
            told.push(self.say(&Reporting::Models { number: models.len(), titles: &titles }));
        }
        let number = self.number(Number::Publicity);
        if number > 0 {
            told.push(self.say(&Reporting::Publicity { number }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    /// What was entered of absences.
    pub(super) fn attendance(&self) -> String {
        let (absences, truants) = (self.number(Number::Absences), self.number(Number::Truants));
        match absences {
            0 => self.say(&Reporting::NoAbsences),
            _ => self.say(&Reporting::Attendance { absences, truants }),
        }
    }

    /// What the records know of difficulties: plans not done, rules below the national minimum,
    /// rates under 80 %.
    pub(super) fn difficulties(&self) -> Vec<Prose> {
        let (basis, lang) = (self.page.basis, self.page.names.lang);
        let mut told = Vec::new();
        for (item, due) in basis.plan_items(PlanItemState::Late) {
            let due = due.map(|day| day.to_string()).unwrap_or_default();
            told.push(self.say(&Reporting::LateItem { item: &item, due: &due }));
        }
        told.extend(
            self.page
                .below_minimum
                .iter()
                .map(|rule| self.say(&Reporting::BelowMinimum { rule: label(rule, lang) })),
        );
        for (_, rule, own) in self.rates() {
            if own.is_some_and(|own| own < LOW) {
                told.push(self.say(&Reporting::LowRate { rule: &rule, rate: &rate(own) }));
            }
        }
        if told.is_empty() {
            told.push(self.say(&Reporting::NoDifficulty));
        }
        told.into_iter().map(Prose::Said).collect()
    }

    pub(super) fn next_plan(&self) -> Vec<Prose> {
        let open = self.page.basis.plan_items(PlanItemState::Ahead);
        let told = open.iter().map(|(item, due)| {
            let due = due.map(|day| day.to_string());
            self.say(&match &due {
                Some(due) => Reporting::AheadItem { item, due },
                None => Reporting::AheadItemUndated { item },
            })
        });
        told.map(Prose::Said).collect()
    }
}
