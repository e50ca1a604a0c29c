//! Balances against a ledger that the test keeps itself, in whole tenths and from the beginning
//! each time.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::balances::{BOOKS, Book, account};
use crate::domain::event::{Event, Header, Row, Status};
use crate::domain::id::{Id, Kind};
use crate::domain::problem::{Article, Balances};

/// A number drawn from a seed.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A line of the test's ledger: the day, what was done, how many tenths.
type LedgerLine = (u64, &'static str, i64);

fn event(book: &Book, (day, what, tenths): &LedgerLine, line: u32) -> Event {
    let names = [book.moves, book.amount].map(Into::into).to_vec();
    let header = Arc::new(Header { file: "log/x/2024-09.csv".into(), names });
    let amount = format!("{}.{}", tenths / 10, tenths % 10);
    let date = NaiveDate::from_ymd_opt(2024, 9, 2).unwrap() + Days::new(*day);
    Event {
        id: Id::parse("E0000000001", Kind::Event).unwrap(),
        date,
        children: Vec::new().into(),
        staff: Vec::new().into(),
        attempted: false,
        recorded: "2024-09-02T08:00:00+08:00".parse().unwrap(),
        status: Status::Stands,
        replaces: Vec::new(),
        row: Row::new(header, line, [*what, amount.as_str()].into_iter()),
    }
}

/// Where an entry stands in its account: by days, on a day what came in, what went out, the count.
fn place((day, what, _): &LedgerLine) -> (u64, usize) {
    let order = ["in", "out", "scrap", "stocktake"].iter().position(|own| own == what).unwrap();
    (*day, [0, 1, 1, 2][order])
}

/// What there is before the nth entry of a sorted ledger, told from its beginning.
fn held(ledger: &[(LedgerLine, u32)], nth: usize) -> i64 {
    let counted = ledger[..nth].iter().rposition(|((_, what, _), _)| *what == "stocktake");
    let (start, since) = match counted {
        Some(at) => (ledger[at].0.2, at + 1),
        None => (0, 0),
    };
    let signed = |((_, what, tenths), _): &(LedgerLine, u32)| match *what {
        "in" => *tenths,
        _ => -tenths,
    };
    start + ledger[since..nth].iter().map(signed).sum::<i64>()
}

/// What must be said, by the line: what is short, or what there should be and what was counted.
fn expected(ledger: &[(LedgerLine, u32)]) -> Vec<(u32, String)> {
    let mut ledger = ledger.to_vec();
    ledger.sort_by_key(|(entry, line)| (place(entry), *line));
    let text = |tenths: i64| match (tenths / 10, tenths.abs() % 10) {
        (0, part) if tenths < 0 => format!("-0.{part}"),
        (whole, 0) => whole.to_string(),
        (whole, part) => format!("{whole}.{part}"),
    };
    let mut said = Vec::new();
    for (nth, ((_, what, tenths), line)) in ledger.iter().enumerate() {
        let before = held(&ledger, nth);
        match *what {
            "in" => {}
            "stocktake" if before == *tenths || nth == 0 => {}
            "stocktake" => said.push((*line, format!("{} {}", text(before), text(*tenths)))),
            _ if before >= 0 && before < *tenths => said.push((*line, text(tenths - before))),
            _ => {}
        }
    }
    said
}

fn said(cause: &Balances) -> String {
    match cause {
        Balances::BelowZero { short, .. } => short.to_string(),
        Balances::StocktakeDiffers { book, counted, .. } => format!("{book} {counted}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_said_of_an_account_is_what_a_ledger_kept_by_hand_says() {
    let mut doubtful = 0;
    for seed in 0..400 {
        let mut draw = Draw(seed);
        let book = &BOOKS[usize::try_from(draw.below(3)).unwrap()];
        let kinds = ["in", "in", "out", "scrap", "stocktake"];
        let rows = u32::try_from(draw.below(24)).unwrap();
        let ledger: Vec<(LedgerLine, u32)> = (0..rows)
            .map(|line| {
                let what = kinds[usize::try_from(draw.below(5)).unwrap()];
                ((draw.below(12), what, i64::try_from(draw.below(60)).unwrap()), line + 2)
            })
            .collect();
        let events: Vec<Event> =
            ledger.iter().map(|(entry, line)| event(book, entry, *line)).collect();
        let entries: Vec<_> = events.iter().map(|event| (event, book.entry(event))).collect();
        let told: Vec<(u32, String)> = account(book, &Article::NONE, &entries)
            .iter()
            .map(|(event, cause)| (event.row.line, said(cause)))
            .collect();
        assert_eq!(told, expected(&ledger), "seed {seed}: {ledger:?}");
        doubtful += usize::from(!told.is_empty());
    }
    assert!(doubtful > 100, "{doubtful}");
}

#[test]
fn of_an_account_with_a_row_that_cannot_be_reckoned_no_balance_is_told() {
    let book = &BOOKS[0];
    let rows = [(0, "out", 50), (1, "lost", 10)];
    let events: Vec<Event> =
        rows.iter().zip(2..).map(|(entry, line)| event(book, entry, line)).collect();
    let entries: Vec<_> = events.iter().map(|event| (event, book.entry(event))).collect();
    let told = account(book, &Article::NONE, &entries);
    assert!(matches!(told[..], [(_, Balances::NotInBalance { .. })]));
    assert_eq!(account(book, &Article::NONE, &entries[..1]).len(), 1);
}
