//! What a name in a form means.

use crate::domain::role::{HEAD_TEACHER, RoleCode, SUBJECT_TEACHER};

/// A name in braces, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormName {
    /// From here to the end of the block it is repeated.
    Begin(Repeat),
    End(Repeat),
    /// Marks the row that is repeated for each child; nothing stands in its place.
    EachChild,
    /// The number of the row.
    Number,
    /// How many children the form is of.
    Children,
    /// The class in which all of them are.
    Class,
    School(SchoolPart),
    Day(DayPart),
    /// The days of which the form tells, as people call them.
    Span,
    Child(ChildPart),
    Person(Person, PersonPart),
    /// A column of a record.
    Record(String, RecordPart),
    /// How many records there are of a register, in the days asked for, or in the term.
    Times {
        register: String,
        in_term: bool,
    },
}

/// What a block is repeated for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    Children,
    Records(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolPart {
    Name,
    Home,
    Code,
}

/// The day on which it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    Today,
    Year,
    Month,
    Day,
    SchoolYear,
    Term,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChildPart {
    Id,
    Name,
    Joined,
    Left,
    LeftWhy,
    /// A field or a status, by its path.
    Field(String),
    /// The boxes of a field's choices, with a mark in the one that fits.
    Boxes(String),
    /// The pupils that the child is paired with.
    Buddies,
}

/// Who is meant on the side of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// All adults who answer for the child.
    Adults,
    /// Whoever is in this role for the child.
    InRole(RoleCode),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonPart {
    Name,
    Phone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordPart {
    Date,
    Weekday,
    Week,
    Children,
    Class,
    Staff,
    Outcome,
    Note,
    /// One of the register's own columns.
    Own(String),
}

impl FormName {
    /// The register whose records must be read for it.
    pub fn register(&self) -> Option<&str> {
        match self {
            FormName::Record(register, _)
            | FormName::Times { register, .. }
            | FormName::Begin(Repeat::Records(register)) => Some(register),
            _ => None,
        }
    }

    /// Is it of one child? Whoever is in a role for the whole school is not.
    pub fn is_of_a_child(&self) -> bool {
        match self {
            FormName::Child(_) | FormName::Person(Person::Adults, _) => true,
            FormName::Person(Person::InRole(code), _) => {
                let pairs = code.role().is_some_and(|role| role.pairs);
                pairs || [HEAD_TEACHER, SUBJECT_TEACHER].contains(code)
            }
            _ => false,
        }
    }
}
