//! What every command is given: where, when, in which language and form.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::PathBuf;

use super::call::Hear;
use super::failure::Failure;
use super::grammar::MakeGrammar;
use super::mistyped;
use crate::lang::Lang;
use crate::render::Format;
use crate::render::screen::{Paper, Screen};
use crate::session::Session;
use crate::storage::Store;

/// The circumstances of one run, and how its answer is wanted.
pub struct Context {
    pub session: Session,
    /// Where the command was called.
    pub directory: PathBuf,
    /// The file of the program that runs, when the system says so.
    pub program: Option<PathBuf>,
    pub lang: Lang,
    pub format: Format,
    pub output: Option<PathBuf>,
    pub quiet: bool,
    /// Every question is answered with yes.
    pub yes: bool,
    /// What a person chose when asked, by what it is about.
    pub chosen: Vec<(String, String)>,
    /// The words of the call as they are meant, after the program's name.
    pub words: Vec<String>,
    /// All that stands on standard input.
    pub input: fn() -> std::io::Result<Vec<u8>>,
    /// How the terminal writes letters, as the system says it.
    pub letters: fn() -> Option<String>,
    /// How wide the terminal is; none when the answer goes elsewhere.
    pub width: Option<usize>,
    /// Hears a person's answer; none when nobody may be asked.
    pub ask: Option<Hear>,
    pub grammar: MakeGrammar,
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

impl Context {
    /// A screen that is to fit the terminal.
    pub fn fitting<'s>(&self, screen: &'s Screen) -> Cow<'s, Screen> {
        if self.format.is_a_workbook() {
            return Cow::Owned(Screen { paper: Some(self.paper()), ..screen.clone() });
        }
        match self.width {
            Some(width) => Cow::Owned(Screen { width: Some((width, self.lang)), ..screen.clone() }),
            None => Cow::Borrowed(screen),
        }
    }

    /// What is printed around a table.
    pub fn paper(&self) -> Paper {
        let settings = self.home.as_ref().and_then(Store::settings);
        Paper {
            unit: settings.map(|own| own.school).unwrap_or_default(),
            day: self.today,
            made: self.now.to_utc(),
            lang: self.lang,
        }
    }

    /// May a list or check say nothing when nothing is found? So with `-q`, where people read it.
    pub fn may_be_silent(&self) -> bool {
        self.quiet && self.output.is_none() && self.format.is_for_a_screen()
    }

    /// A mistake of the call, with the place in it where a text stands.
    pub fn placed(&self, failure: Failure, text: &str) -> Failure {
        mistyped::placed(failure, &self.words, text, self.lang)
    }
}

impl Deref for Context {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}
