//! What every command is given: where, when, in which language and form.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use super::call::{Hear, Pager};
use super::failure::Failure;
use super::grammar::MakeGrammar;
use super::{json_keys, mistyped};
use crate::lang::Lang;
use crate::render::Format;
use crate::render::screen::{Paper, Screen};
use crate::session::Session;
use crate::session::change::{Change, Changed};
use crate::session::read::Ask;
use crate::storage::Store;
use crate::storage::disk::{self, DiskError};

/// What is named in the place of a file, to read standard input.
pub const STANDARD_INPUT: &str = "-";

/// The keys of what a program is given for a change.
pub const RECEIPT: [&str; 3] = ["batch", "written", "files"];

/// The circumstances of one run, and how its answer is wanted.
pub struct Context {
    pub session: Session,
    /// Where the command was called.
    pub directory: PathBuf,
    /// The file of the program that runs, when the system says so.
    pub program: Option<PathBuf>,
    pub lang: Lang,
    pub format: Format,
    /// The only keys that are wanted of the answer, as they were typed; none when all are.
    pub json_keys: Option<Vec<String>>,
    /// The file for the answer; none when it is shown.
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
    /// Shows a long answer page by page; none when it is not to be.
    pub pager: Option<Pager>,
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
    /// A screen as it is to be told: fitting the terminal, and with no other keys than those that
    /// were asked for.
    ///
    /// # Errors
    /// One was asked for that there is not.
    pub fn fitting<'s>(&self, screen: &'s Screen) -> Result<Cow<'s, Screen>, Failure> {
        let known = || screen.called_keys();
        let picked = self.json_keys.as_deref();
        let picked =
            picked.map(|words| json_keys::picked(words, &known(), self.lang)).transpose()?;
        let paper = self.format.is_on_paper().then(|| self.paper());
        let width = self.width.filter(|_| paper.is_none()).map(|width| (width, self.lang));
        Ok(match width.is_some() || picked.is_some() || paper.is_some() {
            true => Cow::Owned(Screen { picked, width, paper, ..screen.clone() }),
            false => Cow::Borrowed(screen),
        })
    }

    /// Goes on when what is asked for of a change's receipt is in it: nothing is changed before.
    ///
    /// # Errors
    /// A key was asked for that it has not.
    pub fn can_be_receipted(&self) -> Result<(), Failure> {
        let known = RECEIPT.map(|key| (key, None));
        let words = self.json_keys.as_deref();
        words.map_or(Ok(()), |words| json_keys::picked(words, &known, self.lang).map(drop))
    }

    /// Changes the home, as `Session::change` does, when the receipt can be given.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn change<T>(
        &self,
        ask: Ask,
        work: impl FnOnce(&mut Change) -> Result<T, Failure>,
    ) -> Result<Changed<T>, Failure> {
        self.can_be_receipted()?;
        self.session.change(ask, work)
    }

    /// What stands in a file that was named, or for `-` on standard input; none when there is no
    /// such file.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn bytes_of(&self, file: &Path) -> Result<Option<Vec<u8>>, DiskError> {
        if file.as_os_str() == STANDARD_INPUT {
            let read = (self.input)().map(Some);
            return read.map_err(|source| DiskError { path: file.to_owned(), source });
        }
        disk::read(&self.directory.join(file))
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
