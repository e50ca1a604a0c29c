//! Two sets of rules side by side: for each rule of the other set, what the school asks.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::reason::{Reason, Respect, Side};
use super::respects::{cells_meet, respects};
use super::state_respects::{covers, state_reasons};
use crate::domain::after::Asking;
use crate::domain::home::Home;
use crate::domain::rule::{Condition, Every, Level, Requirement, Rule};

/// How what the school asks stands beside what the other set asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    Missing,
    Below,
    /// Stricter in one respect and looser in another.
    Differs,
    Equal,
    Above,
}

impl Against {
    /// From the worst to the best.
    pub const ALL: [Against; 5] =
        [Against::Missing, Against::Below, Against::Differs, Against::Equal, Against::Above];

    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Against::Missing => "missing",
            Against::Below => "below",
            Against::Differs => "differs",
            Against::Equal => "equal",
            Against::Above => "above",
        }
    }

    fn of(reasons: &[Reason]) -> Against {
        let is = |side| reasons.iter().any(|reason| reason.side == side);
        match (is(Side::Less), is(Side::More), is(Side::Apart)) {
            (false, false, false) => Against::Equal,
            (true, false, false) => Against::Below,
            (false, true, false) => Against::Above,
            _ => Against::Differs,
        }
    }

    fn is_met(self) -> bool {
        matches!(self, Against::Equal | Against::Above)
    }
}

/// A rule of the other set with what the school has in its place.
#[derive(Clone, Debug)]
pub struct Comparison<'r> {
    pub other: &'r Rule,
    /// The school's rule that asks for the same, and those of states that add to it.
    pub own: Vec<&'r Rule>,
    pub reasons: Vec<Reason>,
    pub verdict: Against,
}

/// Each rule of the other set that has not ended, beside the school's that asks for the same.
pub fn against<'r>(home: &'r Home, others: &'r [Rule], today: NaiveDate) -> Vec<Comparison<'r>> {
    let goes_on = |rule: &&Rule| rule.until.is_none_or(|until| today <= until);
    let own: Vec<&Rule> = home.rules.iter().filter(goes_on).collect();
    others.iter().filter(goes_on).map(|other| beside(home, &own, other, today)).collect()
}

fn beside<'r>(home: &Home, own: &[&'r Rule], other: &'r Rule, today: NaiveDate) -> Comparison<'r> {
    let same = own.iter().filter(|own| asks_the_same(own, other));
    let compared = same.map(|first| {
        let own = with_companions(first, own, other);
        let reasons = reasons(home, &own, other, today);
        Comparison { other, verdict: Against::of(&reasons), own, reasons }
    });
    // The first of those that are equally near.
    let best =
        compared.reduce(|best, next| if nearness(&next) > nearness(&best) { next } else { best });
    best.or_else(|| of_another_kind(own, other)).unwrap_or(Comparison {
        other,
        own: Vec::new(),
        reasons: Vec::new(),
        verdict: Against::Missing,
    })
}

/// One that asks no less comes first; then the one that was the same rule once, is as binding,
/// and looks at most of the same.
fn nearness(one: &Comparison) -> impl Ord + use<> {
    let (own, other) = (one.own[0], one.other);
    let shared = other.records.iter().filter(|name| own.records.contains(name)).count()
        + requires(other).iter().filter(|wanted| is_covered(wanted, own)).count();
    (
        one.verdict.is_met(),
        own.id == other.id,
        own.level <= other.level,
        shared,
        own.every.name() == other.every.name(),
        one.verdict as u8,
        Reverse(one.reasons.len()),
    )
}

