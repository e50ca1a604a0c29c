//! What a command has to say, and how it is delivered.

mod keys;
mod receipt;

use std::borrow::Cow;
use std::io::{self, Write};

pub use self::keys::CalledKey;
use super::context::Context;
use super::failure::{Failure, reason};
use super::{mark, output};
use crate::domain::look::Look;
use crate::lang::paper_words::PaperWord;
use crate::lang::practice_words::Practice;
use crate::lang::talk::Msg;
use crate::render::screen::Screen;
use crate::render::visible;
use crate::storage::disk::{self, DiskError};

/// A command's answer.
#[derive(Default)]
pub struct Answer {
    /// Data for standard output, or the file of `-o`.
    data: Option<Vec<u8>>,
    /// What the data says of whom, when it is no text itself.
    told: Option<String>,
    /// How many rows the data has, when it is a list.
    rows: Option<usize>,
    /// Sentences for standard error.
    talk: Vec<String>,
    /// Sentences for standard error that are said even when only the needed is to be said.
    warnings: Vec<String>,
    /// The exit code, when nothing goes wrong in the telling.
    code: u8,
    /// Were records changed?
    saved: bool,
    /// Saved, and left for the next command to finish.
    unfinished: Option<DiskError>,
    /// What of it must be recorded before it is told.
    look: Option<Look>,
    /// What is to be done in its place.
    instead: Option<Instead>,
    /// Are there keys in it, of which some may be asked for?
    has_keys: bool,
    /// Why it cannot be told as it was asked for.
    refused: Option<Failure>,
    /// The keys that there are, when others were asked for.
    called: Vec<CalledKey>,
    /// Files for a folder of the user's, by their names.
    folder: Option<(std::path::PathBuf, NamedFiles)>,
}

/// Files by their names.
pub type NamedFiles = Vec<(String, Vec<u8>)>;

/// Another command whose answer goes into a file, which is then opened for people.
pub struct Instead {
    pub words: Vec<String>,
    pub file: String,
    /// Is it to be filled in and brought back, and no copy?
    pub is_form: bool,
}

impl Answer {
    /// Nothing but another command.
    pub fn instead(instead: Instead) -> Answer {
        Answer { instead: Some(instead), ..Answer::default() }
    }

    /// What is to be done in this one's place.
    pub fn in_its_place(&self) -> Option<&Instead> {
        self.instead.as_ref()
    }

    /// A screen in the format that was asked for.
    pub fn screen(context: &Context, screen: &Screen) -> Answer {
        let rows = context.format.rows(screen);
        Answer::drawn(context, screen, |told| context.format.draw(told)).of_rows(rows)
    }

    /// The same, drawn by whoever knows how much of it may be told.
    pub fn drawn(
        context: &Context,
        screen: &Screen,
        draw: impl FnOnce(&Screen) -> Vec<u8>,
    ) -> Answer {
        match context.fitting(screen) {
            Ok(told) => {
                Answer { has_keys: true, ..Answer::data(draw(&told)) }.telling(context, screen)
            }
            Err(failure) => Answer::of_other_keys(failure, screen),
        }
    }

    /// The same, drawn of a screen: a workbook is no text in which a name can be found.
    pub fn telling(self, context: &Context, screen: &Screen) -> Answer {
        Answer { told: context.format.told(screen), ..self }
    }

    /// The same, that says this in a form in which it cannot be read.
    pub fn told(self, text: String) -> Answer {
        Answer { told: Some(text), ..self }
    }

    /// What was drawn before.
    pub fn data(data: Vec<u8>) -> Answer {
        Answer { data: Some(data), ..Answer::default() }
    }

    /// The same, known to have so many rows.
    pub fn of_rows(self, rows: usize) -> Answer {
        Answer { rows: Some(rows), ..self }
    }

    /// A plain text.
    pub fn text(text: String) -> Answer {
        Answer::data(text.into_bytes())
    }

    /// Exit with 1 instead of 0.
    pub fn found(self, found: bool) -> Answer {
        Answer { code: u8::from(found), ..self }
    }

    /// Mail that was not delivered: exit with 5 when there is any.
    pub fn undelivered(self, warnings: Vec<String>) -> Answer {
        let code = if warnings.is_empty() { self.code } else { 5 };
        Answer { warnings, code, ..self }
    }

    /// The same, told only once this has been recorded.
    pub fn seen(self, look: Option<Look>) -> Answer {
        Answer { look, ..self }
    }

    /// Something was done that cannot be done again by repeating the command.
    pub fn saved(self) -> Answer {
        Answer { saved: true, ..self }
    }

    /// No list could be made, because the records have faults: exit with 3.
    pub fn without_list(mut self, said: String) -> Answer {
        self.warnings.push(said);
        Answer { code: 3, ..self }
    }

    /// Says more on standard error.
    pub fn with_talk(mut self, lines: impl IntoIterator<Item = String>) -> Answer {
        self.talk.extend(lines);
        self
    }

    /// Files to be put into a folder of the user's, by their names.
    pub fn files(
        mut self,
        context: &Context,
        folder: std::path::PathBuf,
        files: NamedFiles,
    ) -> Answer {
        if context.dry_run {
            self.talk.push(Msg::WouldWrite.text(context.lang));
        }
        Answer { folder: Some((folder, files)), ..self }
    }

