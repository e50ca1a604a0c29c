//! What the program shows of a home, beside what the model knows of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::model::{Child, Model, Time};

/// Asks the program something and takes its JSON; or says why there is none.
pub type Ask<'a> = &'a dyn Fn(&str) -> Result<Value, String>;

/// The first thing that differs, on one of the days.
pub fn difference(ask: Ask, model: &Model, days: &[NaiveDate]) -> Result<(), String> {
    for day in days {
        same(&format!("list --on {day}"), &on_roll(model, *day), &children(ask, *day)?)?;
        same(&format!("list pairs --on {day}"), &paired(model, *day), &pairs(ask, *day)?)?;
        same(&format!("list staff --on {day}"), &held(model, *day), &roles(ask, *day)?)?;
    }
    for child in &model.children {
        let shown = ask(&format!("show {} --all", child.id))?;
        for day in days {
            let place = format!("show {} --all, on {day}", child.id);
            same(&place, &statuses(child, *day), &statuses_shown(&shown, *day))?;
        }
        same(&format!("show {}", child.id), &facts(child), &facts_shown(&shown))?;
    }
    Ok(())
}

type Lines = BTreeSet<String>;

fn same(place: &str, known: &Lines, shown: &Lines) -> Result<(), String> {
    match known == shown {
        true => Ok(()),
        false => Err(format!("{place}\n known {known:?}\n shown {shown:?}")),
    }
}

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or("")
}

fn rows(shown: &Value) -> impl Iterator<Item = &Value> {
    shown.as_array().unwrap().iter()
}

fn day_of(text: &str) -> Option<NaiveDate> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// A time as one line.
fn said(time: &Time) -> String {
    let last = time.last.map(|last| last.to_string()).unwrap_or_default();
    format!("{}/{last}", time.first)
}

fn on_roll(model: &Model, day: NaiveDate) -> Lines {
    let here = model.children.iter().filter(|child| child.is_here(day));
    here.map(|child| format!("{} {} {}", child.id, child.name, child.class.on(day))).collect()
}

fn children(ask: Ask, day: NaiveDate) -> Result<Lines, String> {
    let shown = ask(&format!("list --on {day}"))?;
    let line = |row| format!("{} {} {}", text(row, "id"), text(row, "name"), text(row, "class"));
    Ok(rows(&shown).map(line).collect())
}

fn paired(model: &Model, day: NaiveDate) -> Lines {
    let here = model.children.iter().filter(|child| child.is_here(day));
    let of = |child: &Child| -> Vec<String> {
        let pairs = child.pairs.iter().filter(|pair| pair.time.has(day));
        pairs
            .map(|own| format!("{} {} {} {}", child.id, own.staff, own.role, said(&own.time)))
            .collect()
    };
    here.flat_map(of).collect()
}

fn pairs(ask: Ask, day: NaiveDate) -> Result<Lines, String> {
    let shown = ask(&format!("list pairs --on {day}"))?;
    let line = |row| {
        let [child, staff, role] = ["child", "staff", "role"].map(|key| text(row, key));
        format!("{child} {staff} {role} {}/{}", text(row, "from"), text(row, "until"))
    };
    Ok(rows(&shown).filter(|row| !text(row, "staff").is_empty()).map(line).collect())
}

fn held(model: &Model, day: NaiveDate) -> Lines {
    let mut lines = Lines::new();
    for person in &model.staff {
        for own in person.roles.iter().filter(|own| own.time.has(day)) {
            let (role, class, time) = (own.role, own.class, said(&own.time));
            lines.insert(format!("{} {} {role} {class} {time}", person.id, person.name));
        }
    }
    lines
}

fn roles(ask: Ask, day: NaiveDate) -> Result<Lines, String> {
    let shown = ask(&format!("list staff --on {day}"))?;
    let mut lines = Lines::new();
    for row in rows(&shown) {
        for own in rows(&row["roles"]) {
            let [role, class, from, until] =
                ["role", "class", "from", "until"].map(|key| text(own, key));
            let (id, name) = (text(row, "id"), text(row, "name"));
            lines.insert(format!("{id} {name} {role} {class} {from}/{until}"));
        }
    }
    Ok(lines)
}

