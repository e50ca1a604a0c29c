//! What a command has to say, and how it is delivered.

use std::io::{self, Write};

use super::context::Context;
use crate::lang::talk::Msg;
use crate::render::screen::Screen;
use crate::render::visible;
use crate::storage::disk::{self, DiskError};

/// A command's answer.
#[derive(Default)]
pub struct Answer {
    /// Data for standard output, or the file of `-o`.
    data: Option<Vec<u8>>,
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
}

impl Answer {
    /// A screen in the format that was asked for.
    pub fn screen(context: &Context, screen: &Screen) -> Answer {
        Answer::data(context.format.draw(screen))
    }

    /// What was drawn before.
    pub fn data(data: Vec<u8>) -> Answer {
        Answer { data: Some(data), ..Answer::default() }
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

    /// What a writing command did. People read sentences, programs an object.
    pub fn written(context: &Context, written: &Written, sentences: Vec<String>) -> Answer {
        let talk_is_data = context.format.is_of_objects();
        let mut answer = match talk_is_data {
            true => Answer::text(written.json()),
            false => Answer::default().with_talk(sentences),
        };
        if context.dry_run && !talk_is_data {
            answer.talk.insert(0, Msg::WouldWrite.text(context.lang));
        }
        answer.saved = !context.dry_run;
        answer
    }

    /// The same, saved but not finished.
    pub fn unfinished(self, error: DiskError) -> Answer {
        Answer { unfinished: Some(error), ..self }
    }

    /// What the same operation wrote when it was done before.
    pub fn repeated(context: &Context, json: String) -> Answer {
        match context.format.is_of_objects() {
            true => Answer::text(json),
            false => Answer::default().with_talk([Msg::DoneBefore.text(context.lang)]),
        }
    }

    /// Writes the answer out and returns the exit code.
    pub fn deliver(&self, context: &Context, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        for line in &self.warnings {
            let _ = writeln!(err, "{}: {}", Msg::Error.text(context.lang), visible(line));
        }
        if let Some(data) = &self.data
            && let Err(error) = write_data(context, data, out)
        {
            return self.untold(context, &error, err);
        }
        if !context.quiet && !self.talk.is_empty() {
            let lines = visible(&self.talk.join("\n")) + "\n";
            // Talk that nobody can read any more changes nothing of what was done, but a writer
            // that cannot say so must let the exit code say it.
            if err.write_all(lines.as_bytes()).is_err() && self.saved {
                return 7;
            }
        }
        if let Some(error) = &self.unfinished {
            let (path, reason) = (error.path.display().to_string(), error.source.to_string());
            let said = Msg::SavedUnfinished { path: &path, reason: &reason };
            let _ = writeln!(err, "{}", visible(&said.text(context.lang)));
            return 7;
        }
        self.code
    }

    fn untold(&self, context: &Context, error: &io::Error, err: &mut dyn Write) -> u8 {
        let reader_left = error.kind() == io::ErrorKind::BrokenPipe;
        if reader_left && !self.saved {
            return self.code;
        }
        let reason = error.to_string();
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

fn write_data(context: &Context, data: &[u8], out: &mut dyn Write) -> io::Result<()> {
    if let Some(path) = &context.output {
        let path = context.directory.join(path);
        return disk::put_out(&path, &context.format.as_file(data)).map_err(|error| error.source);
    }
    out.write_all(data)?;
    out.flush()
}

/// What a writing command wrote.
pub struct Written {
    /// Names the command's changes as one.
    pub batch: String,
    pub ids: Vec<String>,
    /// Paths below the home.
    pub files: Vec<String>,
}

impl Written {
    /// As programs read it.
    pub fn json(&self) -> String {
        let object = serde_json::json!({
            "batch": self.batch, "written": self.ids, "files": self.files
        });
        format!("{object}\n")
    }
}
