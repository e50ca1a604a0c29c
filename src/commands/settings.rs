//! `care settings`: what the school holds its pairs and records to, shown and set.

use crate::cli::answer::Answer;
use crate::cli::as_meant::plain;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{fields, roles};
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::register::Column;
use crate::domain::setting_keys::{Holds, SETTING_KEYS, SettingKey};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::setting_words::SettingSaid;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, listed, words_in};
use crate::render::screens::settings::{in_words, screen};
use crate::session::change::Change;
use crate::session::read::Ask;
use crate::storage::layout;
use crate::storage::record_text::PathPart;

pub const ABOUT: Purpose = Purpose {
    name: "设置",
    says: (
        "学校对结对和登记的要求：查看、设定",
        "What the school holds its pairs and records to: show it, set it",
    ),
    examples: &[
        Example { typed: ("", ""), does: ("看各项要求", "Show them") },
        Example {
            typed: ("--改 places=活动室,操场", "--set places=hall,yard"),
            does: ("活动可以在哪里", "Where activities may be"),
        },
    ],
    see: &["check", "rules"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long = "set", value_name = say(Help::ValueKeyValue),
          help = said(("设定：活动地点=活动室、操场；可重复",
                       "Set one, such as places=hall,yard; may be repeated")))]
    set: Vec<String>,
    #[arg(long = "unset", value_name = say(Help::ValueWord),
          help = said(("不再要求的；可重复", "Take one away; may be repeated")))]
    unset: Vec<String>,
}

/// The setting by which people may be put in an order.
const RANKING: &str = "ranking";

/// The register whose kinds of activity can be wanted.
const NEEDED: [&str; 1] = ["activity"];

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if args.set.is_empty() && args.unset.is_empty() {
        return context.read(Ask::records(&NEEDED), |reading| {
            Ok(Answer::screen(context, &screen(&reading.home, context.lang)))
        });
    }
    Answer::of_change(context, &NEEDED, |change| set(context, args, change))
}

fn set(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let mut wanted: Vec<(&SettingKey, Option<Fact>)> = Vec::new();
    for text in &args.set {
        let (word, value) = fields::key_value(text, lang)?;
        let key = called(word, lang)?;
        wanted.push((key, Some(typed(&change.reading.home, key, value, lang)?)));
    }
    for word in &args.unset {
        wanted.push((called(word, lang)?, None));
    }
    each_once(&mut wanted, lang)?;
    let mut said = Vec::new();
    for (key, new) in wanted {
        let setting = words_in(key.label, lang);
        let old = (key.value)(&change.reading.home.settings);
        if old == new || old.is_none() && new == Some(Fact::Bool(false)) {
            said.push(SettingSaid::Unchanged { setting }.text(lang));
            continue;
        }
        let path = [PathPart::Key(key.table), PathPart::Key(key.key)];
        change.edit(layout::SETTINGS, None, |record| match &new {
            Some(fact) => record.set(&path, fact),
            None => record.unset(&path),
        })?;
        said.push(match &new {
            Some(fact) => {
                let value = in_words(&change.reading.home, key, fact, lang);
                let set = SettingSaid::Set { setting, value: &value }.text(lang);
                match key.key == RANKING && *fact == Fact::Bool(true) {
                    true => format!("{set}\n{}", SettingSaid::RanksPeople.text(lang)),
                    false => set,
                }
            }
            None => SettingSaid::Unset { setting }.text(lang),
        });
    }
    Ok(said)
}

/// Leaves of what was typed twice of one setting one.
///
/// # Errors
/// A setting is to be two things at once.
fn each_once(wanted: &mut Vec<(&SettingKey, Option<Fact>)>, lang: Lang) -> Result<(), Failure> {
    let mut once: Vec<(&SettingKey, Option<Fact>)> = Vec::new();
    for (key, new) in wanted.drain(..) {
        match once.iter().find(|(own, _)| (own.table, own.key) == (key.table, key.key)) {
            None => once.push((key, new)),
            Some((_, before)) if *before == new => {}
            Some(_) => {
                let setting = words_in(key.label, lang);
                return Err(refused(&SettingSaid::Twice { setting }, lang));
            }
        }
    }
    *wanted = once;
    Ok(())
}

fn refused(why: &SettingSaid, lang: Lang) -> Failure {
    Failure::Usage(vec![why.text(lang)])
}

/// The setting that a word names.
fn called(word: &str, lang: Lang) -> Result<&'static SettingKey, Failure> {
    let word = &plain(word);
    SETTING_KEYS.iter().find(|key| key.is_called(word)).ok_or_else(|| {
        let all = SETTING_KEYS.iter().map(|key| words_in(key.label, lang).to_owned());
        let all = listed(&all.collect::<Vec<String>>(), lang);
        refused(&SettingSaid::Unknown { word, all: &all }, lang)
    })
}

/// A value as it was typed; several have commas or 、 between them.
fn typed(home: &Home, key: &SettingKey, text: &str, lang: Lang) -> Result<Fact, Failure> {
    let setting = words_in(key.label, lang);
    let parts = text.split(['、', '，', ',']).map(str::trim).filter(|part| !part.is_empty());
    let mut parts: Vec<&str> = parts.collect();
    parts.dedup();
    if parts.is_empty() {
        return Err(refused(&SettingSaid::NoValue { setting }, lang));
    }
    let all = |read: &dyn Fn(&str) -> Result<String, Failure>| {
        parts.iter().map(|part| read(part)).collect::<Result<Vec<_>, _>>().map(Fact::List)
    };
    match key.holds {
        Holds::PairRoles => all(&|part| Ok(roles::pair_role(part, lang)?.to_string())),
        Holds::Kinds => all(&|part| kind(home, setting, part, lang)),
        Holds::Texts => all(&|part| Ok(part.to_owned())),
        Holds::AtLeast(least) => {
            let number = plain(text).parse().ok().filter(|own: &u32| *own >= least);
            let wrong = || refused(&SettingSaid::NotANumber { setting, least }, lang);
            number.map(|own| Fact::Integer(own.into())).ok_or_else(wrong)
        }
        Holds::Truth => {
            let words = [SettingSaid::Yes, SettingSaid::No];
            let [yes, no] = words.map(|own| own.text(lang));
            match plain(text).as_str() {
                "是" | "yes" | "true" => Ok(Fact::Bool(true)),
                "否" | "no" | "false" => Ok(Fact::Bool(false)),
                _ => {
                    let choices = format!("{yes}, {no}");
                    Err(Failure::usage(
                        &Msg::NotAChoice { column: setting, choices: &choices },
                        lang,
                    ))
                }
            }
        }
    }
}

/// The code of a kind of activity, by its code or its words.
fn kind(home: &Home, column: &str, word: &str, lang: Lang) -> Result<String, Failure> {
    let kinds = home.registers.get(NEEDED[0]).and_then(|own| own.column("kind"));
    let kinds = kinds.map(Column::choices).unwrap_or_default();
    let is_called = |own: &&crate::domain::register::Choice| {
        [own.code.as_str(), own.label.zh(), own.label.en()].contains(&word)
    };
    kinds.iter().find(is_called).map(|own| own.code.clone()).ok_or_else(|| {
        let all: Vec<&str> = kinds.iter().map(|own| label(&own.label, lang)).collect();
        Failure::usage(&Msg::NotAChoice { column, choices: &all.join(", ") }, lang)
    })
}
