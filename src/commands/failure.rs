//! Why a command did not do its work, and the exit code that says so.

use std::io::Write;

use super::context::Context;
use crate::domain::problem::Problem;
use crate::lang::Lang;
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::render::{Format, problems, visible};
use crate::storage::Store;
use crate::storage::disk::DiskError;

/// A failure; each kind has its exit code.
#[derive(Debug)]
pub enum Failure {
    /// The command or a name was not clear: 2. Lines to be said.
    Usage(Vec<String>),
    /// The records have faults: 3.
    BadData(Vec<Problem>),
    /// Another process holds the home: 4. Who it is, when that is known.
    Busy(Option<String>),
    /// Input or output failed and nothing was saved: 6.
    Disk(DiskError),
    /// What else must be heard, before the failure itself.
    Besides(Vec<String>, Box<Failure>),
}

impl Failure {
    /// A mistake in the call, said in one sentence.
    pub fn usage(message: &Msg, lang: Lang) -> Failure {
        Failure::Usage(vec![message.text(lang)])
    }

    /// What a store found, when there was a fault.
    pub fn of_store(store: Store) -> Failure {
        let mut problems = store.problems();
        problems.retain(Problem::is_fault);
        Failure::BadData(problems)
    }

    /// Says what failed and returns the exit code.
    pub fn report(&self, context: &Context, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let lang = context.lang;
        // When standard error is closed too, the exit code is all that is left to say.
        let mut say = |text: &str| drop(err.write_all(visible(text).as_bytes()));
        match self {
            Failure::Usage(lines) => {
                for (at, line) in lines.iter().enumerate() {
                    let mark = if at == 0 { Msg::Error.text(lang) + ": " } else { "  ".to_owned() };
                    say(&format!("{mark}{line}\n"));
                }
                2
            }
            Failure::BadData(found) => {
                if context.format == Format::Json {
                    let drawn = Format::Json.draw(&problems::screen(found, lang));
                    say(&String::from_utf8_lossy(&drawn));
                } else {
                    say(&problems::text(found, lang));
                    let stopped = ProblemWord::Stopped { faults: found.len() };
                    say(&format!("{}\n", stopped.text(lang)));
                }
                let _ = out.flush();
                3
            }
            Failure::Besides(lines, failure) => {
                for line in lines {
                    say(&format!("{}: {line}\n", Msg::Error.text(lang)));
                }
                failure.report(context, out, err)
            }
            Failure::Busy(holder) => {
                say(&format!("{}: {}\n", Msg::Error.text(lang), Msg::Busy.text(lang)));
                if let Some(holder) = holder {
                    say(&format!("  {}\n", Msg::BusyWith { holder }.text(lang)));
                }
                4
            }
            Failure::Disk(error) => {
                let path = error.path.display().to_string();
                let reason = error.source.to_string();
                let failed = Msg::DiskFailed { path: &path, reason: &reason };
                say(&format!("{}: {}\n", Msg::Error.text(lang), failed.text(lang)));
                6
            }
        }
    }
}
