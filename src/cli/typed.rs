//! What people type, as what records keep.

use chrono::NaiveDate;

use super::context::Context;
use super::failure::Failure;
use crate::domain::class::ClassCode;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name::hidden;
use crate::domain::nearest::nearest;
use crate::domain::phone::{self, is_undialable};
use crate::domain::register::{Column, ColumnType};
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::settings::Lang;
use crate::domain::typed_date;
use crate::lang::label;
use crate::lang::talk::Msg;

/// The field by which a record is called.
pub const NAME: &str = "name";

/// Is a question answered with yes?
pub fn is_yes(line: &str) -> bool {
    matches!(line.trim().to_lowercase().as_str(), "y" | "yes" | "ｙ" | "是" | "对")
}

/// A name that must be given; `flag` is what it is called when it is not.
pub fn name<'a>(text: Option<&'a str>, flag: &str, lang: Lang) -> Result<&'a str, Failure> {
    let name = text.map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| Failure::usage(&Msg::NeedFlag { flag }, lang))?;
    seen_name(name, lang)
}

/// The same name, when every letter of it can be seen.
pub fn seen_name(name: &str, lang: Lang) -> Result<&str, Failure> {
    match hidden(name) {
        None => Ok(name),
        Some((place, letter)) => {
            let code = format!("U+{:04X}", u32::from(letter));
            Err(Failure::usage(&Msg::HiddenInName { place, code: &code }, lang))
        }
    }
}

/// A date, as written in one of the ways of `care help dates`.
pub fn date(text: &str, today: NaiveDate, lang: Lang) -> Result<NaiveDate, Failure> {
    typed_date::parse(text, today).ok_or_else(|| Failure::usage(&Msg::BadDate { text }, lang))
}

/// The day of `--known-at`, when it is given.
pub fn known_at(context: &Context, day: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
    day.map(|text| date(text, context.today, context.lang)).transpose()
}

/// A date that has come.
pub fn past_date(text: &str, context: &Context) -> Result<NaiveDate, Failure> {
    let date = date(text, context.today, context.lang)?;
    match date > context.today {
        true => Err(Failure::usage(&Msg::FutureDate { date }, context.lang)),
        false => Ok(date),
    }
}

/// A date that may lie ahead, such as the last day of a pause.
pub fn coming_date(text: &str, context: &Context) -> Result<NaiveDate, Failure> {
    let near = typed_date::nearest(text, context.today);
    near.ok_or_else(|| Failure::usage(&Msg::BadDate { text }, context.lang))
}

/// A class that some child is in on a day: by its code, or as the school prints it on that day.
pub fn class(home: &Home, text: &str, day: NaiveDate, lang: Lang) -> Result<ClassCode, Failure> {
    let mut codes: Vec<&ClassCode> =
        home.children.iter().filter_map(|child| child.class_on(day)).collect();
    codes.sort_unstable();
    codes.dedup();
    let year = home.calendar.spoken_year(day);
    let meant = home.settings.class_code(text, year).unwrap_or_else(|| ClassCode::of(text));
    let found = codes.iter().find(|code| ***code == meant).map(|code| (*code).clone());
    found.ok_or_else(|| {
        if let Some(failure) = unspoken(home, text, day, lang) {
            return failure;
        }
        let mut lines = vec![Msg::UnknownClass { name: text, day }.text(lang)];
        let named = codes.iter().map(|code| home.class_name(code, day)).collect::<Vec<_>>();
        if let Some(name) = nearest(text, named.iter().map(String::as_str)) {
            lines.push(Msg::DidYouMean { names: name }.text(lang));
        }
        Failure::Usage(lines)
    })
}

/// A class that some child is or was in, in any school year in which it is called so.
pub fn class_ever(home: &Home, text: &str, day: NaiveDate, lang: Lang) -> Result<(), Failure> {
    let years = home.calendar.years().into_iter().map(|(year, _)| Some(year));
    let codes: Vec<ClassCode> = years
        .chain([None])
        .map(|year| home.settings.class_code(text, year).unwrap_or_else(|| ClassCode::of(text)))
        .collect();
    let mut classes = home.children.iter().flat_map(|child| &child.classes);
    match classes.any(|(_, class)| class.as_ref().is_some_and(|own| codes.contains(own))) {
        true => Ok(()),
        false => class(home, text, day, lang).map(|_| ()),
    }
}

