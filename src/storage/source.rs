//! A text file of the home while it is read, and the problems found in it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::{Bound, Range};
use std::sync::Arc;

use memchr::memchr;

use super::merge_mark::{is_merge_mark, may_hold_a_merge_mark};
use super::open_line;
use crate::domain::id::{Id, Kind};
use crate::domain::problem::{self, Cause, Excerpt, Files, Problem, Sight};
use crate::domain::register::HEAD;

/// What is wrong in the records, in order.
pub type Faults = Vec<Problem>;

/// The problems found so far; reading goes on to find them all.
#[derive(Debug, Default)]
pub struct Findings {
    problems: RefCell<Vec<Problem>>,
    /// The files with a fault: there may be as many faults as there are rows.
    faulty: RefCell<BTreeSet<String>>,
}

impl Findings {
    /// Findings for a part of the reading: they know of the files with a fault so far.
    pub fn apart(&self) -> Findings {
        Findings { faulty: self.faulty.clone(), ..Findings::default() }
    }

    /// Adds a problem.
    pub fn add(&self, problem: Problem) {
        if problem.is_fault() && !self.faulty.borrow().contains(&*problem.file) {
            self.faulty.borrow_mut().insert(problem.file.clone());
        }
        self.problems.borrow_mut().push(problem);
    }

    /// Adds several.
    pub fn extend(&self, problems: impl IntoIterator<Item = Problem>) {
        problems.into_iter().for_each(|problem| self.add(problem));
    }

    /// Has a fault been found?
    pub fn has_fault(&self) -> bool {
        !self.faulty.borrow().is_empty()
    }

    /// Has a fault been found in a file whose path begins so? What leans on that file is then
    /// not worth a fault of its own.
    pub fn has_fault_in(&self, file: &str) -> bool {
        let faulty = self.faulty.borrow();
        let from = (Bound::Included(file), Bound::Unbounded);
        faulty.range::<str, _>(from).next().is_some_and(|own| own.starts_with(file))
    }

    /// All of them.
    pub fn take(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// All of them, in order.
    pub fn sorted(self) -> Vec<Problem> {
        let mut problems = self.take();
        problem::sort(&mut problems);
        problems
    }
}

/// Which lines of a file may be repeated in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    Everything,
    /// A child's or a person's file: only lines of fields that are not personal.
    OpenFields,
    /// A log: only the common columns with which every line begins.
    HeadColumns,
    Nothing,
}

/// A file's text, and where to tell of what is wrong in it.
#[derive(Debug)]
pub struct Source<'f> {
    /// The path below the home, with `/`.
    pub file: String,
    pub text: Arc<String>,
    pub findings: &'f Findings,
    pub shows: Shows,
    /// The place asked for last and its line: problems mostly come in order.
    asked: Cell<(usize, u32)>,
}

