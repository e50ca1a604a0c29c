//! Whose state changes between two sets of rules.

use super::Names;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::standing::{Difference, Late};

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

/// The differences, by rule and subject, with what was late before and what would be.
pub fn screen(names: &Names, differences: &[Difference], old: &str) -> Screen {
    let lang = names.lang;
    let heading = |word: Word| word.text(lang);
    let columns = [
        SheetColumn::new("rule", heading(Word::Rule), |one: &Difference| one.rule.to_string()),
        SheetColumn::for_people(heading(Word::Class), |one: &Difference| names.class(&one.subject)),
        SheetColumn::new("name", heading(Word::Subject), |one: &Difference| {
            names.name(&one.subject)
        }),
        SheetColumn::new("days_before", heading(Word::Before), |one: &Difference| {
            days(names, one.before)
        }),
        SheetColumn::new("days_after", heading(Word::After), |one: &Difference| {
            days(names, one.after)
        }),
        SheetColumn::for_programs("subject", |one: &Difference| one.subject.kind().name()),
        SheetColumn::for_programs("subject_id", |one: &Difference| one.subject.id(names.home())),
        SheetColumn::for_programs("child", |one: &Difference| names.child_cell(&one.subject)),
        SheetColumn::for_programs("missed_before", |one: &Difference| missed(one.before)),
        SheetColumn::for_programs("missed_after", |one: &Difference| missed(one.after)),
    ];
    let places = differences.iter().map(|one| names.plan.place(&one.subject));
    let sheet = Sheet::of(&columns, differences).for_people_by(places);
    let title = Msg::DiffTitle { count: differences.len(), old, today: names.plan.today };
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
