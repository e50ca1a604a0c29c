//! `care check --fix` of logs that a spreadsheet program saved: what became of each.

use super::context::Context;
use super::failure::Failure;
use crate::domain::problem::{Cause, Files, Problem};
use crate::lang::Lang;
use crate::lang::saved_log_words::{SavedSaid, cell, cells, lost};
use crate::render::problems;
use crate::storage::restore::Restored;

/// Restores what can be restored exactly, and says of the rest where it stands and how to get it
/// back.
pub fn restore(context: &Context) -> Result<Vec<String>, Failure> {
    let mut saved = context.examine()?;
    saved.retain(|own| matches!(own.cause(), Cause::Files(Files::SavedLog { .. })));
    let lang = context.lang;
    let Some(restored) = context.restore(&saved)? else {
        let waits = |own: &Problem| SavedSaid::Waits { file: &own.file }.text(lang);
        return Ok(saved.iter().map(waits).collect());
    };
    Ok(restored.iter().flat_map(|(file, own)| told(file, own, lang)).collect())
}

fn told(file: &str, restored: &Restored, lang: Lang) -> Vec<String> {
    match restored {
        Restored::Whole { kept_in, numbers, to_the_minute } => {
            let mut told = vec![SavedSaid::Whole { file, kept_in }.text(lang)];
            if *to_the_minute {
                told.push(SavedSaid::Minutes.text(lang));
            }
            if !numbers.is_empty() {
                let cells = cells(numbers.iter().map(|own| cell(own, lang)), lang);
                told.push(SavedSaid::Numbers { cells: &cells }.text(lang));
            }
            told
        }
        Restored::Lost(all) => {
            let cells = cells(all.iter().map(|(own, why)| lost(own, *why, lang)), lang);
            vec![SavedSaid::Lost { file, cells: &cells }.text(lang)]
        }
        Restored::Faulty(faults) => {
            let said = SavedSaid::Faulty { file }.text(lang);
            vec![format!("{said}\n{}", problems::text(faults, lang).trim_end())]
        }
    }
}
