//! A journal is read whole or not at all: what cannot be read stays, and stops every command; what
//! can be read shows in the files before it is applied as it does afterwards.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path};

use serde_json::Value;

use super::file::{answer, held, validate};
use crate::home::{Desk, HOME, records};

const JOURNAL: &str = ".care/journal";

/// Tries a journal that was left behind.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let proof = validate(desk, JOURNAL, input, turn)?;
    let is_read = !proof.has_fault();
    let value: Option<Value> = serde_json::from_slice(input).ok();
    if is_read {
        let steps = value.as_ref().and_then(Value::as_array);
        // Those of one file are one.
        let file = |step: &Value| step["file"].as_str().map(str::to_owned);
        let files = steps.map(|steps| steps.iter().map(file).collect::<BTreeSet<_>>().len());
        let same = files.is_some_and(|files| files <= proof.records)
            && steps.is_some_and(|steps| steps.len() >= proof.records);
        held(same, || format!("{} steps are read of {value:?}", proof.records))?;
    }
    if let Some(value) = value {
        let again = desk.reader.validate(JOURNAL, &serde_json::to_vec(&value).unwrap());
        held(again.records == proof.records || !is_read, || "written again, it differs".into())?;
        if let Some(fits) = fits(&value) {
            let is_read = !again.has_fault();
            held(fits == is_read, || format!("{value} is a journal: {fits}, read: {is_read}"))?;
        }
    }
    if turn.is_multiple_of(200) {
        left_behind(desk, input, is_read)?;
    }
    // Its one fault says in the program's words what could not be read.
    let mut hasher = DefaultHasher::new();
    let said = proof.text("en");
    (answer(&proof), said.replace(|c: char| c.is_ascii_digit(), "")).hash(&mut hasher);
    Ok(hasher.finish())
}

/// Are these steps of files below the home? Not said when they are written in another way.
fn fits(value: &Value) -> Option<bool> {
    let Some(steps) = value.as_array() else { return Some(false) };
    let mut all = true;
    for step in steps {
        let step =
            step.as_object().filter(|step| step.get("step").is_some_and(Value::is_string))?;
        let text = |key: &str| step.get(key).and_then(Value::as_str);
        let is_below = |file: &str| {
            let mut parts = Path::new(file).components().peekable();
            parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
        };
        let named = text("file").is_some_and(is_below) && text("text").is_some();
        all &= named
            && match text("step") {
                Some("append") => {
                    let is_text = |own: &Value| own.is_string() || own.is_null();
                    step.get("header").is_none_or(is_text)
                        && step.get("offset").is_some_and(Value::is_u64)
                }
                Some("put") => {
                    step.get("before").is_none_or(|own| own.is_string() || own.is_null())
                }
                _ => false,
            };
    }
    Some(all)
}

/// The commands that find the journal.
fn left_behind(desk: &Desk, input: &[u8], is_read: bool) -> Result<(), String> {
    let disk = desk.with(JOURNAL, input);
    let before = desk.run_line(&disk, "check --format json");
    held(records(&disk.files()) == records(&desk.with(JOURNAL, input).files()), || {
        "reading changed a record".to_owned()
    })?;
    let wrote = desk.run_line(&disk, "log-talk C2M9RD --date 2024-12-19 --format json");
    let journal = disk.files().get(&Path::new(HOME).join(JOURNAL)).cloned();
    let outside = disk.files().into_keys().find(|path| !path.starts_with(HOME));
    held(outside.is_none(), || format!("{outside:?} was written"))?;
    if !is_read {
        let overdue = desk.run_line(&disk, "overdue").code;
        held(overdue == 3, || format!("a reader returned {overdue}"))?;
        held([3, 6].contains(&wrote.code), || format!("a writer returned {}", wrote.code))?;
        let same = journal.is_some_and(|own| *own == input);
        return held(same, || "a journal that cannot be read is gone".to_owned());
    }
    match journal {
        Some(left) => held(*left == input, || "the journal is another one".to_owned()),
        None if !is_usual(desk, input) => Ok(()),
        None => {
            let after = desk.run_line(&disk, "check --format json");
            let same = before.out == after.out;
            held(same, || format!("read {}\nthen applied {}", before.out, after.out))
        }
    }
}

/// Do all steps stand in folders that a home has before them? A command makes no others.
fn is_usual(desk: &Desk, input: &[u8]) -> bool {
    let steps: Vec<Value> = serde_json::from_slice(input).unwrap();
    let folders: Vec<&Path> = desk.files.keys().filter_map(|path| path.parent()).collect();
    steps.iter().all(|step| {
        let file = step.get("file").and_then(Value::as_str).unwrap_or_default();
        Path::new(HOME).join(file).parent().is_some_and(|folder| folders.contains(&folder))
    })
}
