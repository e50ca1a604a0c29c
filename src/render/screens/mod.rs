//! One file per screen: a report's values with their words.

pub mod access;
pub mod book;
pub mod buddies;
pub mod calendar;
pub mod cells;
pub mod child;
mod child_entries;
mod child_facts;
pub mod child_file;
pub mod classes;
pub mod contact_cards;
pub mod doctor;
pub mod due;
mod event_people;
pub mod form_cells;
pub mod growth_bag;
pub mod handover;
pub mod history;
pub mod hits;
pub mod inspection;
pub mod list;
pub mod new_year;
pub mod obligations;
pub mod overdue;
pub mod pair_table;
pub mod pairs;
pub mod record_counts;
pub mod records;
pub mod registration;
pub mod roster;
pub mod rota;
pub mod rule_against;
pub mod rule_diff;
mod rule_reasons;
pub mod rule_suggest;
pub mod rules;
pub mod settings;
pub mod staff;
pub mod statuses;
pub mod timetable;
pub mod why;
mod why_presence;
mod why_records;
mod why_sheet;

use std::collections::HashSet;

use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::mask::Mask;
use crate::domain::staff::Staff;
use crate::domain::subject::Subject;
use crate::lang::words::{self, Word};
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::rules::case::Case;
use crate::rules::plan::Plan;

/// Names as a screen shows them.
pub struct Names<'a> {
    pub plan: &'a Plan<'a>,
    pub lang: Lang,
    /// How much of the names of people is hidden.
    mask: Mask,
    /// The masked names that two children of a class have: the id tells them apart.
    shared: HashSet<(Option<String>, String)>,
}

impl<'a> Names<'a> {
    /// Names in full.
    pub fn new(plan: &'a Plan<'a>, lang: Lang) -> Names<'a> {
        Names { plan, lang, mask: Mask::Nothing, shared: HashSet::new() }
    }

    /// The same, the names of people masked.
    pub fn masked(self, mask: Mask) -> Names<'a> {
        let mut names = Names { mask, shared: HashSet::new(), ..self };
        if mask == Mask::Partial {
            let today = names.plan.today;
            let present = names.home().children.iter().filter(|own| own.on_roll().contains(today));
            let mut seen = HashSet::new();
            let masked = present.map(|child| names.in_class(child));
            names.shared = masked.filter(|own| !seen.insert(own.clone())).collect();
        }
        names
    }

    /// A child's masked name with its class.
    fn in_class(&self, child: &Child) -> (Option<String>, String) {
        let class = child.class_on(self.plan.today).map(ToString::to_string);
        (class, self.mask.name(&child.name, child.id))
    }

    fn home(&self) -> &Home {
        self.plan.home
    }

    /// A rule's name.
    pub fn rule(&self, rule: usize) -> String {
        label(&self.plan.rules[rule].rule.name, self.lang).to_owned()
    }

    /// A slot of a rule as people read it.
    pub fn slot(&self, rule: usize, slot: &str) -> String {
        let after = self.plan.rules[rule].rule.after();
        match (after, slot.split_once('/')) {
            (Some(after), Some((first, _))) => words::asked(first, after.on().is_some(), self.lang),
            _ => words::slot(slot, self.lang),
        }
    }

    /// The same, with the first words of what was agreed.
    pub fn asked(&self, rule: usize, slot: &str, agreed: Option<&str>) -> String {
        let own = self.slot(rule, slot);
        agreed.map_or(own.clone(), |agreed| words::agreed(&own, &first_words(agreed), self.lang))
    }

    /// Whose case it is.
    pub fn subject(&self, case: Case) -> &Subject {
        self.plan.subject(case)
    }

    /// The name of a child, a person, a class as printed, or the school.
    pub fn name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Child(at) => {
                let child = &self.home().children[*at];
                let own = self.in_class(child);
                if self.shared.contains(&own) { format!("{} {}", own.1, child.id) } else { own.1 }
            }
            Subject::Staff(at) => self.staff_name(&self.home().staff[*at]),
            Subject::Class(code) => self.home().class_name(code, self.plan.today),
            Subject::School => Word::School.text(self.lang),
        }
    }

    /// The class as the school prints it today.
    pub fn class(&self, subject: &Subject) -> String {
        let code = self.plan.class_of(subject);
        code.map_or(String::new(), |code| self.home().class_name(code, self.plan.today))
    }

    /// The class's code, said as the school prints it.
    fn class_cell(&self, subject: &Subject) -> Cell {
        Cell::text(self.plan.class_of(subject).map(ClassCode::as_str)).said(self.class(subject))
    }

    /// The id of a child; of another subject, nothing.
    fn child_cell(&self, subject: &Subject) -> Cell {
        let is_child = matches!(subject, Subject::Child(_));
        Cell::text(is_child.then(|| subject.id(self.home())))
    }

    /// A person's name, said as `-` where there is nobody.
    fn person_cell(&self, id: Option<Id>) -> Cell {
        let name = self.person(id);
        let said = name.clone().unwrap_or_else(|| "-".to_owned());
        Cell::text(name).said(said)
    }

    /// A person's name.
    pub fn person(&self, id: Option<Id>) -> Option<String> {
        id.and_then(|id| self.home().person(id)).map(|person| self.staff_name(person))
    }

    fn staff_name(&self, person: &Staff) -> String {
        self.mask.name(&person.name, person.id)
    }
}

/// So many letters of what was agreed are told on a list.
const FIRST_WORDS: usize = 16;

/// The beginning of a text, on one line.
fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(FIRST_WORDS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
