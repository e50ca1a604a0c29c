//! What every command is given: where, when, in which language and form.

use std::ops::Deref;
use std::path::PathBuf;

use super::call::Hear;
use super::failure::Failure;
use crate::lang::Lang;
use crate::render::Format;
use crate::session::Session;

/// The circumstances of one run, and how its answer is wanted.
pub struct Context {
    pub session: Session,
    /// Where the command was called.
    pub directory: PathBuf,
    pub lang: Lang,
    pub format: Format,
    pub output: Option<PathBuf>,
    pub quiet: bool,
    /// Every question is answered with yes.
    pub yes: bool,
    /// What a person chose when asked, by what it is about.
    pub chosen: Vec<(String, String)>,
    /// All that stands on standard input.
    pub input: fn() -> std::io::Result<String>,
    /// How wide the terminal is; none when the answer goes elsewhere.
    pub width: Option<usize>,
    /// Hears a person's answer; none when nobody may be asked.
    pub ask: Option<Hear>,
    /// The grammar of the command line, with the commands of these registers.
    pub grammar: fn(Vec<clap::Command>) -> clap::Command,
}

impl Context {
    /// Goes on only when somebody has said that it is so.
    ///
    /// # Errors
    /// The question, when nobody has yet.
    pub fn sure(&self, doubt: impl FnOnce() -> Vec<String>) -> Result<(), Failure> {
        if self.yes { Ok(()) } else { Err(Failure::Ask(doubt())) }
    }
}

impl Deref for Context {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}
