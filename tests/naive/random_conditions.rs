//! The parts of a random rule that ask something: of events, of children, of the present day.

use std::fmt::Write;

use super::child::PAIR_ROLES;
use super::features::Feature;
use super::random_people::{CARE_TYPES, People, RISKS, TAGS};
use super::random_rules::{DIRECTIONS, MODES, OF_CHILD, OF_CLASS, OF_SCHOOL, OF_STAFF, SESSIONS};
use super::register::{GROWTH_CATEGORIES, columns};
use super::rng::{Rng, array};

const SPANS: &[&str] = &["ever", "this_term", "this_year"];

/// `where`, `filled` and `unless`, of columns that at least one of the registers has.
pub fn conditions(rng: &mut Rng, records: &[String], features: &[Feature], out: &mut String) {
    let register = rng.pick(records).clone();
    let own = columns(&register);
    if rng.chance(30)
        && let Some(condition) = listed(rng, &own)
    {
        writeln!(out, "where = {{ {condition} }}").expect("text");
    }
    if features.contains(&Feature::Unless)
        && rng.chance(30)
        && let Some(condition) = listed(rng, &own)
    {
        writeln!(out, "unless = {{ {condition} }}").expect("text");
    }
    let text: Vec<&str> = own
        .iter()
        .copied()
        .filter(|c| ["study", "life", "mood", "content", "effect", "topic", "text"].contains(c))
        .collect();
    if !text.is_empty() && rng.chance(20) {
        writeln!(out, "filled = {}", array(&rng.some(&text, 1, 2))).expect("text");
    }
}

/// One of the columns with some of its values, such as `mode = ["phone"]`.
pub fn listed(rng: &mut Rng, own: &[&str]) -> Option<String> {
    let choices: &[(&str, &[&str])] = &[
        ("mode", MODES),
        ("direction", DIRECTIONS),
        ("session", SESSIONS),
        ("category", GROWTH_CATEGORIES),
        ("topic", &["尚可", "进步", "a, b"]),
        ("content", &["尚可", "进步"]),
    ];
    let fitting: Vec<&(&str, &[&str])> =
        choices.iter().filter(|(column, _)| own.contains(column)).collect();
    if fitting.is_empty() {
        return None;
    }
    let (column, values) = rng.pick(&fitting);
    Some(format!("{column} = {}", array(&rng.some(values, 1, 3))))
}

/// `applies`: fields of a child, one of them a list, one a truth value.
pub fn applies(rng: &mut Rng, people: &People, out: &mut String) {
    let fields = [
        format!("risk = {}", array(&rng.some(RISKS, 1, 2))),
        format!("care_type = {}", array(&rng.some(CARE_TYPES, 1, 3))),
        format!("tags = {}", array(&rng.some(TAGS, 1, 2))),
        format!("class = {}", array(&rng.some(&people.classes, 1, 2))),
        "boarding = [true]".to_string(),
    ];
    let most = if rng.chance(25) { 2 } else { 1 };
    writeln!(out, "applies = {{ {} }}", rng.some(&fields, 1, most).join(", ")).expect("text");
}

/// Names of section 7 that fit the subject.
pub fn required(rng: &mut Rng, subject: &str, features: &[Feature]) -> Vec<String> {
    let pool = match subject {
        "staff" => OF_STAFF,
        "class" => OF_CLASS,
        "school" => OF_SCHOOL,
        _ => OF_CHILD,
    };
    let mut names: Vec<String> = Vec::new();
    for _ in 0..=rng.below(4) {
        let span = format!("{}.{}", rng.pick(pool), rng.pick(SPANS));
        let name = match (subject, rng.below(10)) {
            ("child", _) if features.contains(&Feature::Phones) && rng.chance(40) => (*rng
                .pick(&["contact_card", "contact_card", "father.phone", "mother.phone"]))
            .to_string(),
            ("child", 0) => format!("pair.{}", rng.pick(PAIR_ROLES)),
            ("child", 1) => format!("pair.one.{}", rng.pick(PAIR_ROLES)),
            ("child", 2) => "contact_card".to_string(),
            ("child", 3) => {
                (*rng.pick(&["growth.all_categories", "survey.all_headings"])).to_string()
            }
            ("child", 4) => (*rng.pick(&["open_plan", "consent"])).to_string(),
            ("child", 5..7) => (*rng.pick(&[
                "carer.phone",
                "father.work_place",
                "mother.phone",
                "carer.delegation_notice_on",
                "address",
                "father.away_since",
            ]))
            .to_string(),
            ("staff", 0..4) => (*rng.pick(&["phone", "email"])).to_string(),
            _ => span,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
