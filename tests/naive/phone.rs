//! Section 7: phones, dead parents, and the contact card.

use chrono::NaiveDate;
use toml::Value;

use super::child::Child;
use super::home::Home;

/// "A path ending in `phone` holds when one of its entries is a phone".
pub fn has_phone(value: Option<&Value>) -> bool {
    match value {
        Some(Value::String(entry)) => is_phone(entry),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).any(is_phone),
        _ => false,
    }
}

/// "at least seven digits in that entry, full-width ones too (`无`, `空号`, `停机`, `—` are none)".
fn is_phone(entry: &str) -> bool {
    entry.chars().filter(|c| matches!(c, '0'..='9' | '０'..='９')).count() >= 7
}

/// "A dead parent's phone counts for nothing; a parent whose table is missing is not dead."
pub fn is_dead(child: &Child, parent: &str, today: NaiveDate) -> bool {
    let guardianship = child.field(&format!("{parent}.guardianship"), today);
    guardianship.and_then(Value::as_str) == Some("dead")
}

/// Does the path name the phone of a parent who is dead?
pub fn is_of_the_dead(child: &Child, path: &str, today: NaiveDate) -> bool {
    let parents = ["father", "mother"];
    parents.iter().any(|p| path == format!("{p}.phone") && is_dead(child, p, today))
}

/// What the contact card lacks, as field paths. "`[contact_card] issued_on`, a phone for the carer
/// and for a parent (none asked when each parent is `dead`), a head teacher of the class today".
///
/// Choice: of a child's two parents the phone of one who is dead is not missing.
pub fn card_lacks(home: &Home, child: &Child, today: NaiveDate) -> Vec<String> {
    let full = |path: &str| super::facts::path_holds(child, path, today);
    let mut lacks: Vec<String> = Vec::new();
    for path in ["contact_card.issued_on", "carer.phone"] {
        if !full(path) {
            lacks.push(path.to_string());
        }
    }
    let parents = ["father", "mother"];
    let living = parents.iter().filter(|p| !is_dead(child, p, today));
    let phones: Vec<String> = living.map(|p| format!("{p}.phone")).collect();
    if !phones.iter().any(|path| full(path)) {
        lacks.extend(phones);
    }
    if child.class(today).is_none_or(|class| home.head_of(class, today).is_none()) {
        lacks.push("head_teacher".to_string());
    }
    lacks
}
