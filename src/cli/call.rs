//! One call of the program.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::{DateTime, Utc};

/// Waits for what a person types in answer to a question: a line, or several that were pasted at
/// once; nothing when the person is gone.
pub type Hear = Rc<dyn Fn() -> Option<String>>;

/// Shows what is longer than a terminal page by page.
#[derive(Clone, Copy)]
pub struct Pager {
    /// How many lines the terminal has.
    pub height: usize,
    /// Was the text shown? Else it is to be shown at once.
    pub show: fn(&[u8]) -> bool,
}

impl Pager {
    /// Was a text shown page by page? One that the terminal holds need not be.
    pub(super) fn shows(&self, text: &[u8]) -> bool {
        let lines = text.split(|letter| *letter == b'\n').count();
        lines > self.height && (self.show)(text)
    }
}

/// All that a run depends on besides the files: nothing else is asked of the machine.
#[derive(Clone)]
pub struct Call {
    /// The words after the program's name.
    pub args: Vec<String>,
    /// The clock, read once.
    pub now: DateTime<Utc>,
    /// The current folder.
    pub directory: PathBuf,
    /// The file of the program, when the system says so.
    pub program: Option<PathBuf>,
    /// `CARE_DIR`, when it is set.
    pub home: Option<PathBuf>,
    /// `CARE_LANG`, when it is set: the language in which to speak.
    pub speaks: Option<String>,
    /// The locale, such as `zh_CN.UTF-8`.
    pub locale: Option<String>,
    /// How the terminal writes letters, as the system says it: `UTF-8`, `936`.
    pub letters: fn() -> Option<String>,
    /// Opens a file with the machine's own program for it; was there one?
    pub open: fn(&std::path::Path) -> bool,
    /// Hears a person; none when nobody is there.
    pub ask: Option<Hear>,
    /// All that stands on standard input, for a command that is told to read it.
    pub input: fn() -> std::io::Result<Vec<u8>>,
    /// Shows how far a long piece of work is: so many of all pieces.
    pub progress: fn(usize, usize),
    /// How wide the terminal is; none when the answer goes elsewhere.
    pub width: Option<usize>,
    /// Shows an answer page by page; none when the answer goes elsewhere.
    pub pager: Option<Pager>,
    /// What the system calls whoever runs the program, when it says so.
    pub user: Option<String>,
    /// Does the window close with the program, before anybody has read what it said?
    pub closes: bool,
    /// The shell that asks what the word in hand may become: `CARE_COMPLETE`.
    pub completing: Option<String>,
}

impl Call {
    /// A call of these words where nothing else is known: nobody is there to be asked, and no
    /// environment says anything.
    pub fn new(args: Vec<String>, now: DateTime<Utc>, directory: PathBuf) -> Call {
        Call {
            args,
            now,
            directory,
            program: None,
            home: None,
            speaks: None,
            locale: None,
            letters: || None,
            open: |_| false,
            ask: None,
            input: || Ok(Vec::new()),
            progress: |_, _| (),
            width: None,
            pager: None,
            user: None,
            closes: false,
            completing: None,
        }
    }
}
