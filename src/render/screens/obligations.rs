//! Every obligation as a screen, and the columns in which others show obligations.

use super::Names;
use super::overdue::requirements;
use crate::domain::subject::Subject;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::rules::obligation::{Obligation, STATES};

/// The keys of `spec/interface.md`, in its order, and what a state rule lacks.
pub const KEYS: &[&str] = &[
    "rule",
    "subject",
    "subject_id",
    "child",
    "slot",
    "first",
    "last",
    "due",
    "state",
    "count",
    "met_on",
    "lacks",
];

/// The obligations with their states, and how many there are of each.
pub fn screen(names: &Names, obligations: &[Obligation]) -> Screen {
    let lang = names.lang;
    let count = |state| obligations.iter().filter(|one| one.state == state).count();
    let counts = STATES.iter().map(|state| (*state, count(*state))).filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(state, count)| format!("{} {count}", words::state(state, lang))).collect();
    let title = Msg::ObligationsTitle { count: obligations.len(), today: names.plan.today };
    let mut columns = vec![
        duty(names),
        class(names),
        name(names, &Word::Subject),
        slot(names),
        due(names),
        state(names),
        count_done(names),
        met_on(names),
    ];
    columns.extend(subject_and_days(names));
    let ranks = names.plan.ranks(obligations.iter().map(|one| subject(names, one)));
    let sheet = Sheet::of(&columns, obligations).for_people_by(ranks.into_iter());
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: Some(counts.join("  ")).filter(|text| !text.is_empty()),
        keys: KEYS,
        ..Screen::default()
    }
}

fn subject<'n>(names: &'n Names<'_>, one: &Obligation) -> &'n Subject {
    names.subject(one.case)
}

pub fn duty<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    SheetColumn::new("rule", Word::Duty.text(names.lang), |one: &Obligation| {
        Cell::from(names.plan.rules[one.case.rule].rule.id.as_str()).said(names.rule(one.case.rule))
    })
}

pub fn class<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    SheetColumn::for_people(Word::Class.text(names.lang), |one| names.class(subject(names, one)))
}

/// The subject's name, under a heading that suits the screen.
pub fn name<'n>(names: &'n Names<'_>, heading: &Word) -> SheetColumn<'n, Obligation> {
    SheetColumn::for_people(heading.text(names.lang), |one| names.name(subject(names, one)))
}

pub fn slot<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    SheetColumn::new("slot", Word::Slot.text(names.lang), |one: &Obligation| {
        Cell::from(&*one.slot).said(names.asked(one.case.rule, &one.slot, one.agreed.as_deref()))
    })
}

pub fn due<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    SheetColumn::new("due", Word::Due.text(names.lang), |one: &Obligation| {
        Cell::date(one.dates.map(|dates| dates.due))
    })
}

pub fn state<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    SheetColumn::new("state", Word::State.text(names.lang), |one: &Obligation| {
        Cell::from(one.state.name()).said(words::state(one.state, names.lang))
    })
    .minor()
}

/// How often it was done.
pub fn count_done<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    let heading = Word::Count.text(names.lang);
    SheetColumn::new("count", heading, |one: &Obligation| i64::from(one.count)).minor()
}

pub fn met_on<'n>(names: &'n Names<'_>) -> SheetColumn<'n, Obligation> {
    let heading = Word::MetOn.text(names.lang);
    SheetColumn::new("met_on", heading, |one: &Obligation| Cell::date(one.met_on)).minor()
}

/// For programs: whose it is, its days, and what a state rule lacks.
pub fn subject_and_days<'n>(names: &'n Names<'_>) -> [SheetColumn<'n, Obligation>; 6] {
    [
        SheetColumn::for_programs("subject", |one| subject(names, one).kind().name()),
        SheetColumn::for_programs("subject_id", |one| subject(names, one).id(names.home())),
        SheetColumn::for_programs("child", |one| names.child_cell(subject(names, one))),
        SheetColumn::for_programs("first", |one: &Obligation| {
            Cell::date(one.dates.map(|dates| dates.first))
        }),
        SheetColumn::for_programs("last", |one: &Obligation| {
            Cell::date(one.dates.map(|dates| dates.last))
        }),
        SheetColumn::for_programs("lacks", |one: &Obligation| requirements(&one.lacks)),
    ]
}
