//! TOML as this program writes it, read in one pass: keys without quotes, texts without escapes,
//! dates, whole numbers, `true` and `false`, lists, inline tables, `[table]` and `[[entry]]`.
//!
//! Whatever is otherwise, and whatever is wrong, is left to the TOML library and its messages: of
//! a text that is read here the library would make the very same tree, and say nothing.

use std::borrow::Cow;
use std::ops::Range;

use chrono::Datelike;

use super::toml_tree::{Placed, Tree, TreeEntry, TreeValue};
use crate::domain::event::iso_date;

/// The tree of a text that is plain all through.
pub fn read(text: &str) -> Option<Tree<'_>> {
    let mut reader = PlainReader { text, at: 0 };
    let mut root = Root { entries: Vec::new(), lists: Vec::new() };
    let mut header: Option<TableHead> = None;
    let mut open: Vec<TreeEntry> = Vec::new();
    loop {
        reader.skip_blanks();
        match reader.peek() {
            None => break,
            Some(b'[') => {
                root.close(header.take(), std::mem::take(&mut open))?;
                header = Some(reader.header()?);
            }
            Some(b'#' | b'\n' | b'\r') => {}
            Some(_) => open.push(reader.entry(0)?),
        }
        reader.end_line()?;
    }
    root.close(header, open)?;
    Tree::sorted(root.entries)
}

/// So deep may lists and tables stand in one another.
const DEEPEST: usize = 4;

/// `[table]` or `[[entry]]`.
struct TableHead<'t> {
    key: &'t str,
    key_span: Range<usize>,
    span: Range<usize>,
    is_entry: bool,
}

/// The top table, while it is read.
struct Root<'t> {
    entries: Vec<TreeEntry<'t>>,
    /// Where among them the lists of `[[entry]]` stand.
    lists: Vec<usize>,
}

impl<'t> Root<'t> {
    /// Adds the table that ends here: that of a header, or what stands above the first.
    fn close(&mut self, header: Option<TableHead<'t>>, open: Vec<TreeEntry<'t>>) -> Option<()> {
        let Some(TableHead { key, key_span, span, is_entry }) = header else {
            self.entries.extend(open);
            return Some(());
        };
        let table = Placed { value: TreeValue::Table(Tree::sorted(open)?), span: span.clone() };
        let key = Cow::Borrowed(key);
        if !is_entry {
            self.entries.push(TreeEntry { key, key_span, placed: table });
            return Some(());
        }
        let known = self.lists.iter().find(|at| self.entries[**at].key == key);
        match known.map(|at| &mut self.entries[*at].placed.value) {
            Some(TreeValue::List(list)) => list.push(table),
            _ => {
                self.lists.push(self.entries.len());
                let placed = Placed { value: TreeValue::List(vec![table]), span };
                self.entries.push(TreeEntry { key, key_span, placed });
            }
        }
        Some(())
    }
}

