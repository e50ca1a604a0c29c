//! What every command is given: where, when, in which language and form.

use std::ops::Deref;
use std::path::PathBuf;

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
    /// The grammar of the command line, with the commands of these registers.
    pub grammar: fn(Vec<clap::Command>) -> clap::Command,
}

impl Deref for Context {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}
