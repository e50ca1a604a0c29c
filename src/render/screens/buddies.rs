//! The buddies of a day as a screen: who is paired with which pupil, and the pupil's post.

use chrono::NaiveDate;

use crate::domain::class::ClassCode;
use crate::domain::entries::{self, Key};
use crate::domain::home::Home;
use crate::domain::order::{class_place, name_place};
use crate::domain::privacy::{Gate, Guard};
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::lang::{Lang, words_in};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::pairing::Buddied;

/// One line a pair; the pupil's name as far as it may be seen.
pub fn screen(
    home: &Home,
    pairs: &[Buddied],
    gate: &Gate,
    (day, lang): (NaiveDate, Lang),
) -> Screen {
    let class = |class: Option<&ClassCode>| {
        let said = class.map_or(String::new(), |class| home.class_name(class, day));
        Cell::text(class.map(ClassCode::as_str)).said(said)
    };
    let key = |name: &str| entries::BUDDY.key(name);
    let heading = |name: &str| key(name).map_or("", |key| words_in(key.label, lang));
    let guard = key("name").map_or(Guard::UNKNOWN, Key::guard);
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |own: &Buddied| {
            class(own.child.class_on(day))
        }),
        SheetColumn::for_programs("child", |own: &Buddied| own.child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &Buddied| own.child.name.clone()),
        SheetColumn::new("buddy", words_in(entries::BUDDY.label, lang), |own: &Buddied| {
            guard.over(own.buddy.name.as_str()).shown(gate)
        }),
        SheetColumn::new("buddy_class", Listing::BuddysClass.text(lang), |own: &Buddied| {
            class(own.buddy.class.as_ref())
        }),
        SheetColumn::new("post", heading("post"), |own: &Buddied| {
            Cell::text(own.buddy.post.as_deref())
        }),
        SheetColumn::new("from", Listing::Since.text(lang), |own: &Buddied| own.buddy.span.first)
            .minor(),
        SheetColumn::for_programs("until", |own: &Buddied| {
            Cell::date(Some(own.buddy.span.last).filter(|last| *last != NaiveDate::MAX))
        }),
    ];
    let places = pairs.iter().map(|own| {
        let child = own.child;
        (class_place(child.class_on(day)), name_place(&child.name), own.buddy.span.first)
    });
    let sheet = Sheet::of(&columns, pairs).for_people_by(places);
    let mut children: Vec<_> = pairs.iter().map(|own| own.child.id).collect();
    children.dedup();
    let title = Listing::BuddiesTitle { pairs: pairs.len(), children: children.len(), day };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}
