//! Tables of money and things: T14 and T15.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::doings::rows_by_kind;
use super::figures::{FigureRow, FigureTable, ReportFigure, RowName, TOTAL, TracedCount, counts};
use crate::domain::amount::Amount;
use crate::domain::event::{Event, iso_date, newest};
use crate::domain::label::Words;

/// What a column of the records in the days that are so adds up to.
fn sum(basis: &Basis, register: &str, column: &str, is: &dyn Fn(&Event) -> bool) -> ReportFigure {
    let filled = |event: &Event| is(event) && event.filled(column).is_some();
    let behind = basis.records(register, filled).behind;
    ReportFigure::Money { sum: basis.sum(register, column, is), behind }
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
            sum(basis, "aid", "amount", is),
        ],
    };
    let rows = rows_by_kind(basis, ("aid", "kind"), row);
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
                sum(basis, "donation", "cash", &given),
                ReportFigure::Count(basis.records("donation", goods)),
            ],
        }
    };
    let mut rows = rows_by_kind(basis, ("donation", "donor_kind"), row);
    // What was given out came in before.
    rows.retain(|row| {
        row.name == TOTAL || row.cells.first().and_then(ReportFigure::number) != Some(0)
    });
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
            sum(basis, "fund", "amount", is),
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
    for event in basis.done("asset") {
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
    let calls = basis.records("family_call", |event| event.filled("minutes").is_some());
    let minutes = basis.done_within("family_call").filter_map(|event| event.filled("minutes"));
    let minutes = minutes.filter_map(|text| text.parse::<usize>().ok()).sum();
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
                [TracedCount { number: minutes, ..calls }],
            ),
        ],
    }
}

/// T15: the rooms of the home.
pub fn rooms(basis: &Basis) -> FigureTable {
    let rooms = newest(basis.done("room"), |event| event.filled("name").unwrap_or_default());
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
