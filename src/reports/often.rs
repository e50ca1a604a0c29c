//! Which of two rules asks more often.

use std::cmp::Ordering;

use super::reason::{Reason, Respect, Side, by_lists};
use crate::domain::rule::{Every, Rule};

/// The days of two terms.
const TERM_DAYS: u64 = 280;

/// How many slots a rule has in a usual school year of two terms, in hundredths.
fn slots(every: &Every) -> u64 {
    let count = |list: &[String]| list.len() as u64;
    100 * match every {
        Every::Week => 40,
        Every::Month => 10,
        // Beginning, middle and end of each term.
        Every::Anchor => 6,
        Every::Term => 2,
        Every::Year => 1,
        Every::Occasion { occasions, .. } => count(occasions),
        Every::SchoolDay { sessions } => TERM_DAYS * 5 / 7 * count(sessions).max(1),
        Every::Rolling { days, in_holidays } => {
            let year = if *in_holidays { 365 } else { TERM_DAYS };
            return 100 * year / u64::from(*days).max(1);
        }
        Every::State { .. } | Every::After(_) => 0,
    }
}

/// How often each of two rules asks, as far as that can be compared.
pub(super) fn often(own: &Rule, other: &Rule) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut tell = |order: Ordering, respect: Respect| {
        let side = match order {
            Ordering::Less => Side::Less,
            Ordering::Greater => Side::More,
            Ordering::Equal => return,
        };
        reasons.push(Reason { side, respect });
    };
    match (&own.every, &other.every) {
        (
            Every::Rolling { days, in_holidays },
            Every::Rolling { days: other_days, in_holidays: other_holidays },
        ) => {
            tell(other_days.cmp(days), Respect::Often);
            tell(in_holidays.cmp(other_holidays), Respect::Holidays);
        }
        (
            Every::Occasion { occasions, before_days, after_days },
            Every::Occasion {
                occasions: other_occasions,
                before_days: other_before,
                after_days: other_after,
            },
        ) => {
            tell(own.times.cmp(&other.times), Respect::Often);
            // A longer time leaves more room.
            let around = (other_before + other_after).cmp(&(before_days + after_days));
            tell(around, Respect::Around);
            let occasions = (&**occasions, Side::More);
            let others = (&**other_occasions, Side::Less);
            reasons.extend(by_lists(occasions, others, Respect::Occasions));
        }
        (Every::SchoolDay { sessions }, Every::SchoolDay { sessions: others }) => {
            tell(own.times.cmp(&other.times), Respect::Often);
            let sessions = (&**sessions, Side::More);
            reasons.extend(by_lists(sessions, (others, Side::Less), Respect::Sessions));
        }
        (Every::Occasion { .. }, _) | (_, Every::Occasion { .. }) => {
            reasons.push(Reason { side: Side::Apart, respect: Respect::Days });
        }
        _ => {
            let (own_slots, other_slots) = (slots(&own.every), slots(&other.every));
            let times = |slots: u64, rule: &Rule| slots * u64::from(rule.times);
            let total = times(own_slots, own).cmp(&times(other_slots, other));
            let spread = own_slots.cmp(&other_slots);
            tell(total, Respect::Often);
            // As many times in fewer slots may all fall on one day.
            if spread != total {
                tell(spread, Respect::Spread);
            }
        }
    }
    reasons
}
