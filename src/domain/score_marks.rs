//! Marks: rows of the register of assessments, read by the sheet that they name.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

use super::amount::Amount;
use super::class::ClassCode;
use super::event::Event;
use super::fraction::Fraction;
use super::home::Home;
use super::id::{Id, Kind};
use super::name;
use super::nearest::nearest;
use super::problem::{Guess, Quote, Scores};
use super::score_sheet::{AssessedKind, ScoreSheet, ScoreSource};

/// Whom a sheet is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assessed {
    Child(Id),
    /// A child, and the adult who is paired with it.
    Pair(Id, Id),
    Teacher(Id),
    Class(ClassCode),
    School,
}

/// The words for the school itself.
pub const SCHOOL_WORDS: [&str; 3] = ["school", "学校", "全校"];

/// As marks name it.
impl fmt::Display for Assessed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Assessed::Child(id) | Assessed::Teacher(id) => id.fmt(f),
            Assessed::Pair(child, adult) => write!(f, "{child}/{adult}"),
            Assessed::Class(code) => f.write_str(code.as_str()),
            Assessed::School => f.write_str(SCHOOL_WORDS[0]),
        }
    }
}

impl Assessed {
    /// Whom a cell names: by ids or codes, or by a name that nobody else has. A class may be
    /// written as the school calls it on the day.
    pub fn parse(kind: AssessedKind, text: &str, home: &Home, day: NaiveDate) -> Option<Assessed> {
        let text = text.trim();
        Some(match kind {
            AssessedKind::Child => Assessed::Child(child(home, text)?),
            AssessedKind::Teacher => Assessed::Teacher(person(home, text)?),
            AssessedKind::Pair => {
                let (own, adult) = text.split_once(['/', '／'])?;
                Assessed::Pair(child(home, own)?, person(home, adult)?)
            }
            AssessedKind::Class => {
                let code = home.settings.class_code(text, home.calendar.spoken_year(day))?;
                let mut classes = home.children.iter().flat_map(|child| &child.classes);
                let is_one = classes.any(|(_, own)| own.as_ref() == Some(&code));
                Assessed::Class(is_one.then_some(code)?)
            }
            AssessedKind::School => {
                // Its name is often written without the county, and may be left out.
                let is_it = SCHOOL_WORDS.contains(&text) || home.settings.school.ends_with(text);
                is_it.then_some(Assessed::School)?
            }
        })
    }

    /// The child of whom it tells.
    pub fn child(&self) -> Option<Id> {
        match self {
            Assessed::Child(id) | Assessed::Pair(id, _) => Some(*id),
            _ => None,
        }
    }

    /// The adult whose work it tells of.
    pub fn adult(&self) -> Option<Id> {
        match self {
            Assessed::Pair(_, id) | Assessed::Teacher(id) => Some(*id),
            _ => None,
        }
    }
}

fn child(home: &Home, text: &str) -> Option<Id> {
    match Id::parse(text.trim(), Kind::Child) {
        Some(id) => home.kept_child(id),
        None => only(home.children.iter().map(|own| (own.id, &*own.name)), text),
    }
}

fn person(home: &Home, text: &str) -> Option<Id> {
    match Id::parse(text.trim(), Kind::Staff) {
        Some(id) => home.person(id).map(|own| own.id),
        None => only(home.staff.iter().map(|own| (own.id, &*own.name)), text),
    }
}

/// The only one who is called so.
fn only<'h>(mut all: impl Iterator<Item = (Id, &'h str)>, text: &str) -> Option<Id> {
    let is_called = |own: &(Id, &str)| name::same(own.1, text);
    let (id, _) = all.find(is_called)?;
    all.all(|own| !is_called(&own)).then_some(id)
}

/// A mark.
#[derive(Clone, Debug)]
pub struct GivenMark<'e> {
    pub assessed: Assessed,
    /// The item's place in its sheet.
    pub item: usize,
    /// The period's id.
    pub period: String,
    /// None of what is no number, below nothing, or more than the item has.
    pub points: Option<Fraction>,
    pub event: &'e Event,
}

impl ScoreSheet {
    /// Is a row of the register one of this sheet's marks?
    pub fn owns(&self, event: &Event) -> bool {
        !event.attempted && event.filled("sheet").is_some_and(|own| own.trim() == self.id)
    }

    /// What a row of this sheet says. A period that is not written is that of the row's date.
    ///
    /// # Errors
    /// Why it is no mark.
    pub fn mark<'e>(&self, home: &Home, event: &'e Event) -> Result<GivenMark<'e>, Scores> {
        let cell = |column: &str| event.filled(column).unwrap_or_default().trim();
        let subject = cell("subject");
        let assessed = Assessed::parse(self.of, subject, home, event.date)
            .ok_or_else(|| Scores::MarkOfNobody { subject: Quote::of(subject) })?;
        let is_given =
            |at: &usize| self.items.get(*at).map(|own| &own.source) == Some(&ScoreSource::Mark);
        let item = self.item(cell("item")).filter(is_given).ok_or_else(|| {
            let own = self.items.iter().filter(|own| own.source == ScoreSource::Mark);
            let names = own.flat_map(|own| [own.id.as_str(), own.name.zh(), own.name.en()]);
            let nearest = Guess::of(nearest(cell("item"), names));
            Scores::MarkWithoutItem { item: Quote::of(cell("item")), nearest }
        })?;
        let (calendar, period) = (&home.calendar, cell("period"));
        let period = match period {
            "" => self.period_on(calendar, event.date),
            word => self.period_called(calendar, word),
        }
        .ok_or_else(|| Scores::MarkWithoutPeriod { period: Quote::of(period) })?;
        let max = self.items.get(item).map_or(0, |own| own.max);
        let points = Amount::parse(cell("score")).and_then(Fraction::given);
        let points = points.filter(|own| own.compared_to(max).is_le());
        Ok(GivenMark { assessed, item, period: period.id, points, event })
    }

    /// The marks that hold in a period: of several for one item of one, that of the latest day,
    /// and of one day the one entered last.
    pub fn marks<'e>(
        &self,
        home: &Home,
        period: &str,
        events: impl IntoIterator<Item = &'e Event>,
    ) -> BTreeMap<(Assessed, usize), GivenMark<'e>> {
        let mut holding: BTreeMap<(Assessed, usize), GivenMark<'e>> = BTreeMap::new();
        let own = events.into_iter().filter(|event| self.owns(event));
        let marks = own.filter_map(|event| self.mark(home, event).ok());
        for mark in marks.filter(|mark| mark.period == period) {
            let place = (mark.assessed.clone(), mark.item);
            let order = |own: &Event| (own.date, own.recorded, own.id);
            match holding.get(&place) {
                Some(other) if order(other.event) >= order(mark.event) => {}
                _ => drop(holding.insert(place, mark)),
            }
        }
        holding
    }
}
