//! Random logs: few months of sparse rows for the registers that the rules name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};

use super::calendar::days;
use super::features::Feature;
use super::random_cells::{cell, note};
use super::random_families::{Shelf, entangle};
use super::random_home::Draft;
use super::register::{GROWTH_CATEGORIES, columns};
use super::rng::Rng;

/// A row before it is cut to the header of its file.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: String,
    pub date: NaiveDate,
    children: String,
    staff: String,
    outcome: &'static str,
    own: BTreeMap<&'static str, String>,
    note: String,
    pub recorded: DateTime<FixedOffset>,
    pub status: &'static str,
    pub replaces: String,
    /// The id of the event's first row, and how often its date has moved to another month since.
    pub origin: String,
    pub moves: usize,
}

/// Registers whose rows may name no child.
const SCHOOL_LEVEL: &[&str] = &["diary", "meeting", "handover", "duty", "training"];
const OUTCOMES: &[&str] = &["made", "made", "made", "", "", "attempted"];
const WRITERS: &[&str] = &["office", "east2"];

/// Every file of `log/`, by its path inside the home.
pub fn logs(rng: &mut Rng, draft: &Draft) -> Vec<(String, String)> {
    let mut registers: BTreeSet<&str> = BTreeSet::new();
    for rule in &draft.rules {
        registers.extend(rule.records.iter().chain(&rule.asks).map(String::as_str));
        for name in &rule.requires {
            registers.insert(match name.as_str() {
                "open_plan" => "plan",
                other => other.split('.').next().expect("a word"),
            });
        }
    }
    if rng.chance(15) {
        registers.insert("help");
    }
    registers.retain(|name| !columns(name).is_empty());
    let mut files = Vec::new();
    for register in &registers {
        let share = if registers.len() > 5 { 45 } else { 75 };
        let mut shelf = Shelf::new();
        for month in months(rng, draft) {
            if rng.chance(share) {
                shelf.insert(month, lines(rng, draft, register, month));
            }
        }
        entangle(rng, draft, register, &mut shelf);
        for (month, lines) in &shelf {
            files.extend(unit(rng, draft, register, (*month, lines)));
        }
    }
    files
}

/// The first days of up to six months: those of the dates to judge, those before them, and others.
fn months(rng: &mut Rng, draft: &Draft) -> BTreeSet<NaiveDate> {
    let first_of = |day: NaiveDate| day.with_day(1).expect("the first of a month");
    let mut found = BTreeSet::new();
    for date in &draft.dates {
        found.insert(first_of(*date));
        found.insert(first_of(*date - TimeDelta::days(rng.between(25, 70))));
    }
    let (first, last) = (draft.calendar.first, draft.calendar.last);
    for _ in 0..2 {
        found.insert(first_of(rng.day(first - TimeDelta::days(30), last + TimeDelta::days(40))));
    }
    while found.len() > 6 {
        found.pop_first();
    }
    found
}

/// The events of one register × month, with their corrections.
fn lines(rng: &mut Rng, draft: &Draft, register: &str, month: NaiveDate) -> Vec<Line> {
    let mut lines: Vec<Line> =
        (0..=rng.below(7)).map(|_| line(rng, draft, register, month)).collect();
    let complete = draft.rules.iter().any(|r| r.requires.iter().any(|n| n.contains(".all_")));
    if register == "growth" && complete && rng.chance(70) {
        for category in GROWTH_CATEGORIES {
            let mut line = line(rng, draft, register, month);
            line.children = draft.people.children.join(" ");
            line.own.insert("category", (*category).to_string());
            line.outcome = if rng.chance(4) { "attempted" } else { "made" };
            lines.push(line);
        }
    }
    for _ in 0..(if rng.chance(60) { rng.below(4) } else { 0 }) {
        let target = rng.pick(&lines).clone();
        let line = correction(rng, draft, register, &target);
        lines.push(line);
    }
    lines
}

/// One register × month: one file, or two with another machine's.
fn unit(
    rng: &mut Rng,
    draft: &Draft,
    register: &str,
    (month, lines): (NaiveDate, &[Line]),
) -> Vec<(String, String)> {
    let stem = month.format("%Y-%m").to_string();
    let mut names = vec![format!("log/{register}/{stem}.csv")];
    if rng.chance(if draft.has(Feature::Moved) { 60 } else { 25 }) {
        let name = format!("log/{register}/{stem}.{}.csv", rng.pick(WRITERS));
        if rng.chance(20) {
            names = vec![name];
        } else {
            names.push(name);
        }
    }
    let header = header(rng, register);
    let mut texts: Vec<(Vec<&str>, String)> = names
        .iter()
        .map(|_| {
            // The writers' programs may be of different age.
            let own = if rng.chance(70) { header.clone() } else { self::header(rng, register) };
            let text = format!("{}\n", all_columns(&own).join(","));
            (own, text)
        })
        .collect();
    let alike = texts.iter().all(|(own, _)| *own == texts[0].0);
    for line in lines {
        let chosen = rng.below(texts.len());
        let printed = print(rng, &texts[chosen].0, line);
        texts[chosen].1.push_str(&printed);
        // An identical row may stand twice, in another writer's file too.
        if rng.chance(3) {
            let again = if alike { rng.below(texts.len()) } else { chosen };
            texts[again].1.push_str(&printed);
        }
    }
    names.into_iter().zip(texts.into_iter().map(|(_, text)| text)).collect()
}

