//! Why a command did not do its work, and the exit code that says so.

use std::io::{self, Write};

use crate::domain::problem::Problem;
use crate::lang::Lang;
use crate::lang::access_words::AccessSaid;
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::lang::undo_words::UndoWord;
use crate::render::{Format, problems, visible};
use crate::session::Stop;
use crate::storage::disk::{self, DiskError};

/// A failure; each kind has its exit code.
#[derive(Debug)]
pub enum Failure {
    /// The command or a name was not clear: 2. Lines to be said.
    Usage(Vec<String>),
    /// Something stands in the way that is no mistake of the call: 1.
    Refused(Vec<String>),
    /// The home's door stayed shut: 2, 3, 4 or 6.
    Stop(Stop),
    /// Something to be confirmed, in lines; where nobody is asked, it is refused: 2.
    Ask(Vec<String>),
    /// Something to be chosen; where nobody is asked, it is refused: 2.
    Choose(Choosing),
    /// A question was answered with no: 2.
    Left(String),
    /// Whoever was asked is gone: 130. Nothing was saved, which is said.
    Gone(String),
    /// What else must be heard, before the failure itself.
    Besides(Vec<String>, Box<Failure>),
}

/// One of two things, as a person is asked for it.
#[derive(Debug)]
pub struct Choosing {
    /// What the answer is about.
    pub about: String,
    pub question: String,
    /// What is said where nobody is asked: all that must be chosen, and how.
    pub refused: Vec<String>,
    /// What is said when the answer is blank, where what was answered before stays.
    pub left: Option<String>,
}

impl Failure {
    /// A mistake in the call, said in one sentence.
    pub fn usage(message: &Msg, lang: Lang) -> Failure {
        Failure::Usage(vec![message.text(lang)])
    }

    /// What it says, in one line.
    pub fn sentence(&self) -> String {
        match self {
            Failure::Usage(lines) | Failure::Refused(lines) | Failure::Ask(lines) => {
                lines.join(" ")
            }
            other => format!("{other:?}"),
        }
    }

    /// The failure of a text that was only tried: of its faults something is said first.
    pub fn of_trial(stop: Stop, said: String) -> Failure {
        match stop {
            Stop::BadData(_) => Failure::Besides(vec![said], Box::new(stop.into())),
            stop => stop.into(),
        }
    }

    /// Says what failed and returns the exit code.
    pub fn report(
        &self,
        (format, lang): (Format, Lang),
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> u8 {
        // When standard error is closed too, the exit code is all that is left to say.
        let mut say = |text: &str| drop(err.write_all(visible(text).as_bytes()));
        match self {
            Failure::Ask(doubt) => {
                let lines = doubt.iter().cloned().chain([Msg::AddYes.text(lang)]);
                Failure::Usage(lines.collect()).report((format, lang), out, err)
            }
            Failure::Choose(choice) => {
                Failure::Usage(choice.refused.clone()).report((format, lang), out, err)
            }
            Failure::Usage(lines) | Failure::Refused(lines) => {
                for (at, line) in lines.iter().enumerate() {
                    let mark = if at == 0 { Msg::Error.text(lang) + ": " } else { "  ".to_owned() };
                    say(&format!("{mark}{line}\n"));
                }
                if matches!(self, Failure::Usage(_)) { 2 } else { 1 }
            }
            Failure::Left(said) => {
                Failure::Usage(vec![said.clone()]).report((format, lang), out, err)
            }
            Failure::Gone(said) => {
                say(&format!("{said}\n"));
                130
            }
            Failure::Besides(lines, failure) => {
                for line in lines {
                    say(&format!("{}: {line}\n", Msg::Error.text(lang)));
                }
                failure.report((format, lang), out, err)
            }
            Failure::Stop(Stop::BadData(found)) => {
                say(&bad_data((format, lang), found));
                let _ = out.flush();
                3
            }
            Failure::Stop(stop) => {
                let (lines, code) = stopped(stop, lang);
                for (at, line) in lines.iter().enumerate() {
                    let mark = if at == 0 { Msg::Error.text(lang) + ": " } else { "  ".to_owned() };
                    say(&format!("{mark}{line}\n"));
                }
                code
            }
        }
    }
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Failure {
        Failure::Stop(stop)
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Failure {
        Failure::Stop(Stop::Disk(error))
    }
}

fn bad_data((format, lang): (Format, Lang), found: &[Problem]) -> String {
    if format.is_of_objects() {
        let drawn = format.draw(&problems::screen(found, lang));
        return String::from_utf8_lossy(&drawn).into_owned();
    }
    let stopped = ProblemWord::Stopped { faults: found.len() }.text(lang);
    format!("{}{stopped}\n", problems::text(found, lang))
}

/// What is said of a door that stayed shut, and the exit code.
fn stopped(stop: &Stop, lang: Lang) -> (Vec<String>, u8) {
    match stop {
        Stop::NoHome => (vec![Msg::NoHome.text(lang)], 2),
        Stop::Nobody => (vec![AccessSaid::Nobody.text(lang)], 2),
        Stop::NewerFormat { format } => (vec![Msg::NewerFormat { format: *format }.text(lang)], 2),
        Stop::Withdrawn { batch } => (vec![UndoWord::Withdrawn { batch }.text(lang)], 1),
        Stop::Unknown => (vec![UndoWord::Unknown.text(lang)], 1),
        Stop::NoEvent { id } => (vec![Msg::NoEvent { id }.text(lang)], 2),
        Stop::SeveralEvents { id } => (vec![Msg::Ambiguous { name: id }.text(lang)], 2),
        Stop::BadData(found) => (vec![problems::text(found, lang)], 3),
        Stop::Busy(holder) => {
            let with = holder.as_deref().map(|holder| Msg::BusyWith { holder }.text(lang));
            ([Msg::Busy.text(lang)].into_iter().chain(with).collect(), 4)
        }
        Stop::Unrecorded(error) => {
            let (path, reason) = (error.path.display().to_string(), reason(&error.source, lang));
            (vec![AccessSaid::Unrecorded { path: &path, reason: &reason }.text(lang)], 6)
        }
        Stop::Disk(error) => (vec![disk_failed(error, lang)], 6),
        Stop::Waiting(error) => (vec![disk_failed(error, lang), Msg::EarlierWaits.text(lang)], 6),
    }
}

fn disk_failed(error: &DiskError, lang: Lang) -> String {
    let (path, reason) = (disk::shown(&error.path), reason(&error.source, lang));
    Msg::DiskFailed { path: &path, reason: &reason }.text(lang)
}

/// Why an access to the disk failed, in words.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::ResourceBusy => Msg::HeldOpen.text(lang),
        _ => error.to_string(),
    }
}
