//! A file that is brought in, and the one in which its refused rows go back.

use std::path::{Path, PathBuf};

use super::judged::Judged;
use super::sheeted::Sheeted;
use super::{fault_said, refused};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::grid::kinds::SheetKind;
use crate::domain::grid::roster_words::CHILDREN;
use crate::domain::grid::table::Candidates;
use crate::domain::grid::{Grid, form};
use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;
use crate::storage::disk;
use crate::storage::sheets::apart;
use crate::storage::sheets::bounds::Letters;

/// A file, with what was found in it.
pub struct SheetFile {
    pub name: String,
    /// As it was typed.
    typed: PathBuf,
    path: PathBuf,
    pub grids: Vec<Grid>,
}

impl SheetFile {
    /// Reads a file; `-` is standard input.
    ///
    /// # Errors
    /// There is none, or none that may be read.
    pub fn read(
        context: &Context,
        file: &str,
        letters: Option<Letters>,
    ) -> Result<SheetFile, Failure> {
        let lang = context.lang;
        let path = context.directory.join(file);
        let bytes = match file {
            "-" => (context.input)().ok(),
            _ => disk::read(&path)?,
        };
        let refuse = |why: String| Failure::Usage(vec![why]);
        let bytes = bytes.ok_or_else(|| refuse(ImportSaid::NoFile { file }.text(lang)))?;
        let grids = apart::read(context.program.as_deref(), &bytes, letters);
        let wrong = |fault| refuse(format!("{file}: {}", fault_said(&fault, lang)));
        let grids = grids.map_err(wrong)?;
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(SheetFile { name, typed: PathBuf::from(file), path, grids })
    }

    /// Its sheets; forms of one child as tables of one row.
    pub fn tables(&self, wanted: Option<&SheetKind>) -> Vec<Grid> {
        let may_be = wanted.is_none_or(|wanted| *wanted == SheetKind::Children);
        let known = |grid: &Grid| {
            let found = Candidates::of(grid).best(&|path| CHILDREN.meant(path));
            found.map_or(0, |found| found.known())
        };
        let of = |grid: &Grid| form::as_table(grid, known(grid)).filter(|_| may_be);
        self.grids.iter().map(|grid| of(grid).unwrap_or_else(|| grid.clone())).collect()
    }

    /// Puts the refused rows beside it; what stands there is never overwritten with something else.
    /// Returns where.
    ///
    /// # Errors
    /// The disk failed.
    pub fn put_refused(
        &self,
        sheets: &[Sheeted],
        judged: &Judged,
        lang: Lang,
    ) -> Result<String, Failure> {
        let bytes = refused::workbook(sheets, judged, lang);
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let stem = if stem == "-" { "rows".to_owned() } else { stem };
        let mut number = 1;
        loop {
            let name = match number {
                1 => format!("{stem}-refused.xlsx"),
                _ => format!("{stem}-refused-{number}.xlsx"),
            };
            let (path, told) = (self.path.with_file_name(&name), self.typed.with_file_name(&name));
            let there = disk::read(&path)?;
            if there.is_none() {
                disk::put_out(&path, &bytes)?;
            }
            if there.is_none_or(|own| own == bytes) {
                return Ok(disk::shown(&told));
            }
            number += 1;
        }
    }
}
