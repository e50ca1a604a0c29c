//! Roles as people type them, and who holds one and is paired, as people say it.

use chrono::NaiveDate;

use super::as_meant::plain;
use super::context::Context;
use super::draft;
use super::failure::Failure;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::doubt::pairing;
use crate::domain::doubt::{About, Doubt};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::nearest::nearest;
use crate::domain::role::{self, ROLES, RoleCode};
use crate::domain::spans::Span;
use crate::lang::role_words::RoleWord;
use crate::lang::talk::Msg;
use crate::lang::words::role_name;
use crate::lang::{Lang, listed};
use crate::session::begun::that_began;
use crate::session::change::Change;

/// The role that a word means: its code, or what people call it.
pub fn role(text: &str, lang: Lang) -> Result<RoleCode, Failure> {
    let name = &plain(text);
    let known = role::called(name).map(|role| role.code);
    known.ok_or_else(|| {
        let mut lines = vec![Msg::UnknownRole { name }.text(lang)];
        let codes = ROLES.iter().map(|role| role.code.as_str());
        let labels = ROLES.iter().map(|role| role.label.zh());
        if let Some(near) = nearest(name, codes.chain(labels)) {
            lines.push(Msg::DidYouMean { names: near }.text(lang));
        }
        Failure::Usage(lines)
    })
}

/// The same, of a role in which an adult can be paired with a child.
pub fn pair_role(text: &str, lang: Lang) -> Result<RoleCode, Failure> {
    let code = role(text, lang)?;
    if code.role().is_some_and(|role| role.pairs) {
        return Ok(code);
    }
    let fit = ROLES.iter().filter(|role| role.pairs);
    let roles: Vec<String> = fit.map(|role| said_with_code(role.code, lang)).collect();
    let role = role_name(code, lang);
    Err(Failure::Usage(vec![
        RoleWord::NotPairing { role, roles: &listed(&roles, lang) }.text(lang),
    ]))
}

/// A role by its word and its code.
pub fn said_with_code(code: RoleCode, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {code}", role_name(code, lang)),
        Lang::En => code.to_string(),
    }
}

/// A role with its class, as people say it on a day.
pub fn held_said(
    home: &Home,
    (role, class): (RoleCode, Option<&ClassCode>),
    day: NaiveDate,
    lang: Lang,
) -> String {
    let class = class.map(|class| home.class_name(class, day));
    match (class, lang) {
        (None, _) => role_name(role, lang).to_owned(),
        (Some(class), Lang::Zh) => class + role_name(role, lang),
        (Some(class), Lang::En) => format!("{} of {class}", role_name(role, lang)),
    }
}

/// A child with its class on a day.
pub fn child_said(home: &Home, child: &Child, day: NaiveDate) -> String {
    match child.class_on(day) {
        Some(class) => format!("{}（{}）", child.name, home.class_name(class, day)),
        None => child.name.clone(),
    }
}

/// A person's name; the id where there is nobody.
pub fn person_said(home: &Home, id: Id) -> String {
    home.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
}

/// A day with its weekday.
pub fn day_said(day: NaiveDate, context: &Context) -> String {
    draft::day_said(day, context.today, context.lang)
}

/// Do two times share a day?
pub fn overlap(one: &Span, other: &Span) -> bool {
    one.overlap(other).is_some()
}

/// The doubts that a change raises, in words.
pub fn arisen(home: &Home, before: &[Doubt], day: NaiveDate, lang: Lang) -> Vec<String> {
    let said = |doubt: Doubt| {
        let who = match doubt.about {
            About::Child(id, _) => home.child(id).map(|child| child_said(home, child, day)),
            About::Staff(line) => {
                let person = home.staff.iter().find(|own| Some(own.line) == line);
                person.map(|person| person.name.clone())
            }
            _ => None,
        };
        let (who, doubt) = (who.unwrap_or_default(), doubt.cause.message(lang));
        RoleWord::Arisen { who: &who, doubt: &doubt }.text(lang)
    };
    pairing::arisen(before, pairing::doubts(home, day)).into_iter().map(said).collect()
}

/// Why what lies ahead cannot be ended on a day, and what takes it back: the file where it stands,
/// its first day, and whose it is.
pub fn ends_too_early(
    context: &Context,
    change: &Change,
    ((file, first), id): ((String, NaiveDate), Id),
    last: NaiveDate,
) -> Failure {
    let lang = context.lang;
    let (from, day) = (day_said(first, context), day_said(last, context));
    let mut lines = vec![RoleWord::EndsTooEarly { from: &from, day: &day }.text(lang)];
    let now = change.text(&file).ok().flatten().unwrap_or_default();
    let all = context.batches().unwrap_or_default();
    if let Some(batch) = that_began(&all, (&file, &now), (id, first)) {
        lines.push(RoleWord::ToCancel { batch: &batch.name }.text(lang));
    }
    lines.push(RoleWord::ToMend { file: &file }.text(lang));
    Failure::Usage(lines)
}
