//! Rows pasted from a spreadsheet: tabs or commas between the cells, headings in any language, each
//! line a row. All of them are read before one is taken, and all that is wrong is told.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::as_meant::plain;
use super::context::Context;
use super::draft::{self, Draft};
use super::failure::Failure;
use super::log_headings::{self, Heading};
use super::{finder, mistyped, typed};
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::register::Register;
use crate::lang::talk::Msg;
use crate::lang::words;
use crate::storage::encoding;
use crate::storage::log_append::NewRow;

/// Reads pasted rows for a register.
pub struct Pasted<'a> {
    pub context: &'a Context,
    pub home: &'a Home,
    pub register: &'a Register,
    /// The cells of every row whose own is blank, as flags gave them.
    pub others: &'a NewRow,
    pub force: bool,
    /// Who was found, by what was written and on which day.
    pub known: HashMap<String, Result<Id, String>>,
    /// The children by their names in plain letters.
    pub names: HashMap<String, Vec<&'a Child>>,
    /// What is wrong, by line and column.
    pub wrong: Vec<(u64, usize, String)>,
}

impl<'a> Pasted<'a> {
    pub fn new(
        context: &'a Context,
        (home, register): (&'a Home, &'a Register),
        others: &'a NewRow,
        force: bool,
    ) -> Pasted<'a> {
        let mut names: HashMap<String, Vec<&Child>> = HashMap::new();
        for child in &home.children {
            names.entry(name::plain(&child.name)).or_default().push(child);
        }
        let (known, wrong) = (HashMap::new(), Vec::new());
        Pasted { context, home, register, others, force, known, names, wrong }
    }

    /// The rows of a text.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn rows(mut self, file: &str, text: &str) -> Result<Vec<NewRow>, Failure> {
        let text = text.trim_start_matches('\u{feff}');
        let lines: Vec<&str> = text.lines().collect();
        let first = lines.iter().find(|line| !line.trim().is_empty()).copied().unwrap_or_default();
        let mark = if first.contains('\t') { '\t' } else { ',' };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(mark as u8)
            .from_reader(text.as_bytes());
        let mut headings: Option<Vec<Heading>> = None;
        let mut rows = Vec::new();
        for record in reader.records() {
            // The text is UTF-8 and rows may be of any length: nothing else can be wrong with one.
            let Ok(record) = record else { break };
            let line = record.position().map_or(1, csv::Position::line);
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let at = usize::try_from(line).unwrap_or(1).saturating_sub(1);
            let own_line = lines.get(at).copied().unwrap_or_default();
            let place = |cell: usize| (line, column_of(own_line, mark, cell));
            match &headings {
                None => headings = Some(self.headings(&record, &place)),
                Some(headings) => rows.extend(self.row(headings, &record, &place)),
            }
        }
        if headings.is_none() || rows.is_empty() && self.wrong.is_empty() {
            return Err(Failure::usage(&Msg::NoRows { file }, self.context.lang));
        }
        match self.wrong.is_empty() {
            true => Ok(rows),
            false => Err(self.told(file)),
        }
    }

    fn told(&self, file: &str) -> Failure {
        let count = self.wrong.len();
        let head = Msg::RowsRefused { file, count }.text(self.context.lang);
        let line =
            |(line, column, why): &(u64, usize, String)| format!("{file}:{line}:{column}: {why}");
        Failure::Usage(std::iter::once(head).chain(self.wrong.iter().map(line)).collect())
    }

    fn headings(
        &mut self,
        record: &csv::StringRecord,
        place: &dyn Fn(usize) -> (u64, usize),
    ) -> Vec<Heading<'a>> {
        let mut headings: Vec<Heading> = Vec::new();
        for (at, cell) in record.iter().enumerate() {
            if self.is_lost(place(at), cell) {
                headings.push(Heading::Nothing);
                continue;
            }
            let heading = log_headings::heading(self.register, &plain(cell), self.context.lang)
                .and_then(|own| {
                    let is_twice = own != Heading::Nothing && headings.contains(&own);
                    let twice = || Msg::HeadingTwice { name: cell }.text(self.context.lang);
                    if is_twice { Err(twice()) } else { Ok(own) }
                });
            headings.push(heading.unwrap_or_else(|why| {
                let (line, column) = place(at);
                self.wrong.push((line, column, why));
                Heading::Nothing
            }));
        }
        headings
    }

    fn row(
        &mut self,
        headings: &[Heading<'a>],
        record: &csv::StringRecord,
        place: &dyn Fn(usize) -> (u64, usize),
    ) -> Option<NewRow> {
        let before = self.wrong.len();
        for (at, cell) in record.iter().enumerate() {
            self.is_lost(place(at), cell);
        }
        if self.wrong.len() > before {
            return None;
        }
        let cell = |own: Heading| {
            let at = headings.iter().position(|heading| *heading == own)?;
            record.get(at).map(str::trim).filter(|cell| !cell.is_empty()).map(|cell| (at, cell))
        };
        let mut row = self.others.clone();
        let mut date = row.get("date").and_then(|day| day.parse().ok());
        if let Some((at, text)) = cell(Heading::Column("date")) {
            match draft::event_date(text, self.register, self.context) {
                Ok(day) => date = Some(day),
                Err(failure) => self.refuse(place(at), &failure, text),
            }
        }
        let date = date.unwrap_or(self.context.today);
        row.insert("date".to_owned(), date.to_string());
        let class = cell(Heading::Class).map(|(_, class)| class);
        for (at, heading) in headings.iter().enumerate() {
            let Heading::Column(name) = *heading else { continue };
            let text = record.get(at).unwrap_or_default().trim();
            if text.is_empty() || name == "date" {
                continue;
            }
            match self.value(name, text, (class, date)) {
                Ok(value) => drop(row.insert(name.to_owned(), value)),
                Err(failure) => self.refuse(place(at), &failure, text),
            }
        }
        for at in headings.len()..record.len() {
            if !record[at].trim().is_empty() {
                let (line, column) = place(at);
                let why = Msg::CellTooMany.text(self.context.lang);
                self.wrong.push((line, column, why));
            }
        }
        let is_read = self.wrong.len() == before;
        if is_read
            && let Err(failure) =
                Draft::admit(self.context, self.home, self.register, &row, self.force)
        {
            self.refuse((place(0).0, 1), &failure, "");
        }
        (self.wrong.len() == before).then_some(row)
    }

    /// Did the letters of a cell become question marks? That is wrong.
    fn is_lost(&mut self, (line, column): (u64, usize), cell: &str) -> bool {
        let is_lost = encoding::is_lost(cell);
        if is_lost {
            self.wrong.push((line, column, Msg::CellLost.text(self.context.lang)));
        }
        is_lost
    }

    fn value(
        &mut self,
        name: &str,
        text: &str,
        (class, date): (Option<&str>, NaiveDate),
    ) -> Result<String, Failure> {
        let (lang, context) = (self.context.lang, self.context);
        match name {
            "note" => Ok(text.to_owned()),
            "outcome" => words::outcome(&plain(text)).map(str::to_owned).ok_or_else(|| {
                let column = Msg::OutcomeColumn.text(lang);
                let choices = "made 完成, attempted 未成功";
                Failure::usage(&Msg::NotAChoice { column: &column, choices }, lang)
            }),
            "staff" => {
                let home = self.home;
                let find = |word: &str| finder::staff(home, word, lang);
                let ids = typed::names(&[text]).into_iter();
                let ids: Result<Vec<Id>, _> =
                    ids.map(|word| self.known(format!("staff {word}"), || find(word))).collect();
                Ok(typed::joined(&ids?))
            }
            "children" => {
                let ids: Result<Vec<Id>, _> = typed::names(&[text])
                    .into_iter()
                    .map(|word| self.child(word, class, date))
                    .collect();
                Ok(typed::joined(&ids?))
            }
            _ => match self.register.column(name) {
                Some(column) => typed::cell((column, date), text, self.force, context),
                None => Ok(text.to_owned()),
            },
        }
    }

    /// The child that a name means, in the class that stands in the same row.
    fn child(&mut self, word: &str, class: Option<&str>, day: NaiveDate) -> Result<Id, Failure> {
        let (home, lang) = (self.home, self.context.lang);
        let Some(class) = class else {
            return self.known(format!("child {word}"), || finder::child(home, word, day, lang));
        };
        let code = typed::class(home, class, day, lang)?;
        let alike = self.names.get(&name::plain(word)).into_iter().flatten();
        let inside: Vec<Id> =
            alike.filter(|own| own.class_on(day) == Some(&code)).map(|own| own.id).collect();
        if let [only] = inside[..] {
            return Ok(only);
        }
        let id = self.known(format!("child {word}"), || finder::child(home, word, day, lang))?;
        let child = home.child(id).filter(|own| own.class_on(day) != Some(&code));
        match child {
            None => Ok(id),
            Some(child) => {
                let class = home.class_name(&code, day);
                let told = Msg::OtherClass { name: &child.name, class: &class };
                Err(Failure::usage(&told, lang))
            }
        }
    }

    /// Whom a word means, looked for once.
    fn known(
        &mut self,
        word: String,
        find: impl Fn() -> Result<Id, Failure>,
    ) -> Result<Id, Failure> {
        let found = self.known.entry(word).or_insert_with(|| find().map_err(|own| own.sentence()));
        found.clone().map_err(|line| Failure::Usage(vec![line]))
    }

    fn refuse(&mut self, (line, column): (u64, usize), failure: &Failure, text: &str) {
        let why = failure.sentence();
        // Where the same word stands in the call says nothing.
        let place = mistyped::place(&self.context.words, text, self.context.lang);
        let why = place.and_then(|place| why.strip_suffix(&place)).unwrap_or(&why).trim_end();
        self.wrong.push((line, column, why.to_owned()));
    }
}

/// In which column, in letters from 1, a cell of a line begins.
fn column_of(line: &str, mark: char, cell: usize) -> usize {
    let mut quoted = false;
    let mut marks = 0;
    let letters = line.chars().enumerate().filter(|(_, letter)| {
        quoted ^= *letter == '"';
        !quoted && *letter == mark
    });
    let begins: BTreeMap<usize, usize> = letters
        .map(|(at, _)| {
            marks += 1;
            (marks, at + 2)
        })
        .collect();
    begins.get(&cell).copied().unwrap_or(1)
}
