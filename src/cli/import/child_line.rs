//! One row of a list of children, as facts.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::class_finder::ClassFinder;
use super::days::{self, DayCell};
use super::sheeted::Sheeted;
use super::values::{self, of_cell};
use crate::cli::context::Context;
use crate::cli::{typed, typed_fact};
use crate::domain::facts::{Fact, Facts};
use crate::domain::grid::damage::{self, IdCell};
use crate::domain::grid::heading_words::CODE;
use crate::domain::grid::roster_words::TICKED;
use crate::domain::grid::{Grid, GridCell};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::schema::{self, FieldType};
use crate::domain::{resident_id, row_code};
use crate::lang::import_words::ImportSaid;
use crate::lang::{Lang, label};

/// Nothing in a child's record is older.
const EARLIEST: i32 = 1930;

/// A child as a row tells of it.
#[derive(Clone, Debug)]
pub struct ChildLine {
    /// From 0.
    pub row: usize,
    pub name: String,
    pub facts: Facts,
    pub joined: Option<NaiveDate>,
    pub code: Option<Id>,
    /// How many parents are marked as dead by a dash.
    pub dead: usize,
}

/// What rows of one list share.
pub struct ChildLines<'a> {
    pub context: &'a Context,
    pub home: &'a Home,
    pub sheeted: &'a Sheeted<'a>,
    /// The day from which a child without a day of joining counts.
    pub joined: NaiveDate,
    classes: ClassFinder<'a>,
}

