//! What an answer depends on: which months of which registers must be read.
//!
//! Pruning is data, so that the reader can be strict about all that it reads.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::plan::{Plan, RulePlan};
use super::state::span_of;
use crate::domain::month::Month;
use crate::domain::rule::Every;
use crate::domain::spans::days_earlier;

/// From which month on each register is needed, up to the month of today.
pub type Need = BTreeMap<String, Month>;

/// All that the rules may look at.
pub fn everything(plan: &Plan) -> Need {
    let mut need = Need::new();
    for compiled in &plan.rules {
        for register in registers(compiled) {
            need.insert(register.to_owned(), Month::FIRST);
        }
    }
    need
}

/// What is needed to judge the slots that end on or after `from`. What lies before is looked back
/// for only where nothing was found.
pub fn since(plan: &Plan, from: NaiveDate) -> Need {
    let mut need = Need::new();
    let mut ask = |register: &str, day: NaiveDate| {
        let month = Month::of(day);
        let earliest = need.entry(register.to_owned()).or_insert(month);
        *earliest = month.min(*earliest);
    };
    for compiled in &plan.rules {
        if let Every::State { requires } = &compiled.rule.every {
            for requirement in requires {
                let register = requirement.condition.register();
                let span = span_of(plan, &requirement.condition);
                if let (Some(register), Some(span)) = (register, span) {
                    ask(register, span.first);
                }
            }
        }
        let first = first_day(compiled, from);
        compiled.rule.records.iter().for_each(|register| ask(register, first));
    }
    need
}

/// The first day on which an event may count for a slot that ends on or after `from`.
fn first_day(compiled: &RulePlan, from: NaiveDate) -> NaiveDate {
    let slots = compiled.slots.iter().filter(|slot| slot.span.last >= from);
    let earliest = slots.map(|slot| slot.span.first).min().unwrap_or(from).min(from);
    match compiled.rule.every {
        Every::Occasion { before_days, after_days, .. } => {
            earliest.min(days_earlier(days_earlier(from, before_days), after_days))
        }
        _ => earliest,
    }
}

/// The registers that a rule looks at.
pub fn registers<'p>(compiled: &'p RulePlan) -> Vec<&'p str> {
    let mut names: Vec<&str> = compiled.rule.records.iter().map(String::as_str).collect();
    if let Every::State { requires } = &compiled.rule.every {
        names.extend(requires.iter().filter_map(|requirement| requirement.condition.register()));
    }
    names
}
