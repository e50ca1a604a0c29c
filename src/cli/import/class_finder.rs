//! Which class the words of a sheet mean.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::days;
use super::sheeted::Sheeted;
use crate::cli::context::Context;
use crate::cli::typed;
use crate::domain::class::ClassCode;
use crate::domain::grid::GridCell;
use crate::domain::home::Home;
use crate::lang::import_words::ImportSaid;

/// Finds classes; each word of a day is looked for once.
pub struct ClassFinder<'a> {
    context: &'a Context,
    home: &'a Home,
    found: HashMap<(NaiveDate, String), Option<ClassCode>>,
}

/// The heading of a cell, and what is wrong with it.
pub type WrongCell = (String, String);

impl<'a> ClassFinder<'a> {
    pub fn new(context: &'a Context, home: &'a Home) -> ClassFinder<'a> {
        ClassFinder { context, home, found: HashMap::new() }
    }

    /// The class that a word means on a day.
    pub fn called(&mut self, text: &str, day: NaiveDate) -> Option<ClassCode> {
        let (home, lang) = (self.home, self.context.lang);
        let found = self.found.entry((day, text.to_owned()));
        found.or_insert_with(|| typed::class_code(home, text, day, lang).ok()).clone()
    }

    /// The class of a row of a list of children: from its own column, from a grade and a number, or
    /// from what the sheet says of all its rows.
    pub fn of_row(
        &mut self,
        sheeted: &Sheeted,
        row: usize,
        day: NaiveDate,
    ) -> Result<Option<ClassCode>, WrongCell> {
        let part = |means: &str| {
            let head = sheeted.table.column(means)?;
            let cell = sheeted.cell(row, head.column, means);
            (!cell.is_blank()).then_some((head, cell))
        };
        let (class, grade, number) = (part("class"), part("grade"), part("class_number"));
        let wrong = |why: ImportSaid| {
            let said = [class, grade, number].into_iter().flatten().next();
            let shown = said.map(|(head, _)| head.shown.clone()).unwrap_or_default();
            (shown, why.text(self.context.lang))
        };
        let is_unsure = class
            .is_some_and(|(head, cell)| days::is_class_unsure(sheeted.grid, head.column, cell));
        if is_unsure {
            return Err(wrong(ImportSaid::ClassUnsure));
        }
        let words = |part: Option<(_, &GridCell)>| {
            part.map(|(_, cell)| days::class(cell)).unwrap_or_default()
        };
        let (own, grade) = (words(class.or(number)), words(grade));
        let ways = ways_of_class(&own, &grade, sheeted.class.as_deref());
        let bad = wrong(ImportSaid::BadClass);
        let found = ways.iter().find_map(|way| self.called(way, day));
        match found {
            None if !ways.is_empty() => Err(bad),
            found => Ok(found),
        }
    }
}

/// The ways in which a class may be called by what stands in a row and above it.
fn ways_of_class(own: &str, grade: &str, sheet: Option<&str>) -> Vec<String> {
    let mut ways = Vec::new();
    if !own.is_empty() {
        ways.push(own.to_owned());
    }
    if !grade.is_empty() {
        let grade = grade.trim_end_matches("年级").trim_end_matches('级');
        let number = own.trim_matches(['（', '）', '(', ')']).trim_end_matches('班');
        let number = number.trim_matches(['（', '）', '(', ')']);
        // A grade without a number is no class; it stands here to be refused.
        ways.push(match number {
            "" => format!("{grade}年级"),
            number => format!("{grade}（{number}）班"),
        });
    }
    if own.is_empty() && grade.is_empty() {
        ways.extend(sheet.map(str::to_owned));
    }
    ways
}
