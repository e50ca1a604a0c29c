//! State rules: facts that must hold today.

use std::collections::{BTreeSet, HashMap};

use super::case::Case;
use super::contact_card;
use super::obligation::{Missing, Obligation, State};
use super::plan::Plan;
use super::subjects::subjects_of;
use crate::domain::event::Event;
use crate::domain::facts::{Fact, Facts};
use crate::domain::phone::{FIELD, has_phone};
use crate::domain::register::ColumnType;
use crate::domain::rule::{Condition, Every, Requirement, Within};
use crate::domain::spans::Span;
use crate::domain::subject::Subject;

/// What the logs have shown, for each condition of a state rule that looks at events.
pub struct Seen {
    watches: Vec<Watch>,
    by_register: HashMap<String, Vec<usize>>,
}

/// One condition that looks at events, and for whom it found what.
struct Watch {
    rule: usize,
    requirement: usize,
    condition: Condition,
    span: Option<Span>,
    found: HashMap<usize, BTreeSet<String>>,
}

/// The days on which a condition looks for events; none when there are no such days.
pub fn span_of(plan: &Plan, condition: &Condition) -> Option<Span> {
    let calendar = &plan.home.calendar;
    let this_term = || calendar.term_begun(plan.today).map(|term| term.span);
    match condition {
        Condition::Event { within: Within::ThisTerm, .. }
        | Condition::GrowthCategories
        | Condition::SurveyHeadings => this_term(),
        Condition::Event { within: Within::ThisYear, .. } => {
            calendar.year(plan.school_year_today()?)
        }
        _ => Some(Span::new(chrono::NaiveDate::MIN, None)),
    }
}

impl Seen {
    /// Nothing seen yet.
    pub fn new(plan: &Plan) -> Seen {
        let mut seen = Seen { watches: Vec::new(), by_register: HashMap::new() };
        for (rule, compiled) in plan.rules.iter().enumerate() {
            let Every::State { requires } = &compiled.rule.every else {
                continue;
            };
            for (at, requirement) in requires.iter().enumerate() {
                let Some(register) = requirement.condition.register() else {
                    continue;
                };
                let watch = Watch {
                    rule,
                    requirement: at,
                    condition: requirement.condition.clone(),
                    span: span_of(plan, &requirement.condition),
                    found: HashMap::new(),
                };
                seen.by_register.entry(register.to_owned()).or_default().push(seen.watches.len());
                seen.watches.push(watch);
            }
        }
        seen
    }

    /// Takes in one live event; an attempt is none.
    pub fn look_at(&mut self, plan: &Plan, register: &str, event: &Event) {
        for &at in self.by_register.get(register).into_iter().flatten() {
            let watch = &mut self.watches[at];
            if event.attempted || watch.span.is_none_or(|span| !span.contains(event.date)) {
                continue;
            }
            let shown = shown_by(&watch.condition, plan, event);
            let compiled = &plan.rules[watch.rule];
            let class_column = plan.home.has_column(register, "class");
            let kind = compiled.rule.subject;
            for subject in subjects_of(event, kind, class_column, plan) {
                if let Some(member) = compiled.place_of(&subject) {
                    watch.found.entry(member).or_default().extend(shown.iter().cloned());
                }
            }
        }
    }

    /// What was found for one of a case's requirements.
    fn found(&self, case: Case, requirement: usize) -> Option<&BTreeSet<String>> {
        let own = |watch: &&Watch| watch.rule == case.rule && watch.requirement == requirement;
        self.watches.iter().find(own)?.found.get(&case.member)
    }
}

/// What an event shows for a condition: the categories or headings it fills, or just that it is.
fn shown_by(condition: &Condition, plan: &Plan, event: &Event) -> Vec<String> {
    let it_is = || vec![String::new()];
    match condition {
        Condition::GrowthCategories => {
            event.filled("category").map(str::to_owned).into_iter().collect()
        }
        Condition::SurveyHeadings => {
            let headings = all_of(condition, plan);
            headings.into_iter().filter(|heading| event.filled(heading).is_some()).collect()
        }
        Condition::OpenPlan if event.filled("closed_on").is_some() => Vec::new(),
        Condition::Consent if event.filled("withdrawn_on").is_some() => Vec::new(),
        _ => it_is(),
    }
}