/// What a child is on a day: on the roll, paused, exempt from what, with which buddies, and the
/// values of its class and its risk.
fn statuses(child: &Child, day: NaiveDate) -> Lines {
    let mut lines = Lines::new();
    let mut say = |holds: bool, line: String| holds.then(|| lines.insert(line));
    for (kind, times) in [("spell", &child.spells), ("pause", &child.pauses)] {
        for time in times {
            say(time.has(day), format!("{kind} {}", said(time)));
        }
    }
    for (rule, time) in &child.exempt {
        say(time.has(day), format!("exempt {rule} {}", said(time)));
    }
    for (name, time) in &child.buddies {
        let initial: String = name.chars().take(1).collect();
        say(time.has(day), format!("buddy {initial} {}", said(time)));
    }
    say(true, format!("class {}", child.class.on(day)));
    say(true, format!("risk {}", child.risk.on(day)));
    lines
}

/// The entries of one kind on a child's page, each as what its keys say.
fn entries<'v>(shown: &'v Value, kind: &str, keys: &[&str]) -> Vec<Vec<&'v str>> {
    let at = |number: usize, key: &str| {
        let path = format!("{kind}.{number}.{key}");
        let row = rows(shown).find(|row| text(row, "key") == path);
        row.map_or("", |row| text(row, "value"))
    };
    let entry = |number| keys.iter().map(|key| at(number, key)).collect::<Vec<_>>();
    (1..=rows(shown).count())
        .map(entry)
        .take_while(|own| own.iter().any(|value| !value.is_empty()))
        .collect()
}

fn statuses_shown(shown: &Value, day: NaiveDate) -> Lines {
    let mut lines = Lines::new();
    for (kind, name, first, last) in [
        ("spell", "", "joined", "left"),
        ("pause", "", "from", "until"),
        ("exempt", "rule", "from", "until"),
        ("buddy", "name", "from", "until"),
    ] {
        for own in entries(shown, kind, &[name, first, last]) {
            let time = Time { first: day_of(own[1]).unwrap(), last: day_of(own[2]) };
            let initial: String = own[0].chars().take(1).collect();
            let name = if kind == "buddy" { &initial } else { own[0] };
            if time.has(day) {
                let line = [kind, name].join(" ").trim_end().to_owned();
                lines.insert(format!("{line} {}", said(&time)));
            }
        }
    }
    for field in ["class", "risk"] {
        let was = entries(shown, "was", &["field", "value", "until"]);
        let own = was.iter().filter(|own| own[0] == field);
        let own = own.map(|own| (day_of(own[2]).unwrap(), own[1]));
        let earlier = own.filter(|(until, _)| day <= *until).min();
        let value = earlier.map_or_else(|| fact(shown, field), |(_, value)| value);
        lines.insert(format!("{field} {value}"));
    }
    lines
}

fn fact<'v>(shown: &'v Value, key: &str) -> &'v str {
    rows(shown).find(|row| text(row, "key") == key).map_or("", |row| text(row, "value"))
}

/// Of a phone the last digits are seen.
fn last_digits(phone: &str) -> &str {
    &phone[phone.len().saturating_sub(4)..]
}

fn facts(child: &Child) -> Lines {
    let card = child.card.map(|day| day.to_string()).unwrap_or_default();
    let phone = last_digits(&child.phone);
    Lines::from([format!("phone {phone}"), format!("card {card}"), format!("name {}", child.name)])
}

fn facts_shown(shown: &Value) -> Lines {
    let [phone, card, name] =
        ["carer.phone", "contact_card.issued_on", "name"].map(|key| fact(shown, key));
    let phone = last_digits(phone);
    Lines::from([format!("phone {phone}"), format!("card {card}"), format!("name {name}")])
}
