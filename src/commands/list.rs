//! `care list`: the children, and counts of them.

use std::collections::BTreeMap;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::class_place;
use crate::domain::privacy::Reveal;
use crate::domain::schema;
use crate::lang::help::{Help, Purpose, say};
use crate::render::screens::list::{Shares, counts, screen};
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose {
    name: "名单",
    says: ("儿童名单和人数统计", "The children, and counts of them"),
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long = "where", value_name = say(Help::ValueKeyValue), help = say(Help::Where))]
    conditions: Vec<String>,
    #[arg(long, value_name = say(Help::ValueField), help = say(Help::CountBy))]
    count_by: Option<String>,
    #[arg(long, help = say(Help::Digits))]
    digits: bool,
    #[arg(long, help = say(Help::LeftToo))]
    left: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    context.read(Ask::records(&[]), |reading| list(context, args, &reading.home))
}

fn list(context: &Context, args: &Args, home: &Home) -> Result<Answer, Failure> {
    let class = args
        .class
        .as_deref()
        .map(|c| typed::class(home, c, context.today, context.lang))
        .transpose()?;
    let conditions = args
        .conditions
        .iter()
        .map(|text| condition(text, context))
        .collect::<Result<Vec<_>, _>>()?;
    let mut children: Vec<&Child> = home.children.iter().collect();
    children.retain(|child| {
        let listed = args.left || child.on_roll().contains(context.today);
        let in_class = class.as_ref().is_none_or(|c| child.class_on(context.today) == Some(c));
        let meets =
            |(path, value): &(String, String)| child.guarded(path).iter().any(|own| own.is(value));
        listed && in_class && conditions.iter().all(meets)
    });
    if let Some(field) = &args.count_by {
        typed::check_field(schema::CHILD, field, context)?;
        let mut counted = count(&children, field);
        if field == "class" && context.format.is_for_people() {
            counted.sort_by_key(|(value, _)| {
                class_place(value.as_deref().map(ClassCode::of).as_ref())
            });
        }
        let shares = if args.digits { Shares::TwoDecimals } else { Shares::TwoDigits };
        let screen = counts(home, field, &counted, shares, (context.today, context.lang));
        return Ok(Answer::screen(context, &screen));
    }
    Ok(Answer::screen(context, &screen(home, &children, context.today, context.lang)))
}

fn condition(text: &str, context: &Context) -> Result<(String, String), Failure> {
    let (path, value) = typed::key_value(text, context.lang)?;
    if path == "name" {
        return Ok((path.to_owned(), value.to_owned()));
    }
    let fact = typed::fact(schema::CHILD, path, value, false, context)?;
    Ok((path.to_owned(), fact.values().join(" ")))
}

/// How many have each value, the schema's choices in their order, then others, blanks last. A
/// count of a listed code tells of nobody; other values are counted by as much as may be seen, and
/// those that look alike together.
fn count(children: &[&Child], path: &str) -> Vec<(Option<String>, usize)> {
    let mut counts: BTreeMap<(usize, Option<String>), usize> = BTreeMap::new();
    let choices: &[_] = match schema::find(schema::CHILD, path).map(|field| field.holds) {
        Some(schema::FieldType::Choice(choices)) => choices,
        _ => &[],
    };
    for child in children {
        let values = child.guarded(path);
        if values.is_empty() {
            *counts.entry((usize::MAX, None)).or_default() += 1;
        }
        for value in values {
            let listed = choices.iter().position(|(code, _)| value.is(code));
            let counted = match listed {
                Some(place) => (place, choices[place].0.to_owned()),
                None => (choices.len(), value.shown(Reveal::NOTHING)),
            };
            *counts.entry((counted.0, Some(counted.1))).or_default() += 1;
        }
    }
    counts.into_iter().map(|((_, value), count)| (value, count)).collect()
}
