//! Where an answer may be put with `-o`.

use std::io::{self, Write};
use std::path::Path;

use super::as_meant;
use super::call::Call;
use super::context::Context;
use super::failure::{Choosing, Failure};
use crate::lang::talk::Msg;
use crate::render::Format;
use crate::storage::{Store, disk, layout};

/// Why an answer is not put there: a record stands there, or the file's name promises what is not
/// made.
pub fn refused<'p>(call: &Call, home: Option<&Store>, output: &'p Path) -> Option<Msg<'p>> {
    let path = output.to_str().unwrap_or_default();
    let is_record = |home: &Store| disk::is_record(home.root(), &call.directory.join(output));
    if home.is_some_and(is_record) {
        return Some(Msg::OutputOverRecord { path });
    }
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    if !layout::is_file_name(&name) {
        return Some(Msg::OutputName { path });
    }
    Format::is_of_an_office(output).then_some(Msg::NoOfficeFile { path })
}

/// Puts an answer into its file, or shows it: what is longer than the terminal page by page.
///
/// # Errors
/// It could not be written.
pub fn put(context: &Context, data: &[u8], out: &mut dyn Write) -> io::Result<()> {
    if let Some(path) = context.output.as_ref().filter(|_| !context.dry_run) {
        let path = context.directory.join(path);
        return disk::put_out(&path, &context.format.as_file(data)).map_err(|error| error.source);
    }
    // A dry run shows what a file would hold, if it can be shown.
    if context.dry_run && context.format.is_a_workbook() {
        return Ok(());
    }
    // What was said before stands above it.
    out.flush()?;
    if context.pager.is_some_and(|pager| pager.shows(data)) {
        return Ok(());
    }
    out.write_all(data)?;
    out.flush()
}

/// What the question is about whether a file may be written over.
const ABOUT: &str = "-o";

/// Goes on when the place of the answer is free, or what stands there may be written over; a device
/// or a pipe is only written to. This is asked before anything is done.
///
/// # Errors
/// The question, while nobody has answered it; or that the answer was no.
pub fn free(context: &Context) -> Result<(), Failure> {
    let Some(output) = context.output.as_ref().filter(|_| !context.yes && !context.dry_run) else {
        return Ok(());
    };
    if !disk::is_file(&context.directory.join(output)) {
        return Ok(());
    }
    let lang = context.lang;
    match context.chosen.iter().find(|(about, _)| about == ABOUT) {
        Some((_, line)) if as_meant::is_yes(line) => Ok(()),
        Some(_) => Err(Failure::usage(&Msg::LeftUndone, lang)),
        None => {
            let path = output.to_str().unwrap_or_default();
            let stands = Msg::OutputStands { path }.text(lang);
            Err(Failure::Choose(Choosing {
                about: ABOUT.to_owned(),
                question: format!("{stands}\n{}", Msg::WriteOver.text(lang)),
                refused: vec![stands, Msg::WriteOverByYes.text(lang)],
                left: None,
            }))
        }
    }
}
