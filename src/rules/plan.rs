//! The rules compiled against a home for one day of judgement.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use chrono::NaiveDate;

use super::case::Case;
use super::presence::{Member, members};
use super::slots::{self, Slot};
use crate::domain::class::ClassCode;
use crate::domain::festival::ELDER_BIRTHDAY;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::id_map::{self, IdMap};
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::role::RoleCode;
use crate::domain::rule::{Every, Rule, SubjectKind};
use crate::domain::spans::{Span, Spans};
use crate::domain::status;
use crate::domain::subject::Subject;

/// A home's rules, ready to be judged on a day.
pub struct Plan<'h> {
    pub home: &'h Home,
    pub today: NaiveDate,
    pub rules: Vec<RulePlan<'h>>,
    /// Where each child and each person stands in the home's lists.
    children: IdMap<usize>,
    staff: IdMap<usize>,
}

/// One rule with its subjects and the slots they share.
pub struct RulePlan<'h> {
    pub rule: &'h Rule,
    pub members: Rc<Vec<Member>>,
    pub slots: Vec<Slot>,
    places: Rc<HashMap<Subject, usize>>,
    has_elders: bool,
    /// The days on which a rule applies that asks for nothing.
    always: Spans,
}

impl<'h> Plan<'h> {
    /// Compiles the rules that `wanted` picks, in the order of their ids.
    pub fn new(home: &'h Home, today: NaiveDate, wanted: impl Fn(&Rule) -> bool) -> Plan<'h> {
        let mut shared: HashMap<(SubjectKind, Option<RoleCode>), Shared> = HashMap::new();
        let mut chosen: Vec<&Rule> = home.rules.iter().filter(|rule| wanted(rule)).collect();
        chosen.sort_by(|a, b| a.id.cmp(&b.id));
        let compile = |rule: &'h Rule| {
            let role = rule.role;
            let (members, places) = shared
                .entry((rule.subject, role))
                .or_insert_with(|| share(members(home, rule.subject, role)))
                .clone();
            let slots = slots::common(rule, &home.calendar);
            let has_elders = matches!(&rule.every, Every::Occasion { occasions, .. }
                if occasions.iter().any(|own| own == ELDER_BIRTHDAY));
            RulePlan { rule, members, slots, places, has_elders, always: Spans::always() }
        };
        let rules = chosen.into_iter().map(compile).collect();
        let children = id_map::places(home.children.iter().map(|child| child.id));
        let staff = id_map::places(home.staff.iter().map(|person| person.id));
        Plan { home, today, rules, children, staff }
    }

    /// Where a child stands in the home's list.
    pub fn child_at(&self, id: Id) -> Option<usize> {
        self.children.get(&id).copied()
    }

    /// Where a person stands in the home's list.
    pub fn staff_at(&self, id: Id) -> Option<usize> {
        self.staff.get(&id).copied()
    }

    /// Each member of a rule.
    pub fn cases_of(&self, rule: usize) -> impl Iterator<Item = Case> + use<> {
        (0..self.rules[rule].members.len()).map(move |member| Case { rule, member })
    }

    /// Each rule with each of its members that is present today.
    pub fn present_today(&self) -> impl Iterator<Item = Case> + '_ {
        let cases = (0..self.rules.len()).flat_map(|rule| self.cases_of(rule));
        cases.filter(|case| self.member(*case).present.contains(self.today))
    }

    /// Is the rule of a case in force today, and does it apply?
    pub fn asks_today(&self, case: Case) -> bool {
        let compiled = &self.rules[case.rule];
        compiled.rule.in_force(self.today)
            && compiled.applying(self.home, case.member).contains(self.today)
    }

    /// The case of a subject under a rule, when it is one of the rule's members.
    pub fn case(&self, rule: usize, subject: &Subject) -> Option<Case> {
        self.rules[rule].place_of(subject).map(|member| Case { rule, member })
    }

    fn member(&self, case: Case) -> &Member {
        &self.rules[case.rule].members[case.member]
    }

    /// Whose case it is.
    pub fn subject(&self, case: Case) -> &Subject {
        &self.member(case).subject
    }

    /// The code of the class that a subject is in today: a child's, or the class itself.
    pub fn class_of<'s>(&'s self, subject: &'s Subject) -> Option<&'s ClassCode> {
        match subject {
            Subject::Child(at) => self.home.children[*at].class_on(self.today),
            Subject::Class(code) => Some(code),
            Subject::Staff(_) | Subject::School => None,
        }
    }

    /// Where people look for a subject in a list: by class, then by name.
    pub fn place(&self, subject: &Subject) -> (ClassPlace, NamePlace) {
        let name = match subject {
            Subject::Child(at) => self.home.children[*at].name.as_str(),
            Subject::Staff(at) => self.home.staff[*at].name.as_str(),
            Subject::Class(_) | Subject::School => "",
        };
        (class_place(self.class_of(subject)), name_place(name))
    }

    /// Of each of these subjects which of them it is in a list; those of one place stand together.
    pub fn ranks<'s>(&self, subjects: impl Iterator<Item = &'s Subject>) -> Vec<usize> {
        let subjects: Vec<&Subject> = subjects.collect();
        let all: BTreeSet<&Subject> = subjects.iter().copied().collect();
        let mut places: Vec<_> = all.into_iter().map(|own| (self.place(own), own)).collect();
        places.sort();
        let mut ranks: BTreeMap<&Subject, usize> = BTreeMap::new();
        for (rank, together) in places.chunk_by(|a, b| a.0 == b.0).enumerate() {
            ranks.extend(together.iter().map(|(_, subject)| (*subject, rank)));
        }
        subjects.iter().map(|own| ranks.get(own).copied().unwrap_or(usize::MAX)).collect()
    }

    /// Who ought to do it today.
    pub fn responsible(&self, case: Case) -> Option<Id> {
        self.rules[case.rule].responsible(self.home, case.member, self.today)
    }

    /// The school year of the day of judgement.
    pub fn school_year_today(&self) -> Option<&'h str> {
        self.home.calendar.school_year(self.today)
    }
}

