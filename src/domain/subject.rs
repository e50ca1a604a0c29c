//! Who owes: a child, a person, a class, or the school.

use super::class::ClassCode;
use super::home::Home;
use super::rule::SubjectKind;

/// One subject of a rule; people are named by their place in the home's lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Child(usize),
    Staff(usize),
    Class(ClassCode),
    School,
}

impl Subject {
    /// The kind, as a rule's `subject` names it.
    pub fn kind(&self) -> SubjectKind {
        match self {
            Subject::Child(_) => SubjectKind::Child,
            Subject::Staff(_) => SubjectKind::Staff,
            Subject::Class(_) => SubjectKind::Class,
            Subject::School => SubjectKind::School,
        }
    }

    /// The child's or staff id, the class code, or `school`.
    pub fn id(&self, home: &Home) -> String {
        match self {
            Subject::Child(at) => home.children[*at].id.to_string(),
            Subject::Staff(at) => home.staff[*at].id.to_string(),
            Subject::Class(code) => code.to_string(),
            Subject::School => "school".to_owned(),
        }
    }
}
