//! The contact card: when it was issued, whom one can reach, and who teaches the class.

use super::plan::Plan;
use crate::domain::child::Child;
use crate::domain::facts::Fact;
use crate::domain::phone::has_phone;

/// When the card was issued.
const ISSUED: &str = "contact_card.issued_on";
/// The carer's phone.
const CARER: &str = "carer.phone";
/// The parents, each by the table of its facts and the path of its phone.
const PARENTS: [(&str, &str); 2] =
    [("father.guardianship", "father.phone"), ("mother.guardianship", "mother.phone")];
/// Who teaches the class.
const HEAD_TEACHER: &str = "head_teacher";

/// The parts of a child's card that are missing today, as field paths; none when the card holds.
pub fn missing(plan: &Plan, child: &Child) -> Vec<&'static str> {
    let is_reachable = |path: &str| child.facts.get(path).is_some_and(has_phone);
    let is_issued = match child.facts.get(ISSUED) {
        Some(Fact::Date(day)) => *day <= plan.today,
        fact => fact.is_some_and(|fact| !fact.is_blank()),
    };
    // A dead parent's phone counts for nothing; one of whom nothing is known is not dead.
    let is_dead = |path: &str| child.facts.text(path) == Some("dead");
    let living = || PARENTS.iter().filter(|(state, _)| !is_dead(state)).map(|(_, phone)| *phone);
    let mut missing = Vec::new();
    missing.extend((!is_issued).then_some(ISSUED));
    missing.extend((!is_reachable(CARER)).then_some(CARER));
    if !living().any(is_reachable) {
        missing.extend(living());
    }
    let class = child.class_on(plan.today);
    let teacher = class.and_then(|class| plan.home.head_teacher(class, plan.today));
    missing.extend(teacher.is_none().then_some(HEAD_TEACHER));
    missing
}