type Shared = (Rc<Vec<Member>>, Rc<HashMap<Subject, usize>>);

fn share(members: Vec<Member>) -> Shared {
    let places = members.iter().enumerate().map(|(at, member)| (member.subject.clone(), at));
    let places = places.filter(|(subject, _)| !matches!(subject, Subject::Child(_))).collect();
    (Rc::new(members), Rc::new(places))
}

impl RulePlan<'_> {
    /// Where a subject stands among the rule's members.
    pub fn place_of(&self, subject: &Subject) -> Option<usize> {
        match subject {
            // Every child is a member, in the order of the home's list.
            Subject::Child(at) => (self.rule.subject == SubjectKind::Child).then_some(*at),
            _ => self.places.get(subject).copied(),
        }
    }

    /// Has it slots that each child has of its own?
    pub fn has_elders(&self) -> bool {
        self.has_elders
    }

    /// The slots of one member: those that all share, and its elders' birthdays.
    pub fn slots_of(&self, home: &Home, member: usize) -> Cow<'_, [Slot]> {
        let Subject::Child(child) = self.members[member].subject else {
            return Cow::Borrowed(&self.slots);
        };
        let elders = &home.children[child].elders;
        if !self.has_elders || elders.is_empty() {
            return Cow::Borrowed(&self.slots);
        }
        let own = slots::of_elders(self.rule, elders, &home.calendar);
        Cow::Owned(self.slots.iter().cloned().chain(own).collect())
    }

    /// The days on which a member's facts satisfy `applies`.
    pub fn applying(&self, home: &Home, member: usize) -> Cow<'_, Spans> {
        let days = match self.members[member].subject {
            Subject::Child(child) => {
                let when =
                    |field, values| status::days_when(home, &home.children[child], field, values);
                let fields = self.rule.applies.iter().map(|(field, values)| when(field, values));
                fields.reduce(|days, own| days.intersect(&own))
            }
            _ => None,
        };
        days.map_or(Cow::Borrowed(&self.always), Cow::Owned)
    }

    /// The days on which the member is excused from the rule.
    pub fn exempt(&self, home: &Home, member: usize) -> Spans {
        match self.members[member].subject {
            Subject::Child(child) => home.children[child].exempt_from(&self.rule.id),
            _ => Spans::default(),
        }
    }

    /// The days on which the rule is in force.
    pub fn in_force(&self) -> Spans {
        let first = self.rule.from.unwrap_or(NaiveDate::MIN);
        Spans::union([Span::new(first, self.rule.until)])
    }

    /// Who ought to do it for a member today: the pair in the role, else the head teacher of the
    /// class, else nobody.
    pub fn responsible(&self, home: &Home, member: usize, today: NaiveDate) -> Option<Id> {
        let role = self.rule.by?;
        let class = match &self.members[member].subject {
            Subject::Child(child) => {
                let child = &home.children[*child];
                if let Some(pair) = child.pairs_on(role, today).next() {
                    return Some(pair.staff);
                }
                child.class_on(today)?
            }
            Subject::Class(code) => code,
            Subject::Staff(_) | Subject::School => return None,
        };
        home.head_teacher(class, today).map(|person| person.id)
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
