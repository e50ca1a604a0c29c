//! The roster with all that its files hold: one line for each child.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::list::{in_words, value_in_words};
use crate::domain::child::Child;
use crate::domain::entries::EXIT_REASONS;
use crate::domain::home::Home;
use crate::domain::order::{class_place, name_place};
use crate::domain::privacy::Gate;
use crate::domain::schema;
use crate::lang::record_words::Listing;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// The children, those who left too; fields in which nothing stands are left out.
pub fn screen(
    home: &Home,
    children: &[Child],
    gate: &Gate,
    (today, lang): (NaiveDate, Lang),
) -> Screen {
    let heading = |word: Word| word.text(lang);
    let mut columns = vec![
        SheetColumn::for_people(heading(Word::Id), |child: &Child| child.id.to_string()),
        SheetColumn::for_people(heading(Word::Name), |child: &Child| child.name.clone()),
    ];
    columns.extend(fields(children).into_iter().map(|path| {
        let known = schema::find(schema::CHILD, path);
        // The school's own fields are called as the school calls them.
        let own = || path.split_once('.').map_or(path, |(_, name)| name);
        let heading = known.map_or_else(own, |field| label(&field.label, lang));
        SheetColumn::for_people(heading, move |child: &Child| {
            let value = child.shown(path, gate);
            Cell::text((!value.is_empty()).then(|| value_in_words(home, path, &value, today, lang)))
        })
    }));
    columns.push(SheetColumn::for_people(heading(Word::Joined), |child: &Child| {
        Cell::date(child.spells.first().map(|spell| spell.span.first))
    }));
    columns.push(SheetColumn::for_people(heading(Word::Left), |child: &Child| {
        let last = child.spells.last().map(|spell| spell.span.last);
        Cell::date(last.filter(|last| *last != NaiveDate::MAX))
    }));
    columns.push(SheetColumn::for_people(Listing::LeftWhy.text(lang), move |child: &Child| {
        let reason = child.spells.last().and_then(|spell| spell.reason.as_deref());
        Cell::text(reason.map(|reason| in_words(EXIT_REASONS, reason, lang)))
    }));
    let places =
        children.iter().map(|own| (class_place(own.class_on(today)), name_place(&own.name)));
    let sheet = Sheet::of(&columns, children).for_people_by(places);
    let title = Msg::ListTitle { count: children.len(), today }.text(lang);
    Screen {
        title: Some(title),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}

/// The fields that are filled somewhere: those that the program knows in their order, then the
/// school's own.
fn fields(children: &[Child]) -> Vec<&str> {
    let filled: BTreeSet<&str> = children.iter().flat_map(Child::fields).collect();
    let known = schema::CHILD.iter().map(|field| field.path);
    let known: Vec<&str> = known.filter(|path| filled.contains(path)).collect();
    let others = filled.into_iter().filter(|path| *path != "name" && !known.contains(path));
    let others: Vec<&str> = others.collect();
    [known, others].concat()
}
