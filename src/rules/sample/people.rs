//! The children and the staff of a sample home.

use super::{Sample, child_id, day, role_of, span, staff_id, text};
use crate::domain::child::{Child, Exemption, Pair, Pause, Spell, Was, classes};
use crate::domain::facts::{Fact, Facts};
use crate::domain::rule::RuleId;
use crate::domain::staff::{Holding, Staff};

impl Sample {
    /// A child that is on the roll from a day on.
    pub fn child(&mut self, letter: char, joined: &str) -> &mut Child {
        let spell = Spell { span: span(joined, ""), reason: None, line: 0 };
        let child = Child::of_facts(child_id(letter), Facts::default(), Vec::new());
        self.home.children.push(Child { name: letter.to_string(), spells: vec![spell], ..child });
        self.home.children.sort_by_key(|child| child.id);
        self.known(letter)
    }

    fn known(&mut self, letter: char) -> &mut Child {
        let at = self.home.child_at(child_id(letter)).unwrap();
        &mut self.home.children[at]
    }

    /// The child's last day on the roll.
    pub fn left(&mut self, letter: char, last: &str) {
        self.known(letter).spells.last_mut().unwrap().span.last = day(last);
    }

    pub fn rejoined(&mut self, letter: char, first: &str) {
        let spell = Spell { span: span(first, ""), reason: None, line: 0 };
        self.known(letter).spells.push(spell);
    }

    pub fn pause(&mut self, letter: char, from: &str, until: &str) {
        let pause = Pause { span: span(from, until), reason: None, line: 0 };
        self.known(letter).pauses.push(pause);
    }

    pub fn exempt(&mut self, letter: char, rule: &str, from: &str, until: &str) {
        let (rule, span) = (RuleId::of(rule), span(from, until));
        let exemption = Exemption { rule, span, reason: None, by: None, line: 0 };
        self.known(letter).exemptions.push(exemption);
    }

    pub fn pair(&mut self, letter: char, role: &str, staff: char, from: &str, until: &str) {
        let (staff, role, span) = (staff_id(staff), role_of(role), span(from, until));
        let pair = Pair { staff, role, span, mode: None, reason: None, line: 0 };
        self.known(letter).pairs.push(pair);
    }

    pub fn fact(&mut self, letter: char, path: &str, fact: Fact) {
        let child = self.known(letter);
        child.facts.add(path.to_owned(), fact);
        child.classes = classes(&child.facts, &child.earlier);
    }

    /// A value that a field had until a day; those of one field in order.
    pub fn was(&mut self, letter: char, field: &str, value: &str, until: &str) {
        let child = self.known(letter);
        let was = Was { field: field.to_owned(), value: text(value), until: day(until), line: 0 };
        child.earlier.push(was);
        child.classes = classes(&child.facts, &child.earlier);
    }

    /// Somebody on the staff, in a role from one day to another.
    pub fn staff(&mut self, letter: char, role: &str, from: &str, until: &str) -> &mut Holding {
        let id = staff_id(letter);
        if self.home.staff_at(id).is_none() {
            let (facts, roles) = (Facts::default(), Vec::new());
            self.home.staff.push(Staff { id, name: letter.to_string(), facts, roles, line: 0 });
            self.home.staff.sort_by_key(|person| person.id);
        }
        let at = self.home.staff_at(id).unwrap();
        let roles = &mut self.home.staff[at].roles;
        roles.push(Holding::new(role_of(role), None, span(from, until)));
        roles.last_mut().unwrap()
    }
}
