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
    let is_reachable =
        |path: &str| child.facts.is_withheld(path) || child.facts.get(path).is_some_and(has_phone);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::class::ClassCode;
    use crate::domain::rule::Condition;
    use crate::rules::sample::{AUTUMN, Sample, day, state_rule, text};

    const TODAY: &str = "2025-03-03";
    const PARTS: [&str; 2] = [CARER, "father.phone"];

    /// A card that holds today and on no other day, but for one phone.
    fn sample(without: &str) -> Sample {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.rule("file", state_rule(&[("contact_card", Condition::ContactCard)]));
        own.fact('A', ISSUED, Fact::Date(day(TODAY)));
        for path in PARTS.into_iter().filter(|path| *path != without) {
            own.fact('A', path, text("13800000000"));
        }
        own.fact('A', "class", text("2021-2"));
        own.staff('S', "head_teacher", AUTUMN.0, TODAY).class = Some(ClassCode::of("2021-2"));
        own
    }

    fn lacks(own: &Sample, today: &str) -> Vec<&'static str> {
        let one = own.owed(today, "A", "now").unwrap();
        one.lacks.into_iter().flat_map(|one| one.parts).collect()
    }

    #[test]
    fn a_card_is_issued_with_both_phones_and_a_head_teacher_of_the_class_today() {
        assert_eq!(sample("").state(TODAY, "A", "now"), "met");
        assert_eq!(lacks(&sample(""), "2025-03-02"), [ISSUED]);
        assert_eq!(lacks(&sample(""), "2025-03-04"), [HEAD_TEACHER]);
        assert_eq!(lacks(&sample(CARER), TODAY), [CARER]);
        assert_eq!(sample(CARER).state(TODAY, "A", "now"), "overdue");
    }

    #[test]
    fn one_parents_phone_will_do_and_a_dead_parents_counts_for_nothing() {
        let mut own = sample("father.phone");
        assert_eq!(lacks(&own, TODAY), ["father.phone", "mother.phone"]);
        own.fact('A', "mother.phone", text("13800000000"));
        assert_eq!(lacks(&own, TODAY), Vec::<&str>::new());
        own.fact('A', "mother.guardianship", text("dead"));
        assert_eq!(lacks(&own, TODAY), ["father.phone"]);
        own.fact('A', "father.guardianship", text("dead"));
        assert_eq!(lacks(&own, TODAY), Vec::<&str>::new(), "both are dead: none is asked for");
    }
}
