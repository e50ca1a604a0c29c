//! What holds for the proof of any file: places that exist, the same again, fit for a terminal.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use care::{Told, Validated};

use crate::home::Desk;

/// Reads an input as a file of the home.
pub fn validate(desk: &Desk, file: &str, input: &[u8], turn: usize) -> Result<Validated, String> {
    let proof = desk.reader.validate(file, input);
    let text = String::from_utf8_lossy(input);
    let lines: Vec<&str> = text.split('\n').collect();
    for told in proof.told() {
        place(&lines, &told)?;
    }
    if turn.is_multiple_of(16) {
        let again = desk.reader.validate(file, input);
        let same = again.told().eq(proof.told()) && again.records == proof.records;
        held(same, || "read again, it is another file".to_owned())?;
        for lang in ["zh-CN", "en"] {
            fit_for_a_terminal(&proof.text(lang))?;
        }
    }
    Ok(proof)
}

/// Nothing, or what is wrong.
pub fn held(holds: bool, wrong: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(wrong()) }
}

/// Was this check told as a fault?
pub fn has(proof: &Validated, check: &str) -> bool {
    proof.told().any(|told| told.is_fault && told.check == check)
}

fn place(lines: &[&str], told: &Told) -> Result<(), String> {
    let Some(line) = told.line else { return Ok(()) };
    let at = usize::try_from(line).unwrap();
    let own = lines.get(at.wrapping_sub(1));
    let length = own.map(|own| own.chars().count());
    let column = usize::try_from(told.column.unwrap_or(1)).unwrap();
    // Behind the last letter is where something is missing.
    let exists = length.is_some_and(|length| (1..=length + 1).contains(&column));
    held(exists, || format!("{told:?} has no such place"))
}

/// No mark that steers a terminal or turns a line around.
pub fn fit_for_a_terminal(text: &str) -> Result<(), String> {
    let steers = |c: char| {
        c.is_control() && c != '\n' && c != '\t'
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    match text.find(steers) {
        Some(at) => Err(format!("a raw mark at {at} in {text:?}")),
        None => Ok(()),
    }
}

/// Faults that make a file no text; with any of them nothing in it is read.
pub fn no_text(input: &[u8], proof: &Validated) -> Result<bool, String> {
    let Ok(text) = std::str::from_utf8(input) else {
        return held(has(proof, "not-utf8"), || "no UTF-8, and not told".to_owned()).map(|()| true);
    };
    if text.contains('\0') {
        return held(has(proof, "nul-byte"), || "a NUL, and not told".to_owned()).map(|()| true);
    }
    Ok(has(proof, "conflict-marker"))
}

/// What was answered, as a number to compare: how much was read, and what was told where.
pub fn answer(proof: &Validated) -> u64 {
    let told = proof.told().map(|told| (told.check, told.line.unwrap_or(0).min(9)));
    let mut hasher = DefaultHasher::new();
    proof.records.min(8).hash(&mut hasher);
    told.collect::<BTreeSet<_>>().hash(&mut hasher);
    hasher.finish()
}
