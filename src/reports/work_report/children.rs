//! Tables of who the children are: T1 to T7.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::basis::Basis;
use super::enrolment::enrolled;
use super::figures::{
    FigureRow, FigureTable, NOT_STATED, ReportFigure, RowName, TOTAL, TracedCount, counts,
};
use crate::domain::child::Child;
use crate::domain::facts::Fact;
use crate::domain::label::Words;
use crate::domain::schema::{self, FieldType};
use crate::domain::status::ChildStatus;
use crate::domain::status::ChildStatus::{Census, CivilAffairs, Registry, School};

/// The column of how many.
pub(super) const CHILDREN: (&str, Words) = ("children", ("人数", "children"));
/// The column of their share.
pub(super) const SHARE: (&str, Words) = ("share", ("占留守儿童", "share"));

/// T1: by grade and sex, pupils and left-behind children.
pub fn by_grade(basis: &Basis) -> FigureTable {
    let grade = |child: &Child| {
        ChildStatus::Grade.on(child, basis.home(), basis.day()).code.parse::<u32>().ok()
    };
    let is = |child: &Child, sex: &str| basis.code(child, "sex").as_deref() == Some(sex);
    let pupils = enrolled(basis);
    let known: BTreeSet<Option<u32>> =
        basis.on_roll().map(grade).chain(pupils.keys().copied()).collect();
    // What is of no grade stands last.
    let grades =
        known.iter().filter(|own| own.is_some()).chain(known.iter().filter(|own| own.is_none()));
    let cells = |of: &dyn Fn(&Child) -> bool, pupils: Option<&TracedCount>| {
        let children = basis.children(|child| of(child));
        let share = match pupils {
            Some(all) if all.number > 0 => {
                ReportFigure::Share { part: children.number, whole: all.number }
            }
            _ => ReportFigure::Unknown,
        };
        let all = pupils.map_or(ReportFigure::Unknown, |own| ReportFigure::Count(own.clone()));
        let of_sex =
            |sex: &str| ReportFigure::Count(basis.children(|child| of(child) && is(child, sex)));
        vec![all, ReportFigure::Count(children), of_sex("male"), of_sex("female"), share]
    };
    let row = |own: &Option<u32>| FigureRow {
        name: RowName::Grade(*own),
        cells: cells(&|child| grade(child) == *own, pupils.get(own)),
    };
    let mut rows: Vec<FigureRow> = grades.map(row).collect();
    let whole = pupils.values().fold(TracedCount::default(), TracedCount::and);
    let whole = (!pupils.is_empty()).then_some(&whole);
    rows.push(FigureRow { name: TOTAL, cells: cells(&|_| true, whole) });
    FigureTable {
        code: "T1",
        of: None,
        title: ("各年级在校学生和留守儿童", "pupils and left-behind children by grade"),
        names: ("年级", "grade"),
        columns: &[
            ("pupils", ("在校学生", "pupils")),
            ("children", ("留守儿童", "left-behind children")),
            ("boys", ("男", "boys")),
            ("girls", ("女", "girls")),
            ("share", ("留守儿童占比", "share left behind")),
        ],
        rows,
    }
}

/// T2: the four ways of counting side by side.
pub fn by_definition(basis: &Basis) -> FigureTable {
    let (home, day) = (basis.home(), basis.day());
    let is = |status: ChildStatus, code: &'static str| {
        basis.children(move |child| status.on(child, home, day).code == code)
    };
    let unknown = |status| is(status, crate::domain::status::UNKNOWN);
    let row = |code, words, status, value| {
        counts(RowName::Word(code, words), [is(status, value), unknown(status)])
    };
    FigureTable {
        code: "T2",
        of: None,
        title: ("四种口径的留守儿童人数", "left-behind children by four definitions"),
        names: ("口径", "definition"),
        columns: &[CHILDREN, ("unknown", ("资料不足，无法判断", "not known"))],
        rows: vec![
            row(
                "civil_affairs",
                (
                    "民政：父母双方外出，或一方外出另一方无监护能力，未满十六周岁",
                    "Civil Affairs: both away, or one away and the other unable, under 16",
                ),
                CivilAffairs,
                "yes",
            ),
            row("registry_0", ("学籍：非留守（0）", "registry: none away (0)"), Registry, "0"),
            row(
                "registry_1",
                ("学籍：单亲留守（1）", "registry: one parent away (1)"),
                Registry,
                "1",
            ),
            row("registry_2", ("学籍：双亲留守（2）", "registry: both away (2)"), Registry, "2"),
            row(
                "census",
                ("普查：父母一方或双方外出，未满十八周岁", "census: one or both away, under 18"),
                Census,
                "yes",
            ),
            row("school", ("本校：花名册在册", "the school's own: on its roll"), School, "yes"),
        ],
    }
}

/// The codes of a field of choices, with their words.
fn choices(path: &str) -> &'static [(&'static str, Words)] {
    match schema::find(schema::CHILD, path).map(|field| field.holds) {
        Some(FieldType::Choice(choices) | FieldType::Suggested(choices)) => choices,
        _ => &[],
    }
}

