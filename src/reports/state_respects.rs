//! In which requirements two state rules differ.

use super::reason::{Reason, Respect, Side};
use crate::domain::rule::{Condition, Requirement, Within};

/// What a contact card holds of a child's own fields.
const ON_THE_CARD: [&str; 2] = ["contact_card.issued_on", "carer.phone"];

/// Does whatever meets the one condition meet the other too?
pub fn covers(own: &Condition, other: &Condition) -> bool {
    let width = |within: &Within| match within {
        Within::ThisTerm => 0,
        Within::ThisYear => 1,
        Within::Ever => 2,
    };
    match (own, other) {
        (
            Condition::Pair { role, exactly_one },
            Condition::Pair { role: other, exactly_one: other_exactly },
        ) => role == other && (*exactly_one || !other_exactly),
        (
            Condition::Event { register, within },
            Condition::Event { register: other, within: other_within },
        ) => register == other && width(within) <= width(other_within),
        (
            Condition::GrowthCategories | Condition::SurveyHeadings,
            Condition::Event { register, .. },
        ) => own.register() == Some(register),
        // A plan that is open may have been made in an earlier year.
        (Condition::OpenPlan, Condition::Event { register, within: Within::Ever }) => {
            register == "plan"
        }
        (Condition::ContactCard, Condition::Field(path)) => ON_THE_CARD.contains(&path.as_str()),
        _ => own == other,
    }
}

/// What the school's requirements lack, and what they ask besides.
pub fn state_reasons(own: &[&Requirement], other: &[Requirement]) -> Vec<Reason> {
    let lacking = other
        .iter()
        .filter(|wanted| !own.iter().any(|own| covers(&own.condition, &wanted.condition)));
    let lacking: Vec<String> = lacking.map(|wanted| wanted.name.clone()).collect();
    let besides = own
        .iter()
        .filter(|own| !other.iter().any(|other| covers(&other.condition, &own.condition)));
    let besides: Vec<String> = besides.map(|own| own.name.clone()).collect();
    let sides = [(Side::Less, lacking), (Side::More, besides)];
    let some = sides.into_iter().filter(|(_, names)| !names.is_empty());
    some.map(|(side, names)| Reason { side, respect: Respect::Requires(names) }).collect()
}
