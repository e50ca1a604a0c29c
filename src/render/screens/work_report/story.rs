//! The sentences of a term's report, section by section.

use super::figures::{row_name, share};
use super::page::ReportPage;
use crate::lang::listed;
use crate::lang::report_words::Reporting;
use crate::render::sheet::Prose;
use crate::reports::work_report::Section;
use crate::reports::work_report::figures::{FigureRow, FigureTable, RowName};
use crate::reports::work_report::numbers::Number;

/// What the sentences of a section are made from.
pub struct Story<'a> {
    pub page: &'a ReportPage<'a>,
    pub tables: &'a [FigureTable],
}

impl Story<'_> {
    /// The sentences, as paragraphs.
    pub fn of(&self, section: Section) -> Vec<Prose> {
        match section {
            Section::Situation => self.situation(),
            Section::Leadership => self.leadership(),
            Section::Systems => self.systems(),
            Section::Files => self.files(),
            Section::Pairing => self.pairing(),
            Section::Contacts => self.contacts(),
            Section::Activities => self.activities(),
            Section::Lectures => self.lectures(),
            Section::Resources => self.resources(),
            Section::Aid => self.aid(),
            Section::Assessment => self.assessment(),
            Section::Outcomes => self.outcomes(),
            Section::Difficulties => self.difficulties(),
            Section::NextPlan => self.next_plan(),
            own => self.of_month(own),
        }
    }

    /// A number of the report.
    pub(super) fn number(&self, wanted: Number) -> usize {
        self.page.numbers.get(wanted)
    }

    pub(super) fn say(&self, said: &Reporting) -> String {
        said.text(self.page.names.lang)
    }

    /// Several sentences in one paragraph; none where there are none.
    pub(super) fn paragraph(&self, sentences: &[String]) -> Option<Prose> {
        let between = match self.page.names.lang {
            crate::lang::Lang::Zh => "",
            crate::lang::Lang::En => " ",
        };
        (!sentences.is_empty()).then(|| Prose::Said(sentences.join(between)))
    }

    pub(super) fn share(&self, part: usize, whole: usize) -> String {
        share(self.page.names.plan.home.settings.shares, part, whole)
    }

    /// Records by their kind, such as “读书 3 次、体育 2 次”.
    pub(super) fn kinds(&self, register: &str, column: &str) -> String {
        let told = self.page.basis.by_kind(register, column).into_iter().map(|(name, number)| {
            let kind = row_name(self.page.names, &name);
            self.say(&Reporting::KindTimes { kind: &kind, number })
        });
        listed(&told.collect::<Vec<_>>(), self.page.names.lang)
    }

    /// The rows of the table with this code that have a number in their first column, and are no
    /// sum.
    pub(super) fn counted(&self, code: &str) -> Vec<(String, usize)> {
        let table = self.tables.iter().find(|own| own.code == code);
        let rows = table.map(|own| own.rows.as_slice()).unwrap_or_default();
        rows.iter().filter_map(|row| self.count_of(row)).filter(|(_, number)| *number > 0).collect()
    }

    fn count_of(&self, row: &FigureRow) -> Option<(String, usize)> {
        let is_sum = matches!(row.name, RowName::Word("total" | "any" | "none", _));
        let number = row.cells.first()?.number()?;
        (!is_sum).then(|| (row_name(self.page.names, &row.name), number))
    }

    pub(super) fn records(&self, register: &str) -> usize {
        self.page.basis.records(register, |_| true).number
    }

    pub(super) fn children_of(&self, register: &str) -> usize {
        self.page.basis.children_of(register, |_| true).number
    }
}

/// So many for each, to a tenth.
pub(super) fn average(number: usize, of: usize) -> String {
    match of {
        0 => "0".to_owned(),
        _ => {
            let tenths = (number * 20 + of) / (2 * of);
            format!("{}.{}", tenths / 10, tenths % 10)
        }
    }
}
