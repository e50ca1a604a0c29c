//! Everything about a home but its logs, read and checked.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::child::Child;
use super::class::ClassCode;
use super::id::Id;
use super::mask::Mask;
use super::register::Register;
use super::role::{ABOVE_HEAD_TEACHERS, HEAD_TEACHER, RoleCode};
use super::rule::Rule;
use super::settings::Settings;
use super::staff::{Holding, Staff};

/// A home, without its logs.
#[derive(Debug)]
pub struct Home {
    pub settings: Settings,
    pub calendar: Calendar,
    pub rules: Vec<Rule>,
    /// Sorted by id.
    pub staff: Vec<Staff>,
    /// Sorted by id.
    pub children: Vec<Child>,
    /// The registers that were asked for, by name.
    pub registers: BTreeMap<String, Register>,
}

/// Fields at whose former values rules may look, beside those that a rule names: an earlier value
/// is kept with the day until which it held.
const LASTING: [&str; 11] = [
    "class",
    "care_type",
    "risk",
    "boarding",
    "tags",
    // On these the statuses of a day hang.
    "father.away",
    "father.away_since",
    "father.guardianship",
    "mother.away",
    "mother.away_since",
    "mother.guardianship",
];

impl Home {
    /// Must an earlier value of a field of a child be kept with its last day?
    pub fn is_lasting(&self, field: &str) -> bool {
        let named = |rule: &Rule| rule.applies.iter().any(|(own, _)| own == field);
        LASTING.contains(&field) || self.rules.iter().any(named)
    }

    /// Where a child stands in the list.
    pub fn child_at(&self, id: Id) -> Option<usize> {
        self.children.binary_search_by_key(&id, |child| child.id).ok()
    }

    /// The child whose events those of an id are: its own, or the one with which it was merged.
    pub fn kept_child(&self, id: Id) -> Option<Id> {
        let own = self.child_at(id).map(|at| &self.children[at]);
        let kept = || self.children.iter().find(|child| child.also.iter().any(|own| own.id == id));
        own.or_else(kept).map(|child| child.id)
    }

    /// Where a person stands in the list.
    pub fn staff_at(&self, id: Id) -> Option<usize> {
        self.staff.binary_search_by_key(&id, |person| person.id).ok()
    }

    /// The child with this id.
    pub fn child(&self, id: Id) -> Option<&Child> {
        self.child_at(id).map(|at| &self.children[at])
    }

    /// The person with this id.
    pub fn person(&self, id: Id) -> Option<&Staff> {
        self.staff_at(id).map(|at| &self.staff[at])
    }

    /// The group that leads the home on a day: whoever has a rank in it, or answers for something.
    pub fn leading_group(&self, day: NaiveDate) -> Vec<(&Staff, &Holding)> {
        let held = self.staff.iter().flat_map(|own| own.roles.iter().map(move |held| (own, held)));
        let leads = |held: &Holding| held.rank.is_some() || !held.duties.is_empty();
        held.filter(|(_, held)| held.span.contains(day) && leads(held)).collect()
    }

    /// How many children are on the roll on a day.
    pub fn enrolled(&self, day: NaiveDate) -> usize {
        self.children.iter().filter(|child| child.on_roll().contains(day)).count()
    }

    /// The names of the children, masked; where two who are on the roll of one class on the day
    /// would be called alike, their ids tell them apart.
    pub fn masked_names(&self, mask: Mask, day: NaiveDate) -> Vec<String> {
        let masked = |child: &Child| mask.name(&child.name, child.id);
        let mut alike: HashMap<(Option<&ClassCode>, String), usize> = HashMap::new();
        for child in self.children.iter().filter(|own| own.on_roll().contains(day)) {
            *alike.entry((child.class_on(day), masked(child))).or_default() += 1;
        }
        let told = |child: &Child| {
            let own = masked(child);
            match alike.get(&(child.class_on(day), own.clone())) {
                Some(2..) if mask == Mask::Partial => format!("{own} {}", child.id),
                _ => own,
            }
        };
        self.children.iter().map(told).collect()
    }

    /// Does the register have the column by its description? False for one not asked for.
    pub fn has_column(&self, register: &str, column: &str) -> bool {
        self.registers.get(register).is_some_and(|register| register.has_column(column))
    }

    /// The head teacher of a class on a day; of several, the one whose duty began last.
    pub fn head_teacher(&self, class: &ClassCode, day: NaiveDate) -> Option<&Staff> {
        self.holder(HEAD_TEACHER, Some(class), day)
    }

    /// Those above a person who answers for a class, the nearest first: the head teacher of the
    /// class, then whoever leads the teaching, then the school.
    pub fn above(&self, person: Id, class: Option<&ClassCode>, day: NaiveDate) -> Vec<&Staff> {
        let head = class.and_then(|class| self.head_teacher(class, day));
        let heads = ABOVE_HEAD_TEACHERS.iter().filter_map(|role| self.holder(*role, None, day));
        let mut all: Vec<&Staff> = head.into_iter().chain(heads).collect();
        let own = all.iter().rposition(|other| other.id == person);
        all.drain(..own.map_or(0, |own| own + 1));
        all
    }

    /// Who holds a role on a day, for this class when one is named; of several, the one whose duty
    /// began last.
    fn holder(&self, role: RoleCode, class: Option<&ClassCode>, day: NaiveDate) -> Option<&Staff> {
        let fits = |own: &&Holding| {
            let class_fits = class.is_none() || own.class.as_ref() == class;
            own.role == role && class_fits && own.span.contains(day)
        };
        let begun =
            |person: &Staff| person.roles.iter().filter(fits).map(|own| own.span.first).max();
        let holders = self.staff.iter().filter_map(|person| Some((begun(person)?, person)));
        holders.max_by_key(|(from, person)| (*from, person.id)).map(|(_, person)| person)
    }

    /// A class as the school prints it on a day.
    pub fn class_name(&self, code: &ClassCode, day: NaiveDate) -> String {
        self.settings.class_name(code, self.calendar.spoken_year(day))
    }
}
