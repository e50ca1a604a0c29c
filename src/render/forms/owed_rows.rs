//! What is owed, as the rows of a form in which it will be done.

use std::collections::HashMap;

use super::register::FilledRow;
use crate::domain::id::Id;
use crate::domain::subject::Subject;
use crate::domain::told_apart::Called;
use crate::lang::clauses;
use crate::lang::form_words::FormWord;
use crate::render::screens::{Names, overdue};
use crate::reports::overdue::OverdueRow;
use crate::reports::owed::OwedRow;
use crate::rules::obligation::Obligation;

/// The rows, of which people are called as the form's lists call them.
pub fn filled(
    names: &Names,
    rows: &[OwedRow],
    (children, staff): (&[Called], &[Called]),
) -> Vec<FilledRow> {
    let by_id = |people: &[Called]| -> HashMap<Id, String> {
        people.iter().map(|(name, id)| (*id, name.clone())).collect()
    };
    let (children, staff) = (by_id(children), by_id(staff));
    let home = names.plan.home;
    let row = |row: &OwedRow| {
        let child = match row.subject {
            Subject::Child(at) => Some(&home.children[*at]),
            Subject::Staff(_) | Subject::Class(_) | Subject::School => None,
        };
        let called = |child: &crate::domain::child::Child| {
            children.get(&child.id).unwrap_or(&child.name).clone()
        };
        // Of a rule on teachers it is the teacher who does it.
        let person = match row.subject {
            Subject::Staff(at) => Some(home.staff[*at].id),
            _ => row.responsible,
        };
        let person = person.and_then(|id| staff.get(&id).cloned().or(names.person(Some(id))));
        FilledRow {
            children: child.map(called).unwrap_or_default(),
            class: names.class(row.subject),
            staff: person.unwrap_or_default(),
            owed: owed(names, row),
        }
    };
    rows.iter().map(row).collect()
}

fn owed(names: &Names, row: &OwedRow) -> String {
    let lang = names.lang;
    let late = |own: &&OverdueRow| {
        let (rule, due) = (names.rule(own.case.rule), overdue::due(names, own));
        FormWord::Late { rule: &rule, due: &due, late: &overdue::late(names, own) }.text(lang)
    };
    let soon = |own: &&Obligation| {
        let due = own.dates.map(|dates| dates.due.to_string()).unwrap_or_default();
        FormWord::Soon { rule: &names.rule(own.case.rule), due: &due }.text(lang)
    };
    let parts: Vec<String> = row.late.iter().map(late).chain(row.soon.iter().map(soon)).collect();
    clauses(&parts, lang)
}