/// The code of a class that may be new; one that no child is in must look like a class. What the
/// school calls it is meant as of a day.
pub fn class_code(
    home: &Home,
    text: &str,
    day: NaiveDate,
    lang: Lang,
) -> Result<ClassCode, Failure> {
    let year = home.calendar.spoken_year(day);
    let own = ClassCode::of(text);
    let is_known = home.children.iter().any(|child| child.class_on(day) == Some(&own));
    let code = home.settings.class_code(text, year).or(Some(own).filter(|_| is_known));
    code.ok_or_else(|| {
        let unspoken = unspoken(home, text, day, lang);
        unspoken.unwrap_or_else(|| Failure::usage(&Msg::ClassForm { text }, lang))
    })
}

/// That a class is called by its grade in a school year of which the calendar has no term: last
/// year's name would mean another class. The code is told that it has if it is meant as of then.
pub fn unspoken(home: &Home, text: &str, day: NaiveDate, lang: Lang) -> Option<Failure> {
    let year = home.calendar.unknown_year(day)?;
    let code = home.settings.class_code(text, Some(&year))?;
    let (year, code) = (year.as_str(), code.as_str());
    Some(Failure::usage(&Msg::ClassOfUnknownYear { text, day, year, code }, lang))
}

/// Ids as a cell keeps them.
pub fn joined(ids: &[Id]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(" ")
}

/// Names as people write them one after another, `王小雨、赵佳怡`, each a word of its own.
pub fn names<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let parts = words.iter().flat_map(|word| word.split(['、', ',', '，', '；', ';']));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// `KEY=VALUE` in its two parts.
pub fn key_value(text: &str, lang: Lang) -> Result<(&str, &str), Failure> {
    let pair = text.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
    pair.ok_or_else(|| Failure::usage(&Msg::KeyValue { text }, lang))
}

/// A cell of a column: a choice by its code or its word, a date, a number, or free text.
/// An unlisted choice needs `force`. `day` is the row's own.
pub fn cell(
    (column, day): (&Column, NaiveDate),
    text: &str,
    force: bool,
    context: &Context,
) -> Result<String, Failure> {
    let lang = context.lang;
    let name = label(&column.label, lang);
    let sample = |sample| Failure::usage(&Msg::NotOfType { name, sample }, lang);
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    match &column.holds {
        ColumnType::Text => Ok(text.to_owned()),
        ColumnType::Date if column.lies_ahead() => {
            let date = typed_date::ahead(text, context.today, day);
            let date = date.ok_or_else(|| Failure::usage(&Msg::BadDate { text }, lang))?;
            Ok(date.to_string())
        }
        ColumnType::Date => coming_date(text, context).map(|date| date.to_string()),
        ColumnType::Integer => {
            text.trim().parse::<i64>().map(|n| n.to_string()).map_err(|_| sample("12"))
        }
        ColumnType::Decimal => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(text.trim().to_owned()),
            _ => Err(sample("12.50")),
        },
        ColumnType::Choice(choices) => {
            let fits = |own: &&crate::domain::register::Choice| {
                own.code == text || own.label.zh() == text || own.label.en() == text
            };
            if let Some(choice) = choices.iter().find(fits) {
                return Ok(choice.code.clone());
            }
            if force {
                return Ok(text.to_owned());
            }
            let choices: Vec<String> = choices
                .iter()
                .map(|choice| format!("{} {}", choice.code, label(&choice.label, lang)))
                .collect();
            let listed = Msg::NotAChoice { column: name, choices: &choices.join(", ") }.text(lang);
            Err(Failure::usage(&Msg::NeedForce { why: &listed }, lang))
        }
    }
}

