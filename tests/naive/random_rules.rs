//! Random rules: every `every`, every subject, every key of section 8 where it fits.

use std::fmt::Write;

use chrono::TimeDelta;

use super::child::PAIR_ROLES;
use super::features::Feature;
use super::random_after::after;
use super::random_calendar::Calendar;
use super::random_conditions::{applies, conditions, required};
use super::random_people::{OTHER_ROLES, People};
use super::rng::{Rng, array};

/// A rule's text, and what the other parts need to know of it.
#[derive(Debug)]
pub struct RuleDraft {
    pub id: String,
    pub records: Vec<String>,
    /// The registers whose events ask something, of an after rule.
    pub asks: Vec<String>,
    pub requires: Vec<String>,
    pub text: String,
}

pub const MODES: &[&str] = &["in_person", "phone", "video", "message", "group"];
pub const DIRECTIONS: &[&str] =
    &["staff_to_parent", "child_to_parent", "parent_to_child", "school_letter"];
pub const SESSIONS: &[&str] = &["noon", "after_school", "weekend", "holiday"];
const EVERY: &[&str] = &[
    "week",
    "month",
    "anchor",
    "term",
    "year",
    "occasion",
    "school_day",
    "rolling",
    "rolling",
    "state",
    "state",
    "occasion",
    "month",
];
const FESTIVALS: &[&str] = &[
    "new_year",
    "new_year_eve",
    "spring_festival",
    "lantern",
    "qingming",
    "dragon_boat",
    "mid_autumn",
    "double_ninth",
    "womens_day",
    "mothers_day",
    "fathers_day",
    "childrens_day",
    "teachers_day",
    "national_day",
    "winter_break",
    "summer_break",
];
pub const OF_CHILD: &[&str] = &[
    "talk",
    "visit",
    "call",
    "letter",
    "family_call",
    "guardian_contact",
    "help",
    "growth",
    "feedback",
    "counselling",
    "survey",
    "activity",
    "lecture",
    "aid",
];
pub const OF_STAFF: &[&str] = &["diary", "meeting", "talk", "training", "duty", "visit"];
pub const OF_CLASS: &[&str] = &["activity", "lecture", "handover", "talk"];
pub const OF_SCHOOL: &[&str] = &["lecture", "meeting", "training", "activity", "duty"];
const WITH_SESSION: &[&str] = &["activity", "duty"];

/// Three to six rules.
pub fn rules(
    rng: &mut Rng,
    calendar: &Calendar,
    people: &People,
    features: &[Feature],
) -> Vec<RuleDraft> {
    (0..3 + rng.below(4)).map(|index| rule(rng, calendar, people, (index, features))).collect()
}

fn rule(
    rng: &mut Rng,
    calendar: &Calendar,
    people: &People,
    (index, features): (usize, &[Feature]),
) -> RuleDraft {
    let asked = features.contains(&Feature::After) && rng.chance(40);
    let every = if asked { "after" } else { *rng.pick(EVERY) };
    let letter = char::from(*rng.pick(b"abcdxyz"));
    let id = format!("{letter}{index}-{}", every.replace('_', "-"));
    let subject = match rng.below(100) {
        0..60 => "child",
        60..74 => "staff",
        74..88 => "class",
        _ => "school",
    };
    let mut out = String::new();
    let name = if rng.chance(30) { "{ zh = \"事\", en = \"Duty\" }" } else { "\"duty\"" };
    write!(out, "[[rule]]\nid = \"{id}\"\nname = {name}\nwhy = \"seed\"\n").expect("text");
    writeln!(out, "every = \"{every}\"").expect("text");
    if subject != "child" || rng.chance(10) {
        writeln!(out, "subject = \"{subject}\"").expect("text");
    }
    if subject == "staff" {
        writeln!(out, "role = \"{}\"", rng.pick(OTHER_ROLES)).expect("text");
    }
    let (mut records, mut asks, mut requires) = (Vec::new(), Vec::new(), Vec::new());
    if every == "state" {
        requires = required(rng, subject, features);
        writeln!(out, "requires = {}", array(&requires)).expect("text");
    } else {
        records = registers(rng, every, subject, &mut out);
        conditions(rng, &records, features, &mut out);
    }
    if every == "after" {
        asks = after(rng, subject, &records, &mut out);
    }
    if subject == "child" && rng.chance(30) {
        applies(rng, people, &mut out);
    }
    by(rng, every, subject, &mut out);
    span(rng, calendar, (every, subject), &mut out);
    amounts(rng, every, &mut out);
    shape(rng, every, subject, &mut out);
    if rng.chance(20) {
        writeln!(out, "level = \"{}\"", rng.pick(&["required", "advised", "inform"]))
            .expect("text");
    }
    out.push('\n');
    RuleDraft { id, records, asks, requires, text: out }
}

