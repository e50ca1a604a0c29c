//! The sentences of a month's report.

use super::story::Story;
use crate::lang::report_words::Reporting;
use crate::render::sheet::Prose;
use crate::reports::work_report::Section;
use crate::reports::work_report::numbers::Number;

impl Story<'_> {
    pub(super) fn of_month(&self, section: Section) -> Vec<Prose> {
        let mut told = Vec::new();
        match section {
            Section::MonthNumbers => told.push(self.say(&Reporting::Situation {
                children: self.number(Number::Children),
                boys: self.number(Number::Boys),
                girls: self.number(Number::Girls),
                both: self.number(Number::BothAway),
                one: self.number(Number::OneAway),
            })),
            Section::MonthChanges => {
                told.push(self.moved());
                let changes = self.records("change");
                if changes > 0 {
                    told.push(self.say(&Reporting::Edited { changes }));
                }
            }
            Section::MonthWork => {
                let mut prose: Vec<Prose> =
                    self.paragraph(&self.contact_sentences()).into_iter().collect();
                prose.extend(self.rates().into_iter().map(|(said, ..)| Prose::Said(said)));
                prose.extend(self.activities());
                prose.extend(self.lectures());
                return prose;
            }
            Section::Absences => told.push(self.attendance()),
            _ => {}
        }
        self.paragraph(&told).into_iter().collect()
    }
}
