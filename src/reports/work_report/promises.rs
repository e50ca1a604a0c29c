//! Tables of who answers for the children, and of what was promised to them: T8 to T10.

use std::collections::{BTreeMap, BTreeSet};

use super::basis::Basis;
use super::figures::{
    CountSource, FigureRow, FigureTable, ReportFigure, RowName, TOTAL, TracedCount,
};
use crate::domain::after::After;
use crate::domain::id::Id;
use crate::domain::label::Words;
use crate::domain::month::Month;
use crate::domain::role::ROLES;
use crate::domain::rule::{Every, Rule, SubjectKind};
use crate::domain::subject::Subject;
use crate::reports::completion::CompletionPart::{Early, Exempt, InTime, Late, Open, Undone};
use crate::reports::completion::{Completion, CompletionPart, part};
use crate::reports::pairing::{Buddied, Pairing};
use crate::reports::rates::{RateGroup, Rates, RatesBy, group, rates};
use crate::rules::judge::SlotCount;
use crate::rules::obligation::Obligation;

/// T8: adults and children, and who has nobody.
pub fn pairs(basis: &Basis) -> FigureTable {
    let (home, day) = (basis.home(), basis.day());
    let pairing = Pairing::on(home, day, |_| true);
    let row = |name: RowName, is: &dyn Fn(&crate::domain::child::Pair) -> bool| {
        let own: Vec<_> = pairing.pairs.iter().filter(|own| is(own.pair)).collect();
        let adults: BTreeSet<Id> = own.iter().map(|own| own.pair.staff).collect();
        let children: BTreeSet<Id> = own.iter().map(|own| own.child.id).collect();
        let whole = basis.on_roll().count();
        let share = ReportFigure::Share { part: children.len(), whole };
        let adults = TracedCount { number: adults.len(), behind: Vec::new() };
        FigureRow {
            name,
            cells: vec![
                ReportFigure::Count(adults),
                ReportFigure::Count(TracedCount::children(children)),
                share,
            ],
        }
    };
    let roles =
        ROLES.iter().filter(|role| pairing.pairs.iter().any(|own| own.pair.role == role.code));
    let mut rows: Vec<FigureRow> = roles
        .map(|role| {
            let name = RowName::Labelled(role.code.as_str().to_owned(), role.label.clone());
            row(name, &|pair| pair.role == role.code)
        })
        .collect();
    rows.push(row(
        RowName::Word("any", ("有人结对（不重复）", "with anybody, each once")),
        &|_| true,
    ));
    let alone = |code, words, own: TracedCount| {
        let share = ReportFigure::Share { part: own.number, whole: basis.on_roll().count() };
        FigureRow {
            name: RowName::Word(code, words),
            cells: vec![ReportFigure::Blank, ReportFigure::Count(own), share],
        }
    };
    let unpaired = TracedCount::children(pairing.unpaired.iter().map(|child| child.id));
    rows.push(alone("unpaired", ("没有结对", "without anybody"), unpaired));
    let buddied: BTreeSet<Id> =
        Buddied::on(home, day, |_| true).iter().map(|own| own.child.id).collect();
    rows.push(alone(
        "buddy",
        ("有同学伙伴", "with a pupil as buddy"),
        TracedCount::children(buddied),
    ));
    FigureTable {
        code: "T8",
        of: None,
        title: ("结对帮扶", "pairs"),
        names: ("角色", "role"),
        columns: &[
            ("adults", ("教职工", "adults")),
            ("children", ("儿童", "children")),
            ("share", ("占留守儿童", "share")),
        ],
        rows,
    }
}

/// How much fell due, and how much of it was done.
const DUE_COLUMNS: &[(&str, Words)] = &[
    ("due", ("到期", "due")),
    ("in_time", ("按时", "in time")),
    ("late", ("补做", "late")),
    ("undone", ("没做", "not done")),
    ("rate", ("按时率", "rate")),
    ("open", ("未到期", "not yet due")),
    ("exempt", ("免做", "excused")),
];

/// The slots of some obligations, part by part.
fn due_row(basis: &Basis, name: RowName, owed: &[&Obligation]) -> FigureRow {
    let of = |parts: &[CompletionPart]| {
        let own = owed.iter().filter(|one| parts.contains(&part(basis.plan, one)));
        TracedCount::each(own.map(|one| source(basis, one)).collect())
    };
    let mut completion = Completion::default();
    for one in owed {
        completion.add(part(basis.plan, one));
    }
    let count = |parts: &[CompletionPart]| ReportFigure::Count(of(parts));
    FigureRow {
        name,
        cells: vec![
            count(&[InTime, Late, Undone]),
            count(&[InTime]),
            count(&[Late]),
            count(&[Undone]),
            ReportFigure::Rate(completion.rate()),
            count(&[Early, Open]),
            count(&[Exempt]),
        ],
    }
}

/// The rules in the order in which they are written.
fn written(basis: &Basis) -> Vec<usize> {
    let mut rules: Vec<usize> = (0..basis.plan.rules.len()).collect();
    rules.sort_by_key(|rule| basis.plan.rules[*rule].rule.line);
    rules
}

/// T9: what fell due of each rule, and what was done.
pub fn by_rule(basis: &Basis) -> FigureTable {
    let row = |rule: &usize| {
        let owed: Vec<&Obligation> =
            basis.owed.iter().filter(|one| one.case.rule == *rule).collect();
        (!owed.is_empty()).then(|| due_row(basis, RowName::Rule(*rule), &owed))
    };
    let mut rows: Vec<FigureRow> = written(basis).iter().filter_map(row).collect();
    rows.push(due_row(basis, TOTAL, &basis.owed.iter().collect::<Vec<_>>()));
    FigureTable {
        code: "T9",
        of: None,
        title: ("各项规定完成情况", "done by rule"),
        names: ("事项", "rule"),
        columns: DUE_COLUMNS,
        rows,
    }
}

