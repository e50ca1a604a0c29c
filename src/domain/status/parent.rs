//! What a child's file says of a parent on a day.

use chrono::{Months, NaiveDate};

use super::on_day::OnDay;
use crate::domain::facts::Fact;

/// The fields that tell of one parent.
pub struct Fields {
    pub away: &'static str,
    pub since: &'static str,
    pub guardianship: &'static str,
}

pub const FATHER: Fields =
    Fields { away: "father.away", since: "father.away_since", guardianship: "father.guardianship" };

pub const MOTHER: Fields =
    Fields { away: "mother.away", since: "mother.away_since", guardianship: "mother.guardianship" };

/// One parent on a day. What is not known is none.
pub struct Parent {
    pub fields: Fields,
    pub is_dead: bool,
    /// Not able to be a guardian, or dead.
    pub unable: Option<bool>,
    away: Option<bool>,
    since: Option<NaiveDate>,
    day: NaiveDate,
}

impl Parent {
    /// Father and mother.
    pub fn both(case: &OnDay) -> [Parent; 2] {
        [FATHER, MOTHER].map(|fields| Parent::of(case, fields))
    }

    fn of(case: &OnDay, fields: Fields) -> Parent {
        let (child, day) = (case.child, case.day);
        let guardianship = match child.fact_on(fields.guardianship, day) {
            Some(Fact::Text(code)) => code.as_str(),
            _ => "",
        };
        let away = match child.fact_on(fields.away, day) {
            Some(Fact::Bool(away)) => Some(*away),
            _ => None,
        };
        let since = match child.fact_on(fields.since, day) {
            Some(Fact::Date(since)) => Some(*since),
            _ => None,
        };
        let unable = match guardianship {
            "able" => Some(false),
            "unable" | "dead" => Some(true),
            _ => None,
        };
        Parent { fields, is_dead: guardianship == "dead", unable, away, since, day }
    }

    /// Away on the day, and for so many months by then? From a date to the same one of a later
    /// month, or to the last of a month that is too short. The dead are not away.
    pub fn away_for(&self, months: u32) -> Option<bool> {
        let is_away = if self.is_dead { Some(false) } else { self.away };
        match (is_away?, self.since) {
            (false, _) => Some(false),
            (true, Some(since)) => Some(months_later(since, months) <= self.day),
            (true, None) if months == 0 => Some(true),
            (true, None) => None,
        }
    }

    /// The field that would tell whether the parent is away for so many months, and does not.
    pub fn missing_for(&self, months: u32) -> Option<&'static str> {
        let field = if self.away.is_some() { self.fields.since } else { self.fields.away };
        self.away_for(months).is_none().then_some(field)
    }
}

/// So many months after a day.
pub fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}
