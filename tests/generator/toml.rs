//! The TOML files of a home, laid out as `care` writes them.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::calendar::{Calendar, HOLIDAYS, Span, WORKDAYS};
use crate::people::{Carer, Child, Pair, Parent, Role, Spell, Staff};

/// Lines of TOML; blank values are left out.
struct Page(String);

impl Page {
    fn new(comment: &str) -> Page {
        let mut page = Page(String::new());
        page.comment(comment);
        page
    }

    fn comment(&mut self, text: &str) {
        for line in text.lines() {
            self.0.push_str(if line.is_empty() { "#" } else { "# " });
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    fn table(&mut self, header: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.0, "{gap}{header}");
    }

    fn raw(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.raw(key, quote(value));
        }
    }

    fn list(&mut self, key: &str, values: &[impl AsRef<str>]) {
        if !values.is_empty() {
            self.raw(key, array(values));
        }
    }

    fn day(&mut self, key: &str, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.raw(key, day);
        }
    }
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn array(values: &[impl AsRef<str>]) -> String {
    format!("[{}]", values.iter().map(|value| quote(value.as_ref())).collect::<Vec<_>>().join(", "))
}

fn sex(female: bool) -> &'static str {
    if female { "female" } else { "male" }
}

pub fn calendar(calendar: &Calendar, comment: &str) -> String {
    let mut page = Page::new(comment);
    for term in calendar.terms {
        page.table("[[term]]");
        page.text("id", term.id);
        page.text("year", term.year);
        page.text("name", term.name);
        page.raw("first", term.span.first);
        page.raw("last", term.span.last);
        if !term.anchors.is_empty() {
            page.table("[term.anchors]");
        }
        for (name, Span { first, last }) in term.anchors {
            page.raw(name, format!("[{first}, {last}]"));
        }
    }
    for (name, span) in HOLIDAYS {
        page.table("[[holiday]]");
        page.text("name", name);
        page.raw("first", span.first);
        page.raw("last", span.last);
    }
    for (why, day) in WORKDAYS {
        page.table("[[workday]]");
        page.raw("date", format!("{day}  # {why}"));
    }
    page.0
}

pub fn staff(staff: &[Staff], comment: &str) -> String {
    let mut page = Page::new(comment);
    for person in staff {
        page.0.push('\n');
        page.comment(person.comment);
        page.0.push_str("[[staff]]\n");
        page.text("id", &person.id);
        page.text("name", person.name);
        page.text("sex", sex(person.female));
        page.list("phone", std::slice::from_ref(&person.phone));
        page.text("email", &person.email);
        page.text("employer", person.employer);
        let roles: Vec<String> = person.roles.iter().map(role).collect();
        let inline = format!("[{}]", roles.join(", "));
        let stacked = format!("[\n    {},\n]", roles.join(",\n    "));
        page.raw("roles", if roles.len() < 2 { inline } else { stacked });
    }
    page.0
}

fn role(role: &Role) -> String {
    let mut text = format!("{{ role = {}", quote(role.name));
    if !role.class.is_empty() {
        let _ = write!(text, ", class = {}", quote(role.class));
    }
    let _ = write!(text, ", from = {}", role.from);
    if let Some(until) = role.until {
        let _ = write!(text, ", until = {until}");
    }
    if !role.rank.is_empty() {
        let _ = write!(text, ", rank = {}", quote(role.rank));
    }
    if !role.duty.is_empty() {
        let _ = write!(text, ", duty = [{}]", quote(role.duty));
    }
    text + " }"
}

pub fn child(child: &Child) -> String {
    let mut page = Page::new(child.comment);
    identity(&mut page, child);
    parent(&mut page, "[father]", &child.father);
    parent(&mut page, "[mother]", &child.mother);
    carer(&mut page, &child.carer);
    child.spells.iter().for_each(|entry| spell(&mut page, entry));
    child.pairs.iter().for_each(|entry| pair(&mut page, entry));
    for (name, from) in &child.buddies {
        page.table("[[buddy]]");
        page.text("name", name);
        page.raw("from", from);
    }
    if child.card_on.is_some() {
        page.table("[contact_card]");
        page.day("issued_on", child.card_on);
    }
    dated(&mut page, child);
    if !child.interests.is_empty() {
        page.table("[x]");
        page.text("interests", child.interests);
    }
    page.0
}

fn identity(page: &mut Page, child: &Child) {
    page.text("id", &child.id);
    page.text("name", &child.name);
    page.text("sex", sex(child.female));
    page.raw("birth_date", child.birth);
    page.text("id_number", &child.id_number);
    page.text("student_no", &format!("G{}", child.id_number));
    page.text("class", child.class);
    page.text("ethnic_group", child.ethnic_group);
    page.text("care_type", child.care_type);
    page.text("risk", child.risk);
    page.raw("boarding", false);
    page.text("address", &child.address);
    page.list("tags", &child.tags);
}

fn parent(page: &mut Page, header: &str, parent: &Parent) {
    if parent.name.is_empty() {
        return;
    }
    page.table(header);
    page.text("name", &parent.name);
    page.list("phone", &parent.phone);
    if parent.guardianship != "dead" {
        page.raw("away", parent.away_since.is_some());
    }
    page.day("away_since", parent.away_since);
    page.text("work_place", parent.work_place);
    page.text("guardianship", parent.guardianship);
}

fn carer(page: &mut Page, carer: &Carer) {
    page.table("[carer]");
    page.text("name", &carer.name);
    page.text("relation", carer.relation);
    page.list("phone", &carer.phone);
    if carer.birth_year > 0 {
        page.raw("birth_year", carer.birth_year);
    }
    page.text("health", carer.health);
    page.text("education", carer.education);
    page.text("rating", carer.rating);
    page.day("delegation_notice_on", carer.notice_on);
}

fn spell(page: &mut Page, spell: &Spell) {
    page.table("[[spell]]");
    page.raw("joined", spell.joined);
    if let Some((left, reason)) = spell.left {
        page.raw("left", left);
        page.text("reason", reason);
    }
}

fn pair(page: &mut Page, pair: &Pair) {
    page.table("[[pair]]");
    page.text("staff", &pair.staff);
    page.text("role", pair.role);
    page.raw("from", pair.from);
    if let Some((until, reason)) = pair.until {
        page.raw("until", until);
        page.text("reason", reason);
    }
}

/// Birthdays, earlier values, pauses and exemptions.
fn dated(page: &mut Page, child: &Child) {
    for elder in &child.elders {
        page.table("[[elder]]");
        page.text("name", &elder.name);
        page.text("birthday", &elder.birthday);
        page.text("calendar", elder.calendar);
    }
    for was in &child.was {
        page.table("[[was]]");
        page.text("field", was.field);
        match was.field {
            "tags" => page.raw("value", array(&was.value.split_whitespace().collect::<Vec<_>>())),
            _ => page.text("value", was.value),
        }
        page.raw("until", was.until);
    }
    for (span, reason) in &child.pauses {
        page.table("[[pause]]");
        page.raw("from", span.first);
        page.raw("until", span.last);
        page.text("reason", reason);
    }
    for exempt in &child.exempts {
        page.table("[[exempt]]");
        page.text("rule", exempt.rule);
        page.raw("from", exempt.span.first);
        page.raw("until", exempt.span.last);
        page.text("reason", exempt.reason);
        page.text("by", &exempt.by);
    }
}
