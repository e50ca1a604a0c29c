//! Of whom there is a file, a card, a growth bag, a notice, a consent: T7.

use super::basis::Basis;
use super::children::{CHILDREN, SHARE};
use super::figures::{FigureTable, RowName};
use crate::domain::child::Child;
use crate::domain::event::{Event, iso_date};
use crate::reports::inspection::missing::has_card;

/// T7: of whom there is a file, a card, a growth bag, a notice, a consent.
pub fn filed(basis: &Basis) -> FigureTable {
    let day = basis.day();
    let row = |code, words, own| basis.shared(RowName::Word(code, words), own);
    let of_records = |register: &str, holds: &dyn Fn(&Event) -> bool| {
        let named: Vec<_> = basis.done(register).filter(|event| holds(event)).collect();
        basis.children(|child| named.iter().any(|event| event.children.contains(&child.id)))
    };
    let is_given = |event: &Event| {
        let withdrawn = event.filled("withdrawn_on").and_then(iso_date);
        withdrawn.is_none_or(|own| own > day)
    };
    let notice = |child: &Child| {
        child.facts.date("carer.delegation_notice_on").is_some_and(|told| told <= day)
    };
    FigureTable {
        code: "T7",
        of: None,
        title: (
            "建档、联系卡、成长记录袋、告知和同意",
            "files, cards, growth bags, notices, consent",
        ),
        names: ("项目", "what"),
        columns: &[CHILDREN, SHARE],
        rows: vec![
            row("file", ("有档案", "with a file"), basis.children(|_| true)),
            row(
                "contact_card",
                ("有联系卡", "with a contact card"),
                basis.children(|child| has_card(child, day)),
            ),
            row(
                "growth",
                ("本期有成长记录", "with a growth item in these days"),
                of_records("growth", &|event| basis.span.contains(event.date)),
            ),
            row(
                "delegation_notice",
                ("已委托照护告知", "with a notice of delegated care"),
                basis.children(notice),
            ),
            row("consent", ("有知情同意", "with a consent"), of_records("consent", &is_given)),
        ],
    }
}
