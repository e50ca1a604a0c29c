//! One sheet that was understood: what it is, its table, and what its name and title say.

use chrono::{Datelike, NaiveDate};

use super::days::{self, DayCell};
use super::values::of_cell;
use crate::cli::context::Context;
use crate::domain::grid::heading_words::CODE;
use crate::domain::grid::kinds::SheetKind;
use crate::domain::grid::table::FoundTable;
use crate::domain::grid::table_rows::RowIs;
use crate::domain::grid::{Grid, GridCell};
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::domain::row_code;
use crate::domain::typed_date;

/// A sheet of a file, with its table.
pub struct Sheeted<'a> {
    /// The file as it was named.
    pub file: &'a str,
    pub grid: &'a Grid,
    pub kind: SheetKind,
    pub table: FoundTable,
    /// The class that the name of the sheet, its title or the file's name says, as written there.
    pub class: Option<String>,
    /// What else may be a name: of the sheet, or after 姓名： above the table.
    pub names: Vec<String>,
    /// From which day backwards a day without a year is meant.
    pub lean: NaiveDate,
    /// The month that the sheet is of, when it says so.
    pub month: Option<Month>,
    /// Is a class that stands blank that of the row above?
    pub fills_down: bool,
    /// The rows of data, from 0.
    pub rows: Vec<usize>,
    /// The rows below the headings that are none, though something stands in them.
    pub passed_over: Vec<usize>,
}

impl<'a> Sheeted<'a> {
    /// The same with what its name and title say of class, child and time.
    pub fn new(
        (file, grid): (&'a str, &'a Grid),
        (kind, table): (SheetKind, FoundTable),
        home: &Home,
        today: NaiveDate,
    ) -> Sheeted<'a> {
        let above = table.above(grid);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned();
        let texts = || std::iter::once(&grid.name).chain(&above).chain([&stem]);
        let class = texts().find_map(|text| class_in(text, home, today));
        let names = names_in([&grid.name, &stem], &above);
        let span_end = texts().find_map(|text| year_in(text, home)).unwrap_or(today).min(today);
        let month = texts().find_map(|text| month_in(text, span_end));
        let lean = month.map_or(span_end, |month| month.days().last.min(span_end));
        let (mut rows, mut passed_over) = (Vec::new(), Vec::new());
        for (row, is) in table.rows(grid) {
            match is {
                RowIs::Data => rows.push(row),
                RowIs::Sum | RowIs::Foot | RowIs::Headings => passed_over.push(row),
                RowIs::Blank => {}
            }
        }
        let fills_down = fills_down(grid, &table, &rows);
        Sheeted {
            file,
            grid,
            kind,
            table,
            class,
            names,
            lean,
            month,
            fills_down,
            rows,
            passed_over,
        }
    }

    /// Was the row handed out with a form and not filled in? Nothing but its code says anything.
    pub fn is_unfilled(&self, row: usize) -> bool {
        let own = |means: &str| self.table.column(means).map(|head| head.column);
        let Some(code) = own(CODE) else { return false };
        let filled = |column: usize| !self.grid.shown(row, column).is_blank();
        let mut others = self.table.columns.iter().filter(|head| head.means.is_some());
        let is_handed_out = row_code::is_one(&self.grid.shown(row, code).words());
        is_handed_out && !others.any(|head| head.column != code && filled(head.column))
    }

    /// The cell of a row; of a class that reaches over several rows, the one that says it.
    pub fn cell(&self, row: usize, column: usize, means: &str) -> &GridCell {
        let own = self.grid.shown(row, column);
        if !own.is_blank() || !self.fills_down || means != "class" {
            return own;
        }
        let above = (self.table.first..row).rev().map(|at| self.grid.cell(at, column));
        above.into_iter().find(|cell| !cell.is_blank()).unwrap_or(own)
    }

    /// The words of a row in the column of a meaning; none where there is no such column.
    pub fn words(&self, row: usize, means: &str) -> String {
        let head = self.table.column(means);
        head.map(|head| self.cell(row, head.column, means).words()).unwrap_or_default()
    }

    /// The day that a row tells in the column of a meaning.
    ///
    /// # Errors
    /// It is none, in a sentence.
    pub fn day(
        &self,
        context: &Context,
        row: usize,
        means: &str,
    ) -> Result<Option<NaiveDate>, String> {
        let Some(head) = self.table.column(means) else { return Ok(None) };
        let cell = self.cell(row, head.column, means);
        if cell.is_blank() {
            return Ok(None);
        }
        match days::day(self.grid, cell, self.lean) {
            Ok(DayCell::Day(day) | DayCell::Month(day)) => Ok(Some(day)),
            Err(why) => Err(of_cell(&head.shown, &why.text(context.lang), context.lang)),
        }
    }

    /// What the row above has in a column.
    pub fn above_in(&self, row: usize, column: usize) -> Option<&GridCell> {
        let at = row.checked_sub(1).filter(|at| *at >= self.table.first)?;
        Some(self.grid.shown(at, column)).filter(|cell| !cell.is_blank())
    }
}

