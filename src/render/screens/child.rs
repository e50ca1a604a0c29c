//! One child as a screen: facts, duties, latest events.

use super::child_facts::facts;
use super::{Names, obligations, statuses};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::privacy::Gate;
use crate::domain::register::Register;
use crate::lang::record_words::Listing;
use crate::lang::status_words::StatusSaid;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::rules::obligation::Obligation;

/// How many characters of an event's content a line shows.
const CONTENT_CHARS: usize = 40;

/// What a child's page shows.
pub struct ChildPage<'a> {
    pub child: &'a Child,
    /// The latest slot of each rule.
    pub duties: &'a [Obligation],
    /// The calendar has run out: nothing could be judged.
    pub run_out: bool,
    /// Register and event, newest first; restricted registers left out.
    pub events: &'a [(&'a Register, Event)],
    pub restricted: &'a [(&'a Register, usize)],
    pub more: usize,
    /// What the values pass, and what of them is seen whole.
    pub gate: &'a Gate,
    /// Show long contents whole.
    pub full: bool,
    /// The whole file, and all events.
    pub all: bool,
}

/// The page.
pub fn screen(names: &Names, page: &ChildPage) -> Screen {
    let lang = names.lang;
    let mut footer = Vec::new();
    if page.run_out {
        footer.push(Msg::NothingJudged.text(lang));
    }
    if page.more > 0 {
        footer.push(Msg::Hidden { count: page.more }.text(lang));
    }
    let counts: Vec<String> = page
        .restricted
        .iter()
        .map(|(register, count)| format!("{} {count}", label(&register.label, lang)))
        .collect();
    if !counts.is_empty() {
        footer.push(Msg::RestrictedCounts { counts: &listed(&counts, lang) }.text(lang));
    }
    if !page.full {
        footer.push(Msg::Masked.text(lang));
    }
    let today = names.plan.today;
    let class = page.child.class_on(today);
    let class = class.map_or(String::new(), |c| names.home().class_name(c, today));
    Screen {
        title: Some(format!("{}  {}  {class}", page.child.name, page.child.id)),
        sheets: vec![
            facts(names, page.child, page.gate, page.all).headed(Msg::Facts.text(lang)),
            statuses::of_child(names.home(), page.child, page.gate, (today, lang))
                .headed(StatusSaid::Heading { day: today }.text(lang)),
            duties(names, page).headed(Msg::Duties.text(lang)),
            events(names, page).headed(match page.all {
                true => Listing::AllEvents.text(lang),
                false => Msg::Events.text(lang),
            }),
        ],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
        keys: &["part", "key", "value", "date", "state"],
        ..Screen::default()
    }
}

/// The child's own class and name need not stand in every line.
fn duties(names: &Names, page: &ChildPage) -> Sheet {
    let columns = [
        SheetColumn::for_programs("part", |_| "duty"),
        obligations::duty(names).with_key("key"),
        obligations::slot(names).with_key("value"),
        obligations::due(names).with_key("date"),
        obligations::state(names),
        obligations::count_done(names).without_key(),
        obligations::met_on(names).without_key(),
    ];
    Sheet::of(&columns, page.duties).numbered(Word::Number.text(names.lang))
}

type Noted<'a> = (&'a Register, Event);

fn events(names: &Names, page: &ChildPage) -> Sheet {
    let lang = names.lang;
    let heading = |word: Word| word.text(lang);
    let columns = [
        SheetColumn::for_programs("part", |_| "event"),
        SheetColumn::new("date", heading(Word::Date), |(_, event): &Noted| event.date),
        SheetColumn::new("key", heading(Word::Register), |(register, _): &Noted| {
            Cell::from(register.name.as_str()).said(label(&register.label, lang))
        }),
        SheetColumn::for_people(heading(Word::Staff), |(_, event): &Noted| {
            let staff = event.staff.iter().filter_map(|id| names.person(Some(*id)));
            staff.collect::<Vec<_>>().join(" ")
        }),
        SheetColumn::for_people(heading(Word::Summary), |(register, event): &Noted| {
            let tried = event.attempted.then(|| Word::Attempted.text(lang));
            let parts = tried.into_iter().chain(content(register, event, page, lang));
            shortened(&parts.collect::<Vec<_>>().join(" "), page.full || page.all)
        }),
        SheetColumn::new("value", heading(Word::Event), |(_, event): &Noted| event.id.to_string()),
        SheetColumn::for_programs(
            "state",
            |(_, event): &Noted| {
                if event.attempted { "attempted" } else { "made" }
            },
        ),
    ];
    Sheet::of(&columns, page.events)
}

/// The filled cells of the register's own columns, choices in words, then the note.
fn content(register: &Register, event: &Event, page: &ChildPage, lang: Lang) -> Vec<String> {
    let shown = |name: &str| Some(register.guarded(event, name)?.shown(page.gate));
    let own = register.columns.iter().filter_map(|column| {
        let cell = shown(&column.name)?;
        let choice = column.choices().iter().find(|choice| choice.code == cell);
        Some(choice.map_or(cell, |choice| label(&choice.label, lang).to_owned()))
    });
    own.chain(shown("note")).collect()
}

fn shortened(text: &str, full: bool) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(CONTENT_CHARS).filter(|_| !full) {
        Some((at, _)) => format!("{}...", &line[..at]),
        None => line,
    }
}
