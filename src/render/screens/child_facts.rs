//! The facts of a child's page, sensitive ones masked.

use chrono::NaiveDate;

use super::child::ChildPage;
use super::{Names, list};
use crate::domain::child::Child;
use crate::domain::facts::Fact;
use crate::domain::schema::{self, FieldType};
use crate::domain::spans::Span;
use crate::lang::label;
use crate::lang::rule_words::field_value;
use crate::lang::words::{Word, role_name};
use crate::render::cell::Cell;
use crate::render::sheet::{Readers, Sheet, SheetColumn};

/// A line of the facts: what, and its value.
struct FactLine {
    field: Cell,
    value: Cell,
}

/// The sheet of facts and dated entries. Programs, which see no title, read the id and the name
/// here, and of the dated entries nothing.
pub fn facts(names: &Names, page: &ChildPage) -> Sheet {
    let lang = names.lang;
    let line = |(path, value): (String, String)| {
        let field = schema::find(schema::CHILD, &path);
        let heading = field.map_or(path.clone(), |field| label(&field.label, lang).to_owned());
        let words = match path == "class" {
            true => names.home().class_name(&value, names.plan.today),
            false => field_value(&path, &value, lang),
        };
        FactLine { field: Cell::from(path).said(heading), value: Cell::from(value).said(words) }
    };
    let facts: Vec<FactLine> = facts_of(page).into_iter().map(line).collect();
    let entry =
        |(word, value): (String, String)| FactLine { field: word.into(), value: value.into() };
    let entries: Vec<FactLine> =
        entries(names, page.child, page.full).into_iter().map(entry).collect();
    let title = [
        FactLine { field: "id".into(), value: page.child.id.to_string().into() },
        FactLine { field: "name".into(), value: page.child.name.as_str().into() },
    ];
    let columns = [
        SheetColumn::for_programs("part", |_| "fact"),
        SheetColumn::new("key", Word::Field.text(lang), |line: &FactLine| line.field.clone()),
        SheetColumn::new("value", Word::Value.text(lang), |line: &FactLine| line.value.clone()),
    ];
    let title = title.iter().map(|line| (Readers::Programs, line));
    let facts = facts.iter().map(|line| (Readers::All, line));
    let entries = entries.iter().map(|line| (Readers::People, line));
    Sheet::read_by(&columns, title.chain(facts).chain(entries))
}

/// The dated entries: spells, pauses, pairs in force, buddies, exemptions, elders.
fn entries(names: &Names, child: &Child, full: bool) -> Vec<(String, String)> {
    let (lang, today) = (names.lang, names.plan.today);
    let spans = |span: &Span| match span.last {
        NaiveDate::MAX => span.first.to_string(),
        last => format!("{} - {last}", span.first),
    };
    let name = |name: &str| if full { name.to_owned() } else { hide(name, 1, 0) };
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut add = |word: String, value: String| entries.push((word, value));
    for spell in &child.spells {
        let reason = spell.reason.as_deref().unwrap_or_default();
        let reason = list::in_words(schema::EXIT_REASONS, reason, lang);
        add(Word::OnRoll.text(lang), format!("{} {reason}", spans(&spell.span)).trim_end().into());
    }
    for pause in &child.pauses {
        add(Word::Paused.text(lang), spans(&pause.span));
    }
    for pair in child.pairs.iter().filter(|pair| pair.span.contains(today)) {
        let person = names.person(Some(pair.staff)).unwrap_or_else(|| pair.staff.to_string());
        add(role_name(&pair.role, lang).to_owned(), person);
    }
    for buddy in child.buddies.iter().filter(|buddy| buddy.span.contains(today)) {
        add(Word::Buddy.text(lang), name(&buddy.name));
    }
    for own in &child.exemptions {
        let rule = names.home().rules.iter().find(|rule| rule.id == own.rule);
        let rule = rule.map_or(own.rule.as_str(), |rule| label(&rule.name, lang));
        let text = format!("{rule} {} {}", spans(&own.span), own.reason);
        add(Word::Exempt.text(lang), text.trim_end().to_owned());
    }
    for elder in &child.elders {
        let calendar = if elder.lunar { Word::Lunar } else { Word::Solar }.text(lang);
        let day = format!("{calendar} {:02}-{:02}", elder.month, elder.day);
        add(Word::ElderBirthday.text(lang), format!("{} {day}", name(&elder.name)));
    }
    entries
}

/// The facts in the schema's order, sensitive ones masked.
fn facts_of(page: &ChildPage) -> Vec<(String, String)> {
    let facts = page.child.facts.iter().filter(|(path, fact)| *path != "name" && !fact.is_blank());
    let shown = facts.map(|(path, fact)| {
        let personal = schema::find(schema::CHILD, path).is_none_or(|field| field.personal);
        let value = fact.values().join(" / ");
        let masked = personal && !page.full;
        (path.to_owned(), if masked { mask(path, fact) } else { value })
    });
    shown.collect()
}

/// A sensitive value with its middle hidden; of a place or a date, only the beginning is left.
fn mask(path: &str, fact: &Fact) -> String {
    let field = schema::find(schema::CHILD, path).map(|field| field.holds);
    if matches!(field, Some(FieldType::Choice(_) | FieldType::Integer)) {
        return "***".to_owned();
    }
    let hidden = |value: &String| {
        let (head, tail) = match path.rsplit('.').next().unwrap_or(path) {
            "id_number" => (6, 4),
            "student_no" => (7, 4),
            "phone" => (3, 4),
            "birth_date" => (4, 0),
            "address" | "work_place" => (3, 0),
            _ => (1, 0),
        };
        hide(value, head, tail)
    };
    let values: Vec<String> = fact.values().iter().map(hidden).collect();
    values.join(" / ")
}

/// A text with only so many letters left at its two ends.
fn hide(value: &str, head: usize, tail: usize) -> String {
    let letters: Vec<char> = value.chars().collect();
    if letters.len() <= head + tail {
        return "*".repeat(letters.len().max(1));
    }
    let hidden = letters.len() - head - tail;
    let head: String = letters[..head].iter().collect();
    let tail: String = letters[letters.len() - tail..].iter().collect();
    format!("{head}{}{tail}", "*".repeat(hidden.min(8)))
}
