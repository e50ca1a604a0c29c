//! The list of what an inspector asks for: box by box what there is, and what is missing.

pub mod boxes;
mod evidence;
pub mod missing;

use std::collections::BTreeSet;

use self::boxes::{ArchiveBox, BOXES, BoxContent, OTHERS};
pub use self::evidence::Evidence;
use self::missing::{Gap, has_card};
use super::pairing::in_force;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::register::Register;
use crate::domain::spans::Span;

/// A line of the list.
pub struct InspectionLine<'a> {
    pub archive: &'static ArchiveBox,
    pub content: BoxContent<'a>,
    /// How many there are; none where nothing of it is kept in this home.
    pub count: Option<usize>,
    /// Tried, and not done.
    pub attempts: usize,
    /// Of how many children the records tell; not told of restricted registers.
    pub children: Option<usize>,
    /// Is only the number told?
    pub is_sealed: bool,
    pub gaps: Vec<Gap>,
    /// What shows what stands behind it.
    pub command: String,
}

/// The lines, box by box; the school's own registers stand at the end.
pub fn lines<'a>(evidence: &Evidence<'a>) -> Vec<InspectionLine<'a>> {
    let own = |archive: &'static ArchiveBox| {
        let lines = archive.lines.iter();
        lines.map(move |line| evidence.line(archive, line.holds, line.is_sought))
    };
    let mut lines: Vec<InspectionLine> = BOXES.iter().flat_map(own).collect();
    let others = evidence.plan.home.registers.values();
    let others = others.map(|own| own.name.as_str()).filter(|name| is_other(name));
    lines.extend(others.map(|name| evidence.line(&OTHERS, BoxContent::Records(name), false)));
    lines
}

/// Is it a register that the school added?
fn is_other(name: &str) -> bool {
    !crate::domain::register::SHIPPED.iter().any(|(own, _)| *own == name)
}

impl<'a> Evidence<'a> {
    fn line(
        &self,
        archive: &'static ArchiveBox,
        content: BoxContent<'a>,
        is_sought: bool,
    ) -> InspectionLine<'a> {
        let (done, tried) = (self.events_of(content), self.attempts(content));
        let count = self.count(content, done.len());
        let is_kept = self.is_kept(content, is_sought, count);
        let gaps = if is_kept { self.gaps(content, is_sought, count) } else { Vec::new() };
        let register = content.register().and_then(|name| self.plan.home.registers.get(name));
        let is_sealed = register.is_some_and(|own| own.restricted);
        let children: BTreeSet<Id> =
            done.iter().flat_map(|own| own.children.iter()).copied().collect();
        let has_children = register.is_some() && !is_sealed && !children.is_empty();
        InspectionLine {
            archive,
            content,
            count: is_kept.then_some(count),
            attempts: tried,
            children: (is_kept && has_children).then_some(children.len()),
            is_sealed,
            gaps,
            command: self.command(content),
        }
    }

    fn count(&self, content: BoxContent, events: usize) -> usize {
        let day = self.span.last;
        let of_children =
            |has: &dyn Fn(&Child) -> bool| self.on_roll().filter(|own| has(own)).count();
        match content {
            BoxContent::Children | BoxContent::Files => self.on_roll().count(),
            BoxContent::Cards => of_children(&|own| has_card(own, day)),
            BoxContent::Notices => of_children(&|own| {
                let told = own.facts.date("carer.delegation_notice_on");
                told.is_some_and(|told| told <= day)
            }),
            BoxContent::Group => self
                .home()
                .leading_group(self.span.last)
                .into_iter()
                .map(|(person, _)| person.id)
                .collect::<BTreeSet<Id>>()
                .len(),
            BoxContent::Staff => self.home().staff.iter().filter(|own| own.serves_on(day)).count(),
            BoxContent::Pairs => of_children(&|own| in_force(own, day).next().is_some()),
            BoxContent::Rules => self.home().rules.iter().filter(|own| own.in_force(day)).count(),
            BoxContent::Records(_) | BoxContent::Kind { .. } | BoxContent::Filled { .. } => events,
        }
    }

    /// Is anything of it kept in this home? What is on paper alone is not counted as nothing.
    fn is_kept(&self, content: BoxContent, is_sought: bool, count: usize) -> bool {
        let has_log = |register: &str| self.logs.contains(register);
        count > 0
            || match content {
                BoxContent::Children | BoxContent::Files | BoxContent::Pairs => true,
                BoxContent::Cards => self.is_asked_for(content),
                BoxContent::Records(register) => has_log(register) || self.is_asked_for(content),
                // Of documents each kind is a thing of its own.
                BoxContent::Kind { register, .. } => is_sought && has_log(register),
                _ => false,
            }
    }

    /// The command that shows it.
    fn command(&self, content: BoxContent) -> String {
        let Span { first, last } = self.span;
        let days = |register: &str| match boxes::STANDING.contains(&register) {
            true => format!("--until {last}"),
            false => format!("--from {first} --until {last}"),
        };
        let flag = |register: &str| match self.home().registers.get(register) {
            Some(Register { name, .. }) => format!("records {name} {}", days(name)),
            None => "help registers".to_owned(),
        };
        let words = match content {
            BoxContent::Children | BoxContent::Files => format!("list --on {last}"),
            BoxContent::Cards => "print cards".to_owned(),
            BoxContent::Notices => "print form registration".to_owned(),
            BoxContent::Group | BoxContent::Staff => format!("list staff --on {last}"),
            BoxContent::Pairs => format!("list pairs --on {last}"),
            BoxContent::Rules => "rules".to_owned(),
            BoxContent::Records(register) | BoxContent::Filled { register, .. } => flag(register),
            BoxContent::Kind { register, column, .. } => {
                format!("{} --count-by {column}", flag(register))
            }
        };
        format!("care {words}")
    }
}
