//! Whose an event is.

use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::rule::SubjectKind;
use crate::domain::subject::Subject;

/// Whose an event is, among subjects of a kind; each once.
pub fn subjects_of(
    event: &Event,
    kind: SubjectKind,
    class_column: bool,
    home: &Home,
) -> Vec<Subject> {
    let children = event.children.iter().filter_map(|id| home.child_at(*id));
    let mut subjects: Vec<Subject> = match kind {
        SubjectKind::Child => children.map(Subject::Child).collect(),
        SubjectKind::Staff => {
            event.staff.iter().filter_map(|id| home.staff_at(*id)).map(Subject::Staff).collect()
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
