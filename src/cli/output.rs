//! Where an answer may be put with `-o`.

use std::io::{self, Write};
use std::path::Path;

use super::as_meant;
use super::call::Call;
use super::context::Context;
use super::failure::{Choosing, Failure};
use crate::lang::export_words::ExportWord;
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
    if context.dry_run && context.format.is_no_text() {
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
    let path = output.to_str().unwrap_or_default();
    may_be_written_over(context, Msg::OutputStands { path }.text(context.lang))
}

/// Goes on when somebody has said that what stands there may be written over.
fn may_be_written_over(context: &Context, stands: String) -> Result<(), Failure> {
    let lang = context.lang;
    match context.chosen.iter().find(|(about, _)| about == ABOUT) {
        Some((_, line)) if as_meant::is_yes(line) => Ok(()),
        Some(_) => Err(Failure::usage(&Msg::LeftUndone, lang)),
        None => Err(Failure::Choose(Choosing {
            about: ABOUT.to_owned(),
            question: format!("{stands}\n{}", Msg::WriteOver.text(lang)),
            refused: vec![stands, Msg::WriteOverByYes.text(lang)],
            left: None,
        })),
    }
}

/// Goes on when files of these names may be put into a folder of the user's.
///
/// # Errors
/// One of them would be a record, or stands there and nobody has said that it may be written over.
pub fn free_in(context: &Context, folder: &Path, names: &[&str]) -> Result<(), Failure> {
    let lang = context.lang;
    let whole = context.directory.join(folder);
    let dir = folder.to_str().unwrap_or_default();
    let is_record = |name: &&&str| {
        context.home.as_ref().is_some_and(|own| disk::is_record(own.root(), &whole.join(name)))
    };
    if let Some(name) = names.iter().find(is_record) {
        let path = folder.join(name);
        let path = path.to_str().unwrap_or_default();
        return Err(Failure::usage(&Msg::OutputOverRecord { path }, lang));
    }
    let stands: Vec<&&str> = names.iter().filter(|name| disk::is_file(&whole.join(name))).collect();
    let Some(first) = stands.first().filter(|_| !context.yes && !context.dry_run) else {
        return Ok(());
    };
    let stands = ExportWord::Stands { dir, file: first, count: stands.len() }.text(lang);
    may_be_written_over(context, stands)
}
