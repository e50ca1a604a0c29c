//! What a set of rules would add to the school's, or change in them.

use crate::domain::rule::{Every, Rule};

/// What a rule would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Novelty {
    /// The school has no rule of this id.
    New,
    /// The school's rule of this id differs in these keys.
    Changed(Vec<&'static str>),
}

/// A rule that the school could adopt.
#[derive(Clone, Debug)]
pub struct Suggestion<'r> {
    pub rule: &'r Rule,
    pub novelty: Novelty,
}

/// The rules of another set that the school's own lack or have otherwise, in their order.
pub fn suggestions<'r>(own: &[Rule], others: &'r [Rule]) -> Vec<Suggestion<'r>> {
    let suggested = others.iter().filter_map(|rule| {
        let novelty = novelty(own, rule)?;
        Some(Suggestion { rule, novelty })
    });
    suggested.collect()
}

/// What a rule would do beside the school's own; nothing when they have it as it is.
pub fn novelty(own: &[Rule], rule: &Rule) -> Option<Novelty> {
    let Some(same) = own.iter().find(|own| own.id == rule.id) else { return Some(Novelty::New) };
    let keys = differing_keys(same, rule);
    (!keys.is_empty()).then_some(Novelty::Changed(keys))
}

/// The keys of `rules.toml` in which two rules differ. `from` is each school's own.
pub fn differing_keys(a: &Rule, b: &Rule) -> Vec<&'static str> {
    let keys = [
        ("name", a.name != b.name),
        ("why", a.why != b.why),
        ("records", a.records != b.records),
        ("subject", a.subject != b.subject),
        ("role", a.role != b.role),
        ("times", a.times != b.times),
        ("max", a.max != b.max),
        ("where", a.conditions != b.conditions),
        ("filled", a.filled != b.filled),
        ("unless", a.unless != b.unless),
        ("applies", a.applies != b.applies),
        ("by", a.by != b.by),
        ("by_only", a.by_only != b.by_only),
        ("until", a.until != b.until),
        ("due_days", a.due_days != b.due_days),
        ("grace_days", a.grace_days != b.grace_days),
        ("min_school_days", a.min_school_days != b.min_school_days),
        ("level", a.level != b.level),
    ];
    let differing = keys.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key);
    every_keys(&a.every, &b.every).into_iter().chain(differing).collect()
}

/// The keys that say how a rule cuts the calendar.
fn every_keys(a: &Every, b: &Every) -> Vec<&'static str> {
    let keys = match (a, b) {
        (
            Every::Occasion { occasions, before_days, after_days },
            Every::Occasion {
                occasions: other_occasions,
                before_days: other_before,
                after_days: other_after,
            },
        ) => vec![
            ("occasions", occasions != other_occasions),
            ("before_days", before_days != other_before),
            ("after_days", after_days != other_after),
        ],
        (Every::SchoolDay { sessions }, Every::SchoolDay { sessions: others }) => {
            vec![("sessions", sessions != others)]
        }
        (
            Every::Rolling { days, in_holidays },
            Every::Rolling { days: other_days, in_holidays: other_holidays },
        ) => vec![("days", days != other_days), ("in_holidays", in_holidays != other_holidays)],
        (Every::State { requires }, Every::State { requires: others }) => {
            vec![("requires", requires != others)]
        }
        (Every::After(a), Every::After(b)) => {
            let on = (a.on(), b.on());
            vec![
                ("after", a.asks != b.asks || on.0 != on.1),
                ("days", a.due != b.due && on == (None, None)),
            ]
        }
        _ => vec![("every", a.name() != b.name())],
    };
    keys.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}
