//! What is missing in the boxes of an inspection: told as counts, of nobody by name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::boxes::BoxContent;
use super::evidence::Evidence;
use crate::domain::child::Child;
use crate::domain::event::{Event, iso_date};
use crate::domain::id::Id;
use crate::domain::role::DUTIES;
use crate::domain::rule::{Condition, Every, SubjectKind};
use crate::domain::spans::Span;
use crate::reports::pairing::Pairing;
use crate::rules::judge;
use crate::rules::obligation::Obligation;
use crate::rules::plan::{Plan, RulePlan};
use crate::rules::tally::Tally;

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Not one of what an inspector looks for.
    Nothing,
    /// Slots of a rule, by its place in the plan, in which it was not done.
    NotDone {
        rule: usize,
        slots: usize,
        subjects: usize,
    },
    /// What a state rule asks for, and how many lack it.
    Lacks {
        requirement: String,
        subjects: usize,
    },
    NoHead,
    /// Nobody of the leading group answers for this.
    AreaOpen {
        duty: &'static str,
    },
    Unpaired {
        children: usize,
    },
    NoCard {
        children: usize,
    },
    /// Valid no more.
    Expired {
        documents: usize,
    },
    NoStocktake,
    /// Items of the plan whose day has passed.
    ItemsLate {
        items: usize,
    },
    NotReturned {
        books: usize,
    },
    /// Poor children without aid.
    NoAid {
        children: usize,
    },
}

/// The code of a poor child's tag.
const POOR: &str = "poor";

/// What is late of a plan's rules: slots that fell due in the span, and what is not so today when
/// the span reaches until then.
pub fn late(plan: &Plan, tally: &Tally, span: Span) -> Vec<Obligation> {
    let cases = (0..plan.rules.len()).flat_map(|rule| plan.cases_of(rule));
    let judged = cases.flat_map(|case| judge::obligations(plan, tally, case, Some(span.first)));
    let is_in = |one: &Obligation| match one.dates {
        Some(dates) => span.contains(dates.due),
        None => span.contains(plan.today),
    };
    judged.filter(|one| one.state.is_late() && is_in(one)).collect()
}