    /// Writes the answer out and returns the exit code.
    pub fn deliver(&self, context: &Context, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let lacks_keys = context.json_keys.is_some() && self.data.is_some() && !self.has_keys;
        let failure = if self.is_no_table(context) {
            Some(Failure::Usage(vec![PaperWord::NoTable.text(context.lang)]))
        } else {
            lacks_keys.then(|| Failure::usage(&Msg::NoKeys, context.lang))
        };
        if let Some(failure) = self.refused.as_ref().or(failure.as_ref()) {
            return failure.report((context.format, context.lang), out, err);
        }
        let entry = match self.to_record(context).map(|look| context.record(&look)).transpose() {
            Ok(head) => head.map(|head| mark::entry(&head, context.lang)),
            Err(stop) => {
                return Failure::from(stop).report((context.format, context.lang), out, err);
            }
        };
        if !context.quiet && context.is_practice() {
            let _ = writeln!(err, "{}", Practice::Here.text(context.lang));
        }
        for line in &self.warnings {
            let _ = writeln!(err, "{}: {}", Msg::Error.text(context.lang), visible(line));
        }
        if let Err(error) = self.put_files(context) {
            return Failure::from(error).report((context.format, context.lang), out, err);
        }
        if let Some(data) = &self.data
            && let Err(error) = output::put(
                context,
                &mark::put(context, &self.as_page(context, data), entry.as_deref()),
                out,
            )
        {
            return self.untold(context, &error, err);
        }
        let is_told = mark::file(context).is_some() || self.folder.is_some();
        let entry = entry.filter(|_| is_told);
        let put = self.put_where(context);
        let talk: Vec<&str> =
            put.iter().chain(&self.talk).chain(&entry).map(String::as_str).collect();
        if !context.quiet && !talk.is_empty() {
            let lines = visible(&talk.join("\n")) + "\n";
            // Talk that nobody can read any more changes nothing of what was done, but a writer
            // that cannot say so must let the exit code say it.
            if err.write_all(lines.as_bytes()).is_err() && self.saved {
                return 7;
            }
        }
        if let Some(error) = &self.unfinished {
            let path = error.path.display().to_string();
            let reason = reason(&error.source, context.lang);
            let said = Msg::SavedUnfinished { path: &path, reason: &reason };
            let _ = writeln!(err, "{}", visible(&said.text(context.lang)));
            return 7;
        }
        self.code
    }

    /// Was it drawn of no screen?
    fn is_text(&self) -> bool {
        self.data.is_some() && self.told.is_none()
    }

    /// The data; a text as a page, where a page was asked for.
    fn as_page<'d>(&self, context: &Context, data: &'d [u8]) -> Cow<'d, [u8]> {
        match self.is_text() && context.format.is_on_paper() {
            true => context.format.of_text(data, context.lang).into(),
            false => data.into(),
        }
    }

    /// Is it a text, where a workbook was asked for?
    fn is_no_table(&self, context: &Context) -> bool {
        let is_nothing = self.data.as_ref().is_some_and(Vec::is_empty) && context.output.is_none();
        context.format.is_a_workbook() && self.is_text() && !is_nothing
    }

    /// What must be in the log of access before anything is told: a look at what is masked, and a
    /// file with the names or ids of children.
    fn to_record(&self, context: &Context) -> Option<Look> {
        // The receipt of a change names ids and nobody; it must not fail once that is saved.
        let file = mark::file(context).filter(|_| !self.saved);
        let Some(file) = file else { return self.look.clone() };
        let data = String::from_utf8_lossy(self.data.as_deref().unwrap_or_default());
        let told = context.told_of(self.told.as_deref().unwrap_or(&data));
        if self.look.is_none() && told.is_empty() {
            return None;
        }
        let mut look = self.look.clone().unwrap_or_default();
        look.children.extend(told);
        look.children.sort_unstable();
        look.children.dedup();
        Some(Look { file: Some(file), ..look })
    }

    /// That the data was put into a file, for whoever sees nothing of it.
    fn put_where(&self, context: &Context) -> Option<String> {
        let output = context.output.as_ref().filter(|_| !context.dry_run && self.data.is_some())?;
        let path = output.to_str().unwrap_or_default();
        let said = match self.rows {
            Some(rows) => Msg::OutputRows { path, rows },
            None => Msg::OutputWritten { path },
        };
        Some(said.text(context.lang))
    }

    fn put_files(&self, context: &Context) -> Result<(), DiskError> {
        let Some((folder, files)) = self.folder.as_ref().filter(|_| !context.dry_run) else {
            return Ok(());
        };
        disk::create_folder(folder)?;
        files.iter().try_for_each(|(name, bytes)| disk::put_out(&folder.join(name), bytes))
    }

    fn untold(&self, context: &Context, error: &io::Error, err: &mut dyn Write) -> u8 {
        let reader_left = error.kind() == io::ErrorKind::BrokenPipe;
        if reader_left && !self.saved {
            return self.code;
        }
        let reason = reason(error, context.lang);
        let file = context.output.as_ref().map(|path| path.display().to_string());
        let message = match (self.saved, &file) {
            (true, _) => Msg::SavedNotReported { reason: &reason },
            (false, Some(path)) => Msg::FileFailed { path, reason: &reason },
            (false, None) => Msg::NotShown { reason: &reason },
        };
        let _ = writeln!(err, "{}", visible(&message.text(context.lang)));
        if self.saved { 7 } else { 6 }
    }
}