/// The register's own columns in the order of the spec; an older header lacks some.
fn header(rng: &mut Rng, register: &str) -> Vec<&'static str> {
    let own = columns(register);
    if rng.chance(65) {
        return own;
    }
    let least = own.len() / 2;
    rng.some(&own, least, own.len())
}

fn all_columns<'a>(own: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["id", "date", "children", "staff", "outcome"];
    all.extend(own);
    all.extend(["note", "recorded", "status", "replaces"]);
    all
}

fn line(rng: &mut Rng, draft: &Draft, register: &str, month: NaiveDate) -> Line {
    let date = day_of(rng, draft, month);
    let own = columns(register);
    let id = rng.id('E', 10);
    Line {
        origin: id.clone(),
        moves: 0,
        id,
        date,
        children: children(rng, draft, register),
        staff: staff(rng, draft),
        outcome: rng.pick::<&str>(OUTCOMES),
        own: own.iter().map(|c| (*c, cell(rng, draft, (register, c), date))).collect(),
        note: note(rng),
        recorded: entered(rng, date),
        status: "",
        replaces: String::new(),
    }
}

/// A day of the month, sometimes close to a date that is judged.
pub fn day_of(rng: &mut Rng, draft: &Draft, month: NaiveDate) -> NaiveDate {
    let inside: Vec<NaiveDate> =
        days(month, month + TimeDelta::days(30)).filter(|d| d.month() == month.month()).collect();
    let near = *rng.pick(&draft.dates) - TimeDelta::days(rng.between(-2, 3));
    if inside.contains(&near) && rng.chance(25) { near } else { *rng.pick(&inside) }
}

fn children(rng: &mut Rng, draft: &Draft, register: &str) -> String {
    if SCHOOL_LEVEL.contains(&register) && rng.chance(60) {
        return String::new();
    }
    let most = if rng.chance(60) { 1 } else { 4 };
    let mut named = rng.some(&draft.people.children, 1, most);
    if rng.chance(5) {
        named.push(named[0].clone());
    }
    for id in &mut named {
        // The former id of a merged child, which its older rows bear.
        if let Some(also) = draft.people.also_of(id)
            && rng.chance(40)
        {
            id.clone_from(also);
        }
    }
    named.join(" ")
}

fn staff(rng: &mut Rng, draft: &Draft) -> String {
    let least = usize::from(rng.chance(90));
    rng.some(&draft.people.staff, least, 2).join(" ")
}

/// When a row was entered: on the day or up to ten days later, in one offset or another.
fn entered(rng: &mut Rng, date: NaiveDate) -> DateTime<FixedOffset> {
    let noon = date.and_hms_opt(2, 0, 0).expect("an hour").and_utc();
    let lag = TimeDelta::minutes(60 * rng.between(0, 240));
    in_some_zone(rng, (noon + lag).fixed_offset())
}

fn in_some_zone(rng: &mut Rng, time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let zone = if rng.chance(70) { "+08:00" } else { *rng.pick(&["+00:00", "-03:30", "+09:00"]) };
    time.with_timezone(&zone.parse::<FixedOffset>().expect("an offset"))
}

/// A row that replaces `target`: a withdrawal, or the same with something changed; entered later,
/// or at the same instant, or by a clock that is behind. The target may itself be replaced already
/// (a chain), twice (two machines), or void (the family is revived).
pub fn correction(rng: &mut Rng, draft: &Draft, register: &str, target: &Line) -> Line {
    let mut row = target.clone();
    row.id = rng.id('E', 10);
    row.replaces.clone_from(&target.id);
    row.status = if rng.chance(30) { "void" } else { "" };
    row.recorded = later(rng, target.recorded);
    if row.status == "void" {
        return row;
    }
    match rng.below(5) {
        0 => row.date = day_of(rng, draft, row.date.with_day(1).expect("the first")),
        1 => row.outcome = rng.pick::<&str>(OUTCOMES),
        2 => row.children = children(rng, draft, register),
        3 => row.staff = staff(rng, draft),
        _ => {
            let fresh = line(rng, draft, register, row.date.with_day(1).expect("the first"));
            row.own = fresh.own;
            if row.own.contains_key("withdrawn_on") {
                row.date = fresh.date;
            }
        }
    }
    row
}

/// When a row that follows another was entered.
pub fn later(rng: &mut Rng, before: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let lag = TimeDelta::minutes(match rng.below(10) {
        0 => 0,
        1 => -rng.between(1, 600),
        _ => rng.between(1, 3000),
    });
    in_some_zone(rng, before + lag)
}

fn print(rng: &mut Rng, own: &[&str], line: &Line) -> String {
    let mut cells = vec![
        line.id.clone(),
        line.date.to_string(),
        line.children.clone(),
        line.staff.clone(),
        line.outcome.to_string(),
    ];
    cells.extend(own.iter().map(|c| line.own[c].clone()));
    cells.push(line.note.clone());
    cells.push(line.recorded.to_rfc3339().replace("+00:00", "Z"));
    cells.push(line.status.to_string());
    cells.push(line.replaces.clone());
    let quoted: Vec<String> = cells
        .iter()
        .map(|c| {
            let must = c.contains(',') || c.contains('"') || rng.chance(2);
            if must { format!("\"{}\"", c.replace('"', "\"\"")) } else { c.clone() }
        })
        .collect();
    format!("{}\n", quoted.join(","))
}