impl Evidence<'_> {
    /// What is missing of what a line counts.
    pub(super) fn gaps(&self, content: BoxContent, is_sought: bool, count: usize) -> Vec<Gap> {
        let mut gaps = self.of_rules(content);
        // What a rule asks for is told as the rule has it.
        let is_told = matches!(content, BoxContent::Pairs | BoxContent::Cards);
        if !(is_told && self.is_asked_for(content)) {
            gaps.extend(self.own_gaps(content));
        }
        if gaps.is_empty() && is_sought && count == 0 {
            gaps.push(Gap::Nothing);
        }
        gaps
    }

    /// Does a rule ask for what a line counts?
    pub(super) fn is_asked_for(&self, content: BoxContent) -> bool {
        let asks = |own: &RulePlan| {
            let of_slots = content == BoxContent::Records(self.register_of(&own.rule.records));
            let states = match &own.rule.every {
                Every::State { requires } => requires.as_slice(),
                _ => &[],
            };
            of_slots
                || states.iter().any(|one| stands_in(&one.condition, own.rule.subject, content))
        };
        self.plan.rules.iter().any(asks)
    }

    /// Where what answers a rule is looked for: in the first of its registers that is kept here.
    fn register_of<'r>(&self, records: &'r [String]) -> &'r str {
        let kept = records.iter().find(|own| self.logs.contains(own.as_str()));
        kept.or(records.first()).map_or("", String::as_str)
    }

    /// What the rules miss: of slots for each rule, of states for whatever is asked for, in however
    /// many rules.
    fn of_rules(&self, content: BoxContent) -> Vec<Gap> {
        let mut slots = Vec::new();
        let mut lacking: BTreeMap<(&str, SubjectKind), BTreeSet<usize>> = BTreeMap::new();
        for (rule, own) in self.plan.rules.iter().enumerate() {
            let late: Vec<&Obligation> =
                self.late.iter().filter(|one| one.case.rule == rule).collect();
            let members: BTreeSet<usize> = late.iter().map(|one| one.case.member).collect();
            let kind = own.rule.subject;
            if let Every::State { requires } = &own.rule.every {
                for asked in requires.iter().filter(|one| stands_in(&one.condition, kind, content))
                {
                    let lacks = |one: &&&Obligation| {
                        one.lacks.iter().any(|own| own.requirement == asked.name)
                    };
                    let members = late.iter().filter(lacks).map(|one| one.case.member);
                    lacking.entry((&asked.name, kind)).or_default().extend(members);
                }
            } else if !late.is_empty()
                && content == BoxContent::Records(self.register_of(&own.rule.records))
            {
                slots.push(Gap::NotDone { rule, slots: late.len(), subjects: members.len() });
            }
        }
        let lacking = lacking.into_iter().filter(|(_, members)| !members.is_empty());
        let lacking = lacking.map(|((requirement, _), members)| {
            let requirement = requirement.to_owned();
            Gap::Lacks { requirement, subjects: members.len() }
        });
        slots.into_iter().chain(lacking).collect()
    }

    fn own_gaps(&self, content: BoxContent) -> Vec<Gap> {
        let (home, day) = (self.plan.home, self.span.last);
        let some = |count: usize, gap: fn(usize) -> Gap| {
            (count > 0).then(|| gap(count)).into_iter().collect::<Vec<Gap>>()
        };
        match content {
            BoxContent::Group => self.of_group(),
            BoxContent::Pairs => {
                let unpaired = Pairing::on(home, day, |_| true).unpaired.len();
                some(unpaired, |children| Gap::Unpaired { children })
            }
            BoxContent::Cards => {
                let without = self.on_roll().filter(|child| !has_card(child, day)).count();
                some(without, |children| Gap::NoCard { children })
            }
            BoxContent::Kind { register: "document", .. } => {
                let is_past = |event: &&&Event| has_passed(event, "valid_until", day);
                let documents = self.events_of(content);
                let expired = documents.iter().filter(is_past).count();
                some(expired, |documents| Gap::Expired { documents })
            }
            BoxContent::Records("asset") => {
                let counted = |event: &&Event| {
                    event.filled("move") == Some("stocktake") && self.span.contains(event.date)
                };
                let is_counted = self.events_of(content).into_iter().any(|own| counted(&own));
                if is_counted { Vec::new() } else { vec![Gap::NoStocktake] }
            }
            BoxContent::Records("work_item") => {
                let items = self.still_open(content, "due_on", "done_on");
                some(items, |items| Gap::ItemsLate { items })
            }
            BoxContent::Records("book_loan") => {
                let books = self.still_open(content, "due_on", "returned_on");
                some(books, |books| Gap::NotReturned { books })
            }
            BoxContent::Records("aid") => {
                let given: BTreeSet<Id> = self
                    .events_of(content)
                    .iter()
                    .flat_map(|own| own.children.iter())
                    .copied()
                    .collect();
                let is_poor = |child: &&Child| {
                    let tags = child.fact_on("tags", day);
                    tags.is_some_and(|tags| tags.values().iter().any(|own| own == POOR))
                };
                let poor = self.on_roll().filter(is_poor);
                let without = poor.filter(|child| !given.contains(&child.id)).count();
                some(without, |children| Gap::NoAid { children })
            }
            _ => Vec::new(),
        }
    }

    /// The records whose day has passed, and that were not closed by then.
    fn still_open(&self, content: BoxContent, due: &str, closed: &str) -> usize {
        let day = self.span.last;
        let is_open =
            |event: &&&Event| event.filled(closed).is_none() && has_passed(event, due, day);
        self.events_of(content).iter().filter(is_open).count()
    }

    fn of_group(&self) -> Vec<Gap> {
        let group = self.home().leading_group(self.span.last);
        let has_head = group.iter().any(|(_, own)| own.rank == Some("head"));
        let is_open = |code: &str| !group.iter().any(|(_, own)| own.duties.contains(&code));
        let areas = DUTIES.iter().filter(|(code, _)| !group.is_empty() && is_open(code));
        let areas = areas.map(|(duty, _)| Gap::AreaOpen { duty });
        (!has_head).then_some(Gap::NoHead).into_iter().chain(areas).collect()
    }
}

/// Has the child a contact card on a day?
pub fn has_card(child: &Child, day: NaiveDate) -> bool {
    child.facts.date("contact_card.issued_on").is_some_and(|issued| issued <= day)
}

/// Does the date in a column lie before a day?
fn has_passed(event: &Event, column: &str, day: NaiveDate) -> bool {
    event.filled(column).and_then(iso_date).is_some_and(|own| own < day)
}

/// Does what a state rule asks for stand on this line?
fn stands_in(condition: &Condition, subject: SubjectKind, content: BoxContent) -> bool {
    match condition {
        // A person's field is not one of a child's file.
        Condition::Field(_) if subject == SubjectKind::Staff => content == BoxContent::Staff,
        Condition::Field(_) => content == BoxContent::Files,
        Condition::ContactCard => content == BoxContent::Cards,
        Condition::Pair { .. } => content == BoxContent::Pairs,
        other => match (other.register(), content) {
            (Some(register), BoxContent::Records(own)) => own == register,
            // Documents stand in no line as a whole; those that a school makes are its rules.
            (Some(register), BoxContent::Kind { register: own, code: "rule", .. }) => {
                own == register
            }
            _ => false,
        },
    }
}
