//! What was recorded of talks, visits, calls and letters.

use super::basis::Basis;
use super::figures::{FigureTable, RowName, TracedCount, counts};

/// Records of contact: how many, with how many children, and how many of them each child has.
const CONTACTS: [&str; 9] = [
    "talk",
    "visit",
    "call",
    "letter",
    "family_call",
    "guardian_contact",
    "feedback",
    "help",
    "survey",
];

/// How many of each there were, and with how many children.
pub fn contacts(basis: &Basis) -> FigureTable {
    let home = basis.home();
    let row = |register: &&str| {
        let own = home.registers.get(*register)?;
        let records = basis.records(register, |_| true);
        let tried = basis.events.get(*register).map(Vec::as_slice).unwrap_or_default();
        let tried: Vec<_> = tried
            .iter()
            .filter(|event| event.attempted && basis.span.contains(event.date))
            .collect();
        if records.number == 0 && tried.is_empty() {
            return None;
        }
        let attempts = TracedCount::each(basis.sources(register, tried));
        Some(counts(
            RowName::Labelled((*register).to_owned(), own.label.clone()),
            [
                records,
                basis.person_times(register, |_| true),
                basis.children_of(register, |_| true),
                attempts,
            ],
        ))
    };
    FigureTable {
        code: "T9",
        of: None,
        title: ("谈心、家访、电话、书信等记录", "talks, visits, calls, letters recorded"),
        names: ("登记", "register"),
        columns: &[
            ("records", ("次数", "records")),
            ("person_times", ("人次", "person-times")),
            ("children", ("涉及儿童", "children")),
            ("attempts", ("没有联系上", "attempts")),
        ],
        rows: CONTACTS.iter().filter_map(row).collect(),
    }
}
