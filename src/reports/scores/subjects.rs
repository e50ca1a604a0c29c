//! Whom a sheet assesses, and of whom a case or a record tells.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::role::RoleCode;
use crate::domain::rule::SubjectKind;
use crate::domain::score_marks::Assessed;
use crate::domain::score_sheet::{AssessedKind, ScoreSheet};
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::plan::Plan;
use crate::rules::subjects::subjects_of;

/// Everybody whom a sheet assesses on a day.
pub fn subjects(home: &Home, sheet: &ScoreSheet, day: NaiveDate) -> BTreeSet<Assessed> {
    let wanted = |role: RoleCode| sheet.roles.is_empty() || sheet.roles.contains(&role);
    let here = || home.children.iter().filter(|child| child.on_roll().contains(day));
    let pairs = || {
        here().flat_map(|child| {
            let own = child.pairs.iter();
            let own = own.filter(|pair| pair.span.contains(day) && wanted(pair.role));
            own.map(|pair| (child.id, pair.staff))
        })
    };
    match sheet.of {
        AssessedKind::Child => here().map(|child| Assessed::Child(child.id)).collect(),
        AssessedKind::Pair => pairs().map(|(child, adult)| Assessed::Pair(child, adult)).collect(),
        AssessedKind::Teacher => {
            let holds = home.staff.iter().filter(|person| {
                person.roles.iter().any(|own| own.span.contains(day) && wanted(own.role))
            });
            let all = holds.map(|person| person.id).chain(pairs().map(|(_, adult)| adult));
            all.map(Assessed::Teacher).collect()
        }
        AssessedKind::Class => {
            let classes = here().filter_map(|child| child.class_on(day));
            classes.map(|code| Assessed::Class(code.clone())).collect()
        }
        AssessedKind::School => [Assessed::School].into(),
    }
}

/// Of whom a case is told.
pub fn of_case(plan: &Plan, kind: AssessedKind, case: Case) -> Option<Assessed> {
    let (home, subject) = (plan.home, plan.subject(case));
    let child = || match subject {
        Subject::Child(at) => home.children.get(*at).map(|child| child.id),
        _ => None,
    };
    match (kind, subject) {
        (AssessedKind::Child, _) => child().map(Assessed::Child),
        (AssessedKind::Pair, _) => Some(Assessed::Pair(child()?, plan.responsible(case)?)),
        (AssessedKind::Teacher, Subject::Staff(at)) => {
            home.staff.get(*at).map(|person| Assessed::Teacher(person.id))
        }
        (AssessedKind::Teacher, _) => plan.responsible(case).map(Assessed::Teacher),
        (AssessedKind::Class, _) => plan.class_of(subject).cloned().map(Assessed::Class),
        (AssessedKind::School, _) => Some(Assessed::School),
    }
}

/// Of whom a record tells.
pub fn of_event(
    plan: &Plan,
    kind: AssessedKind,
    (register, event): (&str, &Event),
) -> Vec<Assessed> {
    let home = plan.home;
    let children = || event.children.iter().filter_map(|id| plan.child_at(*id));
    let children = || children().map(|at| home.children[at].id);
    let staff = || -> BTreeSet<Id> { event.staff.iter().copied().collect() };
    match kind {
        AssessedKind::Child => children().map(Assessed::Child).collect(),
        AssessedKind::Pair => children()
            .flat_map(|child| staff().into_iter().map(move |adult| Assessed::Pair(child, adult)))
            .collect(),
        AssessedKind::Teacher => staff().into_iter().map(Assessed::Teacher).collect(),
        AssessedKind::Class => {
            let has_column = home.has_column(register, "class");
            let own = subjects_of(event, SubjectKind::Class, has_column, plan).into_iter();
            own.filter_map(|subject| match subject {
                Subject::Class(code) => Some(Assessed::Class(code)),
                _ => None,
            })
            .collect()
        }
        AssessedKind::School => vec![Assessed::School],
    }
}

/// Where people look for a subject: by class, then by name; two adults of one child by theirs.
pub fn place(
    home: &Home,
    day: NaiveDate,
    assessed: &Assessed,
) -> (ClassPlace, NamePlace, NamePlace, Assessed) {
    let child = assessed.child().and_then(|id| home.child(id));
    let adult = assessed.adult().and_then(|id| home.person(id));
    let class = match assessed {
        Assessed::Class(code) => Some(code),
        _ => child.and_then(|child| child.class_on(day)),
    };
    let named = |name: Option<&str>| name.map(name_place).unwrap_or_default();
    let names = (child.map(|own| &*own.name), adult.map(|own| &*own.name));
    (class_place(class), named(names.0), named(names.1), assessed.clone())
}
