//! Which field of a child or a person a word names.

use super::as_meant::plain;
use super::failure::Failure;
use crate::domain::nearest::nearest;
use crate::domain::privacy::Privacy;
use crate::domain::schema::{self, Field};
use crate::domain::status;
use crate::lang::status_words::StatusSaid;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label};

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
    schema::find(fields, path).ok_or_else(|| unknown(&[fields], path, lang))
}

/// What is said of a word that names no field of the tables: the nearest of theirs.
fn unknown(tables: &[&'static [Field]], word: &str, lang: Lang) -> Failure {
    let fields = || tables.iter().copied().flatten();
    let mut lines = vec![Msg::UnknownField { name: word }.text(lang)];
    let near = nearest(word, fields().map(|field| field.path));
    let labels = fields().flat_map(|field| [field.label.zh(), field.label.en()]);
    if let Some(names) = near.or_else(|| nearest(word, labels)) {
        lines.push(Msg::DidYouMean { names }.text(lang));
    }
    Failure::Usage(lines)
}

/// The path of the field that a word names: by the path itself, or by its label in any language.
/// A name is a field of its own, and so is whatever the school calls its own.
pub fn field_path(fields: &'static [Field], word: &str, lang: Lang) -> Result<String, Failure> {
    path_in(&[fields], word, lang)
}

/// The path of what a word asks of a child: a field, or else a status.
pub fn asked_path(word: &str, lang: Lang) -> Result<String, Failure> {
    path_in(&[schema::CHILD, status::FIELDS], word, lang)
}

/// The path of the field of a child that a word names for it to be set; a status never is.
pub fn child_path(word: &str, lang: Lang) -> Result<String, Failure> {
    let path = &plain(word);
    let meant = |field: &&Field| field.path == path || is_called(field, path);
    if let Some(own) = status::FIELDS.iter().find(meant) {
        let label = label(&own.label, lang);
        return Err(Failure::Usage(vec![StatusSaid::NotSet { label }.text(lang)]));
    }
    field_path(schema::CHILD, word, lang)
}

/// What the field is called that a word names, when not everybody may see its values.
pub fn closed(fields: &'static [Field], word: &str, lang: Lang) -> Option<String> {
    let path = field_path(fields, word, lang).ok()?;
    let called = || schema::find(fields, &path).map(|field| label(&field.label, lang).to_owned());
    let is_open = schema::guard(fields, &path).privacy == Privacy::Open;
    (!is_open).then(|| called().unwrap_or_else(|| path.clone()))
}

fn is_called(field: &Field, word: &str) -> bool {
    [field.label.zh(), field.label.en()].contains(&word)
}

fn path_in(tables: &[&'static [Field]], word: &str, lang: Lang) -> Result<String, Failure> {
    let word = &plain(word);
    let called = |fields: &&'static [Field]| {
        let called = fields.iter().find(|field| is_called(field, word));
        let meant = called.or_else(|| schema::find(fields, word)).or_else(|| begun(fields, word));
        meant.map(|field| field.path)
    };
    match (word.as_str(), tables.iter().find_map(called)) {
        (_, Some(path)) => Ok(path.to_owned()),
        (NAME | "姓名", None) => Ok(NAME.to_owned()),
        _ if word.split_once('.').is_some_and(|(table, _)| table == schema::OWN) => {
            Ok(word.to_owned())
        }
        _ => Err(unknown(tables, word, lang)),
    }
}

/// The only field whose Chinese label a word begins.
fn begun(fields: &'static [Field], word: &str) -> Option<&'static Field> {
    let is_long = word.chars().count() >= SHORTEST && !word.is_ascii();
    let mut found = fields.iter().filter(|field| is_long && field.label.zh().starts_with(word));
    found.next().filter(|_| found.next().is_none())
}