struct PlainReader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> PlainReader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// How many of the next bytes fit.
    fn run(&self, fits: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter().position(|byte| !fits(*byte)).unwrap_or(rest.len())
    }

    fn skip_blanks(&mut self) {
        self.at += self.run(|byte| byte == b' ' || byte == b'\t');
    }

    /// Goes past a piece of the text that must stand here.
    fn expect(&mut self, piece: &str) -> Option<()> {
        let is_here = self.text.as_bytes()[self.at..].starts_with(piece.as_bytes());
        self.at += piece.len();
        is_here.then_some(())
    }

    /// Goes past a comment, if there is one, and the line's end or the text's.
    fn end_line(&mut self) -> Option<()> {
        self.skip_blanks();
        if self.peek() == Some(b'#') {
            self.at += self.run(is_printed);
        }
        match self.peek() {
            None => Some(()),
            Some(b'\r') => self.expect("\r\n"),
            Some(_) => self.expect("\n"),
        }
    }

    fn key(&mut self) -> Option<(&'t str, Range<usize>)> {
        let length = self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        let span = self.at..self.at + length;
        self.at = span.end;
        (length > 0).then(|| (&self.text[span.clone()], span))
    }

    fn header(&mut self) -> Option<TableHead<'t>> {
        let start = self.at;
        self.expect("[")?;
        let is_entry = self.peek() == Some(b'[');
        self.at += usize::from(is_entry);
        let (key, key_span) = self.key()?;
        self.expect(if is_entry { "]]" } else { "]" })?;
        Some(TableHead { key, key_span, span: start..self.at, is_entry })
    }

    fn entry(&mut self, depth: usize) -> Option<TreeEntry<'t>> {
        let (key, key_span) = self.key()?;
        self.skip_blanks();
        self.expect("=")?;
        self.skip_blanks();
        Some(TreeEntry { key: Cow::Borrowed(key), key_span, placed: self.value(depth)? })
    }

    /// A value; what follows it decides whether it was one.
    fn value(&mut self, depth: usize) -> Option<Placed<'t>> {
        let start = self.at;
        let value = match self.peek()? {
            b'"' => TreeValue::Text(Cow::Borrowed(self.quoted()?)),
            b't' => self.expect("true").map(|()| TreeValue::Bool(true))?,
            b'f' => self.expect("false").map(|()| TreeValue::Bool(false))?,
            b'0'..=b'9' => self.digits()?,
            b'[' if depth < DEEPEST => self.list(depth + 1)?,
            b'{' if depth < DEEPEST => self.inline(depth + 1)?,
            _ => return None,
        };
        Some(Placed { value, span: start..self.at })
    }

    fn quoted(&mut self) -> Option<&'t str> {
        self.expect("\"")?;
        let length = self.run(|byte| is_printed(byte) && byte != b'"' && byte != b'\\');
        let text = &self.text[self.at..self.at + length];
        self.at += length;
        self.expect("\"")?;
        // Three quotes begin a text of several lines.
        (length > 0 || self.peek() != Some(b'"')).then_some(text)
    }

    /// A whole number or a date.
    fn digits(&mut self) -> Option<TreeValue<'t>> {
        let length = self.run(|byte| byte.is_ascii_digit() || byte == b'-');
        let word = &self.text[self.at..self.at + length];
        self.at += length;
        if let Some(date) = iso_date(word).filter(|date| date.year() > 0) {
            // A time of day may follow a blank.
            let mut rest = self.text.as_bytes()[self.at..].iter();
            let has_time =
                rest.next() == Some(&b' ') && rest.next().is_some_and(u8::is_ascii_digit);
            return (!has_time).then_some(TreeValue::Date(date));
        }
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = is_number && word.len() <= 18 && (word == "0" || !word.starts_with('0'));
        is_plain.then(|| TreeValue::Integer(word.parse().ok()))
    }

    fn list(&mut self, depth: usize) -> Option<TreeValue<'t>> {
        self.expect("[")?;
        let mut entries = Vec::new();
        loop {
            self.skip_lines()?;
            if self.peek()? == b']' {
                break;
            }
            entries.push(self.value(depth)?);
            self.skip_lines()?;
            match self.peek()? {
                b',' => self.at += 1,
                b']' => break,
                _ => return None,
            }
        }
        self.expect("]")?;
        Some(TreeValue::List(entries))
    }

    /// Goes past blanks, comments and line ends.
    fn skip_lines(&mut self) -> Option<()> {
        self.skip_blanks();
        while matches!(self.peek()?, b'#' | b'\n' | b'\r') {
            self.end_line()?;
            self.skip_blanks();
        }
        Some(())
    }

    fn inline(&mut self, depth: usize) -> Option<TreeValue<'t>> {
        self.expect("{")?;
        let mut entries = Vec::new();
        loop {
            self.skip_blanks();
            entries.push(self.entry(depth)?);
            self.skip_blanks();
            match self.peek()? {
                b',' => self.at += 1,
                b'}' => break,
                _ => return None,
            }
        }
        self.expect("}")?;
        Tree::sorted(entries).map(TreeValue::Table)
    }
}

/// May the byte stand in a text or a comment as it is?
fn is_printed(byte: u8) -> bool {
    byte == b'\t' || byte >= b' ' && byte != 0x7f
}

#[cfg(test)]
#[path = "toml_plain_tests.rs"]
mod tests;
