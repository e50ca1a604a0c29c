//! Whose an event is, and whether the right person did it.

use super::plan::Plan;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::rule::{Rule, SubjectKind};
use crate::domain::subject::Subject;

/// Each of those whose an event is, among subjects of a kind, once.
pub fn each_subject(
    event: &Event,
    kind: SubjectKind,
    class_column: bool,
    plan: &Plan,
    mut told: impl FnMut(&Subject),
) {
    match (kind, &event.children[..]) {
        // Nearly every row is of one child.
        (SubjectKind::Child, [child]) => {
            if let Some(at) = plan.child_at(*child) {
                told(&Subject::Child(at));
            }
        }
        _ => subjects_of(event, kind, class_column, plan).iter().for_each(told),
    }
}

/// Whose an event is, among subjects of a kind; each once, in order.
pub fn subjects_of(
    event: &Event,
    kind: SubjectKind,
    class_column: bool,
    plan: &Plan,
) -> Vec<Subject> {
    let home = plan.home;
    let children = event.children.iter().filter_map(|id| plan.child_at(*id));
    let mut subjects: Vec<Subject> = match kind {
        SubjectKind::Child => children.map(Subject::Child).collect(),
        SubjectKind::Staff => {
            event.staff.iter().filter_map(|id| plan.staff_at(*id)).map(Subject::Staff).collect()
        }
        SubjectKind::Class if class_column => event
            .filled("class")
            .map(|code| Subject::Class(ClassCode::of(code)))
            .into_iter()
            .collect(),
        SubjectKind::Class => children
            .filter_map(|at| home.children[at].class_on(event.date))
            .map(|code| Subject::Class(code.clone()))
            .collect(),
        SubjectKind::School => vec![Subject::School],
    };
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}

/// Did one of the event's staff hold the rule's role that day: by the child's pair, or for other
/// roles by `staff.toml`, whose class, when given, is the subject's?
pub fn done_by(rule: &Rule, home: &Home, event: &Event, subject: &Subject) -> bool {
    let Some(by) = rule.by else {
        return true;
    };
    let day = event.date;
    let mut people = event.staff.iter();
    if by.role().is_some_and(|role| role.pairs) {
        let Subject::Child(child) = subject else {
            return false;
        };
        let child = &home.children[*child];
        return people.any(|id| child.pairs_on(by, day).any(|pair| pair.staff == *id));
    }
    let class_fits = |class: &ClassCode| match subject {
        Subject::Child(child) => home.children[*child].class_on(day) == Some(class),
        Subject::Class(code) => code == class,
        Subject::Staff(_) | Subject::School => true,
    };
    people.any(|id| home.person(*id).is_some_and(|person| person.holds(by, day, class_fits)))
}
