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
