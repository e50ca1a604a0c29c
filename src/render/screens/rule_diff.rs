//! Whose state changes between two sets of rules.

use super::Names;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::standing::{Change, Late};

const KEYS: &[&str] = &[
    "rule",
    "subject",
    "subject_id",
    "child",
    "name",
    "days_before",
    "missed_before",
    "days_after",
    "missed_after",
];

/// The changes, by rule and subject, with what was late before and what would be.
pub fn screen(names: &Names, changes: &[Change], old: &str) -> Screen {
    let lang = names.lang;
    let heading = |word: Word| word.text(lang);
    let columns = [
        SheetColumn::new("rule", heading(Word::Rule), |change: &Change| change.rule.to_string()),
        SheetColumn::for_people(heading(Word::Class), |change: &Change| {
            names.class(&change.subject)
        }),
        SheetColumn::new("name", heading(Word::Subject), |change: &Change| {
            names.name(&change.subject)
        }),
        SheetColumn::new("days_before", heading(Word::Before), |change: &Change| {
            days(names, change.before)
        }),
        SheetColumn::new("days_after", heading(Word::After), |change: &Change| {
            days(names, change.after)
        }),
        SheetColumn::for_programs("subject", |change: &Change| change.subject.kind().name()),
        SheetColumn::for_programs("subject_id", |change: &Change| change.subject.id(names.home())),
        SheetColumn::for_programs("child", |change: &Change| names.child_cell(&change.subject)),
        SheetColumn::for_programs("missed_before", |change: &Change| missed(change.before)),
        SheetColumn::for_programs("missed_after", |change: &Change| missed(change.after)),
    ];
    let places = changes.iter().map(|change| names.plan.place(&change.subject));
    let sheet = Sheet::of(&columns, changes).for_people_by(places);
    let title = Msg::DiffTitle { count: changes.len(), old, today: names.plan.today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        keys: KEYS,
        ..Screen::default()
    }
}

/// The days overdue, said with how often.
fn days(names: &Names, late: Option<Late>) -> Cell {
    match late {
        None => Cell::NOTHING.said(Word::NotLate.text(names.lang)),
        Some(Late { days_overdue: days, missed: times }) => {
            Cell::from(days).said(Word::DaysLateTimes { days, times }.text(names.lang))
        }
    }
}

fn missed(late: Option<Late>) -> Cell {
    late.map_or(Cell::NOTHING, |late| Cell::count(late.missed))
}
