//! What the TOML library says of bad syntax, as problems that a clerk can mend one by one.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::Error;

use super::source::Source;
use crate::domain::problem::{Cause, Dates, Detail, Keys, Quote};

/// Errors after which the rest of the file is still read as it was meant.
const LOCAL: [&str; 3] = ["string values must be quoted", "duplicate key", "invalid"];

/// Tells of the errors, one for each line, up to the first that leaves the reader at a loss: what
/// it finds behind an open bracket are no errors of the clerk's.
pub fn tell(source: &Source, errors: &[Error]) {
    let mut found: Vec<(Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    found.sort_by_key(|(span, _)| span.start);
    let mut lines_told = Vec::new();
    for (span, message) in found {
        let span = source.boundary(span.start)..source.boundary(span.end);
        let line = source.text[..span.start].matches('\n').count();
        if !lines_told.contains(&line) {
            lines_told.push(line);
            let (span, cause) = cause(source, span, message);
            source.tell(span, cause);
        }
        if !LOCAL.iter().any(|begin| message.starts_with(begin)) {
            break;
        }
    }
}

/// A date that does not exist is told as such, and so is a value that is not there.
fn cause(source: &Source, span: Range<usize>, message: &str) -> (Range<usize>, Cause) {
    let date = date_around(&source.text, span.start);
    let text = &source.text[date.clone()];
    if looks_like_date(text) && text.parse::<NaiveDate>().is_err() {
        let cause = Dates::NoSuchDate { text: Quote::of_filled(text) };
        return (date, cause.into());
    }
    let rest = source.text[span.start..].lines().next().unwrap_or_default();
    let is_absent = rest.trim().is_empty() || rest.trim_start().starts_with('#');
    let detail = match is_absent && message.starts_with(LOCAL[0]) {
        true => "missing value",
        false => message,
    };
    (span, Keys::Syntax { detail: Detail::of(detail) }.into())
}

/// The digits and hyphens around a place.
fn date_around(text: &str, at: usize) -> Range<usize> {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let before = text[..at].trim_end_matches(is_part).len();
    let after = text[at..].len() - text[at..].trim_start_matches(is_part).len();
    before..at + after
}

fn looks_like_date(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00"
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::LOCAL;
    use crate::domain::settings::Lang;
    use crate::storage::source::{Findings, Shows, Source};

    /// What the library says first of a bad text.
    fn said(text: &str) -> String {
        let (_, errors) = DeTable::parse_recoverable(text);
        errors.first().unwrap_or_else(|| panic!("{text} is sound")).message().to_owned()
    }

    #[test]
    fn the_library_begins_its_messages_as_those_are_matched_after_which_reading_goes_on() {
        let texts = ["a = b", "a = 1\na = 2", "学校 = 1"];
        for (begin, text) in LOCAL.into_iter().zip(texts) {
            assert!(said(text).starts_with(begin), "{text}: {}", said(text));
        }
    }

    #[test]
    fn the_library_words_its_messages_as_they_are_put_into_chinese() {
        for (text, chinese) in [
            ("a = 1\na = 2", "同一项写了两次"),
            ("a = b", "文字没有加引号"),
            ("学校 = 1", "等号左边的名称只能用英文字母、数字、下划线，或加引号"),
            ("a =", "等号后面没有值"),
            ("a = [\"b\" \"c\"]", "缺少逗号，或上一行的方括号没有配对"),
            ("a = { b = \"c\" d = 2 }", "缺少逗号，或花括号没有配对"),
            ("a = { b 1 }", "名称后面没有等号"),
            ("a = { b = = 1 }", "多了一个等号"),
            ("a = [1", "括号没有配对"),
            ("[a", "括号没有配对"),
            ("a = \"b", "引号没有配对"),
            ("a = 'b", "引号没有配对"),
            ("a", "名称后面没有等号和值"),
        ] {
            let findings = Findings::default();
            let bytes = text.as_bytes().to_vec();
            let source = Source::new("rules.toml".to_owned(), &bytes, &findings, Shows::Everything);
            super::tell(&source.unwrap(), &DeTable::parse_recoverable(text).1);
            let message = findings.take()[0].cause().message(Lang::Zh);
            assert_eq!(message, format!("TOML 写法有误：{chinese}"), "{text}: {}", said(text));
        }
    }
}
