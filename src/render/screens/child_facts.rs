//! The facts of a child's page.

use chrono::NaiveDate;

use super::{Names, child_entries, list};
use crate::domain::child::Child;
use crate::domain::entries::{self, Entry, Key};
use crate::domain::household::household;
use crate::domain::id::Id;
use crate::domain::order::{class_place, name_place};
use crate::domain::privacy::{Gate, Guard};
use crate::domain::schema;
use crate::domain::spans::Span;
use crate::lang::words::{Word, role_name};
use crate::lang::{label, listed, words_in};
use crate::render::cell::Cell;
use crate::render::sheet::{Readers, Sheet, SheetColumn};

/// A line of the facts: what, and its value.
struct FactLine {
    part: &'static str,
    field: Cell,
    value: Cell,
}

/// The sheet of facts and dated entries. Programs, which see no title, read the id and the name
/// here, and of the dated entries nothing but on the page of the whole file.
pub fn facts(names: &Names, child: &Child, gate: &Gate, is_whole: bool) -> Sheet {
    let lang = names.lang;
    let line = |(path, value): (String, String)| {
        let field = schema::find(schema::CHILD, &path);
        let heading = field.map_or(path.clone(), |field| label(&field.label, lang).to_owned());
        let words = list::value_in_words(names.home(), &path, &value, names.plan.today, lang);
        FactLine {
            part: "fact",
            field: Cell::from(path).said(heading),
            value: Cell::from(value).said(words),
        }
    };
    let facts: Vec<FactLine> = facts_of(child, gate).into_iter().map(line).collect();
    let entry = |(word, value): (String, String)| FactLine {
        part: "fact",
        field: word.into(),
        value: value.into(),
    };
    let entries = match is_whole {
        true => child_entries::lines(names, child, gate),
        false => entries(names, child, gate),
    };
    let entries: Vec<FactLine> = entries.into_iter().map(entry).collect();
    let written = |(path, value): (String, String)| FactLine {
        part: "entry",
        field: path.into(),
        value: value.into(),
    };
    let whole = if is_whole { child_entries::paths(child, gate) } else { Vec::new() };
    let whole: Vec<FactLine> = whole.into_iter().map(written).collect();
    let title = [
        FactLine { part: "fact", field: "id".into(), value: child.id.to_string().into() },
        FactLine { part: "fact", field: "name".into(), value: child.name.as_str().into() },
    ];
    let around = around(names, child, is_whole);
    let columns = [
        SheetColumn::for_programs("part", |line: &FactLine| line.part),
        SheetColumn::new("key", Word::Field.text(lang), |line: &FactLine| line.field.clone()),
        SheetColumn::new("value", Word::Value.text(lang), |line: &FactLine| line.value.clone()),
    ];
    let title = title.iter().map(|line| (Readers::Programs, line));
    let facts = facts.iter().chain(&around).map(|line| (Readers::All, line));
    let entries = entries.iter().map(|line| (Readers::People, line));
    let whole = whole.iter().map(|line| (Readers::Programs, line));
    Sheet::read_by(&columns, title.chain(facts).chain(entries).chain(whole))
}

/// What stands around the fields: who lives with the child, and in the whole file the ids that it
/// had before files were merged.
fn around(names: &Names, child: &Child, is_whole: bool) -> Vec<FactLine> {
    let (home, lang, today) = (names.home(), names.lang, names.plan.today);
    let mut together = household(home, child);
    together.retain(|own| own.id != child.id && own.on_roll().contains(today));
    together.sort_by_cached_key(|own| (class_place(own.class_on(today)), name_place(&own.name)));
    let said = |own: &&Child| {
        let class = own.class_on(today).map(|class| home.class_name(class, today));
        format!("{} {}", own.name, class.unwrap_or_default()).trim_end().to_owned()
    };
    let said: Vec<String> = together.iter().map(said).collect();
    let together: Vec<Id> = together.iter().map(|own| own.id).collect();
    let former: Vec<Id> = child.also.iter().map(|own| own.id).filter(|_| is_whole).collect();
    let line = |key: &str, word: Word, ids: &[Id], said: Option<&[String]>| {
        let ids: Vec<String> = ids.iter().map(Id::to_string).collect();
        let value = Cell::from(ids.join(" ")).said(listed(said.unwrap_or(&ids), lang));
        let field = Cell::from(key).said(word.text(lang));
        (!ids.is_empty()).then_some(FactLine { part: "fact", field, value })
    };
    let lines = [
        line("household", Word::Household, &together, Some(&said)),
        line("also", Word::FormerIds, &former, None),
    ];
    lines.into_iter().flatten().collect()
}

