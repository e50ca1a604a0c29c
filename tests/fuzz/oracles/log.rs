//! A log is read whole: each line is a row or has a fault, as a second, plainer reader finds too.

use std::collections::BTreeSet;

use care::Validated;
use chrono::{DateTime, NaiveDate};

use super::file::{answer, has, held, no_text, validate};
use crate::home::Desk;

/// Faults of rows that could be read: of what they have to do with other rows.
const OF_FAMILIES: [&str; 5] =
    ["duplicate-id", "replaces-nothing", "replaces-cycle", "not-moved", "moved-twice"];

/// A log of October 2024.
pub struct Log {
    file: &'static str,
}

pub const TALK: Log = Log { file: "log/talk/2024-10.csv" };

/// A register of which nothing may be shown.
pub const COUNSELLING: Log = Log { file: "log/counselling/2024-10.csv" };

/// Tries a log.
pub fn hold(desk: &Desk, log: &Log, input: &[u8], turn: usize) -> Result<u64, String> {
    let proof = validate(desk, log.file, input, turn)?;
    let answer = answer(&proof);
    // One fault of the whole file stands in the place of all others.
    if has(&proof, "saved-log") {
        let faults = proof.told().filter(|told| told.is_fault).count();
        return held(faults == 1, || format!("{faults} faults beside it")).map(|()| answer);
    }
    if no_text(input, &proof)? {
        return Ok(answer);
    }
    let text = std::str::from_utf8(input).unwrap();
    let is_torn = !text.is_empty() && !text.ends_with('\n');
    held(is_torn == has(&proof, "torn-line"), || "a torn line, or none".to_owned())?;
    let of_header = ["no-header", "missing-column", "double-column"];
    if of_header.iter().any(|check| has(&proof, check)) {
        let none = proof.records == 0;
        return held(none, || "rows under no header".to_owned()).map(|()| answer);
    }
    let whole = text.rfind('\n').map_or("", |at| &text[..=at]);
    if whole.is_empty() {
        return held(proof.has_fault(), || "no header, and not told".to_owned()).map(|()| answer);
    }
    rows(&proof, whole)?;
    Ok(answer)
}

fn rows(proof: &Validated, whole: &str) -> Result<(), String> {
    let faults: BTreeSet<u32> = proof
        .told()
        .filter(|told| told.is_fault && !OF_FAMILIES.contains(&told.check))
        .filter_map(|told| told.line)
        .collect();
    let mut lines = (1u32..).zip(whole.lines().map(|line| line.trim_end_matches('\r')));
    let header = lines.next().unwrap().1.trim_start_matches('\u{feff}');
    let names: Vec<&str> = header.split(',').map(str::trim).collect();
    let mut sound = 0;
    let mut lines_of_data = 0;
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        lines_of_data += 1;
        let is_faulty = faults.contains(&number);
        sound += usize::from(!is_faulty);
        if !header.contains('"') && !line.contains(['"', '\r']) && !line.starts_with("id,date,") {
            let is_row = is_row(&names, line);
            held(is_row != is_faulty, || format!("line {number}: a row is {is_row}: {line}"))?;
        }
    }
    // Rows of families that do not agree are read, and have a fault.
    let range = sound..=lines_of_data;
    held(range.contains(&proof.records), || format!("{} rows, not {range:?}", proof.records))
}

/// Is each cell of a line without quotes what its column asks for?
fn is_row(names: &[&str], line: &str) -> bool {
    let cells: Vec<&str> = line.split(',').collect();
    if cells.len() != names.len() {
        return false;
    }
    let cell = |name: &str| cells[names.iter().position(|own| *own == name).unwrap()];
    let is_date = |text: &str| {
        text.len() == 10 && text.is_ascii() && text[4..5] == text[7..8] && &text[4..5] == "-" && {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            digits == 8 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
        }
    };
    let is_event = |text: &str| {
        let fits = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        text.len() == 11 && text.starts_with('E') && text.bytes().all(fits)
    };
    let date = cell("date").trim();
    let words = |column: &str, known: [&str; 2]| {
        cell(column).split_ascii_whitespace().all(|word| known.contains(&word))
    };
    is_event(cell("id").trim())
        && is_date(date)
        && date.starts_with("2024-10-")
        && words("children", ["C7K3FQ", "C2M9RD"])
        && words("staff", ["T4M2XA", "T8B5QW"])
        && ["", "made", "attempted"].contains(&cell("outcome").trim())
        && ["", "void", "moved", "arrived"].contains(&cell("status").trim())
        && DateTime::parse_from_rfc3339(cell("recorded").trim()).is_ok()
        && cell("replaces").split_ascii_whitespace().all(|word| {
            let (month, id) = word.split_once('/').unwrap_or(("2024-10", word));
            NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").is_ok() && is_event(id)
        })
}
