//! Rates of completion, split by class, person, rule or month, and the proof that a split loses
//! nothing: it adds up to the whole, and the whole with what is not owed to all slots there are.

use std::collections::BTreeMap;

use super::completion::{Completion, CompletionPart, PARTS, part};
use crate::domain::class::ClassCode;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::rules::judge::SlotCount;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// By what rates are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatesBy {
    /// The class of today, or that which owes.
    Class,
    /// Who is responsible today.
    Staff,
    Rule,
    /// The month in which it falls due.
    Month,
}

/// What one line of rates is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RateGroup {
    Class(Option<ClassCode>),
    Staff(Option<Id>),
    Rule(usize),
    /// None: states, which fall due in no month.
    Month(Option<Month>),
}

/// The lines and the whole.
pub struct Rates {
    pub groups: Vec<(RateGroup, Completion)>,
    pub whole: Completion,
    /// Every slot there is for somebody, owed or not.
    pub slots: SlotCount,
}

/// Where figures do not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreconciled {
    /// The parts of a line are not its total.
    Line { at: usize, parts: usize, total: usize },
    /// The lines' figures of a part are not that of the whole.
    Column { part: CompletionPart, lines: usize, whole: usize },
    /// The lines' totals are not that of the whole.
    Totals { lines: usize, whole: usize },
    /// What is owed and what is not are not all slots.
    Slots { owed: usize, not_owed: usize, all: usize },
}

/// The rates of obligations, in the order in which people look for a group and in no other.
pub fn rates(plan: &Plan, owed: &[Obligation], by: RatesBy, slots: SlotCount) -> Rates {
    let mut groups: BTreeMap<RateGroup, Completion> = BTreeMap::new();
    for own in owed.chunk_by(|one, next| one.case == next.case) {
        let mut group = group(plan, &own[0], by);
        for one in own {
            if by == RatesBy::Month {
                group = self::group(plan, one, by);
            }
            groups.entry(group.clone()).or_default().add(part(plan, one));
        }
    }
    let mut groups: Vec<(RateGroup, Completion)> = groups.into_iter().collect();
    groups.sort_by_cached_key(|(group, _)| place(plan, group));
    let mut whole = Completion::default();
    for one in owed {
        whole.add(part(plan, one));
    }
    Rates { groups, whole, slots }
}

/// The line that an obligation stands in.
pub fn group(plan: &Plan, one: &Obligation, by: RatesBy) -> RateGroup {
    match by {
        RatesBy::Class => RateGroup::Class(plan.class_of(plan.subject(one.case)).cloned()),
        RatesBy::Staff => RateGroup::Staff(plan.responsible(one.case)),
        RatesBy::Rule => RateGroup::Rule(one.case.rule),
        RatesBy::Month => RateGroup::Month(one.dates.map(|dates| Month::of(dates.due))),
    }
}

/// Where people look for a group: by class, by name, as the rules are written, by month; what is
/// nobody's last.
fn place(plan: &Plan, group: &RateGroup) -> (bool, ClassPlace, NamePlace, u32, Option<Month>) {
    let nowhere = || (ClassPlace::Nowhere, NamePlace::new());
    let (class, name) = match group {
        RateGroup::Class(class) => (class_place(class.as_ref()), NamePlace::new()),
        RateGroup::Staff(Some(id)) => {
            let person = plan.home.person(*id);
            (ClassPlace::Nowhere, person.map(|own| name_place(&own.name)).unwrap_or_default())
        }
        RateGroup::Staff(None) | RateGroup::Rule(_) | RateGroup::Month(_) => nowhere(),
    };
    let (is_nobodys, line, month) = match group {
        RateGroup::Class(own) => (own.is_none(), 0, None),
        RateGroup::Staff(own) => (own.is_none(), 0, None),
        RateGroup::Rule(rule) => (false, plan.rules[*rule].rule.line, None),
        RateGroup::Month(own) => (own.is_none(), 0, *own),
    };
    (is_nobodys, class, name, line, month)
}

impl Rates {
    /// Goes on when every sum is the total.
    ///
    /// # Errors
    /// The first place where it is not.
    pub fn reconcile(&self) -> Result<(), Unreconciled> {
        let lines = || self.groups.iter().map(|(_, own)| own);
        for (at, own) in lines().chain([&self.whole]).enumerate() {
            if !own.adds_up() {
                let parts = PARTS.iter().map(|part| own.of(*part)).sum();
                return Err(Unreconciled::Line { at, parts, total: own.total });
            }
        }
        for part in PARTS {
            let (lines, whole) = (lines().map(|own| own.of(part)).sum(), self.whole.of(part));
            if lines != whole {
                return Err(Unreconciled::Column { part, lines, whole });
            }
        }
        let (totals, owed) = (lines().map(|own| own.total).sum(), self.whole.total);
        if totals != owed {
            return Err(Unreconciled::Totals { lines: totals, whole: owed });
        }
        let SlotCount { all, not_owed } = self.slots;
        match owed + not_owed == all {
            true => Ok(()),
            false => Err(Unreconciled::Slots { owed, not_owed, all }),
        }
    }
}

#[cfg(test)]
#[path = "rates_tests.rs"]
mod tests;
