//! The lists of a month's report: who came and went, what was changed, who was absent, and who was
//! persuaded to come back.

use super::basis::Basis;
use super::changes::exit;
use super::figures::{FigureRow, FigureTable, ReportFigure, RowName};
use crate::domain::event::{Event, iso_date};
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::register::Register;
use crate::domain::schema::{self, FieldType};
use crate::domain::spans::next_day;

/// What a cell of a record says: a choice by its words, a date as one, else the text.
fn cell(register: &Register, event: &Event, column: &str, gate: &Gate) -> ReportFigure {
    let Some(text) = event.filled(column) else { return ReportFigure::Blank };
    if let Some(told) = of_field(event, (column, text)) {
        return ReportFigure::Named(told);
    }
    let own = register.column(column);
    let choices = own.map(crate::domain::register::Column::choices).unwrap_or_default();
    if let Some(choice) = choices.iter().find(|choice| choice.code == text) {
        return ReportFigure::Named(RowName::Labelled(choice.code.clone(), choice.label.clone()));
    }
    match (iso_date(text), register.guarded(event, column)) {
        (Some(day), _) => ReportFigure::Date(day),
        (None, Some(guarded)) => ReportFigure::Text(guarded.shown(gate)),
        (None, None) => ReportFigure::Text(text.to_owned()),
    }
}

/// In a record of a change: the field by its label, and what is chosen for it by its words.
fn of_field(event: &Event, (column, text): (&str, &str)) -> Option<RowName> {
    let named = event.filled("field").filter(|_| CHANGED.contains(&column))?;
    let field = schema::find(schema::CHILD, named)?;
    if column == "field" {
        return Some(RowName::Labelled(text.to_owned(), field.label.clone()));
    }
    let FieldType::Choice(choices) = field.holds else { return None };
    let (code, words) = choices.iter().find(|(code, _)| *code == text)?;
    (field.privacy == Privacy::Open).then_some(RowName::Word(code, *words))
}

/// The columns of a record of a change.
const CHANGED: [&str; 3] = ["field", "old", "new"];

/// A row of a record for each of its children.
fn rows(
    basis: &Basis,
    name: &str,
    columns: &[&str],
    gate: &Gate,
    is: impl Fn(&Event) -> bool,
) -> Vec<FigureRow> {
    let Some(register) = basis.home().registers.get(name) else { return Vec::new() };
    let mut own: Vec<&Event> = basis.done(name).filter(|event| is(event)).collect();
    own.sort_by_key(|event| (event.date, event.id));
    let of_event = |event: &&Event| {
        let cells = || {
            let when = [ReportFigure::Date(event.date)];
            let own = columns.iter().map(|column| cell(register, event, column, gate));
            when.into_iter().chain(own).collect::<Vec<ReportFigure>>()
        };
        let row =
            |id: &crate::domain::id::Id| FigureRow { name: RowName::Child(*id), cells: cells() };
        event.children.iter().map(row).collect::<Vec<FigureRow>>()
    };
    own.iter().flat_map(of_event).collect()
}

/// Who was absent in the days, for however short a part of them.
pub fn absences(basis: &Basis, gate: &Gate) -> FigureTable {
    let span = basis.span;
    let is_in = |event: &Event| {
        let date = |column| event.filled(column).and_then(iso_date);
        let first = date("from").unwrap_or(event.date);
        let last = date("until").unwrap_or(first.max(event.date));
        first <= span.last && last >= span.first
    };
    FigureTable {
        code: "absence",
        of: None,
        title: ("缺勤", "absences"),
        names: ("儿童", "child"),
        columns: &[
            ("date", ("登记日期", "entered for")),
            ("from", ("缺勤起", "from")),
            ("until", ("缺勤止", "until")),
            ("reason", ("原因", "reason")),
            ("verified_by", ("核实人", "verified by")),
            ("result", ("核实结果", "result")),
        ],
        rows: rows(
            basis,
            "absence",
            &["from", "until", "reason", "verified_by", "result"],
            gate,
            is_in,
        ),
    }
}

/// Steps taken to bring a child back in the days, and those of before that are not closed.
pub fn persuaded(basis: &Basis, gate: &Gate) -> FigureTable {
    let span = basis.span;
    let is_open = |event: &Event| {
        ["returned_on", "closed_on"].iter().all(|column| event.filled(column).is_none())
    };
    let is_told = |event: &Event| span.contains(event.date) || is_open(event);
    FigureTable {
        code: "persuade",
        of: None,
        title: ("劝返", "persuading to return"),
        names: ("儿童", "child"),
        columns: &[
            ("date", ("日期", "date")),
            ("way", ("方式", "way")),
            ("result", ("结果", "result")),
            ("returned_on", ("返校日期", "returned on")),
            ("closed_on", ("了结日期", "closed on")),
        ],
        rows: rows(
            basis,
            "persuade",
            &["way", "result", "returned_on", "closed_on"],
            gate,
            is_told,
        ),
    }
}

/// Who joined and who left in the days.
pub fn came_and_went(basis: &Basis) -> FigureTable {
    let span = basis.span;
    let mut rows = Vec::new();
    for child in &basis.home().children {
        let mut tell = |day, what: RowName, reason: Option<&str>| {
            let reason = exit(reason).map_or(ReportFigure::Blank, ReportFigure::Named);
            let class = child.class_on(day).cloned();
            rows.push((
                day,
                FigureRow {
                    name: RowName::Child(child.id),
                    cells: vec![
                        ReportFigure::Date(day),
                        ReportFigure::Named(what),
                        ReportFigure::Named(RowName::Class(class)),
                        reason,
                    ],
                },
            ));
        };
        for spell in &child.spells {
            if span.contains(spell.span.first) {
                tell(spell.span.first, RowName::Word("joined", ("入册", "joined")), None);
            }
            // The last day is one on the roll: who left on it is gone the day after.
            if span.contains(next_day(spell.span.last)) {
                tell(
                    spell.span.last,
                    RowName::Word("left", ("离册", "left")),
                    spell.reason.as_deref(),
                );
            }
        }
    }
    rows.sort_by_key(|(day, _)| *day);
    FigureTable {
        code: "T17",
        of: None,
        title: ("入册和离册名单", "who joined and who left"),
        names: ("儿童", "child"),
        columns: &[
            ("date", ("日期", "date")),
            ("what", ("变动", "change")),
            ("class", ("班级", "class")),
            ("reason", ("原因", "reason")),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

/// What was changed in the files of the children.
pub fn edits(basis: &Basis, gate: &Gate) -> FigureTable {
    let span = basis.span;
    FigureTable {
        code: "change",
        of: None,
        title: ("档案变更", "changes of the files"),
        names: ("儿童", "child"),
        columns: &[
            ("date", ("日期", "date")),
            ("field", ("变更项目", "field")),
            ("old", ("原来", "old")),
            ("new", ("现在", "new")),
            ("why", ("原因", "why")),
        ],
        rows: rows(basis, "change", &["field", "old", "new", "why"], gate, |event| {
            span.contains(event.date)
        }),
    }
}
