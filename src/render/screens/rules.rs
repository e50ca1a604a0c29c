//! The rules as a screen.

use super::Names;
use crate::domain::role::RoleCode;
use crate::domain::spans::Span;
use crate::lang::rule_words::sentence;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::lang::{Lang, label};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::rules::plan::RulePlan;
use crate::rules::slots::Slot;

/// Each rule in plain words, its slots of the term in hand, the first slot that exists and how
/// many owe it today; with `why`, where each comes from.
pub fn screen(names: &Names, why: bool) -> Screen {
    let lang = names.lang;
    let words =
        [Word::Rule, Word::Level, Word::InWords, Word::SlotsNow, Word::FirstSlot, Word::Owing];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    let mut sources = Sheet::new([Word::Rule, Word::Source].map(|word| word.text(lang)));
    let mut data = Sheet::new([
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
    ]);
    for compiled in &names.plan.rules {
        let rule = compiled.rule;
        let words = sentence(names.home(), rule, lang);
        let first = first_slot(names, compiled);
        let slots = slots_in_hand(names, compiled);
        let owing = owing(names, compiled);
        let shown = first.as_deref().map_or("-".to_owned(), |slot| words::slot(slot, lang));
        sheet.rows.push(vec![
            rule.id.as_str().into(),
            words::level(rule.level, lang).into(),
            words.as_str().into(),
            Cell::count(slots.len()),
            shown.into(),
            Cell::count(owing),
        ]);
        sources.rows.push(vec![rule.id.as_str().into(), rule.why.as_str().into()]);
        data.rows.push(vec![
            rule.id.as_str().into(),
            label(&rule.name, lang).into(),
            rule.every.name().into(),
            Cell::List(rule.records.clone()),
            rule.subject.name().into(),
            Cell::text(rule.by.map(RoleCode::as_str)),
            rule.level.name().into(),
            Cell::text(first),
            rule.why.as_str().into(),
            words.into(),
            Cell::List(slots),
            Cell::count(owing),
        ]);
    }
    let footer = footer(sheet.rows.is_empty(), why, lang);
    Screen {
        title: Some(Msg::RulesTitle { count: sheet.rows.len() }.text(lang)),
        sheets: if why { vec![sheet, sources] } else { vec![sheet] },
        footer,
        data,
    }
}

fn footer(no_rules: bool, why: bool, lang: Lang) -> Option<String> {
    let said = match (no_rules, why) {
        (true, _) => Msg::NoRules,
        (false, false) => Msg::SourcesHint,
        (false, true) => return None,
    };
    Some(said.text(lang))
}

/// How many of the rule's subjects are present today and meet `applies`.
fn owing(names: &Names, compiled: &RulePlan) -> usize {
    let today = names.plan.today;
    let parties = compiled.parties.iter().enumerate();
    let owing = parties.filter(|(at, party)| {
        party.present.contains(today) && compiled.applying(names.home(), *at).contains(today)
    });
    owing.count()
}

/// The labels of the slots that begin in the term in hand, those of elders' birthdays among them.
fn slots_in_hand(names: &Names, compiled: &RulePlan) -> Vec<String> {
    let Some(term) = names.home().calendar.term_begun(names.plan.today) else { return Vec::new() };
    let inside = |slot: &&Slot| Span::contains(&term.span, slot.span.first);
    let all = (0..compiled.parties.len())
        .flat_map(|party| compiled.slots_of(names.home(), party).into_owned());
    let own = compiled.slots.iter().cloned().chain(all.filter(|_| compiled.has_elders()));
    let mut slots: Vec<Slot> = own.filter(|slot| inside(&slot)).collect();
    slots.sort_by(|a, b| (a.span, &a.label).cmp(&(b.span, &b.label)));
    slots.dedup();
    slots.into_iter().map(|slot| slot.label).collect()
}

/// The first slot that exists; a rolling or state rule has none of its own.
fn first_slot(names: &Names, compiled: &RulePlan) -> Option<String> {
    let earliest = |slots: &[Slot]| {
        slots.iter().min_by_key(|slot| slot.span.first).map(|s| (s.span.first, s.label.clone()))
    };
    let common = earliest(&compiled.slots);
    let elders = (0..compiled.parties.len())
        .filter_map(|party| earliest(&compiled.slots_of(names.home(), party)));
    common.into_iter().chain(elders).min().map(|(_, label)| label)
}
