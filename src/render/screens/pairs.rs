//! The pairs of a day as a screen, those without a pair at the end.

use chrono::NaiveDate;

use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::{class_place, name_place};
use crate::lang::Lang;
use crate::lang::record_words::Listing;
use crate::lang::words::{Word, role_name};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::pairing::{PairedChild, Pairing};

/// The pairs with their adults, and the children without one.
pub fn screen(home: &Home, pairing: &Pairing, day: NaiveDate, lang: Lang) -> Screen {
    let class = |child: &Child| {
        let class = child.class_on(day);
        let said = class.map_or(String::new(), |class| home.class_name(class, day));
        Cell::text(class.map(ClassCode::as_str)).said(said)
    };
    let adult = |own: &PairedChild| home.person(own.pair.staff).map(|own| own.name.clone());
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |own: &PairedChild| class(own.child)),
        SheetColumn::for_programs("child", |own: &PairedChild| own.child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &PairedChild| own.child.name.clone()),
        SheetColumn::for_programs("staff", |own: &PairedChild| own.pair.staff.to_string()),
        SheetColumn::new("staff_name", Listing::Adult.text(lang), |own: &PairedChild| {
            Cell::text(adult(own))
        }),
        SheetColumn::new("role", Listing::Role.text(lang), |own: &PairedChild| {
            Cell::from(own.pair.role.as_str()).said(role_name(own.pair.role, lang))
        }),
        SheetColumn::new("from", Listing::Since.text(lang), |own: &PairedChild| {
            own.pair.span.first
        })
        .minor(),
        SheetColumn::for_programs("until", |own: &PairedChild| {
            Cell::date(Some(own.pair.span.last).filter(|last| *last != NaiveDate::MAX))
        }),
        SheetColumn::new("load", Listing::Load.text(lang), |own: &PairedChild| {
            Cell::count(own.load)
        })
        .minor(),
    ];
    let place = |child: &Child| (class_place(child.class_on(day)), name_place(&child.name));
    let paired = Sheet::of(&columns, &pairing.pairs)
        .for_people_by(pairing.pairs.iter().map(|own| (place(own.child), own.pair.span.first)));
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |child: &&Child| class(child)),
        SheetColumn::for_programs("child", |child: &&Child| child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |child: &&Child| child.name.clone()),
        SheetColumn::for_people(Listing::Adult.text(lang), |_: &&Child| Listing::NoPair.text(lang)),
    ];
    let unpaired = pairing.unpaired.len();
    let unpaired = Sheet::of(&columns, &pairing.unpaired)
        .headed(Listing::Unpaired { count: unpaired }.text(lang))
        .for_people_by(pairing.unpaired.iter().map(|child| place(child)));
    let number = || Word::Number.text(lang);
    let mut children: Vec<_> = pairing.pairs.iter().map(|own| own.child.id).collect();
    children.dedup();
    let title = Listing::PairsTitle { pairs: pairing.pairs.len(), children: children.len(), day };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![paired.numbered(number()), unpaired.numbered(number())],
        ..Screen::default()
    }
}