/// Where a program does not say which cells are one, a class that stands only in the first of its
/// rows is that of those below.
fn fills_down(grid: &Grid, table: &FoundTable, rows: &[usize]) -> bool {
    let Some(head) = table.column("class") else { return false };
    let filled = |row: &usize| !grid.shown(*row, head.column).is_blank();
    let cells: Vec<bool> = rows.iter().map(filled).collect();
    grid.joints.is_empty() && cells.first() == Some(&true) && cells.contains(&false)
}

/// A class that is named in a text.
fn class_in(text: &str, home: &Home, today: NaiveDate) -> Option<String> {
    let year = home.calendar.spoken_year(today);
    let text: String = text.split_whitespace().collect();
    let letters: Vec<char> = text.chars().collect();
    let ends = letters.iter().enumerate().filter(|(_, letter)| **letter == '班');
    for (end, _) in ends {
        for start in end.saturating_sub(12)..end {
            let part: String = letters[start..=end].iter().collect();
            if home.settings.class_code(&part, year).is_some() {
                return Some(part);
            }
        }
    }
    home.settings.class_code(&text, year).map(|_| text)
}

/// What stands after 姓名： in the lines above, and the names of the sheet and the file.
fn names_in(called: [&str; 2], above: &[String]) -> Vec<String> {
    const BEFORE: [&str; 4] = ["学生姓名", "儿童姓名", "姓名", "学生"];
    let mut names = Vec::new();
    for (at, text) in above.iter().enumerate() {
        let text: String = text.replace(':', "：");
        for before in BEFORE {
            let Some((_, rest)) = text.split_once(before) else { continue };
            let rest = rest.trim_start().trim_start_matches('：').trim_start();
            let name: String = rest.chars().take_while(|own| !own.is_whitespace()).collect();
            match name.is_empty() {
                false => names.push(name),
                true => names.extend(above.get(at + 1).cloned()),
            }
            break;
        }
    }
    names.extend(called.map(|own| own.trim().to_owned()));
    names
}

/// The last day of a school year or term that a text names.
fn year_in(text: &str, home: &Home) -> Option<NaiveDate> {
    let text: String = text.split_whitespace().collect();
    let digits = |part: &str| part.chars().take(4).collect::<String>().parse::<i32>().ok();
    let year = (0..text.len())
        .filter(|at| text.is_char_boundary(*at))
        .find_map(|at| digits(&text[at..]).filter(|year| (1990..2100).contains(year)))?;
    if !text.contains("学年") {
        let has_year = text.contains(&format!("{year}年"));
        return NaiveDate::from_ymd_opt(year, 12, 31).filter(|_| has_year);
    }
    let second = ["第二学期", "下学期", "春季"].iter().any(|own| text.contains(own));
    let first = ["第一学期", "上学期", "秋季"].iter().any(|own| text.contains(own));
    let name = format!("{year}-{}", year + 1);
    let terms: Vec<_> = home.calendar.terms().iter().filter(|own| own.year == name).collect();
    let term = if first { terms.first() } else { terms.last() };
    let known = term.map(|own| own.span.last);
    let guessed = match (first, second) {
        (true, _) => NaiveDate::from_ymd_opt(year + 1, 2, 1),
        _ => NaiveDate::from_ymd_opt(year + 1, 8, 31),
    };
    known.or(guessed)
}

/// The month that a sheet is called by, or its title: 9月, 2024年9月.
fn month_in(text: &str, until: NaiveDate) -> Option<Month> {
    let text: String = text.split_whitespace().collect();
    let before = text.split_once('月').filter(|(_, rest)| !rest.starts_with(char::is_numeric))?.0;
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    let month: u32 = digits.chars().rev().collect::<String>().parse().ok()?;
    let before = before.strip_suffix(&month.to_string()).unwrap_or(before);
    let year = before.strip_suffix('年').map(|own| own.chars().rev().take(4).collect::<String>());
    let year = year.and_then(|own| own.chars().rev().collect::<String>().parse::<i32>().ok());
    match year {
        Some(year) => Month::parse(&format!("{year}-{month:02}")),
        None => typed_date::month(&format!("{month}月"), until),
    }
    .filter(|own| own.days().first.year() > 1990)
}