/// The dated entries: spells, pauses, pairs and buddies in force, exemptions, elders.
fn entries(names: &Names, child: &Child, gate: &Gate) -> Vec<(String, String)> {
    let (lang, today) = (names.lang, names.plan.today);
    let name = |entry: &Entry, name: &str| {
        let guard = entry.key("name").map_or(Guard::UNKNOWN, Key::guard);
        guard.over(name).shown(gate)
    };
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut add = |heading: &str, parts: &[String]| {
        let parts: Vec<&str> =
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        entries.push((heading.to_owned(), parts.join(" ")));
    };
    let heading = |entry: &Entry| words_in(entry.label, lang);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    for spell in &child.spells {
        let reason = list::in_words(entries::EXIT_REASONS, &text(&spell.reason), lang);
        add(heading(entries::SPELL), &[days(&spell.span), reason]);
    }
    for pause in &child.pauses {
        add(heading(entries::PAUSE), &[days(&pause.span), text(&pause.reason)]);
    }
    for pair in child.pairs.iter().filter(|pair| pair.span.contains(today)) {
        let person = person(names, pair.staff);
        add(role_name(pair.role, lang), &[person, text(&pair.mode), text(&pair.reason)]);
    }
    for buddy in child.buddies.iter().filter(|buddy| buddy.span.contains(today)) {
        let class = buddy.class.as_ref();
        let class = class.map(|class| names.home().class_name(class, today)).unwrap_or_default();
        add(
            heading(entries::BUDDY),
            &[name(entries::BUDDY, &buddy.name), class, text(&buddy.post), text(&buddy.reason)],
        );
    }
    for own in &child.exemptions {
        let rule = names.home().rules.iter().find(|rule| rule.id == own.rule);
        let rule = rule.map_or(own.rule.as_str(), |rule| label(&rule.name, lang)).to_owned();
        let by = own.by.map(|by| {
            let word = entries::EXEMPT.key("by").map_or("", |key| words_in(key.label, lang));
            format!("{word} {}", person(names, by))
        });
        let parts = [rule, days(&own.span), text(&own.reason), by.unwrap_or_default()];
        add(heading(entries::EXEMPT), &parts);
    }
    for elder in &child.elders {
        let calendar = if elder.lunar { "lunar" } else { "solar" };
        let calendar = list::in_words(entries::CALENDARS, calendar, lang);
        let day = format!("{:02}-{:02}", elder.month, elder.day);
        add(heading(entries::ELDER), &[name(entries::ELDER, &elder.name), calendar, day]);
    }
    entries
}

fn days(span: &Span) -> String {
    match span.last {
        NaiveDate::MAX => span.first.to_string(),
        last => format!("{} - {last}", span.first),
    }
}

pub(super) fn person(names: &Names, id: Id) -> String {
    names.person(Some(id)).unwrap_or_else(|| id.to_string())
}

/// The facts in the schema's order, as far as they may be seen.
fn facts_of(child: &Child, gate: &Gate) -> Vec<(String, String)> {
    let paths = child.fields().filter(|path| *path != "name");
    paths.map(|path| (path.to_owned(), child.shown(path, gate))).collect()
}
