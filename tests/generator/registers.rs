//! The registers as the program describes them: which columns, in which order, and what they
//! take. A cell that the program would remark on stops the generator.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::log::Event;

/// A column of a register's own.
pub struct Column {
    pub name: &'static str,
    holds: &'static str,
    required: bool,
    codes: Vec<&'static str>,
}

macro_rules! described {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../src/domain/registers/", $name, ".toml")))),*]
    };
}

static REGISTERS: LazyLock<BTreeMap<&str, Vec<Column>>> = LazyLock::new(|| {
    let described = described! {
        "talk" "visit" "call" "letter" "family_call" "guardian_contact" "help" "diary" "growth"
        "feedback" "counselling" "plan" "survey" "change" "activity" "duty" "lecture" "training"
        "meeting" "aid" "donation" "asset" "book_loan" "assessment" "award" "handover" "absence"
        "consent" "document" "enrolment" "fund" "incident" "model_case" "needs" "partner" "patrol"
        "publicity" "room" "rota" "work_item" "head_count" "penalty" "result" "breach"
    };
    described.into_iter().map(|(name, text)| (name, read(text))).collect()
});

/// The columns of a description: its lines are laid out alike, a choice on a line of its own.
fn read(text: &'static str) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for line in text.lines() {
        if line == "[[column]]" {
            columns.push(Column { name: "", holds: "", required: false, codes: Vec::new() });
        }
        let Some(column) = columns.last_mut() else { continue };
        match line.trim_start().split_once(" = ") {
            Some(("name", rest)) => column.name = quoted(rest),
            Some(("type", rest)) => column.holds = quoted(rest),
            Some(("required", rest)) => column.required = rest == "true",
            Some(("{ code", rest)) => column.codes.push(quoted(rest)),
            _ => {}
        }
    }
    columns
}

fn quoted(text: &'static str) -> &'static str {
    text.split('"').nth(1).expect("a text in quotation marks")
}

pub fn columns(register: &str) -> &'static [Column] {
    REGISTERS.get(register).expect("a register of the program")
}

/// Columns that a register got when its homes were under way.
const CAME_LATER: &[(&str, &[&str])] = &[
    ("activity", &["organiser", "photo"]),
    ("aid", &["term", "handled_by"]),
    ("assessment", &["max", "period"]),
    ("asset", &["model", "keeper"]),
    ("book_loan", &["number", "damage"]),
    ("donation", &["move"]),
    ("family_call", &["time"]),
    ("meeting", &["recorder", "decided_for", "due_on", "done_on"]),
    ("plan", &["cause"]),
    ("talk", &["time", "voice"]),
    ("visit", &["time", "place", "study_place", "signed", "voice"]),
];

pub fn came_later(register: &str, column: &str) -> bool {
    CAME_LATER.iter().any(|(name, columns)| *name == register && columns.contains(&column))
}

/// Panics when the program would not take the event as it is.
pub fn check(event: &Event) {
    let columns = columns(event.register);
    for (name, _) in &event.cells {
        assert!(columns.iter().any(|column| column.name == *name), "no column {name}");
    }
    for column in columns {
        let cell = event.cell(column.name);
        let fits = match column.holds {
            _ if cell.is_empty() => !column.required,
            "choice" => column.codes.contains(&cell),
            "integer" => cell.parse::<i64>().is_ok(),
            "decimal" => cell.parse::<f64>().is_ok(),
            "date" => cell.parse::<NaiveDate>().is_ok(),
            _ => true,
        };
        assert!(fits, "{}.{} does not take “{cell}”", event.register, column.name);
    }
}
