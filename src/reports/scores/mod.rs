//! Scores by a sheet: what each item of each subject comes to, and the total and level.

mod behind;
mod subjects;

pub use self::behind::{ItemRows, ScoreBasis};
pub use self::subjects::place;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use self::behind::ScoreRows;
use crate::domain::fraction::Fraction;
use crate::domain::id::Id;
use crate::domain::score_marks::Assessed;
use crate::domain::score_sheet::ScoreSource;

/// Why an item has no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPoints {
    /// Nobody gave a mark.
    Unmarked,
    /// The mark is no number, or none that the item can have.
    WrongMark,
    /// Nothing has fallen due by the rule.
    NothingDue,
}

/// What an item comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPoints {
    pub points: Result<Fraction, NoPoints>,
    /// Of a rate and a count: how many of how many.
    pub counted: Option<(usize, usize)>,
}

/// What one subject comes to.
pub struct Score<'a> {
    pub assessed: Assessed,
    /// In the order of the sheet.
    pub items: Vec<ItemPoints>,
    /// None while an item has no points.
    pub total: Option<Fraction>,
    /// Its place among the sheet's levels.
    pub level: Option<usize>,
    /// The day of the latest mark, and who gave marks.
    pub marked_on: Option<NaiveDate>,
    pub assessors: BTreeSet<Id>,
    rows: ScoreRows<'a>,
}

impl<'a> Score<'a> {
    /// What an item was counted from.
    pub fn rows(&self, item: usize) -> Option<&ItemRows<'a>> {
        self.rows.get(item)
    }

    /// The items without points, by their places.
    pub fn lacking(&self) -> impl Iterator<Item = (usize, NoPoints)> + '_ {
        let items = self.items.iter().enumerate();
        items.filter_map(|(at, own)| Some((at, own.points.err()?)))
    }
}

/// The score of each subject, by class and name.
pub fn scores<'a>(basis: &ScoreBasis<'a>) -> Vec<Score<'a>> {
    let home = basis.plan.home;
    let mut all = basis.rows();
    let mut own: Vec<Score> = all
        .subjects(basis)
        .into_iter()
        .map(|assessed| {
            let rows = all.take(&assessed, basis.sheet.items.len());
            score(basis, assessed, rows)
        })
        .collect();
    own.sort_by_cached_key(|score| place(home, basis.day(), &score.assessed));
    own
}

/// The same by total, the highest first, each with its place; equal totals share one. Whoever has
/// no total stands last, without a place.
pub fn ranked(scores: Vec<Score>) -> Vec<(Option<usize>, Score)> {
    let mut own = scores;
    own.sort_by(|one, other| match (one.total, other.total) {
        (Some(one), Some(other)) => other.compared(one),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    let mut last: Option<(Fraction, usize)> = None;
    let placed = own.into_iter().enumerate().map(|(at, score)| {
        let place = score.total.map(|total| match last {
            Some((before, place)) if before.compared(total) == Ordering::Equal => place,
            _ => at + 1,
        });
        last = score.total.zip(place);
        (place, score)
    });
    placed.collect()
}

fn score<'a>(basis: &ScoreBasis<'a>, assessed: Assessed, rows: ScoreRows<'a>) -> Score<'a> {
    let items: Vec<ItemPoints> =
        (0..basis.sheet.items.len()).map(|at| points(basis, at, rows.get(at))).collect();
    let given: Vec<Option<Fraction>> = items.iter().map(|own| own.points.ok()).collect();
    let total = given
        .iter()
        .try_fold(Fraction::ZERO, |sum, points| points.and_then(|points| sum.plus(points)));
    let level = basis.sheet.level(&given, total);
    let marks = || rows.marks();
    let marked_on = marks().map(|mark| mark.event.date).max();
    let assessors = marks().flat_map(|mark| mark.event.staff.iter().copied()).collect();
    Score { assessed, items, total, level, marked_on, assessors, rows }
}

fn points(basis: &ScoreBasis, at: usize, rows: Option<&ItemRows>) -> ItemPoints {
    let Some(item) = basis.sheet.items.get(at) else {
        return ItemPoints { points: Err(NoPoints::Unmarked), counted: None };
    };
    match (&item.source, rows) {
        (ScoreSource::Mark, Some(ItemRows::Mark(mark))) => {
            ItemPoints { points: mark.points.ok_or(NoPoints::WrongMark), counted: None }
        }
        (ScoreSource::Mark, _) => ItemPoints { points: Err(NoPoints::Unmarked), counted: None },
        (ScoreSource::Rate(_), rows) => {
            let (done, due) = rows.map_or((0, 0), |rows| rows.rate(basis.plan));
            let points = Fraction::of(done, due).and_then(|own| own.times(item.max));
            ItemPoints { points: points.ok_or(NoPoints::NothingDue), counted: Some((done, due)) }
        }
        (ScoreSource::Count { full, .. }, rows) => {
            let (count, full) = (rows.map_or(0, ItemRows::count), *full as usize);
            let points = Fraction::of(count.min(full), full).and_then(|own| own.times(item.max));
            ItemPoints { points: points.ok_or(NoPoints::NothingDue), counted: Some((count, full)) }
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
