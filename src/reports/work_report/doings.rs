//! Tables of what was held: T11 to T13.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::basis::Basis;
use super::figures::{
    FigureRow, FigureTable, NOT_STATED, ReportFigure, RowName, TOTAL, TracedCount, counts,
};
use crate::domain::event::Event;
use crate::domain::label::Words;
use crate::domain::month::Month;
use crate::reports::rota::shifts;

/// The codes that a column of a register has, each with its row; what is blank comes last.
pub fn kinds(basis: &Basis, register: &str, column: &str) -> Vec<(Option<String>, RowName)> {
    let own = basis.home().registers.get(register).and_then(|own| own.column(column));
    let choices = own.map(crate::domain::register::Column::choices).unwrap_or_default();
    let found: BTreeSet<Option<&str>> =
        basis.done_within(register).map(|event| event.filled(column)).collect();
    let known = choices.iter().filter(|choice| found.contains(&Some(choice.code.as_str())));
    let mut rows: Vec<(Option<String>, RowName)> = known
        .map(|own| (Some(own.code.clone()), RowName::Labelled(own.code.clone(), own.label.clone())))
        .collect();
    let is_known = |code: &str| choices.iter().any(|own| own.code == code);
    let others = found.iter().flatten().filter(|code| !is_known(code));
    rows.extend(others.map(|code| (Some((*code).to_owned()), RowName::Text((*code).to_owned()))));
    if found.contains(&None) {
        rows.push((None, NOT_STATED));
    }
    rows
}

/// A row for each kind that there is, and one for all.
pub fn rows_by_kind(
    basis: &Basis,
    (register, column): (&str, &str),
    row: impl Fn(RowName, &dyn Fn(&Event) -> bool) -> FigureRow,
) -> Vec<FigureRow> {
    let of_kind = |(code, name): (Option<String>, RowName)| {
        row(name, &|event| event.filled(column) == code.as_deref())
    };
    let kinds = kinds(basis, register, column).into_iter().map(of_kind);
    kinds.chain([row(TOTAL, &|_| true)]).collect()
}

const HELD: &[(&str, Words)] = &[
    ("records", ("次数", "times")),
    ("person_times", ("人次", "person-times")),
    ("children", ("参加的儿童", "children")),
];

fn held(basis: &Basis, register: &str, name: RowName, is: &dyn Fn(&Event) -> bool) -> FigureRow {
    counts(
        name,
        [
            basis.records(register, is),
            basis.person_times(register, is),
            basis.children_of(register, is),
        ],
    )
}

/// T11: activities by kind, by month, and who took part in none.
pub fn activities(basis: &Basis) -> [FigureTable; 2] {
    let register = "activity";
    let row = |name: RowName, is: &dyn Fn(&Event) -> bool| held(basis, register, name, is);
    let mut rows = rows_by_kind(basis, (register, "kind"), row);
    let none = basis.took_no_part();
    rows.push(FigureRow {
        name: RowName::Word("none", ("一次也没有参加", "took part in none")),
        cells: vec![ReportFigure::Blank, ReportFigure::Blank, ReportFigure::Count(none)],
    });
    let months: BTreeSet<Month> =
        basis.done_within(register).map(|event| Month::of(event.date)).collect();
    let of_month = |month: &Month| {
        held(basis, register, RowName::Month(*month), &|event| Month::of(event.date) == *month)
    };
    let mut by_month: Vec<FigureRow> = months.iter().map(of_month).collect();
    by_month.push(held(basis, register, TOTAL, &|_| true));
    [
        FigureTable {
            code: "T11",
            of: None,
            title: ("各类活动", "activities by kind"),
            names: ("类型", "kind"),
            columns: HELD,
            rows,
        },
        FigureTable {
            code: "T11",
            of: None,
            title: ("逐月活动", "activities by month"),
            names: ("月份", "month"),
            columns: HELD,
            rows: by_month,
        },
    ]
}

