//! For which rules an event counts, and for whom; and where it does not, why.

use crate::domain::event::Event;
use crate::domain::rule::Every;
use crate::domain::subject::Subject;
use crate::rules::demands::NotCounted;
use crate::rules::plan::Plan;
use crate::rules::subjects::subjects_of;
use crate::rules::tally;

/// What an event is for one rule.
pub struct RuleVerdict {
    /// The rule, by place in the plan.
    pub rule: usize,
    /// For whom it counts, in which slots; a rolling rule has none of its own.
    pub counts: Vec<(Subject, Vec<String>)>,
    pub refused: Vec<(Subject, NotCounted)>,
}

/// The verdicts of the rules that look at the event's register and are in force on its day, as far
/// as they ask anything of its subjects. An attempt is judged as if it had been done: it never
/// counts, and that is said once.
pub fn verdicts(plan: &Plan, register: &str, event: &Event) -> Vec<RuleVerdict> {
    let class_column = plan.home.has_column(register, "class");
    let mut all = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        let own = compiled.rule;
        let looks_at = own.records.iter().any(|name| name == register);
        // What an event answers depends on all that was asked before, which is not read here.
        let is_told = !matches!(own.every, Every::State { .. } | Every::After(_));
        if !looks_at || !is_told || !own.in_force(event.date) {
            continue;
        }
        let mut verdict = RuleVerdict { rule, counts: Vec::new(), refused: Vec::new() };
        for subject in subjects_of(event, own.subject, class_column, plan) {
            let Some(member) = compiled.place_of(&subject) else { continue };
            if !compiled.applying(plan.home, member).contains(event.date) {
                continue;
            }
            match tally::verdict(plan, rule, &subject, register, event) {
                Ok(done) => {
                    let slots = compiled.slots_of(plan.home, member);
                    let inside = slots.iter().filter(|slot| {
                        let is_session = slot.session.is_none() || slot.session == done.session;
                        slot.span.contains(event.date) && is_session
                    });
                    let labels = inside.map(|slot| slot.label.to_string()).collect();
                    verdict.counts.push((subject, labels));
                }
                Err(refusal) => verdict.refused.push((subject, refusal)),
            }
        }
        if !verdict.counts.is_empty() || !verdict.refused.is_empty() {
            all.push(verdict);
        }
    }
    all
}
