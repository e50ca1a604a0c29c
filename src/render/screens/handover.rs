//! The handover sheet of a class as a screen.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Names;
use super::list::choice_cell;
use crate::domain::child::Pair;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::name_place;
use crate::lang::handover_words::Handing;
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::words::{Word, role_name};
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::growth_bag::GROWTH;
use crate::reports::handover::{Handed, open_by_rule};
use crate::reports::inspection::missing::has_card;

/// The children of a class, who answers for each, the papers about it, and what is open.
pub fn screen(
    names: &Names,
    sheet: &[Handed],
    (class, term): (&ClassCode, &str),
    day: NaiveDate,
) -> Screen {
    let (home, lang) = (names.plan.home, names.lang);
    let name = home.class_name(class, day);
    let title = Handing::Title { class: &name, term, count: sheet.len(), day };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![of_class(names, sheet)],
        footer: Some(format!("{}\n{}", matters(names, sheet), Handing::ToSign.text(lang))),
        ..Screen::default()
    }
}

/// The same as one of several sheets: above it who hands over what, and in a line what is open.
pub fn of_several(
    names: &Names,
    sheet: &[Handed],
    (class, day): (&ClassCode, NaiveDate),
) -> (Sheet, String) {
    let (home, lang) = (names.plan.home, names.lang);
    let name = home.class_name(class, day);
    let head = home.head_teacher(class, day).map_or("__________", |own| own.name.as_str());
    let who = Printing::HandedClass { class: &name, count: sheet.len(), from: head }.text(lang);
    let cards = sheet.iter().filter(|own| has_card(own.child, day)).count();
    let has_bag = |own: &&Handed| own.papers.iter().any(|(register, _)| *register == GROWTH);
    let bags = sheet.iter().filter(has_bag).count();
    let what = Printing::HandedPapers { files: sheet.len(), cards, bags }.text(lang);
    let heading = format!("{who}    {what}");
    let open = Listing::Column { label: &name, cell: &matters(names, sheet) }.text(lang);
    (of_class(names, sheet).headed(heading), open)
}

/// Several classes one after another, with what is open in each at the end.
pub fn all_classes(title: &[String], sheets: Vec<(Sheet, String)>) -> Screen {
    let (sheets, open): (Vec<Sheet>, Vec<String>) = sheets.into_iter().unzip();
    Screen {
        title: Some(title.join("    ")),
        sheets,
        footer: Some(open.join("\n")).filter(|text| !text.is_empty()),
        ..Screen::default()
    }
}

fn of_class(names: &Names, sheet: &[Handed]) -> Sheet {
    let (home, lang) = (names.plan.home, names.lang);
    let choice = |own: &Handed, path: &str| choice_cell(own.child, path, lang);
    let columns = [
        SheetColumn::for_programs("child", |own: &Handed| own.child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &Handed| own.child.name.clone()),
        SheetColumn::new("care_type", Word::CareType.text(lang), |own: &Handed| {
            choice(own, "care_type")
        })
        .minor(),
        SheetColumn::new("risk", Word::Risk.text(lang), |own: &Handed| choice(own, "risk")).minor(),
        SheetColumn::new("adults", Handing::Adults.text(lang), |own: &Handed| {
            let adult = |pair: &&Pair| {
                let name = names.person(Some(pair.staff)).unwrap_or_default();
                format!("{} {name}", role_name(pair.role, lang))
            };
            let ids: Vec<String> = own.pairs.iter().map(|pair| pair.staff.to_string()).collect();
            Cell::from(ids).said(listed(&own.pairs.iter().map(adult).collect::<Vec<_>>(), lang))
        }),
        SheetColumn::new("papers", Handing::Papers.text(lang), |own: &Handed| {
            papers(home, own, lang)
        }),
        SheetColumn::new("open", Handing::Matters.text(lang), |own: &Handed| open(names, own)),
    ];
    let places = sheet.iter().map(|own| name_place(&own.child.name));
    Sheet::of(&columns, sheet).for_people_by(places).numbered(Word::Number.text(lang))
}

fn papers(home: &Home, own: &Handed, lang: Lang) -> Cell {
    let said = own.papers.iter().map(|(name, count)| {
        let register = home.registers.get(*name).map_or(*name, |own| label(&own.label, lang));
        Handing::Paper { register, count: *count }.text(lang)
    });
    let said = listed(&said.collect::<Vec<_>>(), lang);
    let codes = own.papers.iter().map(|(name, count)| format!("{name} {count}"));
    Cell::from(codes.collect::<Vec<_>>()).said(said)
}

/// People are told how often each rule stands open, programs which slots of it do.
fn open(names: &Names, own: &Handed) -> Cell {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (rule, _) in &own.open {
        *counts.entry(*rule).or_default() += 1;
    }
    let said = counts.into_iter().map(|(rule, count)| match count {
        1 => names.rule(rule),
        _ => Handing::Times { rule: &names.rule(rule), count }.text(names.lang),
    });
    let said = listed(&said.collect::<Vec<_>>(), names.lang);
    let codes = own.open.iter().map(|(rule, slot)| {
        let id = &names.plan.rules[*rule].rule.id;
        slot.as_ref().map_or(id.to_string(), |slot| format!("{id} {slot}"))
    });
    Cell::from(codes.collect::<Vec<_>>()).said(said)
}

/// What is open, rule by rule, with the number of children.
pub fn matters(names: &Names, sheet: &[Handed]) -> String {
    let said = open_by_rule(sheet)
        .into_iter()
        .map(|(rule, count)| Handing::Matter { rule: &names.rule(rule), count }.text(names.lang));
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => Handing::NoMatters.text(names.lang),
        false => listed(&said, names.lang),
    }
}
