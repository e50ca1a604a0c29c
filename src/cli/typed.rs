//! What people type, as what records keep.

use chrono::NaiveDate;

use super::as_meant::{self, plain};
use super::context::Context;
use super::failure::Failure;
use super::number;
use super::unlisted::{Unlisted, no_choice};
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name::hidden;
use crate::domain::nearest::nearest;
use crate::domain::order::class_place;
use crate::domain::register::{Choice, Column, ColumnType};
use crate::domain::settings::Lang;
use crate::domain::typed_date;
use crate::lang::talk::Msg;
use crate::lang::{label, words_in};

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
    come_date(text, context).map_err(|failure| context.placed(failure, text))
}

pub(super) fn come_date(text: &str, context: &Context) -> Result<NaiveDate, Failure> {
    let date = date(text, context.today, context.lang)?;
    match date > context.today {
        true => Err(Failure::usage(&Msg::FutureDate { date }, context.lang)),
        false => Ok(date),
    }
}

/// A date that may lie ahead, such as the last day of a pause.
pub fn coming_date(text: &str, context: &Context) -> Result<NaiveDate, Failure> {
    near_date(text, context).map_err(|failure| context.placed(failure, text))
}

fn near_date(text: &str, context: &Context) -> Result<NaiveDate, Failure> {
    let near = typed_date::nearest(text, context.today);
    near.ok_or_else(|| Failure::usage(&Msg::BadDate { text }, context.lang))
}

/// A class that some child is in on a day: by its code, or as the school prints it on that day.
pub fn class(home: &Home, text: &str, day: NaiveDate, lang: Lang) -> Result<ClassCode, Failure> {
    let mut codes: Vec<&ClassCode> =
        home.children.iter().filter_map(|child| child.class_on(day)).collect();
    codes.sort_by_cached_key(|code| class_place(Some(code)));
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
        lines.push(match nearest(text, named.iter().map(String::as_str)) {
            Some(names) => Msg::DidYouMean { names }.text(lang),
            None => {
                Msg::ClassesThen { names: &named.join(words_in(("、", ", "), lang)) }.text(lang)
            }
        });
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
    let marks = ['、', ',', '，', '；', ';', '\u{3000}', '\n'];
    let parts = words.iter().flat_map(|word| word.split(marks));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A cell of a column: a choice by its code or its word, a date, a number, or free text.
/// An unlisted choice needs `force`. `day` is the row's own.
pub fn cell(
    (column, day): (&Column, NaiveDate),
    text: &str,
    force: bool,
    context: &Context,
) -> Result<String, Failure> {
    cell_of((column, day), text, force, context).map_err(|failure| context.placed(failure, text))
}

fn cell_of(
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
        ColumnType::Date => near_date(text, context).map(|date| date.to_string()),
        ColumnType::Integer => {
            let number = number::plain(text, &column.name);
            number.parse::<i64>().map(|n| n.to_string()).map_err(|_| sample("12"))
        }
        ColumnType::Decimal => {
            let number = number::plain(text, &column.name);
            match number.parse::<f64>() {
                Ok(own) if own.is_finite() => Ok(number),
                _ => Err(sample("12.50")),
            }
        }
        ColumnType::Choice(choices) => {
            let plain = plain(text);
            let fits = |own: &&Choice| {
                let names = [own.code.as_str(), own.label.zh(), own.label.en()];
                names.iter().any(|name| *name == text || as_meant::plain(name) == plain)
            };
            if let Some(choice) = choices.iter().find(fits) {
                return Ok(choice.code.clone());
            }
            if force {
                return Ok(text.to_owned());
            }
            let said = |own: &Choice| format!("{} {}", own.code, label(&own.label, lang));
            let listed: Vec<String> = choices.iter().map(said).collect();
            let names = choices.iter().flat_map(|own| [own.label.zh(), own.label.en(), &own.code]);
            let near = nearest(&plain, names);
            Err(no_choice((name, Unlisted::NeedsForce), &listed, near, lang))
        }
    }
}
