//! Staff and outside persons, and the roles they hold.

use chrono::NaiveDate;

use super::class::ClassCode;
use super::facts::{Fact, Facts};
use super::id::Id;
use super::privacy::Guarded;
use super::role::{HEAD_TEACHER, RoleCode};
use super::schema;
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
    /// In the group that leads the home: the code of the rank, and of what it answers for.
    pub rank: Option<&'static str>,
    pub duties: Vec<&'static str>,
    /// Its line in `staff.toml`; 0 while it is not written yet.
    pub line: u32,
}

impl Holding {
    /// Is it to be head teacher of a class?
    pub fn leads(&self, class: &ClassCode) -> bool {
        self.role == HEAD_TEACHER && self.class.as_ref() == Some(class)
    }

    /// A role that is not written yet.
    pub fn new(role: RoleCode, class: Option<ClassCode>, span: Span) -> Holding {
        Holding { role, class, span, rank: None, duties: Vec::new(), line: 0 }
    }
}

impl Staff {
    /// The address for mail, as written; none when it is blank.
    pub fn email(&self) -> Option<&str> {
        self.facts.text("email").map(str::trim).filter(|text| !text.is_empty())
    }

    /// The paths of the fields that say something, in order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(|(_, fact)| !fact.is_blank()).map(|(path, _)| path)
    }

    /// The values of a field, each behind its guard.
    pub fn guarded(&self, path: &str) -> Vec<Guarded> {
        let guard = schema::guard(schema::STAFF, path);
        let values = self.facts.get(path).map(Fact::values).unwrap_or_default();
        values.into_iter().map(|value| guard.over(value)).collect()
    }

    /// The days on which the person holds a role.
    pub fn in_role(&self, role: RoleCode) -> Spans {
        Spans::union(self.roles.iter().filter(|own| own.role == role).map(|own| own.span))
    }

    /// Does the person hold any role on that day? Who holds none has left, and is told nothing.
    pub fn serves_on(&self, day: NaiveDate) -> bool {
        self.roles.iter().any(|own| own.span.contains(day))
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
