//! In which respects a rule of the school's is stricter or looser than another that asks for the
//! same.

use chrono::NaiveDate;

use super::often::often;
use super::reason::{Reason, Respect, Side, by_lists, by_size};
use crate::domain::after::{After, AfterDue, Asking};
use crate::domain::home::Home;
use crate::domain::rule::{Every, Rule};

/// Every respect in which they differ, but for what a state requires.
pub fn respects(home: &Home, own: &Rule, other: &Rule, today: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    // The most binding level is the first.
    reasons.extend(by_size(&other.level, &own.level, Respect::Level));
    reasons.extend(often(own, other));
    if let Some((own, other)) = own.after().zip(other.after()) {
        reasons.extend(after(own, other));
    }
    let state = matches!(own.every, Every::State { .. });
    if !state {
        let records = (&*own.records, Side::Less);
        reasons.extend(by_lists(records, (&other.records, Side::More), Respect::Records));
        reasons.extend(cells(home, own, other));
        let by_only = own.by_only.cmp(&other.by_only);
        let differs = own.by_only && other.by_only && own.by != other.by;
        reasons.extend(match (by_only, differs) {
            (_, true) => Some(Reason { side: Side::Apart, respect: Respect::ByOnly }),
            _ => by_size(&own.by_only, &other.by_only, Respect::ByOnly),
        });
        reasons.extend(by_size(&other.grace_days, &own.grace_days, Respect::Grace));
        reasons.extend(due(own, other));
    }
    reasons.extend(whom(own, other));
    reasons.extend(in_force(own, other, today));
    if own.by != other.by && !reasons.iter().any(|reason| reason.respect == Respect::ByOnly) {
        reasons.push(Reason { side: Side::Same, respect: Respect::Responsible });
    }
    reasons
}

/// What asks, and by when.
fn after(own: &After, other: &After) -> Vec<Reason> {
    let records = (own.records(), Side::More);
    let mut reasons = by_lists(records, (other.records(), Side::Less), Respect::Asks);
    let when = |after: &After| match &after.asks {
        Asking::Joined => None,
        Asking::Events { conditions, unless, .. } => Some((conditions.clone(), unless.clone())),
    };
    if when(own) != when(other) {
        reasons.push(Reason { side: Side::Apart, respect: Respect::AsksWhen });
    }
    // Five school days are a week.
    let days = |after: &After| match &after.due {
        AfterDue::Days { days, school } => days * if *school { 7 } else { 5 },
        AfterDue::On(_) => 0,
    };
    reasons.extend(by_size(&days(other), &days(own), Respect::DaysAfter));
    reasons
}

/// Does an event count with this in a cell of a column?
fn counts_with(rule: &Rule, column: &str, value: &String) -> bool {
    let (mut wanted, mut never) = (rule.conditions.iter(), rule.unless.iter());
    wanted.all(|(own, values)| own != column || values.contains(value))
        && never.all(|(own, values)| own != column || !values.contains(value))
}

/// Is there, for each column on which one of them has a condition, a cell that counts for both?
pub(super) fn cells_meet(own: &Rule, other: &Rule) -> bool {
    let meets = |(rule, with): (&Rule, &Rule)| {
        let mut conditions = rule.conditions.iter();
        conditions
            .all(|(column, values)| values.iter().any(|value| counts_with(with, column, value)))
    };
    meets((own, other)) && meets((other, own))
}

/// Which events count, by their cells.
fn cells(home: &Home, own: &Rule, other: &Rule) -> Vec<Reason> {
    // A column that none of the registers counted has says nothing.
    let stands_in = |rule: &Rule, column: &str| {
        let mut registers = rule.records.iter().filter_map(|name| home.registers.get(name));
        registers.any(|register| register.has_column(column))
    };
    let mut reasons = Vec::new();
    for (rule, with, side) in [(other, own, Side::Less), (own, other, Side::More)] {
        let both = |column: &&String| stands_in(own, column) && stands_in(other, column);
        for (column, values) in &rule.conditions {
            let also = with.conditions.iter().any(|(name, _)| name == column);
            if !also && both(&column) {
                let respect = Respect::Only(column.clone(), values.clone());
                reasons.push(Reason { side, respect });
            }
        }
        // What this one leaves out and the other counts.
        let named = with
            .conditions
            .iter()
            .filter(|(column, _)| rule.conditions.iter().any(|(name, _)| name == column));
        for (column, values) in named.chain(&rule.unless).filter(|(column, _)| both(&column)) {
            let counts = |value: &&String| {
                counts_with(with, column, value) && !counts_with(rule, column, value)
            };
            let values: Vec<String> = values.iter().filter(counts).cloned().collect();
            if !values.is_empty() {
                reasons.push(Reason { side, respect: Respect::Cells(column.clone(), values) });
            }
        }
    }
    let filled = (&*own.filled, Side::More);
    reasons.extend(by_lists(filled, (&other.filled, Side::Less), Respect::Filled));
    reasons
}

/// Which children owe it.
fn whom(own: &Rule, other: &Rule) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (field, values) in &own.applies {
        match other.applies.iter().find(|(name, _)| name == field) {
            None => {
                let respect = Respect::OnlyFor(field.clone(), values.clone());
                reasons.push(Reason { side: Side::Less, respect });
            }
            Some((_, also)) => {
                let of = |values| Respect::For(field.clone(), values);
                reasons.extend(by_lists((values, Side::More), (also, Side::Less), of));
            }
        }
    }
    let others = other.applies.iter();
    let alone = others.filter(|(field, _)| !own.applies.iter().any(|(name, _)| name == field));
    reasons.extend(alone.map(|(field, values)| Reason {
        side: Side::More,
        respect: Respect::OnlyFor(field.clone(), values.clone()),
    }));
    reasons
}

/// How long there is, where one of them says it; and how long a subject must be present to owe it.
fn due(own: &Rule, other: &Rule) -> Vec<Reason> {
    let length = |rule: &Rule| match &rule.every {
        Every::Week => 7,
        Every::Anchor => 28,
        Every::Month => 30,
        Every::Term => 140,
        Every::Year => 300,
        Every::Occasion { before_days, after_days, .. } => before_days + after_days + 1,
        Every::SchoolDay { .. } => 1,
        Every::Rolling { days, .. } => *days,
        Every::State { .. } | Every::After(_) => 0,
    };
    let days = |rule: &Rule| rule.due_days.unwrap_or_else(|| length(rule));
    let is_said = own.due_days.is_some() || other.due_days.is_some();
    let due = is_said.then(|| by_size(&days(other), &days(own), Respect::Due)).flatten();
    let is_same_kind = own.every.name() == other.every.name();
    let school_days = is_same_kind
        .then(|| by_size(&other.threshold(), &own.threshold(), Respect::SchoolDays))
        .flatten();
    due.into_iter().chain(school_days).collect()
}

/// From when to when.
fn in_force(own: &Rule, other: &Rule, today: NaiveDate) -> Vec<Reason> {
    let begins = own.from.filter(|from| today < *from && other.from.is_none_or(|own| own < *from));
    let ends = own.until.filter(|until| other.until.is_none_or(|own| *until < own));
    let begins = begins.map(Respect::Begins).into_iter();
    let both = begins.chain(ends.map(Respect::Ends));
    both.map(|respect| Reason { side: Side::Less, respect }).collect()
}
