//! By what a list is chosen and counted, and whether that may be seen.

use chrono::NaiveDate;

use super::as_meant::plain;
use super::context::Context;
use super::failure::Failure;
use super::reveal::may_ask_by;
use super::{fields, typed, typed_fact};
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::schema;
use crate::domain::status::{self, ChildStatus, UNKNOWN};
use crate::lang::{Lang, label};

/// The words for all four counts of left-behind children, side by side.
pub const LEFT_BEHIND: [&str; 4] = ["left-behind", "left_behind", "留守", "留守儿童"];

/// Does a status become another on a birthday? Asked for day by day it tells the birth date.
fn tells_birth(path: &str) -> bool {
    path == LEFT_BEHIND[0] || ChildStatus::named(path).is_some_and(ChildStatus::rests_on_birth)
}

/// Those of the fields that are masked: whoever chooses or counts by one sees it. Each is told with
/// whether it is asked of another day than the real one.
///
/// # Errors
/// One of them may not be seen.
pub fn masked<'p>(
    paths: impl Iterator<Item = (&'p str, bool)>,
    gate: &Gate,
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let privacy = |(path, is_another_day): (&str, bool)| match ChildStatus::named(path) {
        _ if is_another_day && tells_birth(path) => Privacy::Sensitive,
        Some(status) => status.field().privacy,
        None if path == LEFT_BEHIND[0] => Privacy::Open,
        None => schema::guard(schema::CHILD, path).privacy,
    };
    let closed = paths.filter(|asked| privacy(*asked) != Privacy::Open);
    let allowed = closed.map(|asked| {
        let path = asked.0;
        let field = status::asked(path).map_or(path, |own| label(&own.label, lang));
        may_ask_by((field, privacy(asked)), gate, lang)?;
        Ok(path.to_owned())
    });
    allowed.collect()
}

/// A condition as it was typed: the field or status, and its value.
pub fn condition(
    text: &str,
    (home, day): (&Home, NaiveDate),
    context: &Context,
) -> Result<(String, String), Failure> {
    let lang = context.lang;
    let (word, value) = fields::key_value(text, lang)?;
    let path = fields::asked_path(word, lang);
    let path = path.map_err(|failure| context.placed(failure, word))?;
    let value = match path.as_str() {
        _ if ChildStatus::named(&path).is_some() => status_value(&path, value, context)?,
        fields::NAME => value.to_owned(),
        // A class by its code may be one that nobody is in; by its name it must be there.
        "class" if ClassCode::of(value).year_and_number().is_none() => {
            typed::class(home, value, day, lang)?.to_string()
        }
        _ => typed_fact::sought(schema::CHILD, &path, value, context)?.values().join(" "),
    };
    Ok((path, value))
}

/// A value of a status; each may be unknown.
fn status_value(path: &str, text: &str, context: &Context) -> Result<String, Failure> {
    let is_unknown = [UNKNOWN, "不详", "不知道"].contains(&plain(text).as_str());
    if is_unknown {
        return Ok(UNKNOWN.to_owned());
    }
    Ok(typed_fact::sought(status::FIELDS, path, text, context)?.values().join(" "))
}
