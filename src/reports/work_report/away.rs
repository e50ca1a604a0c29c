//! Tables of whose parents are away, and where: T4.

use chrono::NaiveDate;

use super::basis::Basis;
use super::children::{CHILDREN, SHARE};
use super::figures::{FigureRow, FigureTable, NOT_STATED, ReportFigure, RowName, TOTAL};
use super::provinces::{PROVINCES, province_of};
use crate::domain::child::Child;
use crate::domain::facts::Fact;

/// The fields of a parent.
#[derive(Clone, Copy)]
struct AwayFields {
    away: &'static str,
    since: &'static str,
    work_place: &'static str,
}

const PARENTS: [AwayFields; 2] = [
    AwayFields { away: "father.away", since: "father.away_since", work_place: "father.work_place" },
    AwayFields { away: "mother.away", since: "mother.away_since", work_place: "mother.work_place" },
];

/// Is a parent away on a day? One who leaves later is not.
fn is_away(child: &Child, parent: AwayFields, day: NaiveDate) -> Option<bool> {
    let Some(Fact::Bool(away)) = child.fact_on(parent.away, day) else { return None };
    let since = match child.fact_on(parent.since, day) {
        Some(Fact::Date(since)) => Some(*since),
        _ => None,
    };
    Some(*away && since.is_none_or(|since| since <= day))
}

/// T4: one or both away.
pub fn away(basis: &Basis) -> FigureTable {
    let both = |child: &Child| PARENTS.map(|parent| is_away(child, parent, basis.day()));
    let one = |child: &Child| both(child).iter().filter(|own| **own == Some(true)).count() == 1;
    let known_none = [Some(false), Some(false)];
    let row = |code, words, fits: &dyn Fn(&Child) -> bool| {
        basis.shared(RowName::Word(code, words), basis.children(fits))
    };
    let rows = vec![
        row("both", ("父母双方外出", "both parents away"), &|child| {
            both(child) == [Some(true), Some(true)]
        }),
        row("one", ("父母一方外出", "one parent away"), &one),
        row("none", ("父母都不外出", "none away"), &|child| both(child) == known_none),
        basis.shared(
            NOT_STATED,
            basis.children(|child| !both(child).contains(&Some(true)) && both(child) != known_none),
        ),
        basis.shared(TOTAL, basis.children(|_| true)),
    ];
    FigureTable {
        code: "T4",
        of: None,
        title: ("父母外出情况", "parents away"),
        names: ("情况", "which"),
        columns: &[CHILDREN, SHARE],
        rows,
    }
}

/// T4: where parents work; a child whose parents are in two provinces counts in both.
pub fn provinces(basis: &Basis) -> FigureTable {
    let places = |child: &Child| {
        let of = |parent: AwayFields| {
            let is_there = is_away(child, parent, basis.day()) == Some(true);
            let place = basis.code(child, parent.work_place).filter(|_| is_there);
            place.map(|place| province_of(&place))
        };
        PARENTS.map(of)
    };
    let of = |at: usize| {
        let (code, words) = PROVINCES.get(at)?;
        let name = RowName::Word(code, *words);
        let own = basis.children(|child| places(child).contains(&Some(Some(at))));
        Some(basis.shared(name, own))
    };
    let mut rows: Vec<FigureRow> = (0..PROVINCES.len()).filter_map(of).collect();
    let elsewhere = RowName::Word("elsewhere", ("没有写明省份", "no province is named"));
    let own = basis.children(|child| places(child).contains(&Some(None)));
    rows.push(basis.shared(elsewhere, own));
    rows.retain(|row| row.cells.first().and_then(ReportFigure::number) != Some(0));
    FigureTable {
        code: "T4",
        of: None,
        title: (
            "父母务工省份（在不同省的各计一次）",
            "provinces of work (of two provinces in both)",
        ),
        names: ("省份", "province"),
        columns: &[CHILDREN, SHARE],
        rows,
    }
}
