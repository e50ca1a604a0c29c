//! Doubts about where mail goes.

use super::about::{About, Doubt};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::mail::{is_address, mailbox};
use crate::domain::problem::{Mailboxes, Quote};

pub fn doubts(home: &Home) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut seen: Vec<(String, &str, Id)> = Vec::new();
    for person in &home.staff {
        let Some(text) = person.email() else { continue };
        let mut tell = |cause: Mailboxes| {
            doubts.push(Doubt::new(About::Staff(Some(person.line)), cause));
        };
        if !is_address(text) {
            tell(Mailboxes::BadAddress);
        }
        let own = mailbox(text);
        match seen.iter().find(|(other, ..)| *other == own) {
            Some((_, other, first)) if *other != text => {
                tell(Mailboxes::TwoSpellings { first: Quote::of(*first) });
            }
            _ => seen.push((own, text, person.id)),
        }
    }
    for entry in &home.settings.mail.summary_to {
        let is_known = match Id::parse(entry, Kind::Staff) {
            Some(id) => home.person(id).is_some(),
            None => is_address(entry),
        };
        let same = seen.iter().find(|(own, text, _)| *own == mailbox(entry) && text != entry);
        if !is_known {
            let entry = Quote::of(&**entry);
            doubts.push(Doubt::new(About::Settings, Mailboxes::SummaryToNobody { entry }));
        } else if let Some((.., first)) = same {
            let cause = Mailboxes::TwoSpellings { first: Quote::of(*first) };
            doubts.push(Doubt::new(About::Settings, cause));
        }
    }
    doubts
}
