//! The text of a TOML record under edit: each change is cut into the text at its place, so that
//! every other byte, comments, order and line ends among them, stays as it was.

use std::ops::Range;

use toml_edit::Document;

use super::record_comment;
pub use super::record_place::PathPart;
use super::record_place::{Node, end_of_keys, end_of_table};
use super::record_value::{inline_entry, is_fact, key_text, section, value_text};
use crate::domain::facts::Fact;

/// The way to a field of a record that is a file of its own: `carer.phone`.
pub fn field(path: &str) -> Vec<PathPart<'_>> {
    path.splitn(2, '.').map(PathPart::Key).collect()
}

/// The way to a key of the `nth` entry of a list.
pub fn in_entry<'a>(list: &'a str, nth: usize, path: &'a str) -> Vec<PathPart<'a>> {
    [PathPart::Key(list), PathPart::Nth(nth)].into_iter().chain(field(path)).collect()
}

/// A record whose syntax is sound. An edit for which the record has the wrong shape gives `None`
/// and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordText {
    text: String,
}

/// What a file begins with that is no part of its text.
const MARK: char = '\u{feff}';

impl RecordText {
    /// The text of a record, when its syntax is sound.
    pub fn new(text: impl Into<String>) -> Option<RecordText> {
        let record = RecordText { text: text.into() };
        record.parsed()?;
        Some(record)
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn parsed(&self) -> Option<Document<String>> {
        // A blank in place of the mark, byte for byte, so that all places stay the same.
        let text = match self.text.strip_prefix(MARK) {
            Some(rest) => format!("   {rest}"),
            None => self.text.clone(),
        };
        Document::parse(text).ok()
    }

    fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Puts another text at a place; undone when the record could not be read any more.
    fn cut(&mut self, place: Range<usize>, text: &str) -> Option<()> {
        let mut edited = self.text.clone();
        edited.replace_range(place, text);
        *self = RecordText::new(edited)?;
        Some(())
    }

    /// The end of the line in which a byte stands, its line break included.
    fn after_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// Adds whole lines at the beginning of a line or at the end of the text.
    fn add_lines(&mut self, at: usize, lines: &[String]) -> Option<()> {
        let end = self.line_end();
        let before = &self.text[..at];
        let is_open = !before.is_empty() && before != MARK.to_string() && !before.ends_with('\n');
        let joined = lines.join(end);
        // A file that ended without a line break ends without one again.
        let text = if is_open { format!("{end}{joined}") } else { format!("{joined}{end}") };
        self.cut(at..at, &text)
    }

    /// Sets a value, in whatever form its table is written; tables that lack are made.
    pub fn set(&mut self, path: &[PathPart], fact: &Fact) -> Option<()> {
        let document = self.parsed()?;
        let root = Node::Body(document.as_table());
        let value = value_text(fact);
        if let Some(node) = root.at(path) {
            return self.replace(node.value_span()?, &value);
        }
        let (PathPart::Key(key), parents) = path.split_last().map(|(last, rest)| (*last, rest))?
        else {
            return None;
        };
        match root.at(parents) {
            Some(table) => self.add_key(&root, parents, &table, &[key], &value),
            None => {
                let (PathPart::Key(name), above) =
                    parents.split_last().map(|(last, rest)| (*last, rest))?
                else {
                    return None;
                };
                if above.is_empty() {
                    let header = format!("[{}]", key_text(name));
                    return self.add_section(&[header, format!("{} = {value}", key_text(key))]);
                }
                let table = root.at(above)?;
                self.add_key(&root, above, &table, &[name, key], &value)
            }
        }
    }

    /// Puts another value at a place. Comments inside the old one stay, on lines of their own.
    fn replace(&mut self, place: Range<usize>, value: &str) -> Option<()> {
        let start = self.line_start(place.start);
        let before = self.text[start..place.start].to_owned();
        let indent = &before[..before.len() - before.trim_start().len()];
        let kept = self.comments_in(place.clone(), indent);
        self.cut(start..place.end, &format!("{kept}{before}{value}"))
    }

    /// The comments inside a value as lines.
    fn comments_in(&self, place: Range<usize>, indent: &str) -> String {
        let kept = record_comment::inside(&self.text[place]).into_iter();
        kept.flat_map(|own| [indent, own, self.line_end()]).collect()
    }

    /// Where the line begins in which a byte stands.
    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(self.text_start(), |at| at + 1)
    }

    /// Adds a key to a table that is there.
    fn add_key(
        &mut self,
        root: &Node,
        path: &[PathPart],
        table: &Node,
        keys: &[&str],
        value: &str,
    ) -> Option<()> {
        let mut names: Vec<String> = keys.iter().map(|key| key_text(key)).collect();
        match table {
            Node::Body(own) => {
                // `father.name = …` without a header: the new key is written like its neighbours.
                for length in (1..=path.len()).rev() {
                    match (root.at(&path[..length]), path[length - 1]) {
                        (Some(Node::Body(above)), PathPart::Key(name)) if above.is_dotted() => {
                            names.insert(0, key_text(name));
                        }
                        _ => break,
                    }
                }
                let line = format!("{} = {value}", names.join("."));
                match end_of_keys(own) {
                    Some(end) => self.add_lines(self.after_line(end), &[line]),
                    None if own.span().is_some_and(|span| !span.is_empty()) && !path.is_empty() => {
                        let header = own.span()?.start;
                        self.add_lines(self.after_line(header), &[line])
                    }
                    None if path.is_empty() => self.add_lines(self.text_start(), &[line]),
                    None => None,
                }
            }
            Node::Inline(own) => {
                let pair = format!("{} = {value}", names.join("."));
                let ends = own.iter().filter_map(|(_, value)| Some(value.span()?.end));
                match ends.max() {
                    Some(end) => self.cut(end..end, &format!(", {pair}")),
                    None => self.cut(own.span()?, &format!("{{ {pair} }}")),
                }
            }
            _ => None,
        }
    }

