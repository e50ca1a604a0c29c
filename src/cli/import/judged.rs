//! What became of the rows of a file.

use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;

/// So many of each kind are told one by one; a dry run tells all.
const TOLD: usize = 20;

/// A row that is not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Which of the file's sheets, from 0.
    pub sheet: usize,
    /// From 0.
    pub row: usize,
    pub why: String,
}

/// The rows of one import, each judged before anything is written.
#[derive(Default)]
pub struct Judged {
    pub added: Vec<String>,
    pub changed: Vec<String>,
    /// How many records changed: each may have several sentences.
    pub records_changed: usize,
    pub same: usize,
    /// What was edited here since: the row, from 0, and what it is.
    pub kept: Vec<(usize, String)>,
    pub refused: Vec<RefusedRow>,
    /// What else must be known.
    pub notes: Vec<String>,
}

impl Judged {
    /// Refuses a row.
    pub fn refuse(&mut self, sheet: usize, row: usize, why: impl Into<String>) {
        self.refused.push(RefusedRow { sheet, row, why: why.into() });
    }

    /// The sentences about single rows; all of them when `all` is asked for.
    pub fn told(&self, names: &[String], all: bool, lang: Lang) -> Vec<String> {
        let most = if all { usize::MAX } else { TOLD };
        let added = self.added.iter().map(|what| ImportSaid::Added { what }.text(lang));
        let kept = self.kept.iter();
        let kept = kept.map(|(row, what)| ImportSaid::Kept { row: row + 1, what }.text(lang));
        let refused = self.refused.iter().map(|own| {
            let sheet = names.get(own.sheet).filter(|_| names.len() > 1);
            let sheet = sheet.map(|name| format!("{name} ")).unwrap_or_default();
            ImportSaid::Refused { row: own.row + 1, sheet: &sheet, why: &own.why }.text(lang)
        });
        let mut lines = Vec::new();
        let groups: [Vec<String>; 4] =
            [added.collect(), self.changed.clone(), kept.collect(), refused.collect()];
        for group in groups {
            let more = group.len().saturating_sub(most);
            lines.extend(group.into_iter().take(most));
            lines.extend((more > 0).then(|| ImportSaid::AndMore { more }.text(lang)));
        }
        lines.extend(self.notes.iter().cloned());
        lines
    }
}
