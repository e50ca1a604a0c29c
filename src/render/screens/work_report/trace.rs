//! What stands behind each number of a report, row by row.

use super::figures::{cell, heading, row_code, row_name};
use crate::lang::report_words::Reporting;
use crate::lang::words::Word;
use crate::lang::{label, words_in};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::screens::Names;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::work_report::figures::{CountSource, FigureRow, FigureTable, ReportFigure};

/// One thing that was counted, and where it counts.
struct Traced<'a> {
    table: &'a FigureTable,
    row: &'a FigureRow,
    column: &'a (&'static str, crate::domain::label::Words),
    figure: &'a ReportFigure,
    source: &'a CountSource,
}

/// Every source of every number, in the order of the tables.
pub fn trace(names: &Names, tables: &[&FigureTable], name: &str) -> Screen {
    let lang = names.lang;
    let mut traced = Vec::new();
    for table in tables {
        for row in &table.rows {
            for (column, figure) in table.columns.iter().zip(&row.cells) {
                let sources = figure.behind().iter();
                traced.extend(sources.map(|source| Traced { table, row, column, figure, source }));
            }
        }
    }
    let columns = [
        SheetColumn::new("table", Reporting::TableHead.text(lang), |own: &Traced| {
            Cell::from(own.table.code).said(heading(names, own.table))
        }),
        SheetColumn::for_programs("of", |own: &Traced| {
            Cell::text(own.table.of.as_ref().map(|of| row_code(names, of)))
        }),
        SheetColumn::new("row", Reporting::RowHead.text(lang), |own: &Traced| {
            Cell::from(row_code(names, &own.row.name)).said(row_name(names, &own.row.name))
        }),
        SheetColumn::new("column", Reporting::ColumnHead.text(lang), |own: &Traced| {
            Cell::from(own.column.0).said(words_in(own.column.1, lang))
        }),
        SheetColumn::new("value", Reporting::ValueHead.text(lang), |own: &Traced| {
            cell(names, own.figure)
        }),
        SheetColumn::new("source", Reporting::SourceHead.text(lang), |own: &Traced| {
            source(names, own.source)
        }),
        SheetColumn::new("id", Word::Id.text(lang), |own: &Traced| id(names, own.source)),
        SheetColumn::new("place", Reporting::PlaceHead.text(lang), |own: &Traced| {
            place(own.source)
        }),
    ];
    Screen {
        title: Some(Reporting::TraceTitle { name }.text(lang)),
        sheets: vec![Sheet::of(&columns, &traced)],
        ..Screen::default()
    }
}

fn source(names: &Names, source: &CountSource) -> Cell {
    let (home, lang) = (names.plan.home, names.lang);
    let register = |name: &str| {
        home.registers.get(name).map_or(name, |own| label(&own.label, lang)).to_owned()
    };
    match source {
        CountSource::Child(id) => {
            let name = home.child(*id).map(|own| own.name.as_str()).unwrap_or_default();
            Cell::from("child").said(format!("{} {name}", Reporting::Child.text(lang)))
        }
        CountSource::Record { register: own, date, .. } => {
            Cell::from(own.as_str()).said(format!("{} {date}", register(own)))
        }
        CountSource::Slot { case, slot } => {
            let (rule, subject) = (names.rule(case.rule), names.name(names.subject(*case)));
            let slot = names.slot(case.rule, slot);
            Cell::from("slot").said(format!("{rule} {subject} {slot}"))
        }
        CountSource::Sealed { register: own } => {
            Cell::from(own.as_str()).said(Reporting::Sealed { register: &register(own) }.text(lang))
        }
    }
}

fn id(names: &Names, source: &CountSource) -> Cell {
    match source {
        CountSource::Child(id) | CountSource::Record { id, .. } => Cell::from(id.to_string()),
        CountSource::Slot { case, .. } => Cell::from(names.subject(*case).id(names.plan.home)),
        CountSource::Sealed { .. } => Cell::NOTHING,
    }
}

fn place(source: &CountSource) -> Cell {
    match source {
        CountSource::Child(id) => Cell::from(format!("children/{id}.toml")),
        CountSource::Record { file, line, .. } => Cell::from(format!("{file}:{line}")),
        CountSource::Slot { slot, .. } => Cell::from(slot.as_str()),
        CountSource::Sealed { .. } => Cell::NOTHING,
    }
}