impl<'f> Source<'f> {
    /// A file's bytes as text. Bytes that are not UTF-8, NULs and the marks of an unsettled merge
    /// are faults; with any of them there is nothing to read.
    pub fn new(file: String, bytes: &[u8], findings: &'f Findings, shows: Shows) -> Option<Self> {
        // The quick check knows only whether something is wrong.
        let (text, bad_byte) = match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(_) => {
                let at = str::from_utf8(bytes).err().map(|error| error.valid_up_to());
                (String::from_utf8_lossy(bytes).into_owned(), at)
            }
        };
        let text = Arc::new(text);
        let source = Source { file, text, findings, shows, asked: Cell::new((0, 1)) };
        let mut sound = true;
        let mut tell = |span, cause| {
            sound = false;
            source.tell(span, cause);
        };
        if let Some(at) = bad_byte {
            tell(at..at, Files::NotUtf8);
        }
        // In another encoding NULs are no damage.
        if let Some(at) = memchr(0, source.text.as_bytes()).filter(|_| bad_byte.is_none()) {
            tell(at..at + 1, Files::NulByte);
        }
        if may_hold_a_merge_mark(&source.text) {
            for (start, line) in source.lines().filter(|(_, line)| is_merge_mark(line)) {
                tell(start..start + line.len(), Files::ConflictMarker);
            }
        }
        sound.then_some(source)
    }

    /// Each line with its offset, line breaks left out.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        let bytes = self.text.as_bytes();
        let breaks = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
        // What stands behind the last line break is a line too, when it is anything.
        let rest = Some(bytes.len()).filter(|_| bytes.last().is_some_and(|own| *own != b'\n'));
        breaks.chain(rest).map(move |end| {
            let at = start;
            start = end;
            (at, self.text[at..end].trim_end_matches(['\n', '\r']))
        })
    }

    /// The number of the line in which a byte stands.
    pub fn line_of(&self, at: usize) -> u32 {
        let at = self.boundary(at);
        let (from, before) =
            Some(self.asked.get()).filter(|(from, _)| *from <= at).unwrap_or((0, 1));
        let breaks = self.text[from..at].bytes().filter(|byte| *byte == b'\n').count();
        let line = before.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.asked.set((at, line));
        line
    }

    /// Tells of a problem at a range of bytes.
    pub fn tell(&self, span: Range<usize>, cause: impl Into<Cause>) {
        self.tell_at(span, false, cause.into());
    }

    /// Tells of a key that nobody knows. It is a word of the person who typed it, unless it is one
    /// of the known words with a slip.
    pub fn tell_key(&self, span: Range<usize>, is_slip: bool, cause: impl Into<Cause>) {
        self.tell_at(span, is_slip, cause.into());
    }

    fn tell_at(&self, span: Range<usize>, is_open: bool, cause: Cause) {
        let from = self.boundary(span.start);
        let to = self.boundary(span.end).max(from);
        let start = self.text[..from].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        let column = self.text[start..from].trim_start_matches(BOM).chars().count();
        let end = to.min(start + line.len()).max(from);
        let length = self.text[from..end].chars().count();
        let sight = if self.is_open(line, start) {
            let of_bytes = matches!(&cause, Cause::Files(own) if own.is_of_bytes());
            let shown = Some(line.trim_start_matches(BOM)).filter(|_| !of_bytes);
            let shown = shown.filter(|line| !is_of_password(line, &self.text[..start]));
            Sight::Open(shown.and_then(|line| self.excerpt(line, column, length)))
        } else if is_open {
            Sight::Open(None)
        } else {
            Sight::Withheld
        };
        let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
        let place = (&*self.file, self.line_of(start), column);
        self.findings.add(Problem::at(place, sight, cause));
    }

    fn excerpt(&self, line: &str, from: usize, length: usize) -> Option<Excerpt> {
        let cut = match self.shows {
            Shows::HeadColumns => head_of(line)?,
            _ => line.len(),
        };
        if cut == line.len() {
            return Some(Excerpt { line: line.to_owned(), from, length: length.max(1) });
        }
        let head = line[..cut].trim_end_matches(',');
        let shown = head.chars().count();
        // What is wrong behind the head is marked at the dots that stand for it.
        let (from, length) = match from < shown {
            true => (from, length.clamp(1, shown - from)),
            false => (shown + 1, 3),
        };
        Some(Excerpt { line: format!("{head},..."), from, length })
    }

    /// Where the letter begins that holds a byte.
    pub fn boundary(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn is_open(&self, line: &str, start: usize) -> bool {
        match self.shows {
            Shows::Everything | Shows::HeadColumns => true,
            Shows::Nothing => false,
            Shows::OpenFields => open_line::is_open(line, &self.text[..start]),
        }
    }
}

/// Does the line say how the password of the mail server is come by?
fn is_of_password(line: &str, before: &str) -> bool {
    let mut lines = std::iter::once(line).chain(before.lines().rev());
    lines.find(|own| own.contains('=')).is_some_and(|own| own.contains("password"))
}

/// What a careless editor puts before a text.
const BOM: char = '\u{feff}';

/// How much of a log's line is cells of the common columns, which tell nothing of a child's
/// affairs. `None` when it does not begin like a row: then it may be any text.
fn head_of(line: &str) -> Option<usize> {
    if is_merge_mark(line) {
        return Some(line.len());
    }
    let first = line.split(',').next().unwrap_or_default();
    if first != HEAD[0] && Id::parse(first, Kind::Event).is_none() {
        return None;
    }
    let own = line.match_indices(',').nth(HEAD.len() - 1).map(|(at, _)| at);
    let strange = line.find(|c: char| !c.is_ascii() || matches!(c, '"' | ';' | '\t'));
    Some(own.unwrap_or(line.len()).min(strange.unwrap_or(line.len())))
}
