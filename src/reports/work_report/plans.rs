//! Tables of risk, of judgement and of plans: T16, T18 and T20.

use std::collections::BTreeSet;

use super::basis::Basis;
use super::doings::{kinds, rows_by_kind};
use super::figures::{
    FigureRow, FigureTable, NOT_STATED, ReportFigure, RowName, TOTAL, TracedCount, counts,
};
use crate::domain::event::{Event, iso_date, newest};
use crate::domain::label::Words;

/// T16: risk by level, and restricted records as numbers.
pub fn risk(basis: &Basis) -> FigureTable {
    const LEVELS: [(&str, Words); 3] = [
        ("high", ("高风险", "high risk")),
        ("medium", ("中风险", "medium risk")),
        ("low", ("低风险", "low risk")),
    ];
    let level =
        |code: &str| basis.children(|child| basis.code(child, "risk").as_deref() == Some(code));
    // How many, and never who.
    let silent = |own: TracedCount| TracedCount { behind: Vec::new(), ..own };
    let mut rows: Vec<FigureRow> = LEVELS
        .iter()
        .map(|(code, words)| counts(RowName::Word(code, *words), [silent(level(code))]))
        .collect();
    rows.push(counts(
        RowName::Word("no_level", ("没有评估", "not assessed")),
        [silent(basis.children(|child| basis.code(child, "risk").is_none()))],
    ));
    let day = basis.day();
    let sealed = |register: &str, number: usize| TracedCount {
        number,
        behind: basis.sources(register, basis.done(register).take(number)),
    };
    let row = |code, words, own| counts(RowName::Word(code, words), [own]);
    let open = basis.done("plan").filter(|event| event.is_open(day)).count();
    rows.push(row(
        "plans_open",
        ("在办的个别教育方案", "individual plans still open"),
        sealed("plan", open),
    ));
    rows.push(row(
        "plans_begun",
        ("本期立的个别教育方案", "individual plans begun"),
        basis.records("plan", |_| true),
    ));
    rows.push(row(
        "counselling",
        ("心理辅导（次）", "counselling sessions"),
        basis.records("counselling", |_| true),
    ));
    rows.push(row(
        "incidents",
        ("事件和强制报告（件）", "incidents and reports"),
        basis.records("incident", |_| true),
    ));
    FigureTable {
        code: "T16",
        of: None,
        title: ("风险等级和个别教育（只有数字）", "risk and individual plans (numbers alone)"),
        names: ("项目", "which"),
        columns: &[("number", ("数量", "number"))],
        rows,
    }
}

/// T18: what was assessed, sheet by sheet.
pub fn assessed(basis: &Basis) -> FigureTable {
    let row = |name: RowName, is: &dyn Fn(&Event) -> bool| {
        let own: Vec<&Event> = basis.done_within("assessment").filter(|event| is(event)).collect();
        let subjects: BTreeSet<&str> =
            own.iter().filter_map(|event| event.filled("subject")).collect();
        let sources = || basis.sources("assessment", own.iter().copied());
        counts(
            name,
            [
                TracedCount { number: subjects.len(), behind: sources() },
                TracedCount::each(sources()),
            ],
        )
    };
    let rows = rows_by_kind(basis, ("assessment", "sheet"), row);
    FigureTable {
        code: "T18",
        of: None,
        title: ("考核", "assessment"),
        names: ("考核表", "sheet"),
        columns: &[
            ("subjects", ("考核对象", "assessed")),
            ("items", ("评分（项）", "items scored")),
        ],
        rows,
    }
}

/// T18: awards.
pub fn awards(basis: &Basis) -> FigureTable {
    let row = |(code, name): (Option<String>, RowName)| {
        let is = |event: &Event| event.filled("kind") == code.as_deref();
        // The holder of an award of a child is not told: it may be the child's name.
        let is_of_adults =
            matches!(code.as_deref(), Some("advanced_class" | "advanced_proxy_parent"));
        let held = basis.done_within("award").filter(|event| is_of_adults && is(event));
        let held: Vec<&str> = held.filter_map(|event| event.filled("holder")).collect();
        let said: Vec<String> = held.iter().map(|own| holder(basis, own)).collect();
        FigureRow {
            name,
            cells: vec![
                ReportFigure::Count(basis.records("award", is)),
                ReportFigure::Coded { code: held.join("、"), said: said.join("、") },
            ],
        }
    };
    let mut rows: Vec<FigureRow> = kinds(basis, "award", "kind").into_iter().map(row).collect();
    rows.push(FigureRow {
        name: TOTAL,
        cells: vec![ReportFigure::Count(basis.records("award", |_| true)), ReportFigure::Blank],
    });
    FigureTable {
        code: "T18",
        of: None,
        title: ("表彰", "awards"),
        names: ("奖项", "award"),
        columns: &[("records", ("项数", "number")), ("holders", ("获奖班级或教师", "held by"))],
        rows,
    }
}

