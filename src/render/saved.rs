//! What an event that was saved counts for, in a sentence for each rule.

use std::collections::BTreeMap;

use super::screens::Names;
use crate::domain::rule::{Every, Level};
use crate::domain::subject::Subject;
use crate::lang::saved_words::SavedWord;
use crate::lang::{listed, why_words};
use crate::reports::verdicts::RuleVerdict;
use crate::rules::demands::NotCounted;

/// How many are named before they are counted.
const NAMED: usize = 3;

/// The sentences; of a rule that only informs nothing is said when the event does not count.
pub fn sentences(names: &Names, register: &str, verdicts: &[RuleVerdict]) -> Vec<String> {
    let lang = names.lang;
    let attempted = |one: &RuleVerdict| {
        one.counts.is_empty() && one.refused.iter().all(|(_, why)| *why == NotCounted::Attempted)
    };
    if !verdicts.is_empty() && verdicts.iter().all(attempted) {
        return vec![SavedWord::TriedOnly.text(lang)];
    }
    verdicts.iter().flat_map(|one| of_rule(names, register, one)).collect()
}

/// The same of many rows: how many of them count, and how many do not for which reason.
pub fn of_rows(
    names: &Names,
    register: &str,
    rows: impl Iterator<Item = Vec<RuleVerdict>>,
) -> Vec<String> {
    let (lang, home) = (names.lang, names.plan.home);
    let mut counts: BTreeMap<(usize, Option<String>), usize> = BTreeMap::new();
    for verdict in rows.flatten() {
        let own = names.plan.rules[verdict.rule].rule;
        let has_slots = !matches!(own.every, Every::Rolling { .. });
        let is_in = |(_, slots): &(Subject, Vec<String>)| !has_slots || !slots.is_empty();
        if verdict.counts.iter().any(is_in) {
            *counts.entry((verdict.rule, None)).or_default() += 1;
        }
        if let Some((_, why)) = verdict.refused.first().filter(|_| own.level != Level::Inform) {
            let why = why_words::refusal(why, home.registers.get(register), own.by, lang);
            *counts.entry((verdict.rule, Some(why))).or_default() += 1;
        }
    }
    let said = |((rule, why), rows): ((usize, Option<String>), usize)| {
        let rule = &names.rule(rule);
        match why {
            None => SavedWord::RowsCount { rule, rows }.text(lang),
            Some(why) => SavedWord::RowsCountNot { rule, rows, why: &why }.text(lang),
        }
    };
    counts.into_iter().map(said).collect()
}

fn of_rule(names: &Names, register: &str, verdict: &RuleVerdict) -> Vec<String> {
    let lang = names.lang;
    let rule = names.rule(verdict.rule);
    let all = verdict.counts.len() + verdict.refused.len();
    let mut said = Vec::new();
    // Those of one slot, or of one reason, are told together.
    let own = names.plan.rules[verdict.rule].rule;
    let has_slots = !matches!(own.every, Every::Rolling { .. });
    for (slots, who) in grouped(verdict.counts.iter().map(|(who, slots)| (slots.clone(), who))) {
        if slots.is_empty() && has_slots {
            if own.level != Level::Inform {
                said.push(SavedWord::InNoSlot { rule: &rule }.text(lang));
            }
            continue;
        }
        let slots: Vec<String> = slots.iter().map(|slot| names.slot(verdict.rule, slot)).collect();
        let slots = listed(&slots, lang);
        said.push(match who.len() == all {
            true => SavedWord::Counts { rule: &rule, slots: &slots }.text(lang),
            false => {
                let who = people(names, &who);
                SavedWord::CountsFor { rule: &rule, slots: &slots, who: &who }.text(lang)
            }
        });
    }
    if own.level == Level::Inform {
        return said;
    }
    let reasons = verdict.refused.iter().map(|(who, why)| {
        let register = names.plan.home.registers.get(register);
        (why_words::refusal(why, register, own.by, lang), who)
    });
    for (why, who) in grouped(reasons) {
        said.push(match who.len() == all {
            true => SavedWord::CountsNot { rule: &rule, why: &why }.text(lang),
            false => {
                let who = people(names, &who);
                SavedWord::CountsNotFor { rule: &rule, why: &why, who: &who }.text(lang)
            }
        });
    }
    said
}

/// Things with one key together, in the order in which their keys come first.
fn grouped<'s, K: PartialEq>(
    all: impl Iterator<Item = (K, &'s Subject)>,
) -> Vec<(K, Vec<&'s Subject>)> {
    let mut groups: Vec<(K, Vec<&Subject>)> = Vec::new();
    for (key, subject) in all {
        match groups.iter_mut().find(|(own, _)| *own == key) {
            Some((_, own)) => own.push(subject),
            None => groups.push((key, vec![subject])),
        }
    }
    groups
}

fn people(names: &Names, who: &[&Subject]) -> String {
    if who.len() > NAMED {
        return SavedWord::People { number: who.len() }.text(names.lang);
    }
    let who: Vec<String> = who.iter().map(|subject| names.name(subject)).collect();
    listed(&who, names.lang)
}
