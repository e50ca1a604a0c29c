//! A score sheet: what a school assesses pairs, teachers, classes or itself by, or how it weighs
//! the risk of a child. It is the school's own, as data.

use super::fraction::Fraction;
use super::label::Label;
use super::role::RoleCode;
use super::rule::{Level, Rule, RuleId, SubjectKind};

/// The register in which marks are given.
pub const MARKS: &str = "assessment";

/// What a sheet assesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessedKind {
    Child,
    Pair,
    Teacher,
    Class,
    School,
}

/// The words that `of` takes.
pub const ASSESSED_NAMES: [&str; 5] = ["child", "pair", "teacher", "class", "school"];

impl AssessedKind {
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        ASSESSED_NAMES[self as usize]
    }

    /// The kind that a word means.
    pub fn parse(name: &str) -> Option<AssessedKind> {
        use AssessedKind::{Child, Class, Pair, School, Teacher};
        [Child, Pair, Teacher, Class, School].into_iter().find(|kind| kind.name() == name)
    }

    /// Can what a rule asks for be told of each of these? A rate knows no rule that only informs,
    /// and without `by` nobody answers for what is owed to a child.
    pub fn is_reached_by(self, rule: &Rule) -> bool {
        let of_children = matches!(rule.subject, SubjectKind::Child | SubjectKind::Class);
        let fits = match self {
            AssessedKind::Child => rule.subject == SubjectKind::Child,
            AssessedKind::Pair => rule.subject == SubjectKind::Child && rule.by.is_some(),
            AssessedKind::Teacher => {
                rule.subject == SubjectKind::Staff || of_children && rule.by.is_some()
            }
            AssessedKind::Class => of_children,
            AssessedKind::School => true,
        };
        fits && rule.level < Level::Inform
    }
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct ScoreSheet {
    /// The name of its file.
    pub id: String,
    pub name: Label,
    /// The document that it comes from.
    pub why: String,
    pub of: AssessedKind,
    /// Of pairs and teachers: only who is so. All without.
    pub roles: Vec<RoleCode>,
    /// May the level be put into a child's file as its risk?
    pub sets_risk: bool,
    pub every: SheetEvery,
    pub items: Vec<ScoreItem>,
    /// The first that is reached holds; empty when the sheet has none.
    pub levels: Vec<ScoreLevel>,
}

/// How often it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetEvery {
    Term,
    Year,
    /// In these months, from 1 to 12, in order.
    Months(Vec<u32>),
}

/// One line of a sheet.
#[derive(Clone, Debug)]
pub struct ScoreItem {
    pub id: String,
    pub name: Label,
    pub max: u32,
    pub source: ScoreSource,
    /// A mark of no more than this decides alone, for the level at this place.
    pub decides: Option<(u32, usize)>,
}

/// Where the points of an item come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreSource {
    /// Somebody gives them.
    Mark,
    /// So much of what fell due by a rule was done in time.
    Rate(RuleId),
    /// So many records of a register; all points from `full` on.
    Count { register: String, full: u32 },
}

/// A grade or a level.
#[derive(Clone, Debug)]
pub struct ScoreLevel {
    pub id: String,
    pub name: Label,
    pub reached: Threshold,
}

/// By which total a level is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    From(u32),
    Below(u32),
    /// Whatever is left.
    Rest,
}

impl Threshold {
    /// Does a total reach it?
    pub fn is_reached(self, total: Fraction) -> bool {
        match self {
            Threshold::From(least) => total.compared_to(least).is_ge(),
            Threshold::Below(limit) => total.compared_to(limit).is_lt(),
            Threshold::Rest => true,
        }
    }
}

impl ScoreSheet {
    /// All points that there are.
    pub fn total(&self) -> u32 {
        self.items.iter().fold(0, |sum, item| sum.saturating_add(item.max))
    }

    /// Is it called so?
    pub fn is_called(&self, word: &str) -> bool {
        [self.id.as_str(), self.name.zh(), self.name.en()].contains(&word)
    }

    /// The item that is called so.
    pub fn item(&self, word: &str) -> Option<usize> {
        let called = |own: &ScoreItem| [&*own.id, own.name.zh(), own.name.en()].contains(&word);
        self.items.iter().position(called)
    }

    /// Does it put people in an order when it is ranked?
    pub fn is_of_people(&self) -> bool {
        self.of != AssessedKind::School
    }

    /// Is every item a mark?
    pub fn is_all_marks(&self) -> bool {
        self.items.iter().all(|item| item.source == ScoreSource::Mark)
    }

    /// The level that marks alone decide, by the first item whose mark does; else, where there is
    /// a total, the first one that it reaches.
    pub fn level(&self, points: &[Option<Fraction>], total: Option<Fraction>) -> Option<usize> {
        let decided = self.items.iter().zip(points).find_map(|(item, points)| {
            let (at, level) = item.decides?;
            points.is_some_and(|points| points.compared_to(at).is_le()).then_some(level)
        });
        let reached = |total| self.levels.iter().position(|own| own.reached.is_reached(total));
        decided.or_else(|| total.and_then(reached))
    }
}
