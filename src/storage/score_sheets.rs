//! The school's score sheets: a file for each. They are read by whoever asks for scores and by the
//! examination of a home, and decide nothing of what is owed.

use super::disk::Disk;
use super::reader::Reader;
use super::register_file;
use super::score_sheet_file::{self, ScoreSources};
use super::source::{Shows, Source};
use super::{journal, layout, lookalike};
use crate::domain::home::Home;
use crate::domain::problem::{Files, Problem, Sight};
use crate::domain::score_sheet::ScoreSheet;

impl Reader<'_> {
    /// Every sheet of a home, by the names of their files.
    pub fn score_sheets(&self, home: &Home) -> Option<Vec<ScoreSheet>> {
        self.store.loader(&self.findings).disk(self.read_score_sheets(home))
    }

    fn read_score_sheets(&self, home: &Home) -> Disk<Vec<ScoreSheet>> {
        lookalike::check_sheets(self.root(), &self.findings)?;
        let registers = register_file::names(self.root())?;
        let sources = ScoreSources { rules: &home.rules, registers: &registers };
        let mut sheets = Vec::new();
        for entry in lookalike::list(self.root(), layout::SHEETS, &self.findings)? {
            let file = format!("{}/{}", layout::SHEETS, entry.name);
            let Some(id) = entry.name.strip_suffix(".toml").filter(|_| !entry.is_folder) else {
                self.tell(Problem::of_file(&file, Sight::Open(None), Files::StrayFile));
                continue;
            };
            let bytes = journal::read(self.root(), &file)?.unwrap_or_default();
            let source = Source::new(file, &bytes, &self.findings, Shows::Everything);
            let sheet = source.and_then(|own| score_sheet_file::read(&own, id, &sources));
            sheets.extend(sheet);
        }
        sheets.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(sheets)
    }
}
