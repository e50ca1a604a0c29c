//! The rules as a screen.

use super::Names;
use crate::domain::role::RoleCode;
use crate::domain::spans::Span;
use crate::lang::rule_words::sentence;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::lang::{label, status_words};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::rules::plan::RulePlan;
use crate::rules::slots::Slot;

const KEYS: &[&str] = &[
    "id",
    "name",
    "every",
    "records",
    "subject",
    "by",
    "level",
    "first_slot",
    "why",
    "words",
    "slots",
    "owing",
];

/// Each rule in plain words, its slots of the term in hand, the first slot that exists and how
/// many owe it today; with `why`, where each comes from.
pub fn screen(names: &Names, why: bool) -> Screen {
    let (lang, rules) = (names.lang, &names.plan.rules);
    let mut sheets = vec![Sheet::of(&columns(names), rules)];
    if why {
        let sources = [
            SheetColumn::for_people(Word::Rule.text(lang), move |own: &RulePlan| {
                label(&own.rule.name, lang)
            }),
            SheetColumn::for_people(Word::Source.text(lang), |own: &RulePlan| {
                own.rule.why.as_str()
            }),
        ];
        sheets.push(Sheet::of(&sources, rules));
    }
    Screen {
        title: Some(Msg::RulesTitle { count: rules.len() }.text(lang)),
        sheets,
        footer: footer(names, why),
        keys: KEYS,
        ..Screen::default()
    }
}

fn columns<'n>(names: &'n Names<'_>) -> Vec<SheetColumn<'n, RulePlan<'n>>> {
    let lang = names.lang;
    let heading = |word: Word| word.text(lang);
    vec![
        SheetColumn::new("name", heading(Word::Rule), move |own: &RulePlan| {
            label(&own.rule.name, lang)
        }),
        SheetColumn::new("id", heading(Word::Id), |own: &RulePlan| own.rule.id.as_str()),
        SheetColumn::new("level", heading(Word::Level), move |own: &RulePlan| {
            Cell::from(own.rule.level.name()).said(words::level(own.rule.level, lang))
        }),
        SheetColumn::new("words", heading(Word::InWords), move |own: &RulePlan| {
            sentence(names.home(), own.rule, lang)
        }),
        SheetColumn::new("slots", heading(Word::SlotsNow), |own| {
            let slots = slots_in_hand(names, own);
            let count = Cell::count(slots.len());
            Cell::from(slots).said(count)
        })
        .minor(),
        SheetColumn::new("first_slot", heading(Word::FirstSlot), move |own| {
            let first = first_slot(names, own);
            let said = first.as_deref().map_or("-".to_owned(), |slot| words::slot(slot, lang));
            Cell::text(first).said(said)
        })
        .minor(),
        SheetColumn::new("owing", heading(Word::Owing), |own| Cell::count(owing(names, own)))
            .minor(),
        SheetColumn::for_programs("every", |own: &RulePlan| own.rule.every.name()),
        SheetColumn::for_programs("records", |own: &RulePlan| own.rule.records.clone()),
        SheetColumn::for_programs("subject", |own: &RulePlan| own.rule.subject.name()),
        SheetColumn::for_programs("by", |own: &RulePlan| {
            Cell::text(own.rule.by.map(RoleCode::as_str))
        }),
        SheetColumn::for_programs("why", |own: &RulePlan| own.rule.why.as_str()),
    ]
}

fn footer(names: &Names, why: bool) -> Option<String> {
    let lang = names.lang;
    let said = match (names.plan.rules.is_empty(), why) {
        (true, _) => Some(Msg::NoRules),
        (false, false) => Some(Msg::SourcesHint),
        (false, true) => None,
    };
    let not_reached = names.plan.not_reached(|_| true);
    let said = said.map(|said| said.text(lang)).into_iter();
    let lines: Vec<String> = said.chain(status_words::not_reached(not_reached, lang)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// How many of the rule's subjects are present today and meet `applies`.
fn owing(names: &Names, compiled: &RulePlan) -> usize {
    let today = names.plan.today;
    let members = compiled.members.iter().enumerate();
    let owing = members.filter(|(at, member)| {
        member.present.contains(today) && compiled.applying(names.home(), *at).contains(today)
    });
    owing.count()
}

/// The labels of the slots that begin in the term in hand, those of elders' birthdays among them.
fn slots_in_hand(names: &Names, compiled: &RulePlan) -> Vec<String> {
    let Some(term) = names.home().calendar.term_begun(names.plan.today) else { return Vec::new() };
    let inside = |slot: &&Slot| Span::contains(&term.span, slot.span.first);
    let all = (0..compiled.members.len())
        .flat_map(|member| compiled.slots_of(names.home(), member).into_owned());
    let own = compiled.slots.iter().cloned().chain(all.filter(|_| compiled.has_elders()));
    let mut slots: Vec<Slot> = own.filter(|slot| inside(&slot)).collect();
    slots.sort_by(|a, b| (a.span, &a.label).cmp(&(b.span, &b.label)));
    slots.dedup();
    slots.into_iter().map(|slot| slot.label.to_string()).collect()
}

/// The first slot that exists; a rolling or state rule has none of its own.
fn first_slot(names: &Names, compiled: &RulePlan) -> Option<String> {
    let earliest = |slots: &[Slot]| {
        slots.iter().min_by_key(|slot| slot.span.first).map(|s| (s.span.first, s.label.clone()))
    };
    let common = earliest(&compiled.slots);
    let elders = (0..compiled.members.len())
        .filter_map(|member| earliest(&compiled.slots_of(names.home(), member)));
    common.into_iter().chain(elders).min().map(|(_, label)| label.to_string())
}