/// Everything that must be found: each choice of `growth.category`, each heading of `survey`.
fn all_of(condition: &Condition, plan: &Plan) -> Vec<String> {
    let columns = |register: &str| plan.home.registers.get(register).map(|r| r.columns.as_slice());
    match condition {
        Condition::GrowthCategories => columns("growth")
            .into_iter()
            .flatten()
            .filter(|column| column.name == "category")
            .flat_map(|column| column.choices().iter().map(|choice| choice.code.clone()))
            .collect(),
        Condition::SurveyHeadings => columns("survey")
            .into_iter()
            .flatten()
            .filter(|column| matches!(column.holds, ColumnType::Text))
            .map(|column| column.name.clone())
            .collect(),
        _ => vec![String::new()],
    }
}

/// Is a phone that of a parent who is dead? It counts for nothing.
fn is_of_dead(facts: &Facts, path: &str) -> bool {
    let parent = path.split_once('.').map(|(table, _)| format!("{table}.guardianship"));
    parent.is_some_and(|state| facts.text(&state) == Some("dead"))
}

/// The one obligation of a member that is present today, while the rule is in force and applies.
pub fn judge(plan: &Plan, seen: &Seen, case: Case) -> Option<Obligation> {
    let compiled = &plan.rules[case.rule];
    let Every::State { requires } = &compiled.rule.every else {
        return None;
    };
    let today = plan.today;
    let owes = compiled.rule.in_force(today)
        && compiled.members[case.member].present.contains(today)
        && compiled.applying(plan.home, case.member).contains(today);
    if !owes {
        return None;
    }
    let subject = &compiled.members[case.member].subject;
    let lacks: Vec<Missing> = requires
        .iter()
        .enumerate()
        .filter_map(|(at, requirement)| missing(requirement, plan, subject, seen.found(case, at)))
        .collect();
    let state = if lacks.is_empty() {
        State::Met
    } else if compiled.exempt(plan.home, case.member).contains(today) {
        State::Exempt
    } else {
        State::Overdue
    };
    let lacks = if state == State::Overdue { lacks } else { Vec::new() };
    let slot = "now".into();
    Some(Obligation {
        case,
        slot,
        dates: None,
        state,
        count: 0,
        met_on: None,
        met_in: None,
        lacks,
        agreed: None,
    })
}

/// What is missing of a requirement; nothing when it holds.
fn missing(
    requirement: &Requirement,
    plan: &Plan,
    subject: &Subject,
    found: Option<&BTreeSet<String>>,
) -> Option<Missing> {
    let parts = match (&requirement.condition, subject) {
        (Condition::ContactCard, Subject::Child(at)) => {
            contact_card::missing(plan, &plan.home.children[*at])
        }
        _ => Vec::new(),
    };
    let is_missing = match requirement.condition {
        Condition::ContactCard => !parts.is_empty(),
        _ => !holds(requirement, plan, subject, found),
    };
    is_missing.then(|| Missing { requirement: requirement.name.clone(), parts })
}

fn holds(
    requirement: &Requirement,
    plan: &Plan,
    subject: &Subject,
    found: Option<&BTreeSet<String>>,
) -> bool {
    let nothing = Facts::default();
    let facts = match subject {
        Subject::Child(at) => &plan.home.children[*at].facts,
        Subject::Staff(at) => &plan.home.staff[*at].facts,
        Subject::Class(_) | Subject::School => &nothing,
    };
    let told = |path: &str| match facts.get(path) {
        Some(Fact::Date(date)) => *date <= plan.today,
        Some(fact) if path.ends_with(FIELD) => has_phone(fact),
        Some(fact) => !fact.is_blank(),
        None => false,
    };
    let filled = |path: &str| {
        let is_of_dead = path.ends_with(FIELD) && is_of_dead(facts, path);
        !is_of_dead && (facts.is_withheld(path) || told(path))
    };
    match &requirement.condition {
        Condition::Field(path) => filled(path),
        Condition::Pair { role, exactly_one } => {
            let Subject::Child(at) = subject else {
                return false;
            };
            let pairs = plan.home.children[*at].pairs_on(*role, plan.today).count();
            if *exactly_one { pairs == 1 } else { pairs >= 1 }
        }
        Condition::Consent if facts.get("legal_basis").is_some_and(|fact| !fact.is_blank()) => true,
        condition => {
            let needed = all_of(condition, plan);
            found.is_some_and(|found| needed.iter().all(|one| found.contains(one)))
                || needed.is_empty()
        }
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
