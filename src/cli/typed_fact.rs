//! Facts of a child or of a member of staff as people type them.

use super::as_meant::{self, plain};
use super::context::Context;
use super::failure::Failure;
use super::fields::{self, find_field};
use super::number;
use super::typed::{come_date, seen_name};
use super::unlisted::{Unlisted, no_choice};
use crate::domain::facts::Fact;
use crate::domain::label::Words;
use crate::domain::nearest::nearest;
use crate::domain::phone::{self, is_undialable};
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::settings::Lang;
use crate::lang::label;
use crate::lang::talk::Msg;

/// A fact of a field, by the field's type.
pub fn fact(
    fields: &'static [Field],
    path: &str,
    text: &str,
    force: bool,
    context: &Context,
) -> Result<Fact, Failure> {
    let unlisted = if force { Unlisted::Taken } else { Unlisted::NeedsForce };
    fact_of(fields, path, text, unlisted, context).map_err(|failure| context.placed(failure, text))
}

/// The same, of what is looked for: nothing that is not listed can be meant.
pub fn sought(
    fields: &'static [Field],
    path: &str,
    text: &str,
    context: &Context,
) -> Result<Fact, Failure> {
    let unlisted = Unlisted::Refused;
    fact_of(fields, path, text, unlisted, context).map_err(|failure| context.placed(failure, text))
}

fn fact_of(
    fields: &'static [Field],
    path: &str,
    text: &str,
    unlisted: Unlisted,
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
        FieldType::Text if path.ends_with(fields::NAME) => {
            Fact::Text(seen_name(text, lang)?.to_owned())
        }
        FieldType::Text => Fact::Text(text.to_owned()),
        FieldType::Suggested(choices) => {
            let plain = plain(text);
            let own = choices.iter().find(|(_, (zh, en))| [*zh, *en].contains(&plain.as_str()));
            Fact::Text(own.map_or(text, |(code, _)| code).to_owned())
        }
        FieldType::Texts => {
            let mut entries = as_meant::entries(text);
            if path.ends_with("phone") {
                entries = entries.iter().map(|own| phone::plain(own)).collect();
            }
            let is_wrong = path.ends_with("phone") && entries.iter().any(|own| is_undialable(own));
            if is_wrong && unlisted == Unlisted::NeedsForce {
                let why = Msg::Undialable { field: name }.text(lang);
                return Err(Failure::usage(&Msg::NeedForce { why: &why }, lang));
            }
            Fact::List(entries)
        }
        FieldType::Date => Fact::Date(come_date(text, context)?),
        FieldType::Integer => {
            Fact::Integer(number::plain(text, path).parse().map_err(|_| sample("1956"))?)
        }
        FieldType::Bool => match plain(text).as_str() {
            "true" | "是" | "yes" => Fact::Bool(true),
            "false" | "否" | "no" => Fact::Bool(false),
            _ => return Err(sample("true / false")),
        },
        FieldType::Choice(choices) => {
            let plain = plain(text);
            let fits = |own: &&(&str, Words)| [own.0, own.1.0, own.1.1].contains(&plain.as_str());
            match choices.iter().find(fits) {
                Some((code, _)) => Fact::Text((*code).to_owned()),
                None if unlisted == Unlisted::Taken => Fact::Text(text.to_owned()),
                None => {
                    let listed = choices.iter().map(|(code, (zh, en))| match lang {
                        Lang::Zh => format!("{code} {zh}"),
                        Lang::En => format!("{code} ({en})"),
                    });
                    let names = choices.iter().flat_map(|(code, (zh, en))| [*zh, *en, *code]);
                    let near = nearest(&plain, names);
                    return Err(no_choice(
                        (name, unlisted),
                        &listed.collect::<Vec<_>>(),
                        near,
                        lang,
                    ));
                }
            }
        }
    })
}