/// A fact of a field, by the field's type.
pub fn fact(
    fields: &'static [Field],
    path: &str,
    text: &str,
    force: bool,
    context: &Context,
) -> Result<Fact, Failure> {
    let lang = context.lang;
    if path.strip_prefix(schema::OWN).is_some_and(|rest| rest.starts_with('.')) {
        return Ok(Fact::Text(text.to_owned()));
    }
    let field = find_field(fields, path, lang)?;
    let name = label(&field.label, lang);
    let sample = |sample| Failure::usage(&Msg::NotOfType { name, sample }, lang);
    Ok(match field.holds {
        FieldType::Text if path.ends_with(NAME) => Fact::Text(seen_name(text, lang)?.to_owned()),
        FieldType::Text => Fact::Text(text.to_owned()),
        FieldType::Suggested(choices) => {
            let own = choices.iter().find(|(_, (zh, en))| [*zh, *en].contains(&text));
            Fact::Text(own.map_or(text, |(code, _)| code).to_owned())
        }
        FieldType::Texts => {
            let mut entries = entries(text);
            if path.ends_with("phone") {
                entries = entries.iter().map(|own| phone::plain(own)).collect();
            }
            let is_wrong = path.ends_with("phone") && entries.iter().any(|own| is_undialable(own));
            if is_wrong && !force {
                let why = Msg::Undialable { field: name }.text(lang);
                return Err(Failure::usage(&Msg::NeedForce { why: &why }, lang));
            }
            Fact::List(entries)
        }
        FieldType::Date => Fact::Date(past_date(text, context)?),
        FieldType::Integer => Fact::Integer(text.parse().map_err(|_| sample("1956"))?),
        FieldType::Bool => match text {
            "true" | "是" | "yes" => Fact::Bool(true),
            "false" | "否" | "no" => Fact::Bool(false),
            _ => return Err(sample("true / false")),
        },
        FieldType::Choice(choices) => {
            let fits = |own: &&(&str, (&str, &str))| [own.0, own.1.0, own.1.1].contains(&text);
            match choices.iter().find(fits) {
                Some((code, _)) => Fact::Text((*code).to_owned()),
                None if force => Fact::Text(text.to_owned()),
                None => {
                    let listed = choices.iter().map(|(code, (zh, en))| match lang {
                        Lang::Zh => format!("{code} {zh}"),
                        Lang::En => format!("{code} ({en})"),
                    });
                    let choices = listed.collect::<Vec<_>>().join(", ");
                    let listed = Msg::NotAChoice { column: name, choices: &choices }.text(lang);
                    return Err(Failure::usage(&Msg::NeedForce { why: &listed }, lang));
                }
            }
        }
    })
}

/// The field at a path, or the nearest that there is.
fn find_field(fields: &'static [Field], path: &str, lang: Lang) -> Result<&'static Field, Failure> {
    schema::find(fields, path).ok_or_else(|| {
        let mut lines = vec![Msg::UnknownField { name: path }.text(lang)];
        if let Some(name) = nearest(path, fields.iter().map(|field| field.path)) {
            lines.push(Msg::DidYouMean { names: name }.text(lang));
        }
        Failure::Usage(lines)
    })
}

/// The path of the field that a word names: by the path itself, or by its label in any language.
/// A name is a field of its own, and so is whatever the school calls its own.
pub fn field_path(fields: &'static [Field], word: &str, lang: Lang) -> Result<String, Failure> {
    let called = |field: &&Field| [field.label.zh(), field.label.en()].contains(&word);
    let field = fields.iter().find(called).map(|field| field.path);
    match (word, field) {
        (_, Some(path)) => Ok(path.to_owned()),
        (NAME | "姓名", None) => Ok(NAME.to_owned()),
        _ if word.split_once('.').is_some_and(|(table, _)| table == schema::OWN) => {
            Ok(word.to_owned())
        }
        _ => find_field(fields, word, lang).map(|field| field.path.to_owned()),
    }
}

/// A field must be one of the schema's, or the school's own.
pub fn check_field(fields: &'static [Field], path: &str, context: &Context) -> Result<(), Failure> {
    let own = path.split_once('.').is_some_and(|(table, _)| table == schema::OWN);
    if own { Ok(()) } else { find_field(fields, path, context.lang).map(|_| ()) }
}

/// The entries of a list, as typed with one of the usual marks between them.
fn entries(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；', '/']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
