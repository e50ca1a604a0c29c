//! What people were asked and have not answered, as a screen.

use super::Names;
use crate::domain::id::Id;
use crate::domain::matter::Matter;
use crate::domain::subject::Subject;
use crate::lang::matter_words::MatterWord;
use crate::lang::words::Word;
use crate::lang::{label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// All that is open.
pub fn screen(names: &Names, matters: &[Matter]) -> Screen {
    let (lang, today) = (names.lang, names.plan.today);
    let title = match matters.len() {
        0 => MatterWord::NothingOpen { today },
        matters => MatterWord::Open { matters, today },
    };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![
            Sheet::of(&columns(names, matters), matters).numbered(Word::Number.text(lang)),
        ],
        footer: (!matters.is_empty()).then(|| MatterWord::HowToAnswer.text(lang)),
        ..Screen::default()
    }
}

/// The same below another list, for people alone: what programs read there are obligations.
pub fn below(names: &Names, matters: &[Matter]) -> Option<Sheet> {
    let (lang, today) = (names.lang, names.plan.today);
    let columns: Vec<SheetColumn<Matter>> =
        columns(names, matters).into_iter().map(SheetColumn::without_key).collect();
    let heading = MatterWord::Open { matters: matters.len(), today }.text(lang);
    let sheet = || Sheet::of(&columns, matters).numbered(Word::Number.text(lang));
    (!matters.is_empty()).then(|| sheet().headed(heading))
}

fn columns<'n>(names: &'n Names<'_>, matters: &[Matter]) -> Vec<SheetColumn<'n, Matter>> {
    let lang = names.lang;
    let asked_by = SheetColumn::new("asked_by", MatterWord::AskedBy.text(lang), |own: &Matter| {
        ids(&own.asked_by).said(people(names, &own.asked_by))
    });
    // Who asks is known only where the settings tell of users.
    let is_known = matters.iter().any(|own| !own.asked_by.is_empty());
    vec![
        SheetColumn::new("register", MatterWord::Kind.text(lang), |own: &Matter| {
            Cell::from(own.register).said(kind(names, own))
        }),
        SheetColumn::new("children", Word::Name.text(lang), move |own: &Matter| {
            ids(&own.children).said(children(names, own))
        }),
        SheetColumn::new("text", MatterWord::Said.text(lang), |own: &Matter| {
            Cell::text(Some(said(names, own)).filter(|text| !text.is_empty()))
        }),
        SheetColumn::new("due", Word::Due.text(lang), |own: &Matter| Cell::date(own.due)),
        SheetColumn::new("for", MatterWord::For.text(lang), move |own: &Matter| {
            ids(&own.whom).said(whom(names, own))
        }),
        if is_known { asked_by.helpful() } else { asked_by.unread() },
        SheetColumn::new("asked_on", MatterWord::AskedOn.text(lang), |own: &Matter| own.asked_on)
            .helpful(),
        SheetColumn::new("about", MatterWord::About.text(lang), |own: &Matter| {
            Cell::text(own.about.clone())
        })
        .helpful(),
        SheetColumn::new("id", Word::Event.text(lang), |own: &Matter| own.id.to_string()),
    ]
}

fn ids(ids: &[Id]) -> Cell {
    Cell::from(ids.iter().map(ToString::to_string).collect::<Vec<_>>())
}

/// In which register it stands, as people call it.
pub fn kind(names: &Names, own: &Matter) -> String {
    let register = names.home().registers.get(own.register);
    register.map_or(own.register, |register| label(&register.label, names.lang)).to_owned()
}

/// The children whom it is about.
pub fn children(names: &Names, own: &Matter) -> String {
    let at = own.children.iter().filter_map(|id| names.home().child_at(*id));
    let named: Vec<String> = at.map(|at| names.name(&Subject::Child(at))).collect();
    listed(&named, names.lang)
}

/// What is asked, on one line, with the names in it as they may be read.
pub fn said(names: &Names, own: &Matter) -> String {
    names.in_text(&own.text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whom it asks, and the words in the same place that name nobody.
pub fn whom(names: &Names, own: &Matter) -> String {
    let known = Some(people(names, &own.whom)).filter(|said| !said.is_empty());
    listed(&known.into_iter().chain(own.strangers.clone()).collect::<Vec<_>>(), names.lang)
}

/// People by name.
pub fn people(names: &Names, ids: &[Id]) -> String {
    let named: Vec<String> = ids.iter().filter_map(|id| names.person(Some(*id))).collect();
    listed(&named, names.lang)
}
