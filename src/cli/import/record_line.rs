//! One row of a register's sheet, as the cells of a record.

use chrono::{Datelike, NaiveDate};

use super::days::{self, DayCell};
use super::sheeted::Sheeted;
use super::values::{self, of_cell};
use super::who_finder::WhoFinder;
use crate::cli::as_meant::plain;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::grid::GridCell;
use crate::domain::grid::heading_words::CODE;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::register::{ColumnType, Register};
use crate::domain::row_code;
use crate::lang::import_words::ImportSaid;
use crate::lang::{label, words};
use crate::storage::log_append::NewRow;

/// A record as a row tells of it.
pub struct RecordLine {
    /// From 0.
    pub row: usize,
    pub date: NaiveDate,
    pub children: Vec<Id>,
    pub staff: Vec<Id>,
    pub cells: NewRow,
    /// The columns that the row fills.
    pub given: Vec<String>,
    pub code: Option<Id>,
}

/// What the rows of one sheet share.
pub struct RecordLines<'a> {
    context: &'a Context,
    register: &'a Register,
    sheeted: &'a Sheeted<'a>,
    who: WhoFinder<'a>,
}

/// Columns in which a row of a sheet that was handed out says nothing of its own.
const HANDED_OUT: [&str; 4] = [CODE, "children", "class", "staff"];