/// T12: sessions that were planned, and those that were held.
pub fn rota(basis: &Basis) -> FigureTable {
    let columns: &[(&str, Words)] = &[
        ("planned", ("排班（场次）", "sessions planned")),
        ("attended", ("其中有人值日", "of these attended")),
        ("unplanned", ("没有排班而有人值日", "attended without a plan")),
    ];
    let events: Vec<(String, Event)> = ["rota", "duty"]
        .iter()
        .flat_map(|name| basis.done_within(name).map(|event| ((*name).to_owned(), event.clone())))
        .collect();
    let all =
        basis.home().registers.get("rota").map(|own| shifts(own, &events)).unwrap_or_default();
    let mut months: BTreeMap<Month, [usize; 3]> = BTreeMap::new();
    for shift in &all {
        let own = months.entry(Month::of(shift.date)).or_default();
        own[0] += usize::from(shift.is_planned);
        own[1] += usize::from(shift.is_planned && shift.is_done);
        own[2] += usize::from(!shift.is_planned && shift.is_done);
    }
    let row = |name: RowName, own: [usize; 3], behind: [Vec<_>; 3]| {
        counts(
            name,
            own.into_iter().zip(behind).map(|(number, behind)| TracedCount { number, behind }),
        )
    };
    let planned: BTreeSet<(NaiveDate, &str)> = all
        .iter()
        .filter(|shift| shift.is_planned)
        .map(|shift| (shift.date, shift.session.as_str()))
        .collect();
    let behind = |month: Option<Month>| {
        let of = |name: &str, is_planned: bool| {
            let own = basis.done_within(name).filter(|event| {
                let shift = (event.date, event.filled("session").unwrap_or_default());
                let is_then = month.is_none_or(|month| Month::of(event.date) == month);
                is_then && planned.contains(&shift) == is_planned
            });
            basis.sources(name, own)
        };
        [of("rota", true), of("duty", true), of("duty", false)]
    };
    let mut rows: Vec<FigureRow> = months
        .iter()
        .map(|(month, own)| row(RowName::Month(*month), *own, behind(Some(*month))))
        .collect();
    let sum = months
        .values()
        .fold([0; 3], |sum, own| [sum[0] + own[0], sum[1] + own[1], sum[2] + own[2]]);
    rows.push(row(TOTAL, sum, behind(None)));
    FigureTable {
        code: "T12",
        of: None,
        title: ("值日", "duty"),
        names: ("月份", "month"),
        columns,
        rows,
    }
}

/// T13: lectures, trainings and meetings, one after another.
pub fn held_list(basis: &Basis) -> FigureTable {
    // Which column says what it was about, and which how many came beside the children.
    const OF: [(&str, &str, Option<&str>); 3] = [
        ("lecture", "topic", None),
        ("training", "topic", Some("guardians")),
        ("meeting", "matters", None),
    ];
    let mut rows = Vec::new();
    for (name, about, came) in OF {
        let Some(register) = basis.home().registers.get(name) else { continue };
        for event in basis.done_within(name) {
            let kind = event.filled("kind").unwrap_or_default();
            let choices = register.column("kind").map(crate::domain::register::Column::choices);
            let own = choices.unwrap_or_default().iter().find(|own| own.code == kind);
            let kind = match own {
                Some(own) => RowName::Labelled(own.code.clone(), own.label.clone()),
                None => RowName::Text(kind.to_owned()),
            };
            let children = event.children.iter().count();
            let number = came.and_then(|column| event.filled(column)?.parse().ok());
            let sources = basis.sources(name, [event]);
            let count = |number: usize| {
                ReportFigure::Count(TracedCount { number, behind: sources.clone() })
            };
            rows.push((
                event.date,
                FigureRow {
                    name: RowName::Day(event.date),
                    cells: vec![
                        ReportFigure::Named(RowName::Labelled(
                            name.to_owned(),
                            register.label.clone(),
                        )),
                        ReportFigure::Named(kind),
                        ReportFigure::Text(basis.open_text(name, event, about).unwrap_or_default()),
                        if children > 0 { count(children) } else { ReportFigure::Blank },
                        number.map_or(ReportFigure::Blank, count),
                    ],
                },
            ));
        }
    }
    rows.sort_by_key(|(date, _)| *date);
    FigureTable {
        code: "T13",
        of: None,
        title: ("讲座、监护人培训和会议", "lectures, training of guardians, meetings"),
        names: ("日期", "date"),
        columns: &[
            ("register", ("登记", "register")),
            ("kind", ("类别", "kind")),
            ("about", ("主题", "about")),
            ("children", ("参加儿童", "children")),
            ("guardians", ("参加监护人", "guardians")),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}