fn reasons(home: &Home, own: &[&Rule], other: &Rule, today: NaiveDate) -> Vec<Reason> {
    let mut reasons = match &other.every {
        Every::State { .. } => {
            let asked: Vec<&Requirement> = own.iter().flat_map(|own| requires(own)).collect();
            state_reasons(&asked, requires(other))
        }
        _ => Vec::new(),
    };
    reasons.extend(respects(home, own[0], other, today));
    // A rule that only informs asks for nothing: what else it says makes it no stricter.
    let informs = |rule: &Rule| rule.level == Level::Inform;
    if informs(own[0]) != informs(other) {
        reasons.retain(|reason| reason.respect == Respect::Level);
    }
    reasons.sort_by_key(|reason| reason.respect != Respect::Level);
    reasons
}

/// What a state rule requires.
fn requires(rule: &Rule) -> &[Requirement] {
    match &rule.every {
        Every::State { requires } => requires,
        _ => &[],
    }
}

fn is_covered(wanted: &Requirement, own: &Rule) -> bool {
    requires(own).iter().any(|own| covers(&own.condition, &wanted.condition))
}

/// A state rule with those of the school that supply what it lacks of the other, and bind as much
/// and as many as that does.
fn with_companions<'r>(first: &'r Rule, own: &[&'r Rule], other: &Rule) -> Vec<&'r Rule> {
    let mut all = vec![first];
    for wanted in requires(other) {
        let adds = |own: &&&Rule| {
            is_covered(wanted, own)
                && own.subject == other.subject
                && own.role == other.role
                && own.level <= other.level
                && (own.applies.is_empty() || own.applies == other.applies)
        };
        if !all.iter().any(|own| is_covered(wanted, own)) {
            all.extend(own.iter().find(adds));
        }
    }
    all
}

/// Do two rules ask for the same of the same?
fn asks_the_same(own: &Rule, other: &Rule) -> bool {
    let are_near =
        |(own, other): (&Condition, &Condition)| covers(own, other) || covers(other, own);
    let about = match (&own.every, &other.every) {
        (Every::State { requires: own }, Every::State { requires: other }) => {
            let pairs = own.iter().flat_map(|own| other.iter().map(move |other| (own, other)));
            pairs.into_iter().any(|(own, other)| are_near((&own.condition, &other.condition)))
        }
        (Every::After(a), Every::After(b)) => {
            let shared = a.records().iter().any(|name| b.records().contains(name));
            let joined = [&a.asks, &b.asks].iter().all(|asks| matches!(asks, Asking::Joined));
            (shared || joined)
                && a.asks_attempts() == b.asks_attempts()
                && a.on() == b.on()
                && records_meet(own, other)
        }
        (Every::State { .. } | Every::After(_), _) | (_, Every::State { .. } | Every::After(_)) => {
            false
        }
        _ => records_meet(own, other),
    };
    about && whom_meets(own, other)
}

/// Can one event count for both?
fn records_meet(own: &Rule, other: &Rule) -> bool {
    own.records.iter().any(|name| other.records.contains(name)) && cells_meet(own, other)
}

/// Can one subject owe both?
fn whom_meets(own: &Rule, other: &Rule) -> bool {
    let apart = own.applies.iter().any(|(field, values)| {
        let also = other.applies.iter().filter(|(own, _)| own == field);
        also.into_iter().any(|(_, also)| !also.iter().any(|value| values.contains(value)))
    });
    own.subject == other.subject && own.role == other.role && !apart
}

/// Where the one looks at events as a state and the other counts them, they cannot be ordered.
fn of_another_kind<'r>(own: &[&'r Rule], other: &'r Rule) -> Option<Comparison<'r>> {
    let looks_at = |rule: &Rule, register: &str| {
        requires(rule).iter().any(|own| own.condition.register() == Some(register))
    };
    let is_after = |rule: &Rule| rule.after().is_some();
    let near = own.iter().find(|own| {
        let counted = own.records.iter().any(|name| looks_at(other, name));
        let required = other.records.iter().any(|name| looks_at(own, name));
        (counted || required) && !is_after(own) && !is_after(other) && whom_meets(own, other)
    })?;
    let reasons = vec![Reason { side: Side::Apart, respect: Respect::AnotherKind }];
    Some(Comparison { other, own: vec![*near], reasons, verdict: Against::Differs })
}