impl<'a> ChildLines<'a> {
    pub fn new(
        context: &'a Context,
        home: &'a Home,
        sheeted: &'a Sheeted<'a>,
        joined: NaiveDate,
    ) -> ChildLines<'a> {
        let classes = ClassFinder::new(context, home);
        ChildLines { context, home, sheeted, joined, classes }
    }

    fn grid(&self) -> &'a Grid {
        self.sheeted.grid
    }

    /// The row's child, or all that is wrong with it.
    pub fn read(&mut self, row: usize) -> Result<ChildLine, Vec<String>> {
        let lang = self.context.lang;
        let mut wrong: Vec<String> = Vec::new();
        let mut typed: BTreeMap<String, Fact> = BTreeMap::new();
        let mut line = ChildLine {
            row,
            name: String::new(),
            facts: Facts::default(),
            joined: None,
            code: None,
            dead: 0,
        };
        let mut ticked: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for head in &self.sheeted.table.columns {
            let Some(means) = &head.means else { continue };
            let cell = self.sheeted.cell(row, head.column, means);
            if cell.is_blank() {
                continue;
            }
            if matches!(cell, GridCell::Broken(_)) {
                wrong.push(of_cell(&head.shown, &ImportSaid::BrokenCell.text(lang), lang));
                continue;
            }
            let read = match means.split_once(TICKED) {
                Some((field, code)) => {
                    if values::tick(&cell.words()) == Some(true) {
                        ticked.entry(field.to_owned()).or_default().push(code.to_owned());
                    }
                    Ok(())
                }
                None => self.cell(&mut line, &mut typed, (means, head.column), cell),
            };
            if let Err(why) = read {
                wrong.push(of_cell(&head.shown, &why, lang));
            }
        }
        for (field, codes) in ticked {
            match &codes[..] {
                [only] => drop(typed.insert(field, Fact::Text(only.clone()))),
                _ => {
                    let name = field_name(&field, lang);
                    wrong.push(of_cell(&name, &ImportSaid::SeveralTicked.text(lang), lang));
                }
            }
        }
        let day = line.joined.unwrap_or(self.joined);
        match self.classes.of_row(self.sheeted, row, day) {
            Ok(Some(class)) => {
                typed.insert("class".to_owned(), Fact::Text(class.to_string()));
            }
            Ok(None) => {}
            Err((heading, why)) => wrong.push(of_cell(&heading, &why, lang)),
        }
        if line.name.is_empty() && wrong.is_empty() {
            wrong.push(ImportSaid::NoName.text(lang));
        }
        wrong.extend(self.against_number(&mut typed));
        let place = |path: &str| schema::CHILD.iter().position(|field| field.path == path);
        let mut all: Vec<(String, Fact)> = typed.into_iter().collect();
        all.sort_by_key(|(path, _)| place(path).unwrap_or(usize::MAX));
        for (path, fact) in all {
            line.facts.add(path, fact);
        }
        if wrong.is_empty() { Ok(line) } else { Err(wrong) }
    }

    fn cell(
        &self,
        line: &mut ChildLine,
        typed: &mut BTreeMap<String, Fact>,
        (means, column): (&str, usize),
        cell: &GridCell,
    ) -> Result<(), String> {
        let words = cell.words();
        match means {
            CODE => line.code = row_code::id_of(&words, Kind::Child),
            "name" => {
                line.name = values::name(&words);
                self.check_name(&line.name)?;
            }
            "joined" => {
                let (DayCell::Day(day) | DayCell::Month(day)) = self.day(cell)?;
                line.joined = Some(day);
            }
            // These are read together.
            "class" | "grade" | "class_number" => {}
            "id_number" => match damage::id_number(cell) {
                IdCell::Blank => {}
                IdCell::Whole(number) => drop(typed.insert(means.to_owned(), Fact::Text(number))),
                IdCell::Damaged { .. } if self.is_kept(line, &words) => {}
                IdCell::Damaged { birth } => return Err(self.damaged(birth)),
                IdCell::Wrong => return Err(ImportSaid::WrongId.text(self.context.lang)),
            },
            _ if values::is_dash(&words) && ["father.name", "mother.name"].contains(&means) => {
                let table = means.split('.').next().unwrap_or_default();
                typed.insert(format!("{table}.guardianship"), Fact::Text("dead".to_owned()));
                line.dead += 1;
            }
            _ if values::is_none(&words) && !means.ends_with("guardianship") => {}
            _ => {
                if let Some((path, fact)) = self.fact(means, (line.row, column), cell)? {
                    typed.insert(path, fact);
                }
            }
        }
        Ok(())
    }

    /// A name has no marks that nobody sees, none that part cells, and some length.
    fn check_name(&self, name: &str) -> Result<(), String> {
        let lang = self.context.lang;
        typed::seen_name(name, lang).map_err(|failure| failure.sentence())?;
        let is_odd = name.contains([',', '"', '\n', '\t', '，']) || name.chars().count() > 40;
        if is_odd { Err(ImportSaid::BadName.text(lang)) } else { Ok(()) }
    }

    /// Has somebody of this name this very number, which only looks damaged?
    fn is_kept(&self, line: &ChildLine, words: &str) -> bool {
        let number = resident_id::plain(words);
        let own = self.home.children.iter();
        let mut own = own.filter(|child| child.facts.text("id_number") == Some(&number));
        own.any(|child| crate::domain::name::same(&child.name, &line.name))
    }

    fn damaged(&self, birth: Option<NaiveDate>) -> String {
        let lang = self.context.lang;
        let birth = match birth {
            Some(day) => ImportSaid::BirthLeft { day }.text(lang),
            None => ImportSaid::BirthLost.text(lang),
        };
        ImportSaid::DamagedId { birth: &birth }.text(lang)
    }

    /// The day that a cell tells, and whether it is the first of a month without a day.
    fn day(&self, cell: &GridCell) -> Result<DayCell, String> {
        let (today, lang) = (self.context.today, self.context.lang);
        match days::day(self.grid(), cell, self.sheeted.lean) {
            Ok(DayCell::Day(day)) if day > today => Err(ImportSaid::Ahead { day }.text(lang)),
            told => told.map_err(|why| why.text(lang)),
        }
    }

    /// The fact of a field; of a birth date without a day one of the school's own.
    fn fact(
        &self,
        path: &str,
        (row, column): (usize, usize),
        cell: &GridCell,
    ) -> Result<Option<(String, Fact)>, String> {
        let (words, lang) = (cell.words(), self.context.lang);
        let some = |fact: Fact| Ok(Some((path.to_owned(), fact)));
        if path.starts_with("x.") {
            let is_mark = words.chars().count() == 1 && path != "x.note";
            let is_tick = is_mark && values::tick(&words) == Some(true);
            return some(Fact::Text(if is_tick { "是".to_owned() } else { words }));
        }
        let Some(field) = schema::find(schema::CHILD, path) else { return Ok(None) };
        match field.holds {
            FieldType::Date if path == "birth_date" && !days::has_year(cell) => {
                Err(ImportSaid::BadDay.text(lang))
            }
            FieldType::Date => match self.day(cell)? {
                DayCell::Day(day) | DayCell::Month(day) if day.year() < EARLIEST => {
                    Err(ImportSaid::BadDay.text(lang))
                }
                DayCell::Day(day) => some(Fact::Date(day)),
                // A child is not born on the first of a month because nobody wrote the day.
                DayCell::Month(first) if path == "birth_date" => {
                    let month = first.format("%Y-%m").to_string();
                    Ok(Some(("x.birth_month".to_owned(), Fact::Text(month))))
                }
                DayCell::Month(first) => some(Fact::Date(first)),
            },
            FieldType::Texts if path.ends_with("phone") => {
                let above = self.sheeted.above_in(row, column).map(GridCell::words);
                let phones =
                    values::phones(&words, above.as_deref()).map_err(|own| own.text(lang))?;
                if phones.is_empty() { Ok(None) } else { some(Fact::List(phones)) }
            }
            FieldType::Bool => {
                let truth = values::truth(path, &words);
                some(Fact::Bool(truth.ok_or_else(|| ImportSaid::NotYesNo.text(lang))?))
            }
            FieldType::Suggested(_) => some(Fact::Text(values::relation(&words))),
            FieldType::Text if path.ends_with("name") => some(Fact::Text(values::name(&words))),
            FieldType::Text | FieldType::Texts | FieldType::Integer | FieldType::Choice(_) => {
                let text = values::choice(path, &words);
                let fact = typed_fact::fact(schema::CHILD, path, &text, false, self.context);
                let choices = choices(field.holds, lang);
                let refused = |_| ImportSaid::NotChosen { choices: &choices }.text(lang);
                fact.map_err(refused).and_then(some)
            }
        }
    }

    /// What the number says of birth and sex must be what the row says; what the row leaves open
    /// it says.
    fn against_number(&self, typed: &mut BTreeMap<String, Fact>) -> Vec<String> {
        let lang = self.context.lang;
        let Some(Fact::Text(number)) = typed.get("id_number").cloned() else { return Vec::new() };
        let mut wrong = Vec::new();
        if let Some(born) = resident_id::birth_date(&number) {
            match typed.get("birth_date") {
                Some(Fact::Date(own)) if *own != born => {
                    let name = field_name("birth_date", lang);
                    wrong.push(of_cell(&name, &ImportSaid::BirthDiffers.text(lang), lang));
                }
                Some(_) => {}
                None => drop(typed.insert("birth_date".to_owned(), Fact::Date(born))),
            }
            typed.remove("x.birth_month");
        }
        if let (Some(Fact::Text(own)), Some(says)) = (typed.get("sex"), resident_id::sex(&number))
            && own != says
            && own != "unknown"
        {
            wrong.push(of_cell(&field_name("sex", lang), &ImportSaid::SexDiffers.text(lang), lang));
        }
        wrong
    }
}

/// A field as people call it.
pub fn field_name(path: &str, lang: Lang) -> String {
    let own = schema::find(schema::CHILD, path);
    own.map_or_else(|| path.to_owned(), |field| label(&field.label, lang).to_owned())
}

/// The choices of a field, one after another; of a field without choices what it takes.
fn choices(holds: FieldType, lang: Lang) -> String {
    let FieldType::Choice(own) = holds else { return "0-9".to_owned() };
    let words = own.iter().map(|(_, words)| crate::lang::words_in(*words, lang));
    words.collect::<Vec<_>>().join("、")
}