    /// The place of the first entry of a list whose key holds a value.
    pub fn entry_where(&self, list: &[PathPart], key: &str, fact: &Fact) -> Option<usize> {
        let document = self.parsed()?;
        let root = Node::Body(document.as_table());
        let holds = |nth: &usize| {
            let path = [list, &[PathPart::Nth(*nth), PathPart::Key(key)]].concat();
            matches!(root.at(&path), Some(Node::Value(value)) if is_fact(value, fact))
        };
        (0..root.at(list)?.length()).find(holds)
    }

    fn text_start(&self) -> usize {
        if self.text.starts_with(MARK) { MARK.len_utf8() } else { 0 }
    }

    /// Takes a value away. A comment beside it stays, on a line of its own.
    pub fn unset(&mut self, path: &[PathPart]) -> Option<()> {
        let document = self.parsed()?;
        let root = Node::Body(document.as_table());
        let (PathPart::Key(key), parents) = path.split_last().map(|(last, rest)| (*last, rest))?
        else {
            return None;
        };
        match root.at(parents)? {
            Node::Body(table) => {
                let (name, value) = table.get_key_value(key)?;
                let (first, last) = (name.span()?.start, value.as_value()?.span()?.end);
                let start = self.line_start(first);
                let kept = self.comments_in(first..last, "");
                let end = self.after_line(last);
                let rest = &self.text[last..end];
                let comment = rest.find('#').map(|at| last + at);
                self.cut(start..comment.unwrap_or(end), &kept)
            }
            Node::Inline(table) => {
                let pairs: Vec<(usize, usize, bool)> = table
                    .iter()
                    .filter_map(|(name, value)| {
                        let (own, _) = table.get_key_value(name)?;
                        Some((own.span()?.start, value.span()?.end, name == key))
                    })
                    .collect();
                let at = pairs.iter().position(|(_, _, is_own)| *is_own)?;
                let place = match (at.checked_sub(1).map(|at| pairs[at]), pairs.get(at + 1)) {
                    (Some((_, end_before, _)), _) => end_before..pairs[at].1,
                    (None, Some((next, _, _))) => pairs[at].0..*next,
                    (None, None) => table.span()?,
                };
                let is_alone = pairs.len() == 1;
                self.cut(place, if is_alone { "{}" } else { "" })
            }
            _ => None,
        }
    }

    /// Adds an entry at the end of a list of tables, in the form in which the list is written.
    pub fn append(&mut self, path: &[PathPart], entry: &[(&str, Fact)]) -> Option<()> {
        let document = self.parsed()?;
        let root = Node::Body(document.as_table());
        match root.at(path) {
            Some(Node::Tables(tables)) => {
                let last = tables.iter().last()?;
                let at = self.after_comments(self.after_line(end_of_table(last)?));
                let lines = section(path, entry);
                self.add_lines(at, &[vec![String::new()], lines].concat())
            }
            Some(Node::Values(values)) => {
                let one = inline_entry(entry);
                match values.iter().last() {
                    Some(last) => {
                        let span = last.span()?;
                        let line = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
                        let before = &self.text[line..span.start];
                        let is_own_line = before.trim().is_empty();
                        let end = self.line_end();
                        let between = match is_own_line {
                            true => format!(",{end}{before}"),
                            false => ", ".to_owned(),
                        };
                        self.cut(span.end..span.end, &format!("{between}{one}"))
                    }
                    None => self.cut(values.span()?, &format!("[{one}]")),
                }
            }
            Some(_) => None,
            None => match path {
                [PathPart::Key(_)] => self.add_section(&section(path, entry)),
                [above @ .., PathPart::Key(name)] => {
                    let table = root.at(above)?;
                    let list = format!("[{}]", inline_entry(entry));
                    self.add_key(&root, above, &table, &[name], &list)
                }
                _ => None,
            },
        }
    }

    /// Adds a table with its header at the end.
    fn add_section(&mut self, lines: &[String]) -> Option<()> {
        let blank = if self.text.trim_start_matches(MARK).is_empty() { None } else { Some("") };
        let lines: Vec<String> =
            blank.map(str::to_owned).into_iter().chain(lines.iter().cloned()).collect();
        self.add_lines(self.text.len(), &lines)
    }

    /// Past the comments that follow a table without a blank line, unless a header follows them in
    /// the same way: then they are its own.
    fn after_comments(&self, at: usize) -> usize {
        let mut end = at;
        for line in self.text[at..].split_inclusive('\n') {
            match line.trim() {
                "" => return end,
                text if text.starts_with('#') => end += line.len(),
                _ => return at,
            }
        }
        end
    }
}

#[cfg(test)]
#[path = "record_text_tests.rs"]
mod tests;
