//! The rules as a screen.

use super::Names;
use crate::lang::label;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word, role_name};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::rules::plan::RulePlan;

/// Each rule: what, how often, by whom, its level and the first slot that exists.
pub fn screen(names: &Names) -> Screen {
    let lang = names.lang;
    let words = [
        Word::Rule,
        Word::Duty,
        Word::Every,
        Word::Registers,
        Word::By,
        Word::Level,
        Word::FirstSlot,
    ];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
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
    ]);
    let mut sources = Sheet::new([Word::Duty, Word::Source].map(|word| word.text(lang)));
    for compiled in &names.plan.rules {
        let rule = compiled.rule;
        let by = rule.by.as_deref();
        sheet.rows.push(vec![
            rule.id.as_str().into(),
            label(&rule.name, lang).into(),
            every(names, compiled).into(),
            registers(names, compiled).join(" / ").into(),
            by.map_or("-", |role| role_name(role, lang)).into(),
            words::level(rule.level, lang).into(),
            first_slot(names, compiled)
                .map_or("-".to_owned(), |slot| words::slot(&slot, lang))
                .into(),
        ]);
        sources.rows.push(vec![label(&rule.name, lang).into(), rule.why.as_str().into()]);
        data.rows.push(vec![
            rule.id.as_str().into(),
            label(&rule.name, lang).into(),
            rule.every.name().into(),
            Cell::List(rule.records.clone()),
            rule.subject.name().into(),
            Cell::text(by),
            rule.level.name().into(),
            Cell::text(first_slot(names, compiled)),
            rule.why.as_str().into(),
        ]);
    }
    let title = Msg::RulesTitle { count: sheet.rows.len() }.text(lang);
    Screen {
        title: Some(title),
        footer: sheet.rows.is_empty().then(|| Msg::NoRules.text(lang)),
        sheets: vec![sheet, sources],
        data,
    }
}

fn every(names: &Names, compiled: &RulePlan) -> String {
    let every = words::every(compiled.rule.every.name(), names.lang);
    match (compiled.rule.times, compiled.rule.max) {
        (times, Some(max)) => format!("{every} x {times}-{max}"),
        (1, None) => every.to_owned(),
        (times, None) => format!("{every} x {times}"),
    }
}

fn registers(names: &Names, compiled: &RulePlan) -> Vec<String> {
    let shown = |name: &String| {
        let own = names.home().registers.get(name);
        own.map_or(name.clone(), |own| label(&own.label, names.lang).to_owned())
    };
    compiled.rule.records.iter().map(shown).collect()
}

/// The first slot that exists; a rolling or state rule has none of its own.
fn first_slot(names: &Names, compiled: &RulePlan) -> Option<String> {
    let earliest = |slots: &[crate::rules::slots::Slot]| {
        slots.iter().min_by_key(|slot| slot.span.first).map(|s| (s.span.first, s.label.clone()))
    };
    let common = earliest(&compiled.slots);
    let elders = (0..compiled.parties.len())
        .filter_map(|party| earliest(&compiled.slots_of(names.home(), party)));
    common.into_iter().chain(elders).min().map(|(_, label)| label)
}
