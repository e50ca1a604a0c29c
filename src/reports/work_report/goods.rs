//! Tables of money and things: T14 and T15.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::doings::kinds;
use super::figures::{FigureRow, FigureTable, ReportFigure, RowName, TOTAL, TracedCount, counts};
use crate::domain::amount::Amount;
use crate::domain::event::{Event, iso_date};
use crate::domain::label::Words;

/// What a column of some records adds up to. A cell that is no number, of which `check` tells,
/// adds nothing.
fn sum<'e>(basis: &Basis, register: &str, column: &str, events: &[&'e Event]) -> ReportFigure {
    let filled: Vec<&'e Event> =
        events.iter().copied().filter(|event| event.filled(column).is_some()).collect();
    let amounts = filled.iter().filter_map(|event| Amount::parse(event.filled(column)?));
    let sum = amounts.fold(Amount::ZERO, |sum, own| sum + own);
    ReportFigure::Money { sum, behind: basis.sources(register, filled) }
}

fn picked<'e>(basis: &Basis<'e>, register: &str, is: impl Fn(&Event) -> bool) -> Vec<&'e Event> {
    basis.done_within(register).filter(|event| is(event)).collect()
}

/// Did a donation come in? One that does not say so did.
pub fn came_in(event: &Event) -> bool {
    event.filled("move").is_none_or(|code| code == "in")
}

/// T14: aid to children.
pub fn aid(basis: &Basis) -> FigureTable {
    let row = |name: RowName, is: &dyn Fn(&Event) -> bool| FigureRow {
        name,
        cells: vec![
            ReportFigure::Count(basis.records("aid", is)),
            ReportFigure::Count(basis.person_times("aid", is)),
            ReportFigure::Count(basis.children_of("aid", is)),
            sum(basis, "aid", "amount", &picked(basis, "aid", is)),
        ],
    };
    let mut rows: Vec<FigureRow> = kinds(basis, "aid", "kind")
        .into_iter()
        .map(|(code, name)| row(name, &|event| event.filled("kind") == code.as_deref()))
        .collect();
    rows.push(row(TOTAL, &|_| true));
    FigureTable {
        code: "T14",
        of: None,
        title: ("资助", "aid"),
        names: ("类别", "kind"),
        columns: &[
            ("records", ("笔数", "records")),
            ("person_times", ("人次", "person-times")),
            ("children", ("儿童", "children")),
            ("yuan", ("金额（元）", "yuan")),
        ],
        rows,
    }
}

/// T14: what was given to the home.
pub fn donations(basis: &Basis) -> FigureTable {
    let row = |name: RowName, is: &dyn Fn(&Event) -> bool| {
        let given = |event: &Event| came_in(event) && is(event);
        let goods = |event: &Event| given(event) && event.filled("goods").is_some();
        FigureRow {
            name,
            cells: vec![
                ReportFigure::Count(basis.records("donation", given)),
                sum(basis, "donation", "cash", &picked(basis, "donation", given)),
                ReportFigure::Count(basis.records("donation", goods)),
            ],
        }
    };
    let mut rows: Vec<FigureRow> = kinds(basis, "donation", "donor_kind")
        .into_iter()
        .map(|(code, name)| row(name, &|event| event.filled("donor_kind") == code.as_deref()))
        .collect();
    // What was given out came in before.
    rows.retain(|row| row.cells.first().and_then(ReportFigure::number) != Some(0));
    rows.push(row(TOTAL, &|_| true));
    FigureTable {
        code: "T14",
        of: None,
        title: ("收到的捐赠", "donations received"),
        names: ("捐赠方", "donors"),
        columns: &[
            ("records", ("笔数", "records")),
            ("yuan", ("捐款（元）", "yuan")),
            ("goods", ("其中捐物（笔）", "of these of goods")),
        ],
        rows,
    }
}

/// T14: what the home was given to spend, and what it spent.
pub fn funds(basis: &Basis) -> FigureTable {
    let own = |code: &'static str, words: Words, is: &dyn Fn(&Event) -> bool| FigureRow {
        name: RowName::Word(code, words),
        cells: vec![
            ReportFigure::Count(basis.records("fund", is)),
            sum(basis, "fund", "amount", &picked(basis, "fund", is)),
        ],
    };
    FigureTable {
        code: "T14",
        of: None,
        title: ("经费", "funds"),
        names: ("收支", "which"),
        columns: &[("records", ("笔数", "records")), ("yuan", ("金额（元）", "yuan"))],
        rows: vec![
            own("in", ("收入", "income"), &|event| event.filled("direction") == Some("in")),
            own("out", ("支出", "spending"), &|event| event.filled("direction") == Some("out")),
        ],
    }
}

