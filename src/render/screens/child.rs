//! One child as a screen: facts, duties, latest events.

use super::{Names, child_facts, obligations};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::privacy::Reveal;
use crate::domain::register::Register;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::rules::obligation::Obligation;

/// How many characters of an event's content a line shows.
const CONTENT_CHARS: usize = 40;

/// What a child's page shows.
pub struct Page<'a> {
    pub child: &'a Child,
    /// The latest slot of each rule.
    pub duties: &'a [Obligation],
    /// Register and event, newest first; restricted registers left out.
    pub events: &'a [(&'a Register, Event)],
    pub restricted: &'a [(&'a Register, usize)],
    pub more: usize,
    /// Which values are shown whole.
    pub reveal: Reveal,
    /// Show long contents whole.
    pub full: bool,
}

/// The page.
pub fn screen(names: &Names, page: &Page) -> Screen {
    let lang = names.lang;
    let mut facts = child_facts::facts(names, page);
    facts.heading = Some(Msg::Facts.text(lang));
    let mut duties = obligations::sheet(names, page.duties);
    // The child's own class and name need not stand in every line.
    for at in [3, 2] {
        duties.columns.remove(at);
        duties.rows.iter_mut().for_each(|row| {
            row.remove(at);
        });
    }
    duties.heading = Some(Msg::Duties.text(lang));
    let mut events = events(names, page);
    events.heading = Some(Msg::Events.text(lang));
    let mut footer = Vec::new();
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
    let class = page.child.class_on(names.plan.today);
    let class = class.map_or(String::new(), |c| names.home().class_name(c, names.plan.today));
    Screen {
        title: Some(format!("{}  {}  {class}", page.child.name, page.child.id)),
        data: data(&child_facts::facts_of(page), &duties_data(names, page), page),
        sheets: vec![facts, duties, events],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
    }
}

fn events(names: &Names, page: &Page) -> Sheet {
    let lang = names.lang;
    let words = [Word::Date, Word::Register, Word::Staff, Word::Summary, Word::Event];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    for (register, event) in page.events {
        let staff: Vec<String> =
            event.staff.iter().filter_map(|id| names.person(Some(*id))).collect();
        let tried = event.attempted.then(|| Word::Attempted.text(lang));
        let parts: Vec<String> =
            tried.into_iter().chain(content(register, event, page, lang)).collect();
        sheet.rows.push(vec![
            Cell::Date(event.date),
            label(&register.label, lang).into(),
            staff.join(" ").into(),
            shortened(&parts.join(" "), page.full).into(),
            event.id.to_string().into(),
        ]);
    }
    sheet
}

/// The filled cells of the register's own columns, choices in words, then the note.
fn content(register: &Register, event: &Event, page: &Page, lang: Lang) -> Vec<String> {
    let shown = |name: &str| Some(register.guarded(event, name)?.shown(page.reveal));
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

fn duties_data(names: &Names, page: &Page) -> Sheet {
    obligations::data(names, page.duties)
}

/// One row per fact, duty and event, told apart by `part`.
fn data(facts: &[(String, String)], duties: &Sheet, page: &Page) -> Sheet {
    let mut sheet = Sheet::new(["part", "key", "value", "date", "state"]);
    let mut add = |part: &str, key: &str, value: Cell, date: Cell, state: Cell| {
        sheet.rows.push(vec![part.into(), key.into(), value, date, state]);
    };
    add("fact", "id", page.child.id.to_string().into(), Cell::Null, Cell::Null);
    add("fact", "name", page.child.name.as_str().into(), Cell::Null, Cell::Null);
    for (path, value) in facts {
        add("fact", path, value.as_str().into(), Cell::Null, Cell::Null);
    }
    for row in &duties.rows {
        // Rule, slot, due and state of `obligations::data`.
        add("duty", &row[0].shown(), row[4].clone(), row[7].clone(), row[8].clone());
    }
    for (register, event) in page.events {
        let state = if event.attempted { "attempted" } else { "made" };
        let id = event.id.to_string();
        add("event", &register.name, id.into(), Cell::Date(event.date), state.into());
    }
    sheet
}