/// T9: each rule month by month; of what falls due in no month there is no more to tell.
pub fn by_month(basis: &Basis) -> Vec<FigureTable> {
    let table = |rule: usize| {
        let own: Vec<&Obligation> =
            basis.owed.iter().filter(|one| one.case.rule == rule && one.dates.is_some()).collect();
        let mut months: BTreeMap<Month, Vec<&Obligation>> = BTreeMap::new();
        for one in &own {
            if let Some(dates) = one.dates {
                months.entry(Month::of(dates.due)).or_default().push(one);
            }
        }
        let rows = months.iter().map(|(month, owed)| due_row(basis, RowName::Month(*month), owed));
        let rows = rows.chain([due_row(basis, TOTAL, &own)]).collect();
        (!own.is_empty()).then_some(FigureTable {
            code: "T9",
            of: Some(RowName::Rule(rule)),
            title: ("逐月完成情况", "done month by month"),
            names: ("月份", "month"),
            columns: DUE_COLUMNS,
            rows,
        })
    };
    written(basis).into_iter().filter_map(table).collect()
}

/// The restricted register that asks for what a rule wants, or that alone can answer it: of such
/// rules only numbers are told.
fn sealed_by(basis: &Basis, rule: &Rule) -> Option<String> {
    let is_restricted =
        |name: &&str| basis.home().registers.get(*name).is_some_and(|own| own.restricted);
    let states = match &rule.every {
        Every::State { requires } => requires.as_slice(),
        _ => &[],
    };
    let facts = states.iter().filter_map(|one| one.condition.register());
    let asking = rule.after().into_iter().flat_map(After::records);
    let mut asks = facts.chain(asking.map(String::as_str));
    let mut answers = rule.records.iter().map(String::as_str);
    let alone = || {
        let open = answers.clone().any(|name| !is_restricted(&name));
        answers.next().filter(|_| !open)
    };
    asks.find(is_restricted).or_else(alone).map(str::to_owned)
}

/// A slot that somebody owed; of a restricted register only that there is one.
fn source(basis: &Basis, one: &Obligation) -> CountSource {
    match sealed_by(basis, basis.plan.rules[one.case.rule].rule) {
        Some(register) => CountSource::Sealed { register },
        None => CountSource::Slot { case: one.case, slot: one.slot.to_string() },
    }
}

/// Who was missed: a row for each child and rule, with the slots in which it was not done.
pub fn missed(basis: &Basis) -> FigureTable {
    let is_undone = |one: &&Obligation| {
        let rule = basis.plan.rules[one.case.rule].rule;
        let is_of_a_child = rule.subject == SubjectKind::Child && sealed_by(basis, rule).is_none();
        is_of_a_child && part(basis.plan, one) == Undone
    };
    let mut cases: BTreeMap<_, Vec<&Obligation>> = BTreeMap::new();
    for one in basis.owed.iter().filter(is_undone) {
        cases.entry((one.case.member, one.case.rule)).or_default().push(one);
    }
    let row = |owed: &Vec<&Obligation>| {
        let case = owed.first()?.case;
        let Subject::Child(at) = basis.plan.subject(case) else { return None };
        let slots: Vec<String> = owed.iter().map(|one| one.slot.to_string()).collect();
        Some(FigureRow {
            name: RowName::Child(basis.home().children.get(*at)?.id),
            cells: vec![
                ReportFigure::Named(RowName::Rule(case.rule)),
                ReportFigure::Count(TracedCount::each(
                    owed.iter().map(|one| source(basis, one)).collect(),
                )),
                ReportFigure::Slots { rule: case.rule, slots },
            ],
        })
    };
    FigureTable {
        code: "T9",
        of: None,
        title: ("没有做到的（附表）", "what was not done"),
        names: ("儿童", "child"),
        columns: &[
            ("rule", ("事项", "rule")),
            ("undone", ("次数", "times")),
            ("slots", ("哪几期", "which")),
        ],
        rows: cases.values().filter_map(row).collect(),
    }
}

/// T10: by class, and by who is responsible.
pub fn by_owner(basis: &Basis) -> [FigureTable; 2] {
    let table = |by: RatesBy, title: Words, names: Words| {
        let mut of: BTreeMap<RateGroup, Vec<&Obligation>> = BTreeMap::new();
        for one in basis.owed {
            of.entry(group(basis.plan, one, by)).or_default().push(one);
        }
        let Rates { groups, .. } = rates(basis.plan, basis.owed, by, SlotCount::default());
        let rows = groups.into_iter().map(|(group, _)| {
            let name = match &group {
                RateGroup::Class(class) => RowName::Class(class.clone()),
                RateGroup::Staff(id) => RowName::Staff(*id),
                RateGroup::Rule(rule) => RowName::Rule(*rule),
                RateGroup::Month(month) => month.map_or(TOTAL, RowName::Month),
            };
            due_row(basis, name, of.get(&group).map(Vec::as_slice).unwrap_or_default())
        });
        let owed: Vec<&Obligation> = basis.owed.iter().collect();
        let rows = rows.chain([due_row(basis, TOTAL, &owed)]).collect();
        FigureTable { code: "T10", of: None, title, names, columns: DUE_COLUMNS, rows }
    };
    [
        table(RatesBy::Class, ("各班完成情况", "done by class"), ("班级", "class")),
        table(
            RatesBy::Staff,
            ("各责任人完成情况", "done by who is responsible"),
            ("责任人", "responsible"),
        ),
    ]
}
