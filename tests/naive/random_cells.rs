//! Random cells of the registers' own columns.

use chrono::{NaiveDate, TimeDelta};

use super::features::Feature;
use super::random_after::AGREED;
use super::random_home::Draft;
use super::random_rules::{DIRECTIONS, MODES, SESSIONS};
use super::register::GROWTH_CATEGORIES;
use super::rng::Rng;

/// Free text: blank in two ways, with quotes, commas, and a stored line break and backslash.
const TEXTS: &[&str] =
    &["", "", " ", "尚可", "尚可", "进步", "a, b", "他说\"想妈妈\"", "一\\n二", "C:\\\\x"];

/// A cell of the column, for a row of that date.
pub fn cell(
    rng: &mut Rng,
    draft: &Draft,
    (register, column): (&str, &str),
    date: NaiveDate,
) -> String {
    let blank = rng.chance(12);
    let word = match column {
        "mode" => *rng.pick(MODES),
        "direction" => *rng.pick(DIRECTIONS),
        "session" if rng.chance(6) => "dawn",
        "session" if rng.chance(60) => *rng.pick(&SESSIONS[..2]),
        "session" => *rng.pick(SESSIONS),
        "kind" if register == "activity" => *rng.pick(&["reading", "sport", "study"]),
        "kind" => *rng.pick(&["study", "sport"]),
        "category" => *rng.pick(GROWTH_CATEGORIES),
        "class" => rng.pick(&draft.people.classes).as_str(),
        "minutes" | "mood_score" | "amount" | "guardians" => *rng.pick(&["1", "5", "10"]),
        "phone" => "13800138000",
        "risk" => *rng.pick(&["low", "medium", "high"]),
        // A consent is withdrawn on its own day, so that no question of "not yet" arises.
        "withdrawn_on" => return day(rng, 60, date, 0),
        "closed_on" => return day(rng, 55, date, 60),
        // An agreed date that is no date, or lies before the event.
        _ if AGREED.contains(&column) && draft.has(Feature::After) && rng.chance(20) => {
            let earlier = date - TimeDelta::days(rng.between(0, 9));
            return rng.pick(&["下周", "2024-13-01", "2024-2-3", &earlier.to_string()]).to_string();
        }
        _ if column.ends_with("_on") => return day(rng, 50, date, 30),
        _ => return (*rng.pick(TEXTS)).to_string(),
    };
    if blank { String::new() } else { word.to_string() }
}

/// A date up to `most` days after, or blank.
fn day(rng: &mut Rng, blank: u64, date: NaiveDate, most: i64) -> String {
    if rng.chance(blank) {
        return String::new();
    }
    (date + TimeDelta::days(rng.between(0, most))).to_string()
}

/// The note of a row.
pub fn note(rng: &mut Rng) -> String {
    (*rng.pick(TEXTS)).to_string()
}
