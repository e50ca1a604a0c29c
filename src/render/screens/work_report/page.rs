//! What a report is drawn from.

use crate::domain::label::Label;
use crate::domain::own_words::OwnWords;
use crate::render::screens::Names;
use crate::reports::work_report::figures::FigureTable;
use crate::reports::work_report::numbers::Numbers;
use crate::reports::work_report::{Basis, Section};

/// A section with its tables.
pub struct ToldSection {
    pub section: Section,
    pub tables: Vec<FigureTable>,
}

/// A report before it is drawn.
pub struct ReportPage<'a> {
    pub names: &'a Names<'a>,
    pub basis: &'a Basis<'a>,
    pub numbers: &'a Numbers,
    pub title: String,
    /// Does a table with nothing in it say so? Else it is left out: what is not recorded may have
    /// been all the same.
    pub says_none: bool,
    pub sections: &'a [ToldSection],
    /// What stands behind the report.
    pub annex: &'a [FigureTable],
    pub own: &'a OwnWords,
    /// Rules of the national minimum that the school does not reach.
    pub below_minimum: &'a [Label],
}
