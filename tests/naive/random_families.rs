//! Random families that two machines make of one event: settled rows, and dates that move to
//! another month, once and again, and back.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use super::features::Feature;
use super::random_home::Draft;
use super::random_logs::{Line, correction, day_of, later};
use super::rng::Rng;

/// The lines of one register by the first day of their month.
pub type Shelf = BTreeMap<NaiveDate, Vec<Line>>;

/// Picks a few events and lets things happen to the rows of each.
pub fn entangle(rng: &mut Rng, draft: &Draft, register: &str, shelf: &mut Shelf) {
    if shelf.is_empty() || !(draft.has(Feature::Settled) || draft.has(Feature::Moved)) {
        return;
    }
    for _ in 0..rng.below(4) {
        let months: Vec<NaiveDate> = shelf.keys().copied().collect();
        let month = *rng.pick(&months);
        let origin = rng.pick(&shelf[&month]).origin.clone();
        for _ in 0..=rng.below(6) {
            happen(rng, draft, register, shelf, &origin);
        }
    }
}

/// One thing that happens to an event: its date moves, it is amended or withdrawn, it is settled.
fn happen(rng: &mut Rng, draft: &Draft, register: &str, shelf: &mut Shelf, origin: &str) {
    let rows: Vec<Line> =
        shelf.values().flatten().filter(|line| line.origin == origin).cloned().collect();
    // The rows written last are touched more often; the older ones by a machine that lags behind.
    let target = if rng.chance(50) {
        rows.iter().max_by_key(|row| (row.recorded, &row.id)).expect("a row").clone()
    } else {
        rng.pick(&rows).clone()
    };
    let replaced = if draft.has(Feature::Settled) && rng.chance(45) {
        settled(rng, shelf, &target)
    } else {
        target.id.clone()
    };
    let moves = draft.has(Feature::Moved) && rng.chance(55);
    let mut row = if moves { target.clone() } else { correction(rng, draft, register, &target) };
    row.id = rng.id('E', 10);
    row.replaces = replaced;
    if moves {
        row.status = "moved";
        row.recorded = later(rng, target.recorded);
        // Half a move, now and then: nothing arrives.
        if rng.chance(93) {
            let arrived = arrived(rng, draft, shelf, &row);
            shelf.entry(first_of(arrived.date)).or_default().push(arrived);
        }
    }
    shelf.entry(first_of(row.date)).or_default().push(row);
}

/// The ids of up to three rows of one month that one row settles, the target among them.
///
/// They have come through equally many months, so that no chain of moves becomes a circle; mostly
/// they are of one event.
fn settled(rng: &mut Rng, shelf: &Shelf, target: &Line) -> String {
    let strangers = rng.chance(12);
    let beside = shelf[&first_of(target.date)].iter().filter(|row| {
        row.moves == target.moves
            && row.id != target.id
            && (strangers || row.origin == target.origin)
    });
    let mut ids: Vec<String> = beside.map(|row| row.id.clone()).collect();
    ids = rng.some(&ids, ids.len().min(1), 2);
    ids.push(target.id.clone());
    ids.sort_unstable();
    ids.join(" ")
}

/// The row that arrives in its own month.
fn arrived(rng: &mut Rng, draft: &Draft, shelf: &Shelf, moved: &Line) -> Line {
    let old = first_of(moved.date);
    let known: Vec<NaiveDate> = shelf.keys().copied().filter(|month| *month != old).collect();
    let month = if known.is_empty() || rng.chance(30) {
        let steps = Months::new(u32::try_from(1 + rng.below(2)).expect("small"));
        if rng.chance(50) { old + steps } else { old - steps }
    } else {
        *rng.pick(&known)
    };
    let mut row = moved.clone();
    row.id = rng.id('E', 10);
    row.date = day_of(rng, draft, month);
    row.status = "arrived";
    row.replaces = format!("{}/{}", old.format("%Y-%m"), moved.id);
    row.moves += 1;
    if rng.chance(4) {
        row.recorded += TimeDelta::hours(rng.between(-40, 40));
    }
    row
}

fn first_of(date: NaiveDate) -> NaiveDate {
    date.with_day(1).expect("the first of a month")
}
