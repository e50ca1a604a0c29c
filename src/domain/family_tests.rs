//! Families as long as a log, and small random ones beside the plain reading of the contract.

use std::sync::Arc;

use super::*;
use crate::domain::row::{Header, Row};

/// How many corrections a chain has here.
const LINKS: usize = 40_000;

fn id(number: usize) -> Id {
    Id::parse(&format!("E{number:010}"), Kind::Event).unwrap()
}

fn month(number: usize) -> Month {
    Month::parse(["2024-09", "2024-10", "2024-11"][number]).unwrap()
}

/// A row: its number, its month, what it says and which it replaces. Later numbers are recorded
/// later.
fn row(number: usize, own: usize, status: Status, replaces: Vec<Replaced>) -> Event {
    let header = Arc::new(Header { file: "log".into(), names: Vec::new() });
    let recorded = format!("2024-12-01T{:02}:{:02}:00+08:00", number / 60 % 24, number % 60);
    Event {
        id: id(number),
        date: format!("{}-02", month(own)).parse().unwrap(),
        children: Vec::new().into(),
        staff: Vec::new().into(),
        attempted: false,
        recorded: recorded.parse().unwrap(),
        status,
        replaces,
        row: Row::new(header, 2, std::iter::empty()),
    }
}

fn here(number: usize) -> Vec<Replaced> {
    vec![Replaced::Here(id(number))]
}

fn ids(rows: &[Event]) -> Vec<Id> {
    rows.iter().map(|row| row.id).collect()
}

#[test]
fn of_a_chain_of_forty_thousand_corrections_the_last_speaks_whatever_their_order() {
    let chain = |at: usize| {
        let replaces = if at == 0 { Vec::new() } else { here(at - 1) };
        row(at, 0, Status::Stands, replaces)
    };
    let rows: Vec<Event> = (0..=LINKS).map(chain).collect();
    for rows in [rows.clone(), rows.into_iter().rev().collect()] {
        let families = Families::new(rows);
        assert!(families.problems(month(0), true).is_empty());
        let last = families.of(month(0), &id(0).to_string()).unwrap();
        assert_eq!((last.word.id, last.tips, last.is_sent), (id(LINKS), vec![id(LINKS)], true));
        assert_eq!(ids(&families.told(month(0)).0), [id(LINKS)]);
    }
}

#[test]
fn every_row_of_a_circle_of_forty_thousand_corrections_is_told_and_none_speaks() {
    let next = |at: usize| row(at, 0, Status::Stands, here((at + 1) % LINKS));
    let families = Families::new((0..LINKS).map(next).collect());
    assert_eq!(families.problems(month(0), true).len(), LINKS);
    assert!(families.told(month(0)).0.is_empty());
}

#[test]
fn of_an_event_that_moved_forty_thousand_times_the_row_that_arrived_last_speaks() {
    let mut rows = vec![row(0, 0, Status::Stands, Vec::new())];
    for at in 0..LINKS {
        let (from, to) = (at % 2, (at + 1) % 2);
        let sender = Replaced::In(month(from), id(2 * at + 1));
        rows.push(row(2 * at + 1, from, Status::Moved, here(2 * at)));
        rows.push(row(2 * at + 2, to, Status::Arrived, vec![sender]));
    }
    let families = Families::new(rows);
    assert!([0, 1].iter().all(|own| families.problems(month(*own), true).is_empty()));
    assert_eq!(families.standing(month(0))[0].id, id(2 * LINKS));
    assert!(families.standing(month(1)).is_empty());
}

/// The same by going every way anew.
struct Plain<'r>(&'r [Event]);

