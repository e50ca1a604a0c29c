//! Reading `[[user]]` of `care.toml`.

use super::class_check::ClassCheck;
use super::layout;
use super::table::Table;
use crate::domain::class::ClassCode;
use crate::domain::id::{Id, Kind};
use crate::domain::nearest::nearest;
use crate::domain::privacy::{PRIVACY_NAMES, Privacy, Reveal};
use crate::domain::problem::{Access, Guess, Keys, Known, Name, Naming};
use crate::domain::settings::{FORMAT, Settings};
use crate::domain::user::User;

/// The key of the table.
pub const USER: &str = "user";

/// The users, as far as they are sound. Whoever is not read is nobody.
pub fn read(top: &Table, settings: &Settings) -> Vec<User> {
    let mut users: Vec<(User, u32)> = Vec::new();
    for table in top.tables(USER) {
        let line = table.line();
        let user = read_user(&table, settings);
        if let Some(user) = user {
            match users.iter().find(|(other, _)| other.name == user.name) {
                Some((_, first)) => {
                    let first = Known::line(layout::SETTINGS, *first);
                    table.tell(table.place("name"), Access::TwoUsers { first });
                }
                None => users.push((user, line)),
            }
        }
        if settings.format <= FORMAT {
            table.finish();
        }
    }
    users.into_iter().map(|(user, _)| user).collect()
}

fn read_user(table: &Table, settings: &Settings) -> Option<User> {
    let staff = table.need_text("staff");
    let id = staff.and_then(|text| Id::parse(text, Kind::Staff));
    if staff.is_some() && id.is_none() {
        table.tell(table.place("staff"), Naming::BadId { kind: Kind::Staff });
    }
    let name = table.need_text("name").map(str::to_owned);
    let reveal = table.texts("reveal").unwrap_or_default().into_iter();
    let reveal = reveal.fold(Reveal::NOTHING, |all, (word, place)| match class(word) {
        Some(class) => all.and(class),
        None => {
            let closed = || PRIVACY_NAMES.into_iter().skip(1);
            let (allowed, nearest) = (closed().map(Known::word).collect(), nearest(word, closed()));
            let key = Name::word("reveal");
            table.tell(place, Keys::NotOneOf { key, allowed, nearest: Guess::of(nearest) });
            all
        }
    });
    let check = ClassCheck { settings: Some(settings), calendar: None };
    let classes = table.texts("classes").map(|classes| {
        let own = classes.into_iter().filter_map(|(text, place)| match check.wrong(text, None) {
            None => Some(ClassCode::of(text)),
            Some(wrong) => {
                table.tell(place, wrong);
                None
            }
        });
        own.collect()
    });
    Some(User { staff: id?, name: name?, reveal, classes })
}

/// The class of data that a word means; what is open needs no word.
fn class(word: &str) -> Option<Privacy> {
    Privacy::parse(word).filter(|class| *class != Privacy::Open)
}
