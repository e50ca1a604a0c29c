//! The facts of a child's page, sensitive ones masked.

use chrono::NaiveDate;

use super::child::Page;
use super::{Names, list};
use crate::domain::child::Child;
use crate::domain::entries::{self, Entry};
use crate::domain::facts::Fact;
use crate::domain::id::Id;
use crate::domain::schema::{self, FieldType};
use crate::domain::spans::Span;
use crate::lang::rule_words::field_value;
use crate::lang::words::{Word, role_name};
use crate::lang::{label, words_in};
use crate::render::sheet::Sheet;

/// The sheet of facts and dated entries.
pub fn facts(names: &Names, page: &Page) -> Sheet {
    let lang = names.lang;
    let mut sheet = Sheet::new([Word::Field, Word::Value].map(|word| word.text(lang)));
    let mut add = |field: String, value: String| sheet.rows.push(vec![field.into(), value.into()]);
    for (path, value) in facts_of(page) {
        let field = schema::find(schema::CHILD, &path);
        let heading = field.map_or(path.clone(), |field| label(&field.label, lang).to_owned());
        if path == "class" {
            add(heading, names.home().class_name(&value, names.plan.today));
        } else {
            add(heading, field_value(&path, &value, lang));
        }
    }
    for (word, value) in entries(names, page.child, page.full) {
        add(word, value);
    }
    sheet
}

/// The dated entries: spells, pauses, pairs and buddies in force, exemptions, elders.
fn entries(names: &Names, child: &Child, full: bool) -> Vec<(String, String)> {
    let (lang, today) = (names.lang, names.plan.today);
    let name = |name: &str| if full { name.to_owned() } else { hide(name, 1, 0) };
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut add = |heading: &str, parts: &[String]| {
        let parts: Vec<&str> =
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        entries.push((heading.to_owned(), parts.join(" ")));
    };
    let heading = |entry: &Entry| words_in(entry.label, lang);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    for spell in &child.spells {
        let reason = list::in_words(schema::EXIT_REASONS, &text(&spell.reason), lang);
        add(heading(entries::SPELL), &[days(&spell.span), reason]);
    }
    for pause in &child.pauses {
        add(heading(entries::PAUSE), &[days(&pause.span), text(&pause.reason)]);
    }
    for pair in child.pairs.iter().filter(|pair| pair.span.contains(today)) {
        let person = person(names, pair.staff);
        add(role_name(&pair.role, lang), &[person, text(&pair.mode), text(&pair.reason)]);
    }
    for buddy in child.buddies.iter().filter(|buddy| buddy.span.contains(today)) {
        let class = buddy.class.as_deref();
        let class = class.map(|class| names.home().class_name(class, today)).unwrap_or_default();
        add(heading(entries::BUDDY), &[name(&buddy.name), class, text(&buddy.reason)]);
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
        add(heading(entries::ELDER), &[name(&elder.name), calendar, day]);
    }
    entries
}

fn days(span: &Span) -> String {
    match span.last {
        NaiveDate::MAX => span.first.to_string(),
        last => format!("{} - {last}", span.first),
    }
}

fn person(names: &Names, id: Id) -> String {
    names.person(Some(id)).unwrap_or_else(|| id.to_string())
}

/// The facts in the schema's order, sensitive ones masked.
pub fn facts_of(page: &Page) -> Vec<(String, String)> {
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