impl Plain<'_> {
    fn at(&self, month: Month, id: Id) -> Option<usize> {
        self.0.iter().position(|row| row.month() == month && row.id == id)
    }

    /// The rows that a row names: of its own month, and of others.
    fn named(&self, at: usize) -> (Vec<usize>, Vec<usize>) {
        let (mut own, mut other) = (Vec::new(), Vec::new());
        for one in &self.0[at].replaces {
            match one {
                Replaced::Here(id) => own.extend(self.at(self.0[at].month(), *id)),
                Replaced::In(month, id) => other.extend(self.at(*month, *id)),
            }
        }
        (own, other)
    }

    fn family(&self, at: usize) -> Vec<usize> {
        let mut family = vec![at];
        loop {
            let is_linked = |row: usize| {
                family
                    .iter()
                    .any(|own| self.named(*own).0.contains(&row) || self.named(row).0.contains(own))
            };
            match (0..self.0.len()).find(|row| !family.contains(row) && is_linked(*row)) {
                Some(row) => family.push(row),
                None => break family,
            }
        }
    }

    fn is_replaced(&self, at: usize) -> bool {
        (0..self.0.len()).any(|row| self.named(row).0.contains(&at))
    }

    fn word(&self, family: &[usize]) -> Option<usize> {
        let ends = family.iter().copied().filter(|at| !self.is_replaced(*at));
        ends.max_by_key(|at| (self.0[*at].recorded, self.0[*at].id))
    }

    fn is_sent(&self, family: &[usize], way: &[usize]) -> bool {
        let heads: Vec<usize> =
            family.iter().copied().filter(|at| self.named(*at).0.is_empty()).collect();
        if heads.iter().any(|at| self.0[*at].status != Status::Arrived) {
            return true;
        }
        heads.iter().flat_map(|head| self.named(*head).1).any(|sender| {
            let old = self.family(sender);
            !way.contains(&sender)
                && self.0[sender].status == Status::Moved
                && self.word(&old) == Some(sender)
                && self.is_sent(&old, &[way, &[sender]].concat())
        })
    }

    fn speaks(&self, at: usize) -> bool {
        let family = self.family(at);
        let has_arrived = self.0.iter().any(|row| row.status == Status::Arrived);
        self.word(&family) == Some(at)
            && !matches!(self.0[at].status, Status::Void | Status::Moved)
            && (!has_arrived || self.is_sent(&family, &[]))
    }

    fn leads_to(&self, at: usize, goal: usize, way: &[usize]) -> bool {
        let (own, other) = self.named(at);
        [own, other].concat().into_iter().any(|next| {
            next == goal
                || !way.contains(&next) && self.leads_to(next, goal, &[way, &[next]].concat())
        })
    }
}

/// Numbers that look like chance and are the same in each run.
struct Tangle(u64);

impl Tangle {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

fn tangle(chance: &mut Tangle) -> Vec<Event> {
    let count = 1 + chance.below(8);
    let months: Vec<usize> = (0..count).map(|_| chance.below(3)).collect();
    let rows = (0..count).map(|at| {
        let statuses = [Status::Stands, Status::Void, Status::Moved, Status::Arrived];
        let mut replaces = Vec::new();
        for _ in 0..chance.below(3) {
            let other = chance.below(count);
            replaces.push(if months[at] == months[other] {
                Replaced::Here(id(other))
            } else {
                Replaced::In(month(months[other]), id(other))
            });
        }
        row(at, months[at], statuses[chance.below(4)], replaces)
    });
    rows.collect()
}

#[test]
fn small_tangles_speak_and_are_told_as_a_plain_reading_says() {
    let mut chance = Tangle(7);
    for _ in 0..3_000 {
        let rows = tangle(&mut chance);
        let plain = Plain(&rows);
        let families = Families::new(rows.clone());
        let named = |at: usize| [families.originals(at), families.senders(at)].concat();
        let named: Vec<Vec<usize>> = (0..rows.len()).map(named).collect();
        let circles = crate::domain::links::in_circles(&named);
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(circles[at], plain.leads_to(at, at, &[]), "{rows:?}");
            let family = plain.family(at).into_iter().min();
            assert_eq!(Some(families.family[at]), family, "{rows:?}");
            let speaks = families.standing(row.month()).iter().any(|own| own.id == row.id);
            assert_eq!(speaks, plain.speaks(at), "{rows:?}");
        }
    }
}
