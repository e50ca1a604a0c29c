//! The table of pairs, as schools post and file it.

use chrono::NaiveDate;

use super::form_cells::{ChildForms, phones};
use crate::domain::class::ClassCode;
use crate::domain::mask::Mask;
use crate::domain::order::{class_place, name_place};
use crate::domain::role::PARTY_MEMBER;
use crate::lang::Lang;
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::words::{Word, role_name};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::pair_table::{PairLine, PairMode};

/// The table of a day; so much of the names of staff is hidden.
pub fn screen(forms: ChildForms, lines: &[PairLine], mask: Mask) -> Screen {
    let ChildForms { home, whose, day, gate, lang, .. } = forms;
    let say = |word: Printing| word.text(lang);
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |own: &PairLine| {
            let class = own.child.class_on(day);
            let said = class.map_or(String::new(), |class| home.class_name(class, day));
            Cell::text(class.map(ClassCode::as_str)).said(said)
        }),
        SheetColumn::for_programs("child", |own: &PairLine| own.child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &PairLine| own.child.name.clone()),
        SheetColumn::for_programs("staff", |own: &PairLine| {
            Cell::text(own.adult.map(|adult| adult.id.to_string()))
        }),
        SheetColumn::new("staff_name", Listing::Adult.text(lang), |own: &PairLine| {
            match own.adult {
                Some(adult) => Cell::from(mask.name(&adult.name, adult.id)),
                None => Cell::NOTHING.said(Listing::NoPair.text(lang)),
            }
        }),
        SheetColumn::new("role", Listing::Role.text(lang), |own: &PairLine| {
            own.pair.map_or(Cell::NOTHING, |pair| {
                Cell::from(pair.role.as_str()).said(role_name(pair.role, lang))
            })
        }),
        SheetColumn::for_people(say(Printing::Post), |own: &PairLine| {
            let held = own.adult.into_iter().flat_map(|adult| &adult.roles);
            let held = held.filter(|own| own.span.contains(day) && own.role != PARTY_MEMBER);
            let posts: Vec<&str> = held.map(|own| role_name(own.role, lang)).collect();
            posts.join(" ")
        }),
        SheetColumn::for_people(say(Printing::PartyMember), |own: &PairLine| {
            if own.is_party_member { "√" } else { "" }
        }),
        SheetColumn::new("phone", say(Printing::Phone), |own: &PairLine| {
            phones(&own.adult.into_iter().collect::<Vec<_>>(), gate)
        }),
        SheetColumn::new("mode", say(Printing::Mode), |own: &PairLine| mode(own, lang)),
        SheetColumn::new("from", Listing::Since.text(lang), |own: &PairLine| {
            Cell::date(own.pair.map(|pair| pair.span.first))
        }),
        SheetColumn::new("until", say(Printing::EndedOn), |own: &PairLine| {
            let last = own.pair.map(|pair| pair.span.last);
            Cell::date(last.filter(|last| *last != NaiveDate::MAX))
        }),
        SheetColumn::new("reason", say(Printing::EndReason), |own: &PairLine| {
            Cell::text(own.pair.and_then(|pair| pair.reason.clone()))
        }),
        SheetColumn::for_people(say(Printing::HelpAreas), |_: &PairLine| Cell::NOTHING),
    ];
    let place = |own: &PairLine| {
        let begun = own.pair.map(|pair| pair.span.first);
        (class_place(own.child.class_on(day)), name_place(&own.child.name), begun)
    };
    let sheet = Sheet::of(&columns, lines).for_people_by(lines.iter().map(place));
    let mut children: Vec<_> = lines.iter().map(|own| own.child.id).collect();
    children.sort_unstable();
    children.dedup();
    let form = say(Printing::PairTable);
    let title = Printing::FormTitle { form: &form, whose, count: children.len() };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}

/// As the pair's own entry says, else as many as stand on either side.
fn mode(own: &PairLine, lang: Lang) -> Cell {
    let written = own.pair.and_then(|pair| pair.mode.clone());
    let said = own.mode.map(|mode| match mode {
        PairMode::OneToOne => Printing::OneToOne.text(lang),
        PairMode::OneToMany => Printing::OneToMany.text(lang),
        PairMode::ManyToOne => Printing::ManyToOne.text(lang),
    });
    match written {
        Some(written) => written.into(),
        None => Cell::NOTHING.said(Cell::text(said)),
    }
}