/// `records`, and `sessions` when every register has the column.
fn registers(rng: &mut Rng, every: &str, subject: &str, out: &mut String) -> Vec<String> {
    let by_session = every == "school_day" && rng.chance(60);
    let pool = match subject {
        _ if by_session => WITH_SESSION,
        "staff" => OF_STAFF,
        "class" => OF_CLASS,
        "school" => OF_SCHOOL,
        _ => OF_CHILD,
    };
    let most = if rng.chance(40) { 3 } else { 1 };
    let chosen: Vec<String> = rng.some(pool, 1, most).iter().map(|s| (*s).to_string()).collect();
    writeln!(out, "records = {}", array(&chosen)).expect("text");
    if by_session {
        writeln!(out, "sessions = {}", array(&rng.some(SESSIONS, 1, 3))).expect("text");
    }
    chosen
}

/// `by` and `by_only`. A class has no pairs, the school and the staff have no class: of them the
/// spec does not say what `by_only` would ask.
fn by(rng: &mut Rng, every: &str, subject: &str, out: &mut String) {
    if !rng.chance(45) {
        return;
    }
    let pair = rng.chance(50) && subject != "class";
    let role = if pair { *rng.pick(PAIR_ROLES) } else { *rng.pick(OTHER_ROLES) };
    writeln!(out, "by = \"{role}\"").expect("text");
    let percent = if subject == "class" { 20 } else { 50 };
    if every != "state" && (subject == "child" || subject == "class") && rng.chance(percent) {
        out.push_str("by_only = true\n");
    }
}

/// `from` and `until`. A rolling rule of a class or the school always has a `from` inside the
/// calendar: the spec does not say where else their first stretch begins.
fn span(rng: &mut Rng, calendar: &Calendar, rule: (&str, &str), out: &mut String) {
    let must = rule.0 == "rolling" && (rule.1 == "class" || rule.1 == "school");
    let day = rng.day(calendar.first, calendar.last);
    let from = (must || rng.chance(25)).then_some(day);
    if let Some(from) = from {
        writeln!(out, "from = {from}").expect("text");
    }
    if rng.chance(20) {
        let until = rng.day(from.unwrap_or(calendar.first), calendar.last + TimeDelta::days(30));
        writeln!(out, "until = {until}").expect("text");
    }
}

/// `times`, `max`, `due_days`, `grace_days`, `min_school_days`.
fn amounts(rng: &mut Rng, every: &str, out: &mut String) {
    if every == "state" {
        return;
    }
    if rng.chance(40) {
        writeln!(out, "grace_days = {}", rng.pick(&[0, 1, 2, 3, 6, 15, 40])).expect("text");
    }
    if every == "rolling" || every == "after" {
        return;
    }
    let times = if rng.chance(25) { rng.between(2, 3) } else { 1 };
    if times > 1 || rng.chance(10) {
        writeln!(out, "times = {times}").expect("text");
    }
    if rng.chance(10) {
        writeln!(out, "max = {}", times + rng.between(0, 2)).expect("text");
    }
    if rng.chance(25) {
        writeln!(out, "due_days = {}", rng.pick(&[1, 2, 5, 10, 20, 40])).expect("text");
    }
    if every != "occasion" && rng.chance(30) {
        writeln!(out, "min_school_days = {}", rng.pick(&[0, 0, 1, 2, 5, 15])).expect("text");
    }
}

/// The keys of one `every`.
fn shape(rng: &mut Rng, every: &str, subject: &str, out: &mut String) {
    if every == "occasion" {
        let mut chosen: Vec<&str> = rng.some(FESTIVALS, 1, 4);
        if subject == "child" && rng.chance(50) {
            chosen.push("elder_birthday");
        }
        writeln!(out, "occasions = {}", array(&chosen)).expect("text");
        for key in ["before_days", "after_days"] {
            if rng.chance(50) {
                writeln!(out, "{key} = {}", rng.pick(&[0, 1, 3, 14, 40])).expect("text");
            }
        }
    }
    if every == "rolling" {
        writeln!(out, "days = {}", rng.pick(&[1, 3, 7, 14, 30, 60])).expect("text");
        if rng.chance(40) {
            writeln!(out, "in_holidays = {}", rng.chance(80)).expect("text");
        }
    }
}
