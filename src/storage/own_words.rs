//! The school's own words in its reports: a file for each span.

use super::disk::Disk;
use super::lookalike;
use super::reader::Reader;
use super::{journal, layout};
use crate::domain::own_words::OwnWords;
use crate::domain::problem::{Alike, Files, Problem, Sight};

impl Reader<'_> {
    /// The school's own words in the report of a span. What looks like their file and is not read
    /// is a fault: the words may stand there.
    pub fn own_words(&self, span: &str) -> Option<OwnWords> {
        for name in self.reports().unwrap_or_default() {
            if lookalike::is_copy_of(&name, span, ".md") {
                self.tell_of(&name, Files::Lookalike { why: Alike::Copy });
            }
        }
        let text = self.text(&layout::own_words(span));
        text.map(|text| OwnWords::parse(&text))
    }

    /// Tells of what in the folder is no text, and of what no report reads.
    pub fn examine_own_words(&self) -> Disk<()> {
        for name in self.reports()? {
            match layout::has_extension(&name, "md") {
                true => drop(self.text(&format!("{}/{name}", layout::REPORT))),
                false => self.tell_of(&name, Files::StrayFile),
            }
        }
        Ok(())
    }

    /// The files that stand in the folder, but for what editors leave there.
    fn reports(&self) -> Disk<Vec<String>> {
        let entries = journal::list(self.root(), layout::REPORT)?;
        let kept = lookalike::kept(self.root(), layout::REPORT, &entries, &self.findings);
        let named = kept.into_iter().map(|own| own.name).filter(|name| !name.starts_with('.'));
        Ok(named.collect())
    }

    fn tell_of(&self, name: &str, cause: Files) {
        let file = format!("{}/{name}", layout::REPORT);
        self.tell(Problem::of_file(&file, Sight::Open(None), cause));
    }
}
