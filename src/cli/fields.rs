//! Which field of a child or a person a word names.

use super::as_meant::plain;
use super::failure::Failure;
use crate::domain::nearest::nearest;
use crate::domain::schema::{self, Field};
use crate::lang::Lang;
use crate::lang::talk::Msg;

/// `KEY=VALUE` in its two parts.
pub fn key_value(text: &str, lang: Lang) -> Result<(&str, &str), Failure> {
    let pair = text.split_once(['=', '＝']).map(|(key, value)| (key.trim(), value.trim()));
    pair.ok_or_else(|| Failure::usage(&Msg::KeyValue { text }, lang))
}

/// The field by which a record is called.
pub const NAME: &str = "name";

/// A label is named by its beginning too, when it is this long and begins no other: 风险.
const SHORTEST: usize = 2;

/// The field at a path, or the nearest that there is.
pub fn find_field(
    fields: &'static [Field],
    path: &str,
    lang: Lang,
) -> Result<&'static Field, Failure> {
    schema::find(fields, path).ok_or_else(|| {
        let mut lines = vec![Msg::UnknownField { name: path }.text(lang)];
        let paths = fields.iter().map(|field| field.path);
        let near = nearest(path, paths);
        let labels = fields.iter().flat_map(|field| [field.label.zh(), field.label.en()]);
        if let Some(names) = near.or_else(|| nearest(path, labels)) {
            lines.push(Msg::DidYouMean { names }.text(lang));
        }
        Failure::Usage(lines)
    })
}

/// The path of the field that a word names: by the path itself, or by its label in any language.
/// A name is a field of its own, and so is whatever the school calls its own.
pub fn field_path(fields: &'static [Field], word: &str, lang: Lang) -> Result<String, Failure> {
    let word = &plain(word);
    let called = |field: &&Field| [field.label.zh(), field.label.en()].contains(&word.as_str());
    let field = fields.iter().find(called).or_else(|| begun(fields, word)).map(|field| field.path);
    match (word.as_str(), field) {
        (_, Some(path)) => Ok(path.to_owned()),
        (NAME | "姓名", None) => Ok(NAME.to_owned()),
        _ if word.split_once('.').is_some_and(|(table, _)| table == schema::OWN) => {
            Ok(word.to_owned())
        }
        _ => find_field(fields, word, lang).map(|field| field.path.to_owned()),
    }
}

/// The only field whose Chinese label a word begins.
fn begun(fields: &'static [Field], word: &str) -> Option<&'static Field> {
    let is_long = word.chars().count() >= SHORTEST && !word.is_ascii();
    let mut found = fields.iter().filter(|field| is_long && field.label.zh().starts_with(word));
    found.next().filter(|_| found.next().is_none())
}
