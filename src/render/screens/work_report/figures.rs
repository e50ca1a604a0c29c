//! Figures of a report as cells and sheets.

use crate::domain::share::SharePrecision;
use crate::lang::rate_words::rate;
use crate::lang::report_words::Reporting;
use crate::lang::{label, listed, words_in};
use crate::render::cell::Cell;
use crate::render::screens::Names;
use crate::render::screens::list::value_in_words;
use crate::render::sheet::{Prose, Sheet, SheetColumn};
use crate::reports::work_report::figures::{FigureRow, FigureTable, ReportFigure, RowName};

/// What people call a row.
pub fn row_name(names: &Names, name: &RowName) -> String {
    let (home, lang) = (names.plan.home, names.lang);
    match name {
        RowName::Word(_, words) => words_in(*words, lang).to_owned(),
        RowName::Labelled(_, own) => label(own, lang).to_owned(),
        RowName::Grade(Some(grade)) => {
            value_in_words(home, "grade", &grade.to_string(), names.plan.today, lang)
        }
        RowName::Grade(None) => Reporting::NoGrade.text(lang),
        RowName::Class(Some(class)) => home.class_name(class, names.plan.today),
        RowName::Class(None) => crate::lang::rate_words::RateWord::WithoutClass.text(lang),
        RowName::Staff(Some(id)) => {
            home.person(*id).map(|own| names.staff_name(own)).unwrap_or_default()
        }
        RowName::Staff(None) => Reporting::NobodyOwn.text(lang),
        RowName::Child(id) => home.child(*id).map(|own| own.name.clone()).unwrap_or_default(),
        RowName::Rule(rule) => names.rule(*rule),
        RowName::Month(month) => month.to_string(),
        RowName::Day(day) => day.to_string(),
        RowName::Text(text) => text.clone(),
        RowName::Of(own) => Reporting::PartOf { of: &row_name(names, own) }.text(lang),
    }
}

/// What programs call a row.
pub fn row_code(names: &Names, name: &RowName) -> String {
    match name {
        RowName::Word(code, _) => (*code).to_owned(),
        RowName::Labelled(code, _) => code.clone(),
        RowName::Grade(grade) => grade.map(|own| own.to_string()).unwrap_or_default(),
        RowName::Class(class) => class.as_ref().map(ToString::to_string).unwrap_or_default(),
        RowName::Staff(id) => id.map(|own| own.to_string()).unwrap_or_default(),
        RowName::Child(id) => id.to_string(),
        RowName::Rule(rule) => names.plan.rules[*rule].rule.id.as_str().to_owned(),
        RowName::Month(month) => month.to_string(),
        RowName::Day(day) => day.to_string(),
        RowName::Text(text) => text.clone(),
        RowName::Of(own) => row_code(names, own),
    }
}

/// A figure as people and programs read it.
pub fn cell(names: &Names, figure: &ReportFigure) -> Cell {
    let precision = names.plan.home.settings.shares;
    let lang = names.lang;
    match figure {
        ReportFigure::Count(own) => Cell::count(own.number),
        ReportFigure::Share { part, whole } => {
            let exact = SharePrecision::Hundredth.told(*part, *whole);
            let exact = exact.map(|own| own.trim_end_matches(" %").to_owned());
            Cell::text(exact).said(share(precision, *part, *whole))
        }
        ReportFigure::Rate(tenths) => {
            Cell::text(tenths.map(crate::lang::rate_words::digits)).said(rate(*tenths))
        }
        ReportFigure::Money { sum, .. } => Cell::from(sum.to_string()),
        ReportFigure::Change(0) => Cell::from(0),
        ReportFigure::Change(own) if *own > 0 => {
            Cell::from(*own).said(Reporting::More { number: *own }.text(lang))
        }
        ReportFigure::Change(own) => Cell::from(*own),
        ReportFigure::Text(text) => Cell::from(text.as_str()),
        ReportFigure::Coded { code, said } => Cell::from(code.as_str()).said(said.as_str()),
        ReportFigure::Slots { rule, slots } => {
            let said: Vec<String> = slots.iter().map(|slot| names.slot(*rule, slot)).collect();
            Cell::from(slots.join(" ")).said(listed(&said, lang))
        }
        ReportFigure::Named(name) => Cell::from(row_code(names, name)).said(row_name(names, name)),
        ReportFigure::Date(day) => Cell::from(*day),
        ReportFigure::Unknown => Cell::NOTHING.said(Reporting::NotRecorded.text(lang)),
        ReportFigure::Blank => Cell::NOTHING,
    }
}

/// A share as the school writes it.
pub fn share(precision: SharePrecision, part: usize, whole: usize) -> String {
    precision.told(part, whole).unwrap_or_else(|| "—".to_owned())
}

/// What stands above a table.
pub fn heading(names: &Names, table: &FigureTable) -> String {
    let (title, lang) = (words_in(table.title, names.lang), names.lang);
    match &table.of {
        Some(of) => Reporting::TableOf { title, of: &row_name(names, of) }.text(lang),
        None => title.to_owned(),
    }
}

/// A table as a sheet for people; one without rows says that there is none.
pub fn sheet(names: &Names, table: &FigureTable) -> Sheet {
    let lang = names.lang;
    let heading = heading(names, table);
    if table.is_nothing() {
        let none = Reporting::NoneOf { what: words_in(table.title, lang) }.text(lang);
        return Sheet::told(vec![Prose::Said(none)]).below();
    }
    let name = SheetColumn::for_people(words_in(table.names, lang), |row: &FigureRow| {
        Cell::from(row_name(names, &row.name))
    });
    let figures = table.columns.iter().enumerate().map(|(at, (_, words))| {
        SheetColumn::for_people(words_in(*words, lang), move |row: &FigureRow| {
            row.cells.get(at).map_or(Cell::NOTHING, |own| cell(names, own))
        })
    });
    let columns: Vec<SheetColumn<FigureRow>> = [name].into_iter().chain(figures).collect();
    Sheet::of(&columns, &table.rows).headed(heading).below()
}

/// One figure of a table, as programs read it.
struct ToldFigure<'a> {
    table: &'a FigureTable,
    row: &'a FigureRow,
    column: &'static str,
    figure: &'a ReportFigure,
}

/// The keys of a report for programs.
pub const KEYS: &[&str] = &["table", "of", "row", "column", "value"];

/// Every figure of the tables on a row of its own, for programs.
pub fn for_programs(names: &Names, tables: &[&FigureTable]) -> Sheet {
    let figures = tables.iter().flat_map(|table| {
        table.rows.iter().flat_map(move |row| {
            let cells = table.columns.iter().zip(&row.cells);
            cells.map(move |((column, _), figure)| ToldFigure { table, row, column, figure })
        })
    });
    let figures: Vec<ToldFigure> = figures.collect();
    let columns = [
        SheetColumn::for_programs("table", |own: &ToldFigure| own.table.code),
        SheetColumn::for_programs("of", |own: &ToldFigure| {
            Cell::text(own.table.of.as_ref().map(|of| row_code(names, of)))
        }),
        SheetColumn::for_programs("row", |own: &ToldFigure| row_code(names, &own.row.name)),
        SheetColumn::for_programs("column", |own: &ToldFigure| own.column),
        SheetColumn::for_programs("value", |own: &ToldFigure| cell(names, own.figure)),
    ];
    Sheet::of(&columns, &figures)
}