/// Who holds an award: a class as the school calls it, else as it was typed.
fn holder(basis: &Basis, text: &str) -> String {
    let home = basis.home();
    let code = home.settings.class_code(text, home.calendar.spoken_year(basis.day()));
    code.map_or_else(|| text.to_owned(), |code| home.class_name(&code, basis.day()))
}

/// The items of plans that stand: of each the row recorded last.
pub fn items<'a>(basis: &Basis<'a>) -> Vec<&'a Event> {
    let key = |event: &'a Event| ["plan", "years", "item"].map(|column| event.filled(column));
    let mut items: Vec<&Event> = newest(basis.done("work_item"), key).into_values().collect();
    items.sort_by_key(|event| (event.filled("due_on").and_then(iso_date), event.date, event.id));
    items
}

/// How an item of a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanItemState {
    Done,
    Late,
    Ahead,
}

/// How an item stands on the last day.
pub fn state(basis: &Basis, item: &Event) -> PlanItemState {
    let date = |column| item.filled(column).and_then(iso_date);
    match (date("done_on"), date("due_on")) {
        (Some(done), _) if done <= basis.day() => PlanItemState::Done,
        (_, Some(due)) if due < basis.day() => PlanItemState::Late,
        _ => PlanItemState::Ahead,
    }
}

/// T20: what was planned and what was done of it.
pub fn items_done(basis: &Basis) -> FigureTable {
    let words = |state| match state {
        PlanItemState::Done => ("done", ("已完成", "done")),
        PlanItemState::Late => ("late", ("过期未完成", "late")),
        PlanItemState::Ahead => ("ahead", ("未到期", "not due yet")),
    };
    let row = |item: &&Event| {
        let text = |column| {
            ReportFigure::Text(basis.open_text("work_item", item, column).unwrap_or_default())
        };
        let date = |column| {
            item.filled(column).and_then(iso_date).map_or(ReportFigure::Blank, ReportFigure::Date)
        };
        let (code, words) = words(state(basis, item));
        FigureRow {
            name: RowName::Text(item.filled("item").unwrap_or_default().to_owned()),
            cells: vec![
                text("plan"),
                text("years"),
                date("due_on"),
                date("done_on"),
                ReportFigure::Named(RowName::Word(code, words)),
            ],
        }
    };
    FigureTable {
        code: "T20",
        of: None,
        title: ("计划和完成情况", "planned and done"),
        names: ("工作项目", "item"),
        columns: &[
            ("plan", ("计划", "plan")),
            ("years", ("学年", "years")),
            ("due_on", ("计划完成", "due on")),
            ("done_on", ("实际完成", "done on")),
            ("state", ("情况", "state")),
        ],
        rows: items(basis).iter().map(row).collect(),
    }
}

/// T20: the same in numbers, plan by plan.
pub fn plan_counts(basis: &Basis) -> FigureTable {
    let items = items(basis);
    let plans: BTreeSet<Option<&str>> = items.iter().map(|item| item.filled("plan")).collect();
    let row = |name: RowName, plan: Option<Option<&str>>| {
        let of = |wanted: Option<PlanItemState>| {
            let own = items.iter().copied().filter(|item| {
                plan.is_none_or(|plan| item.filled("plan") == plan)
                    && wanted.is_none_or(|wanted| state(basis, item) == wanted)
            });
            TracedCount::each(basis.sources("work_item", own))
        };
        counts(
            name,
            [
                of(None),
                of(Some(PlanItemState::Done)),
                of(Some(PlanItemState::Late)),
                of(Some(PlanItemState::Ahead)),
            ],
        )
    };
    let mut rows: Vec<FigureRow> = plans
        .iter()
        .map(|plan| {
            let name = plan.map_or(NOT_STATED, |plan| RowName::Text(plan.to_owned()));
            row(name, Some(*plan))
        })
        .collect();
    rows.push(row(TOTAL, None));
    FigureTable {
        code: "T20",
        of: None,
        title: ("计划完成数", "plans in numbers"),
        names: ("计划", "plan"),
        columns: &[
            ("items", ("项目", "items")),
            ("done", ("已完成", "done")),
            ("late", ("过期未完成", "late")),
            ("ahead", ("未到期", "not due yet")),
        ],
        rows,
    }
}
