//! What an answer depends on: which months of which registers must be read.
//!
//! Pruning is data, so that the reader can be strict about all that it reads.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::plan::{Plan, RulePlan};
use super::state::span_of;
use crate::domain::after::{After, AfterDue};
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
        for register in counted(compiled) {
            ask(register, first);
        }
    }
    need
}

/// What is needed to judge all that falls due on or after `from`, with nothing looked back for.
pub fn due_since(plan: &Plan, from: NaiveDate) -> Need {
    let mut need = since(plan, from);
    for compiled in &plan.rules {
        // What asked for it lies so far before; of an agreed day, and where school days or days of
        // a term are counted, it may be any time.
        let month = match &compiled.rule.every {
            Every::Rolling { days, in_holidays: true } => Month::of(days_earlier(from, *days)),
            Every::After(After { due: AfterDue::Days { days, school: false }, .. }) => {
                Month::of(days_earlier(from, *days))
            }
            Every::Rolling { .. } | Every::After(_) => Month::FIRST,
            _ => continue,
        };
        for register in counted(compiled) {
            let earliest = need.entry(register.to_owned()).or_insert(month);
            *earliest = month.min(*earliest);
        }
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

/// The registers whose events count for a rule, or ask for something by it.
pub fn counted<'p>(compiled: &'p RulePlan) -> Vec<&'p str> {
    let asking = compiled.rule.after().map(After::records).unwrap_or_default();
    compiled.rule.records.iter().chain(asking).map(String::as_str).collect()
}

/// The registers that a rule looks at.
pub fn registers<'p>(compiled: &'p RulePlan) -> Vec<&'p str> {
    let mut names = counted(compiled);
    if let Every::State { requires } = &compiled.rule.every {
        names.extend(requires.iter().filter_map(|requirement| requirement.condition.register()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::{Condition, Within};
    use crate::rules::sample::{AUTUMN, Sample, day, state_rule, texts};

    const TODAY: &str = "2025-03-03";

    fn asked(sample: &Sample, from: &str) -> Vec<String> {
        let need = since(&sample.plan(TODAY), day(from));
        need.iter().map(|(register, month)| format!("{register} {month}")).collect()
    }

    fn sample(every: Every) -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.rule("talk", every);
        sample
    }

    #[test]
    fn the_months_of_the_slots_that_end_on_or_after_the_day_are_asked_for() {
        let term = sample(Every::Term);
        assert_eq!(asked(&term, "2025-01-17"), ["talk 2024-09"]);
        assert_eq!(asked(&term, "2025-01-18"), ["talk 2025-01"]);
        let month = sample(Every::Month);
        assert_eq!(asked(&month, "2024-10-31"), ["talk 2024-10"]);
        assert_eq!(asked(&sample(Every::Rolling { days: 9, in_holidays: true }), TODAY).len(), 1);
    }

    #[test]
    fn of_two_rules_on_one_register_the_earliest_month_is_asked_for() {
        let mut own = sample(Every::Term);
        for (id, every) in [("a", Every::Month), ("z", Every::Month)] {
            own.rule(id, every).records = texts(&["talk", "call"]);
        }
        assert_eq!(asked(&own, "2024-12-15"), ["call 2024-12", "talk 2024-09"]);
    }

    #[test]
    fn an_occasions_slot_may_begin_before_and_after_days_before_the_day() {
        let occasions = texts(&["elder_birthday"]);
        let every = Every::Occasion { occasions, before_days: 7, after_days: 5 };
        let own = sample(every);
        assert_eq!(asked(&own, "2024-10-12"), ["talk 2024-09"]);
        assert_eq!(asked(&own, "2024-10-13"), ["talk 2024-10"]);
    }

    #[test]
    fn a_state_rule_asks_for_the_months_in_which_it_looks_for_events() {
        let condition = |within| Condition::Event { register: "visit".to_owned(), within };
        let within = |within| sample(state_rule(&[("it", condition(within))]));
        assert_eq!(asked(&within(Within::ThisTerm), TODAY), ["visit 2025-02"]);
        assert_eq!(asked(&within(Within::ThisYear), TODAY), ["visit 2024-09"]);
        let ever = since(&within(Within::Ever).plan(TODAY), day(TODAY));
        assert!(ever["visit"] < Month::of(day("1900-01-01")));
        assert_eq!(
            asked(&sample(state_rule(&[("it", Condition::ContactCard)])), TODAY),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_falls_due_is_asked_for_by_something_that_lies_as_far_back_as_its_days() {
        let due = |every| {
            let need = due_since(&sample(every).plan(TODAY), day("2025-02-17"));
            need["talk"].to_string()
        };
        assert_eq!(due(Every::Month), "2025-02");
        assert_eq!(due(Every::Rolling { days: 20, in_holidays: true }), "2025-01");
        let in_terms = sample(Every::Rolling { days: 20, in_holidays: false });
        assert_eq!(due_since(&in_terms.plan(TODAY), day(TODAY))["talk"], Month::FIRST);
    }

    #[test]
    fn everything_is_all_months_of_the_registers_of_all_rules() {
        let mut own = sample(Every::Month);
        own.rule("file", state_rule(&[("open_plan", Condition::OpenPlan)]));
        let need = everything(&own.plan(TODAY));
        let all: Vec<&str> = need.keys().map(String::as_str).collect();
        assert_eq!(all, ["plan", "talk"]);
        assert!(need.values().all(|month| *month == Month::FIRST));
    }
}
