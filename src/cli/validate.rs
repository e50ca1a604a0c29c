//! A file proved before it is saved: what an editor asks, and whoever tests how files are read.

use std::path::Path;

use crate::domain::problem::Problem;
use crate::lang::Lang;
use crate::render::{problems, visible};
use crate::storage::validate::ReadHome;

/// A home, read once, in which files are proved one at a time.
pub struct Validator(ReadHome);

/// What the reading of one file came to.
pub struct Validated {
    /// Rows, steps, columns; terms, rules, staff; or a child with its entries.
    pub records: usize,
    problems: Vec<Problem>,
}

/// A problem's check and place, as `care check --format json` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Told {
    /// The check's name, such as `field-count`.
    pub check: &'static str,
    /// A fault stops every judgement; a remark is only a doubt.
    pub is_fault: bool,
    /// From 1; none when it is about the file as a whole.
    pub line: Option<u32>,
    /// In characters, from 1.
    pub column: Option<u32>,
}

impl Validator {
    /// Reads all of a home but its logs.
    ///
    /// # Errors
    /// The home's faults, as text in Chinese: among them nothing can be proved.
    pub fn open(root: &Path) -> Result<Validator, String> {
        let told = |faults: Vec<Problem>| visible(&problems::text(&faults, Lang::Zh));
        ReadHome::read(root).map(Validator).map_err(told)
    }

    /// Reads bytes as if they were the file of this path below the home, as strictly as
    /// `care check`. The disk is not looked at.
    pub fn validate(&self, file: &str, bytes: &[u8]) -> Validated {
        let (records, problems) = self.0.validate(file, bytes.to_vec());
        Validated { records, problems }
    }
}

impl Validated {
    /// The problems in the order of their places.
    pub fn told(&self) -> impl Iterator<Item = Told> {
        self.problems.iter().map(|problem| Told {
            check: problem.cause().name(),
            is_fault: problem.is_fault(),
            line: problem.line,
            column: problem.column,
        })
    }

    /// Is there a fault among them?
    pub fn has_fault(&self) -> bool {
        self.problems.iter().any(Problem::is_fault)
    }

    /// The problems as a clerk sees them, in the language of a code, `zh-CN` or `en`.
    pub fn text(&self, lang: &str) -> String {
        visible(&problems::text(&self.problems, Lang::parse(lang).unwrap_or(Lang::Zh)))
    }
}
