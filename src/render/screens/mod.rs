//! One file per screen: a report's values with their words.

pub mod access;
pub mod attention;
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
pub mod incidents;
pub mod inspection;
pub mod list;
pub mod matrix;
mod matrix_columns;
pub mod matters;
pub mod new_year;
pub mod obligations;
pub mod overdue;
pub mod overdue_page;
pub mod own_form;
pub mod pair_table;
pub mod pairs;
pub mod rates;
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
pub mod score_form;
pub mod score_rows;
pub mod scores;
pub mod settings;
pub mod staff;
pub mod statuses;
pub mod timetable;
pub mod why;
mod why_presence;
mod why_records;
mod why_sheet;
pub mod work_report;

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::domain::audience::Audience;
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
    /// How much of the names of staff is hidden.
    mask: Mask,
    /// The masked names of the children, where they are masked.
    children: Option<Vec<String>>,
    /// What classes are called today, as far as that was asked.
    classes: RefCell<BTreeMap<ClassCode, String>>,
}

impl<'a> Names<'a> {
    /// Names in full.
    pub fn new(plan: &'a Plan<'a>, lang: Lang) -> Names<'a> {
        Names { plan, lang, mask: Mask::Nothing, children: None, classes: RefCell::default() }
    }

    /// The same, the names of people masked.
    pub fn masked(self, mask: Mask) -> Names<'a> {
        let children = self.home().masked_names(mask, self.plan.today);
        Names { mask, children: Some(children), ..self }
    }

    /// The same of another plan of the same home.
    pub fn of<'p>(&self, plan: &'p Plan<'p>) -> Names<'p> {
        let (mask, children) = (self.mask, self.children.clone());
        Names { mask, children, ..Names::new(plan, self.lang) }
    }

    /// The same in a home whose children's names are masked for whoever reads them: those of staff
    /// as well.
    pub fn told_to(self, audience: Audience) -> Names<'a> {
        let mask = audience.hides_of_staff(self.home().settings.mail.mask);
        Names { mask, ..self }
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
        match agreed {
            Some(agreed) => words::agreed(&own, &first_words(agreed), self.lang),
            None => own,
        }
    }

    /// Whose case it is.
    pub fn subject(&self, case: Case) -> &Subject {
        self.plan.subject(case)
    }

    /// The name of a child, a person, a class as printed, or the school.
    pub fn name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Child(at) => match &self.children {
                Some(masked) => masked[*at].clone(),
                None => self.home().children[*at].name.clone(),
            },
            Subject::Staff(at) => self.staff_name(&self.home().staff[*at]),
            Subject::Class(code) => self.class_name(code),
            Subject::School => Word::School.text(self.lang),
        }
    }

    /// The class as the school prints it today.
    pub fn class(&self, subject: &Subject) -> String {
        let code = self.plan.class_of(subject);
        code.map_or(String::new(), |code| self.class_name(code))
    }

    fn class_name(&self, code: &ClassCode) -> String {
        if let Some(known) = self.classes.borrow().get(code) {
            return known.clone();
        }
        let name = self.home().class_name(code, self.plan.today);
        self.classes.borrow_mut().insert(code.clone(), name.clone());
        name
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

    /// A text that people wrote, with the names in it as they are shown.
    pub fn in_text(&self, text: &str) -> String {
        let mut told = text.to_owned();
        for (child, masked) in self.home().children.iter().zip(self.children.iter().flatten()) {
            if told.contains(&child.name) {
                told = told.replace(&child.name, masked);
            }
        }
        for person in self.home().staff.iter().filter(|_| self.mask != Mask::Nothing) {
            if told.contains(&person.name) {
                told = told.replace(&person.name, &self.staff_name(person));
            }
        }
        told
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