impl<'a> RecordLines<'a> {
    pub fn new(
        context: &'a Context,
        home: &'a Home,
        register: &'a Register,
        sheeted: &'a Sheeted<'a>,
    ) -> RecordLines<'a> {
        let who = WhoFinder::new(context, home);
        RecordLines { context, register, sheeted, who }
    }

    /// The row's record, nothing when it was handed out and not filled, or all that is wrong.
    pub fn read(&mut self, row: usize) -> Result<Option<RecordLine>, Vec<String>> {
        let lang = self.context.lang;
        let columns = self.sheeted.table.columns.iter();
        let cells: Vec<(&str, &str, &GridCell)> = columns
            .filter_map(|head| {
                let means = head.means.as_deref()?;
                let cell = self.sheeted.cell(row, head.column, means);
                (!cell.is_blank()).then_some((means, head.shown.as_str(), cell))
            })
            .collect();
        let code = cells.iter().find(|(means, _, _)| *means == CODE);
        let code = code.and_then(|(_, _, cell)| row_code::id_of(&cell.words(), Kind::Event));
        let is_handed_out = cells.iter().all(|(means, _, _)| HANDED_OUT.contains(means));
        if cells.is_empty() || code.is_some() && is_handed_out {
            return Ok(None);
        }
        let mut wrong: Vec<String> = Vec::new();
        let broken = cells.iter().filter(|(_, _, cell)| matches!(cell, GridCell::Broken(_)));
        wrong.extend(
            broken.map(|(_, shown, _)| of_cell(shown, &ImportSaid::BrokenCell.text(lang), lang)),
        );
        let date = self.date(&cells).unwrap_or_else(|why| {
            wrong.push(why);
            None
        });
        let Some(date) = date.filter(|_| wrong.is_empty()) else {
            if wrong.is_empty() {
                wrong.push(self.missing("date").unwrap_or_else(|| ImportSaid::NoDate.text(lang)));
            }
            return Err(wrong);
        };
        let class = self.class(&cells);
        let mut record = NewRow::new();
        record.insert("date".to_owned(), date.to_string());
        record.insert("outcome".to_owned(), "made".to_owned());
        let mut given = vec!["date".to_owned()];
        for (means, shown, cell) in &cells {
            if *means == CODE || *means == "date" {
                continue;
            }
            if *means == "class" && self.register.column("class").is_none() {
                continue;
            }
            match self.value(means, cell, class.as_deref(), date) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => {
                    record.insert((*means).to_owned(), value);
                    given.push((*means).to_owned());
                }
                Err(why) => wrong.push(of_cell(shown, &why, lang)),
            }
        }
        if !record.contains_key("children")
            && let Some(id) = self.of_the_sheet(class.as_deref(), date)
        {
            record.insert("children".to_owned(), id.to_string());
            given.push("children".to_owned());
        }
        wrong.extend(self.lacks(&cells, &record));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let ids = |name: &str, kind| -> Vec<Id> {
            let cell = record.get(name).map_or("", String::as_str);
            cell.split_ascii_whitespace().filter_map(|id| Id::parse(id, kind)).collect()
        };
        let (children, staff) = (ids("children", Kind::Child), ids("staff", Kind::Staff));
        Ok(Some(RecordLine { row, date, children, staff, cells: record, given, code }))
    }

    /// The class that a row says, or its sheet; of a register that has classes of its own none.
    fn class(&self, cells: &[(&str, &str, &GridCell)]) -> Option<String> {
        let class = cells.iter().find(|(means, _, _)| *means == "class");
        let class = class.map(|(_, _, cell)| days::class(cell));
        let class = class.filter(|_| self.register.column("class").is_none());
        class.or_else(|| self.sheeted.class.clone())
    }

    /// What must be filled and is not.
    fn lacks(&self, cells: &[(&str, &str, &GridCell)], record: &NewRow) -> Vec<String> {
        let lang = self.context.lang;
        let mut wrong = Vec::new();
        let needed = self.register.columns.iter().filter(|own| own.required);
        let needed = needed.map(|own| own.name.as_str());
        let needed = needed.chain(self.register.needs_children.then_some("children"));
        let is_named = |name: &str| cells.iter().any(|(means, _, _)| *means == name);
        for name in needed.filter(|name| !is_named(name) && !record.contains_key(*name)) {
            let no_child = || (name == "children").then(|| ImportSaid::NoChild.text(lang));
            wrong.extend(self.missing(name).or_else(no_child));
        }
        wrong
    }

    /// That a column that must be filled is blank, by its heading; nothing where the sheet has no
    /// such column.
    fn missing(&self, name: &str) -> Option<String> {
        let (head, lang) = (self.sheeted.table.column(name)?, self.context.lang);
        Some(of_cell(&head.shown, &ImportSaid::NotFilled.text(lang), lang))
    }

    fn date(&self, cells: &[(&str, &str, &GridCell)]) -> Result<Option<NaiveDate>, String> {
        let lang = self.context.lang;
        let Some((_, shown, cell)) = cells.iter().find(|(means, _, _)| *means == "date") else {
            return Ok(None);
        };
        let wrong = |why: &ImportSaid| of_cell(shown, &why.text(lang), lang);
        if let Some(day) = self.day_of_month(cell) {
            return Ok(Some(day));
        }
        match days::day(self.sheeted.grid, cell, self.sheeted.lean) {
            Ok(DayCell::Day(day)) if day > self.context.today && !self.register.planned => {
                Err(wrong(&ImportSaid::Ahead { day }))
            }
            Ok(DayCell::Day(day)) => Ok(Some(day)),
            Ok(DayCell::Month(_)) => Err(wrong(&ImportSaid::MonthOnly)),
            Err(why) => Err(wrong(&why)),
        }
    }

    /// On a sheet of one month a number alone is a day of it.
    fn day_of_month(&self, cell: &GridCell) -> Option<NaiveDate> {
        let month = self.sheeted.month?.days().first;
        let words = cell.words();
        let number = words.trim_end_matches(['日', '号']);
        let day: u32 = number.parse().ok().filter(|day| (1..=31).contains(day))?;
        let found = NaiveDate::from_ymd_opt(month.year(), month.month(), day)?;
        Some(found).filter(|day| *day <= self.context.today)
    }

    fn value(
        &mut self,
        means: &str,
        cell: &GridCell,
        class: Option<&str>,
        date: NaiveDate,
    ) -> Result<String, String> {
        let (lang, context) = (self.context.lang, self.context);
        let text = cell.words();
        let told = |failure: Failure| failure.sentence();
        match means {
            "note" => Ok(text),
            "outcome" => match words::outcome(&plain(&text)) {
                Some(code) => Ok(code.to_owned()),
                None => match values::tick(&text) {
                    Some(true) => Ok("made".to_owned()),
                    Some(false) => Ok("attempted".to_owned()),
                    None => Err(ImportSaid::NotChosen { choices: "完成、未成功" }.text(lang)),
                },
            },
            "staff" => self.who.people(&text).map(|ids| typed::joined(&ids)),
            "class" => {
                let code = self.who.class(&days::class(cell), date);
                let code = code.map(|code| code.to_string());
                code.ok_or_else(|| ImportSaid::BadClass.text(lang))
            }
            "children" => self.who.children(&text, class, date).map(|ids| typed::joined(&ids)),
            _ => {
                let Some(column) = self.register.column(means) else { return Ok(String::new()) };
                match column.holds {
                    ColumnType::Text => Ok(text),
                    _ if values::is_none(&text) => Ok(String::new()),
                    ColumnType::Date => {
                        let lean = if column.lies_ahead() { date } else { self.sheeted.lean };
                        match (cell, days::day(self.sheeted.grid, cell, lean)) {
                            (GridCell::Text(text), _) => {
                                typed::cell((column, date), text, false, context).map_err(told)
                            }
                            (_, Ok(DayCell::Day(day))) => Ok(day.to_string()),
                            (_, Ok(DayCell::Month(_))) => Err(ImportSaid::MonthOnly.text(lang)),
                            (_, Err(why)) => Err(why.text(lang)),
                        }
                    }
                    ColumnType::Integer | ColumnType::Decimal => {
                        let text: String =
                            text.chars().filter(|own| !"￥¥,，元 ".contains(*own)).collect();
                        typed::cell((column, date), &text, false, context).map_err(told)
                    }
                    ColumnType::Choice(_) => {
                        let choices = column.choices().iter().map(|own| label(&own.label, lang));
                        let choices = choices.collect::<Vec<_>>().join("、");
                        let refused = |_| ImportSaid::NotChosen { choices: &choices }.text(lang);
                        typed::cell((column, date), &text, false, context).map_err(refused)
                    }
                }
            }
        }
    }

    /// The child whose sheet it is, by the name of the sheet or what stands above the table.
    fn of_the_sheet(&mut self, class: Option<&str>, day: NaiveDate) -> Option<Id> {
        if !self.register.needs_children {
            return None;
        }
        let names = self.sheeted.names.clone();
        names.iter().find_map(|name| self.who.child(name, class, day).ok())
    }
}
