//! Staff and outside persons, and the roles they hold.

use chrono::NaiveDate;

use super::class::ClassCode;
use super::facts::Facts;
use super::id::Id;
use super::role::RoleCode;
use super::spans::{Span, Spans};

/// One entry of `staff.toml`.
#[derive(Clone, Debug)]
pub struct Staff {
    pub id: Id,
    pub name: String,
    pub facts: Facts,
    pub roles: Vec<Holding>,
    /// The line of `staff.toml` where the entry begins.
    pub line: u32,
}

/// A role held for a time, perhaps for one class.
#[derive(Clone, Debug)]
pub struct Holding {
    pub role: RoleCode,
    pub class: Option<ClassCode>,
    pub span: Span,
}

impl Staff {
    /// The address for mail, as written; none when it is blank.
    pub fn email(&self) -> Option<&str> {
        self.facts.text("email").map(str::trim).filter(|text| !text.is_empty())
    }

    /// The days on which the person holds a role.
    pub fn in_role(&self, role: RoleCode) -> Spans {
        Spans::union(self.roles.iter().filter(|own| own.role == role).map(|own| own.span))
    }

    /// Does the person hold the role on that day, for a class that fits when the role is for one?
    pub fn holds(
        &self,
        role: RoleCode,
        day: NaiveDate,
        class_fits: impl Fn(&ClassCode) -> bool,
    ) -> bool {
        self.roles.iter().any(|own| {
            let class_fits = own.class.as_ref().is_none_or(&class_fits);
            own.role == role && own.span.contains(day) && class_fits
        })
    }
}