/// Rows of the values of a field, each with its share, those that are not stated, and the sum.
fn by_value(basis: &Basis, path: &str) -> Vec<FigureRow> {
    let row = |name: RowName, own: TracedCount| basis.shared(name, own);
    let own = |code: &str| basis.children(|child| basis.code(child, path).as_deref() == Some(code));
    let known = choices(path);
    let mut rows: Vec<FigureRow> = known
        .iter()
        .map(|(code, words)| row(RowName::Word(code, *words), own(code)))
        .filter(|row| row.cells[0].number() != Some(0))
        .collect();
    let is_known = |code: &str| known.iter().any(|(own, _)| *own == code);
    let others = basis.children(|child| basis.code(child, path).is_some_and(|own| !is_known(&own)));
    if others.number > 0 {
        rows.push(row(RowName::Word("other_value", ("其他写法", "written otherwise")), others));
    }
    let missing = basis.children(|child| basis.code(child, path).is_none());
    if missing.number > 0 {
        rows.push(row(NOT_STATED, missing));
    }
    rows.push(row(TOTAL, basis.children(|_| true)));
    rows
}

/// T3: in whose care.
pub fn by_care(basis: &Basis) -> FigureTable {
    FigureTable {
        code: "T3",
        of: None,
        title: ("监护类型", "care types"),
        names: ("类型", "care type"),
        columns: &[CHILDREN, SHARE],
        rows: by_value(basis, "care_type"),
    }
}

/// Has a child a tag on a day, by its code or the word that people write?
fn tagged(child: &Child, day: NaiveDate, words: &[&str]) -> bool {
    let tags = child.fact_on("tags", day).map(Fact::values).unwrap_or_default();
    tags.iter().any(|tag| words.contains(&tag.trim()))
}

/// T5: boarding, disabled, poor, orphans, of a single parent, dropped out.
pub fn circumstances(basis: &Basis) -> FigureTable {
    let day = basis.day();
    let is_tagged = |words: &'static [&str]| basis.children(move |child| tagged(child, day, words));
    let is = |path: &str, code: &str| {
        basis.children(|child| basis.code(child, path).as_deref() == Some(code))
    };
    let boarding =
        basis.children(|child| matches!(child.fact_on("boarding", day), Some(Fact::Bool(true))));
    let left = basis.home().children.iter().filter(|child| {
        child.spells.iter().any(|own| {
            own.reason.as_deref() == Some("dropped_out") && basis.span.contains(own.span.last)
        })
    });
    let row = |code, words, own| counts(RowName::Word(code, words), [own]);
    FigureTable {
        code: "T5",
        of: None,
        title: ("住校、残疾、困难等情况", "boarding, disabled, poor and so on"),
        names: ("情况", "which"),
        columns: &[CHILDREN],
        rows: vec![
            row("boarding", ("住校", "boarding"), boarding),
            row("disabled", ("残疾", "disabled"), is_tagged(&["disabled", "残疾"])),
            row(
                "poor",
                ("家庭经济困难", "poor"),
                is_tagged(&["poor", "贫困", "困难", "低保", "建档立卡"]),
            ),
            row("orphan", ("孤儿", "orphan"), is_tagged(&["orphan", "孤儿"])),
            row(
                "single_parent",
                ("单亲", "of a single parent"),
                is_tagged(&["single_parent", "单亲"]),
            ),
            row(
                "single_or_orphan",
                ("监护类型为单亲或孤儿", "in the care type “single parent or orphan”"),
                is("care_type", "single_or_orphan"),
            ),
            row(
                "dropped_out",
                ("本期辍学", "dropped out in these days"),
                TracedCount::children(left.map(|child| child.id)),
            ),
        ],
    }
}

/// The bands of ages, each up to the age before the next begins.
const BANDS: [(&str, Words, u32, u32); 4] = [
    ("0-5", ("0—5岁", "0–5"), 0, 5),
    ("6-13", ("6—13岁", "6–13"), 6, 13),
    ("14-16", ("14—16岁", "14–16"), 14, 16),
    ("17+", ("17岁以上", "17 and over"), 17, u32::MAX),
];

/// T6: by age.
pub fn by_age(basis: &Basis) -> FigureTable {
    let age = |child: &Child| {
        ChildStatus::Age.on(child, basis.home(), basis.day()).code.parse::<u32>().ok()
    };
    let of = |first: u32, last: u32| {
        basis.children(|child| age(child).is_some_and(|own| (first..=last).contains(&own)))
    };
    let mut rows: Vec<FigureRow> = BANDS
        .iter()
        .map(|(code, words, first, last)| counts(RowName::Word(code, *words), [of(*first, *last)]))
        .collect();
    rows.push(counts(NOT_STATED, [basis.children(|child| age(child).is_none())]));
    rows.push(counts(TOTAL, [basis.children(|_| true)]));
    FigureTable {
        code: "T6",
        of: None,
        title: ("年龄", "ages"),
        names: ("年龄段", "ages"),
        columns: &[CHILDREN],
        rows,
    }
}
