//! A rule: what the school has promised, as data.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::after::After;
use super::label::Label;
use super::role::RoleCode;

/// How a rule cuts the calendar into slots.
#[derive(Clone, Debug)]
pub enum Every {
    Week,
    Month,
    Anchor,
    Term,
    Year,
    Occasion { occasions: Vec<String>, before_days: u32, after_days: u32 },
    SchoolDay { sessions: Vec<String> },
    Rolling { days: u32, in_holidays: bool },
    State { requires: Vec<Requirement> },
    After(After),
}

/// The words that `every` takes.
pub const EVERY_NAMES: [&str; 10] = [
    "week",
    "month",
    "anchor",
    "term",
    "year",
    "occasion",
    "school_day",
    "rolling",
    "state",
    "after",
];

impl Every {
    /// The word for it in `rules.toml`.
    pub fn name(&self) -> &'static str {
        match self {
            Every::Week => "week",
            Every::Month => "month",
            Every::Anchor => "anchor",
            Every::Term => "term",
            Every::Year => "year",
            Every::Occasion { .. } => "occasion",
            Every::SchoolDay { .. } => "school_day",
            Every::Rolling { .. } => "rolling",
            Every::State { .. } => "state",
            Every::After(_) => "after",
        }
    }

    /// On how many school days of a slot its subject must be present, when the rule does not say.
    pub fn default_threshold(&self) -> u32 {
        match self {
            Every::Week => 3,
            Every::Month => 10,
            Every::Anchor => 5,
            Every::Term => 20,
            Every::Year => 40,
            _ => 1,
        }
    }
}

/// Who owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    Child,
    Staff,
    Class,
    School,
}

/// The words that `subject` takes.
pub const SUBJECT_NAMES: [&str; 4] = ["child", "staff", "class", "school"];

impl SubjectKind {
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        SUBJECT_NAMES[self as usize]
    }

    /// The kind that a word means.
    pub fn parse(name: &str) -> Option<SubjectKind> {
        use SubjectKind::{Child, Class, School, Staff};
        [Child, Staff, Class, School].into_iter().find(|kind| kind.name() == name)
    }
}

/// How binding a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Required,
    Advised,
    Inform,
}

/// The words that `level` takes.
pub const LEVEL_NAMES: [&str; 3] = ["required", "advised", "inform"];

impl Level {
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        LEVEL_NAMES[self as usize]
    }

    /// The level that a word means.
    pub fn parse(name: &str) -> Option<Level> {
        [Level::Required, Level::Advised, Level::Inform].into_iter().find(|l| l.name() == name)
    }
}

/// A span of time in which a state rule looks for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Ever,
    ThisTerm,
    ThisYear,
}

/// What must hold today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A field is filled, and a date in it has come.
    Field(String),
    Pair {
        role: RoleCode,
        exactly_one: bool,
    },
    ContactCard,
    Event {
        register: String,
        within: Within,
    },
    /// Each category of the growth record has an entry this term.
    GrowthCategories,
    /// Each heading of the survey has an entry this term.
    SurveyHeadings,
    OpenPlan,
    Consent,
}

impl Condition {
    /// The register whose events it looks at.
    pub fn register(&self) -> Option<&str> {
        match self {
            Condition::Event { register, .. } => Some(register),
            Condition::GrowthCategories => Some("growth"),
            Condition::SurveyHeadings => Some("survey"),
            Condition::OpenPlan => Some("plan"),
            Condition::Consent => Some("consent"),
            Condition::Field(_) | Condition::Pair { .. } | Condition::ContactCard => None,
        }
    }
}

/// One name in `requires`, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub name: String,
    pub condition: Condition,
}

/// What records call a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(Arc<str>);

impl RuleId {
    /// The id that a record writes.
    pub fn of(text: &str) -> RuleId {
        RuleId(text.into())
    }

    /// The id as records write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One `[[rule]]`.
#[derive(Clone, Debug)]
pub struct Rule {
    pub id: RuleId,
    pub name: Label,
    /// The document it comes from, in the school's own words.
    pub why: String,
    pub every: Every,
    /// The registers in which an event may be; any of them counts.
    pub records: Vec<String>,
    pub subject: SubjectKind,
    pub role: Option<RoleCode>,
    pub times: u32,
    pub max: Option<u32>,
    /// Column and the values of which it must hold one.
    pub conditions: Vec<(String, Vec<String>)>,
    /// Columns that must not be blank.
    pub filled: Vec<String>,
    /// Column and the values of which it must hold none.
    pub unless: Vec<(String, Vec<String>)>,
    /// Field and the values of which the child must have one.
    pub applies: Vec<(String, Vec<String>)>,
    pub by: Option<RoleCode>,
    pub by_only: bool,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub due_days: Option<u32>,
    pub grace_days: u32,
    pub min_school_days: Option<u32>,
    pub level: Level,
    /// The line of `rules.toml` where it begins.
    pub line: u32,
}

impl Rule {
    /// Is the rule in force on a day?
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// On how many school days of a slot its subject must be present.
    pub fn threshold(&self) -> u32 {
        self.min_school_days.unwrap_or_else(|| self.every.default_threshold())
    }

    /// What it asks after an event, when it is such a rule.
    pub fn after(&self) -> Option<&After> {
        match &self.every {
            Every::After(after) => Some(after),
            Every::Week
            | Every::Month
            | Every::Anchor
            | Every::Term
            | Every::Year
            | Every::Occasion { .. }
            | Every::SchoolDay { .. }
            | Every::Rolling { .. }
            | Every::State { .. } => None,
        }
    }

    /// Does it go by days that were agreed, and is it binding at all? What was agreed is shown
    /// beside the required rules.
    pub fn is_promise(&self) -> bool {
        self.level != Level::Inform && self.after().is_some_and(|after| after.on().is_some())
    }

    /// The sessions into which each school day is split; none when it is not.
    pub fn sessions(&self) -> &[String] {
        match &self.every {
            Every::SchoolDay { sessions } => sessions,
            _ => &[],
        }
    }
}
