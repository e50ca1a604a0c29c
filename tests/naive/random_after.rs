//! What asks in a random after rule: the table `after`, and its `days`.

use std::fmt::Write;

use super::random_conditions::listed;
use super::random_rules::{OF_CHILD, OF_CLASS, OF_SCHOOL, OF_STAFF};
use super::register::columns;
use super::rng::{Rng, array};

/// Columns that hold an agreed date.
pub const AGREED: &[&str] = &["follow_up_on", "next_on", "review_on", "reply_on", "due_on"];

/// Writes the table, `days` and `count`; returns the registers that ask.
pub fn after(rng: &mut Rng, subject: &str, answers: &[String], out: &mut String) -> Vec<String> {
    if subject == "child" && rng.chance(20) {
        out.push_str("after = { joined = true }\n");
        days(rng, out);
        return Vec::new();
    }
    let records = records(rng, subject, answers);
    let mut parts = vec![format!("records = {}", array(&records))];
    if rng.chance(35) {
        parts.push("outcome = \"attempted\"".to_string());
    }
    let own: Vec<&str> = records.iter().flat_map(|register| columns(register)).collect();
    for key in ["where", "unless"] {
        if rng.chance(20)
            && let Some(condition) = listed(rng, &own)
        {
            parts.push(format!("{key} = {{ {condition} }}"));
        }
    }
    let agreed: Vec<&str> = own.into_iter().filter(|c| AGREED.contains(c)).collect();
    let on = !agreed.is_empty() && rng.chance(60);
    if on {
        parts.push(format!("on = \"{}\"", rng.pick(&agreed)));
    }
    writeln!(out, "after = {{ {} }}", parts.join(", ")).expect("text");
    if !on {
        days(rng, out);
    }
    records
}

fn days(rng: &mut Rng, out: &mut String) {
    writeln!(out, "days = {}", rng.pick(&[1, 2, 3, 7, 10, 20, 45])).expect("text");
    if rng.chance(45) {
        writeln!(out, "count = \"{}\"", rng.pick(&["school", "school", "calendar"])).expect("text");
    }
}

/// Registers that ask: those that answer, or others, or some with an agreed date.
fn records(rng: &mut Rng, subject: &str, answers: &[String]) -> Vec<String> {
    let pool = match subject {
        "staff" => OF_STAFF,
        "class" => OF_CLASS,
        "school" => OF_SCHOOL,
        _ if rng.chance(50) => &["talk", "letter", "counselling", "plan", "book_loan"],
        _ => OF_CHILD,
    };
    match rng.below(3) {
        0 => rng.some(answers, 1, 2),
        1 => rng.some(pool, 1, 2).iter().map(|s| (*s).to_string()).collect(),
        _ => vec![(*rng.pick(pool)).to_string()],
    }
}