/// T15: what there is of each good: what was counted last, and what came and went since.
pub fn stock(basis: &Basis) -> FigureTable {
    let mut goods: BTreeMap<(&str, &str), Vec<&Event>> = BTreeMap::new();
    for event in basis.done("asset").filter(|event| event.date <= basis.day()) {
        let key = |column| event.filled(column).unwrap_or_default();
        goods.entry((key("name"), key("model"))).or_default().push(event);
    }
    let row = |((name, model), events): (&(&str, &str), &Vec<&Event>)| {
        let mut own = events.clone();
        own.sort_by_key(|event| (event.date, event.recorded));
        let mut stock = Amount::ZERO;
        for event in &own {
            let amount = event.filled("quantity").and_then(Amount::parse).unwrap_or(Amount::ZERO);
            stock = match event.filled("move") {
                Some("stocktake") => amount,
                Some("out" | "scrap") => stock - amount,
                _ => stock + amount,
            };
        }
        let unit = own.iter().rev().find_map(|event| event.filled("unit")).unwrap_or_default();
        let counted = own.iter().rev().find(|event| event.filled("move") == Some("stocktake"));
        FigureRow {
            name: RowName::Text([*name, *model].join(" ").trim().to_owned()),
            cells: vec![
                ReportFigure::Money {
                    sum: stock,
                    behind: basis.sources("asset", own.iter().copied()),
                },
                ReportFigure::Text(unit.to_owned()),
                counted.map_or(ReportFigure::Blank, |event| ReportFigure::Date(event.date)),
            ],
        }
    };
    FigureTable {
        code: "T15",
        of: None,
        title: ("设备和物品", "equipment and goods"),
        names: ("名称", "name"),
        columns: &[
            ("stock", ("现有", "stock")),
            ("unit", ("单位", "unit")),
            ("counted_on", ("最近盘点", "counted on")),
        ],
        rows: goods.iter().map(row).collect(),
    }
}

/// T15: books that were lent, and calls that the children made.
pub fn used(basis: &Basis) -> FigureTable {
    let row = |code, words, own: TracedCount, children: TracedCount| {
        counts(RowName::Word(code, words), [own, children])
    };
    let is_open = |event: &Event| {
        let back = event.filled("returned_on").and_then(iso_date);
        back.is_none_or(|day| day > basis.day())
    };
    let open: Vec<&Event> = basis.done("book_loan").filter(|event| is_open(event)).collect();
    let minutes = picked(basis, "family_call", |event| event.filled("minutes").is_some());
    let sum =
        minutes.iter().filter_map(|event| event.filled("minutes")?.parse::<usize>().ok()).sum();
    FigureTable {
        code: "T15",
        of: None,
        title: ("图书借阅和亲情电话", "books lent, family calls"),
        names: ("使用", "use"),
        columns: &[("records", ("次数", "times")), ("children", ("儿童", "children"))],
        rows: vec![
            row(
                "loans",
                ("图书借阅（次）", "books lent"),
                basis.records("book_loan", |_| true),
                basis.children_of("book_loan", |_| true),
            ),
            counts(
                RowName::Word("not_returned", ("到期末未还的图书（册）", "books not returned")),
                [TracedCount::each(basis.sources("book_loan", open))],
            ),
            row(
                "family_calls",
                ("亲情电话（次）", "family calls"),
                basis.records("family_call", |_| true),
                basis.children_of("family_call", |_| true),
            ),
            counts(
                RowName::Word("minutes", ("通话时长（分钟）", "minutes of calls")),
                [TracedCount { number: sum, behind: basis.sources("family_call", minutes) }],
            ),
        ],
    }
}

/// T15: the rooms of the home.
pub fn rooms(basis: &Basis) -> FigureTable {
    // A later record of a room of the same name is what it is now.
    let mut rooms: BTreeMap<&str, &Event> = BTreeMap::new();
    for event in basis.done("room").filter(|event| event.date <= basis.day()) {
        let own = rooms.entry(event.filled("name").unwrap_or_default()).or_insert(event);
        if (own.date, own.recorded) < (event.date, event.recorded) {
            *own = event;
        }
    }
    let row = |(name, event): (&&str, &&Event)| FigureRow {
        name: RowName::Text((*name).to_owned()),
        cells: vec![
            match event.filled("area_m2").and_then(Amount::parse) {
                Some(sum) => ReportFigure::Money { sum, behind: basis.sources("room", [*event]) },
                None => ReportFigure::Unknown,
            },
            ReportFigure::Text(basis.open_text("room", event, "place").unwrap_or_default()),
            ReportFigure::Text(basis.open_text("room", event, "equipment").unwrap_or_default()),
        ],
    };
    FigureTable {
        code: "T15",
        of: None,
        title: ("场地", "rooms"),
        names: ("名称", "name"),
        columns: &[
            ("area", ("面积（平方米）", "area (m²)")),
            ("place", ("位置", "place")),
            ("equipment", ("设备", "equipment")),
        ],
        rows: rooms.iter().map(row).collect(),
    }
}
