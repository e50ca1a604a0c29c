//! Why a rule of the school's asks less or more than another that asks for the same.

use chrono::NaiveDate;

/// On which side of the other rule the school's stands in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It asks less.
    Less,
    /// It asks more.
    More,
    /// It asks something else, of which nobody can say whether it is less or more.
    Apart,
    /// It differs and asks neither less nor more.
    Same,
}

/// In what two rules differ. Where there are lists, they are of what only one of them has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Respect {
    Level,
    /// How many times in a school year.
    Often,
    /// Times that need not be spread over the year, or must be.
    Spread,
    /// Days of the calendar that cannot be set beside each other.
    Days,
    /// Whether days of holidays count.
    Holidays,
    /// How many days there are after what asked.
    DaysAfter,
    Occasions(Vec<String>),
    /// How long before and after an occasion.
    Around,
    Sessions(Vec<String>),
    /// What asks for something afterwards.
    Asks(Vec<String>),
    /// Under which conditions it asks.
    AsksWhen,
    Requires(Vec<String>),
    Records(Vec<String>),
    /// Only these cells of a column count, by the side that has a condition on it at all.
    Only(String, Vec<String>),
    /// These cells of a column count for one of them alone.
    Cells(String, Vec<String>),
    Filled(Vec<String>),
    /// Only children with these values, by the side that has a condition at all.
    OnlyFor(String, Vec<String>),
    /// Children with these values owe it to one of them alone.
    For(String, Vec<String>),
    ByOnly,
    /// Who sees to it.
    Responsible,
    Due,
    Grace,
    SchoolDays,
    Begins(NaiveDate),
    Ends(NaiveDate),
    /// One is a state, the other counts events.
    AnotherKind,
}

impl Respect {
    /// The word for it in records: mostly the key of `rules.toml` that says it.
    pub fn name(&self) -> &'static str {
        match self {
            Respect::Level => "level",
            Respect::Often => "often",
            Respect::Spread => "spread",
            Respect::Days => "every",
            Respect::Holidays => "in_holidays",
            Respect::DaysAfter => "days",
            Respect::Occasions(_) => "occasions",
            Respect::Around => "around",
            Respect::Sessions(_) => "sessions",
            Respect::Asks(_) | Respect::AsksWhen => "after",
            Respect::Requires(_) => "requires",
            Respect::Records(_) => "records",
            Respect::Only(..) => "where",
            Respect::Cells(..) => "unless",
            Respect::Filled(_) => "filled",
            Respect::OnlyFor(..) | Respect::For(..) => "applies",
            Respect::ByOnly => "by_only",
            Respect::Responsible => "by",
            Respect::Due => "due_days",
            Respect::Grace => "grace_days",
            Respect::SchoolDays => "min_school_days",
            Respect::Begins(_) => "from",
            Respect::Ends(_) => "until",
            Respect::AnotherKind => "kind",
        }
    }
}

/// Why the one asks less or more than the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub side: Side,
    pub respect: Respect,
}

/// More, less or nothing, by whether the school's number is above the other's.
pub(super) fn by_size<T: Ord>(own: &T, other: &T, respect: Respect) -> Option<Reason> {
    let side = match own.cmp(other) {
        std::cmp::Ordering::Less => Side::Less,
        std::cmp::Ordering::Greater => Side::More,
        std::cmp::Ordering::Equal => return None,
    };
    Some(Reason { side, respect })
}

/// What stands in the one list alone, on one side, and in the other alone, on the other.
pub(super) fn by_lists(
    (own, own_side): (&[String], Side),
    (other, other_side): (&[String], Side),
    respect: impl Fn(Vec<String>) -> Respect,
) -> Vec<Reason> {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|one| !those.contains(one)).cloned().collect()
    };
    let sides = [(other_side, only(other, own)), (own_side, only(own, other))];
    let some = sides.into_iter().filter(|(_, names)| !names.is_empty());
    some.map(|(side, names)| Reason { side, respect: respect(names) }).collect()
}
