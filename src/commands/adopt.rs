//! `care rules --adopt`: rules of a preset, one by one, into the school's own.

use chrono::NaiveDate;

use super::rule_sets::{self, ChosenPreset};
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::calendar::Calendar;
use crate::domain::nearest::nearest;
use crate::domain::rule::Rule;
use crate::domain::school_year;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label};
use crate::reports::rule_keys::{Novelty, differing_keys, novelty};
use crate::session::change::Change;
use crate::storage::rule_text::{self, RuleText};
use crate::storage::{RuleSet, layout};

/// A rule that was named, and what it would do to the school's own.
struct NamedRule<'r> {
    rule: &'r Rule,
    novelty: Option<Novelty>,
}

pub fn run(context: &Context, ids: &[String], preset: Option<&str>) -> Result<Answer, Failure> {
    Answer::of_change(context, &[], |change| adopt(context, ids, preset, change))
}

fn adopt(
    context: &Context,
    ids: &[String],
    preset: Option<&str>,
    change: &mut Change,
) -> Result<Vec<String>, Failure> {
    let home = &change.reading.home;
    let chosen = rule_sets::chosen(context, preset, &home.rules)?;
    let from = first_day(&home.calendar, context.today);
    let set = rule_sets::of_preset(context, chosen.preset, from)?;
    let named = named(context, ids, &set, &home.rules, chosen.preset.name)?;
    sure(context, &named, chosen.preset.name)?;
    let before = rule_text::read(change.root())?;
    let text = text_with(&before, &named, &chosen, from, context.lang)?;
    if text != before {
        check(context, &home.rules, &text, &named)?;
        change.add(rule_text::step(before, text), None);
    }
    Ok(told(&named, chosen.preset.name, from, context.lang))
}

/// The first day of the term in hand: nobody is blamed for the time before.
fn first_day(calendar: &Calendar, today: NaiveDate) -> NaiveDate {
    let own = calendar.term_begun(today).or(calendar.terms().first());
    let estimate = || school_year::in_hand(today).map(|year| year.term_in_hand(today).span.first);
    own.map(|term| term.span.first).or_else(estimate).unwrap_or(today)
}

/// The rules of these ids, each once.
fn named<'r>(
    context: &Context,
    ids: &[String],
    set: &'r RuleSet,
    own: &[Rule],
    preset: &str,
) -> Result<Vec<NamedRule<'r>>, Failure> {
    let mut named: Vec<NamedRule> = Vec::new();
    for id in ids {
        let Some(rule) = set.rules.iter().find(|rule| rule.id.as_str() == id) else {
            let message = Msg::NotInPreset { id, name: preset };
            let mut lines = vec![message.text(context.lang)];
            let names = set.rules.iter().map(|rule| rule.id.as_str());
            if let Some(near) = nearest(id, names) {
                lines.push(Msg::DidYouMean { names: near }.text(context.lang));
            }
            return Err(Failure::Usage(lines));
        };
        if !named.iter().any(|own| own.rule.id == rule.id) {
            named.push(NamedRule { rule, novelty: novelty(own, rule) });
        }
    }
    Ok(named)
}

/// What the school has written itself is not replaced unasked.
fn sure(context: &Context, named: &[NamedRule], preset: &str) -> Result<(), Failure> {
    let doubts: Vec<String> = named
        .iter()
        .filter_map(|own| match &own.novelty {
            Some(Novelty::Changed(keys)) => {
                let (id, keys) = (own.rule.id.as_str(), keys.join(", "));
                let message = Msg::ReplacesRule { id, name: preset, keys: &keys };
                Some(message.text(context.lang))
            }
            _ => None,
        })
        .collect();
    if doubts.is_empty() { Ok(()) } else { context.sure(|| doubts) }
}

/// The school's text with the rules that are new to it or changed.
fn text_with(
    before: &str,
    named: &[NamedRule],
    chosen: &ChosenPreset,
    from: NaiveDate,
    lang: Lang,
) -> Result<String, Failure> {
    let preset = chosen.preset.rules_from(from);
    let texts = rule_text::find(&preset);
    let text_of = |rule: &Rule| texts.iter().find(|own| own.id == rule.id.as_str());
    let mut text = before.to_owned();
    let mut added = Vec::new();
    for own in named {
        let id = own.rule.id.as_str();
        let found: Option<&RuleText> = text_of(own.rule);
        let done = match (&own.novelty, found) {
            (None, _) => Some(()),
            (Some(Novelty::New), Some(found)) => {
                added.push(found.with_comment(&preset).to_owned());
                Some(())
            }
            (Some(Novelty::Changed(_)), Some(found)) => {
                let replaced = rule_text::with_replaced(&text, id, found.alone(&preset));
                replaced.map(|replaced| text = replaced)
            }
            (Some(_), None) => None,
        };
        done.ok_or_else(|| Failure::usage(&Msg::CannotAdopt { id }, lang))?;
    }
    Ok(rule_text::with_added(&text, &added))
}

/// Nothing is written that would not be read back as it was meant, beside rules that are as they
/// were.
fn check(
    context: &Context,
    before: &[Rule],
    text: &str,
    named: &[NamedRule],
) -> Result<(), Failure> {
    let lang = context.lang;
    let after = context.with_text(layout::RULES, text);
    let after = after.map_err(|stop| Failure::of_trial(stop, Msg::AdoptFaulty.text(lang)))?;
    let after = after.home.rules;
    let is_named = |rule: &Rule| named.iter().any(|own| own.rule.id == rule.id);
    let stands = |rule: &Rule, is_same_day: bool| {
        let same = after.iter().find(|own| own.id == rule.id);
        same.is_some_and(|own| {
            differing_keys(own, rule).is_empty() && (!is_same_day || own.from == rule.from)
        })
    };
    let kept = before.iter().filter(|rule| !is_named(rule)).map(|rule| (rule, true));
    // One that the school has as it is keeps the day from which it counts.
    let meant = named.iter().map(|own| (own.rule, own.novelty.is_some()));
    let all: Vec<(&Rule, bool)> = kept.chain(meant).collect();
    let lost = all.iter().find(|(rule, is_same_day)| !stands(rule, *is_same_day));
    match lost.or(all.last().filter(|_| after.len() != all.len())) {
        None => Ok(()),
        Some((rule, _)) => Err(Failure::usage(&Msg::CannotAdopt { id: rule.id.as_str() }, lang)),
    }
}

/// What was adopted, and from when on it counts.
fn told(named: &[NamedRule], preset: &str, day: NaiveDate, lang: Lang) -> Vec<String> {
    let line = |own: &NamedRule| {
        let (id, rule) = (own.rule.id.as_str(), label(&own.rule.name, lang));
        let said = match own.novelty {
            None => Msg::HasRule { id, name: preset },
            Some(Novelty::New) => Msg::Adopted { id, rule, name: preset, day },
            Some(Novelty::Changed(_)) => Msg::Readopted { id, rule, name: preset, day },
        };
        said.text(lang)
    };
    let is_changed = named.iter().any(|own| own.novelty.is_some());
    let edit = is_changed.then(|| Msg::EditFile { file: layout::RULES }.text(lang));
    named.iter().map(line).chain(edit).collect()
}
