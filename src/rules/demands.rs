//! What a rule demands of the events of one register.

use super::trigger::holds;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::role::RoleCode;
use crate::domain::rule::{Rule, SubjectKind};

/// What the columns of an event must say for it to count. Of the columns that a rule names only
/// those are here that the register has.
#[derive(Clone, Debug)]
pub struct Demands {
    /// Column and allowed values.
    conditions: Vec<(String, Vec<String>)>,
    filled: Vec<String>,
    unless: Vec<(String, Vec<String>)>,
    /// Whoever did it must have held this role.
    by: Option<RoleCode>,
}

impl Demands {
    /// What a rule demands of a register's events.
    pub fn new(rule: &Rule, register: &str, home: &Home) -> Demands {
        let has = |column: &str| home.has_column(register, column);
        let own = |all: &[(String, Vec<String>)]| {
            all.iter().filter(|(column, _)| has(column)).cloned().collect()
        };
        Demands {
            conditions: own(&rule.conditions),
            filled: rule.filled.iter().filter(|column| has(column)).cloned().collect(),
            unless: own(&rule.unless),
            by: rule.by.filter(|_| rule.by_only),
        }
    }

    /// The same of a rule that counts a register's events for the very children that they name.
    pub fn of_rows(rule: &Rule, register: &str, home: &Home) -> Option<Demands> {
        let is_by_child = rule.subject == SubjectKind::Child
            && rule.records.iter().any(|own| own == register)
            && rule.sessions().is_empty()
            && rule.after().is_none();
        is_by_child.then(|| Demands::new(rule, register, home))
    }

    /// Does it hang on roles and classes, and not on the row alone, whether an event counts?
    pub fn look_at_roles(&self) -> bool {
        self.by.is_some()
    }

    /// Does an event say what it must?
    ///
    /// # Errors
    /// It does not, and why.
    pub fn are_met_by(&self, event: &Event) -> Result<(), NotCounted> {
        for (column, values) in &self.conditions {
            if !holds(event, column, values) {
                return Err(NotCounted::Value { column: column.clone() });
            }
        }
        if let Some(column) = self.filled.iter().find(|column| event.filled(column).is_none()) {
            return Err(NotCounted::Blank { column: column.clone() });
        }
        match self.unless.iter().find(|(column, values)| holds(event, column, values)) {
            Some((column, _)) => Err(NotCounted::Unless { column: column.clone() }),
            None => Ok(()),
        }
    }

    /// A text that two rules share when they demand the same.
    pub fn text(&self) -> String {
        format!("{self:?}")
    }
}

/// Why an event does not count for a rule and one of its subjects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// A column does not hold one of the values that the rule asks for.
    Value {
        column: String,
    },
    Blank {
        column: String,
    },
    /// A column holds one of the values that do not count.
    Unless {
        column: String,
    },
    /// It is for none of the rule's sessions.
    Session,
    /// Nobody who did it held the role that day.
    NotBy,
    /// Who did it is not said, where somebody of a role must have.
    ByNobody,
    Attempted,
    AfterToday,
}
