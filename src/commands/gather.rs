//! Reading what a judgement depends on: the home, then the months its rules look at.

use super::context::Context;
use super::failure::Failure;
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::reports::look_back::look_back;
use crate::reports::overdue::OverdueRow;
use crate::reports::{due, overdue};
use crate::rules::need::{self, Need};
use crate::rules::obligation::Obligation;
use crate::rules::plan::{Pair, Plan};
use crate::rules::tally::Tally;
use crate::storage::{Store, together};

/// How often a reader begins anew before it waits for the lock.
const TRIES: usize = 10;

/// Reads, and again when records that belong together were changed meanwhile: what one command
/// changes is seen whole or not at all. The home's lock must not be held.
pub fn undisturbed<T>(
    context: &Context,
    read: impl Fn() -> Result<T, Failure>,
) -> Result<T, Failure> {
    let Ok(root) = context.root() else { return read() };
    for _ in 0..TRIES {
        let before = together::length(root);
        let answer = read();
        match (before, together::length(root)) {
            (Ok(before), Ok(after)) if before == after => return answer,
            (Ok(_), Ok(_)) => {}
            // What is wrong with the records is told first.
            (Err(error), _) | (_, Err(error)) => {
                return answer.and_then(|_| Err(Failure::Disk(error)));
            }
        }
    }
    let _lock = context.lock_folder(root)?;
    read()
}

/// The home for a judgement: without a fault, its calendar not run out; or all its faults.
pub fn home(context: &Context, store: Store) -> Result<(Store, Home), Failure> {
    for_judging(context, store, &[])
}

/// The same, with the descriptions of registers that no rule may look at.
pub fn for_judging(
    context: &Context,
    store: Store,
    registers: &[&str],
) -> Result<(Store, Home), Failure> {
    let (store, home) = records(store, registers)?;
    store.check_calendar(&home, context.today);
    if store.has_fault() { Err(Failure::of_store(store)) } else { Ok((store, home)) }
}

/// The home for reading and writing records, without a fault or all its faults; a calendar that
/// has run out hinders neither.
pub fn records(store: Store, registers: &[&str]) -> Result<(Store, Home), Failure> {
    let home = store.home(registers);
    match home.filter(|_| !store.has_fault()) {
        Some(home) => Ok((store, home)),
        None => Err(Failure::of_store(store)),
    }
}

/// Counts the events of the months needed; then, for pairs without any, looks further back.
pub fn tally(
    plan: &Plan,
    store: &Store,
    need: &Need,
    undecided: impl Fn(&Plan, &Tally) -> Vec<Pair>,
) -> Tally {
    let mut tally = Tally::new(plan);
    let last = Month::of(plan.today);
    let read = |tally: &mut Tally, register: &str, month: Month| {
        let events = store.unit(plan.home, register, month);
        tally.add(plan, register, &events);
    };
    for (register, first) in need {
        let months = store.months(register).into_iter();
        for month in months.filter(|month| first <= month && *month <= last) {
            read(&mut tally, register, month);
        }
    }
    tally.settle();
    let pairs = undecided(plan, &tally);
    look_back(plan, &mut tally, need, pairs, |register| store.months(register), read);
    tally.settle();
    tally
}

/// The overdue rows of a plan, and what falls due within so many days.
pub fn late_and_soon(plan: &Plan, store: &Store, days: u32) -> (Vec<OverdueRow>, Vec<Obligation>) {
    let first = overdue::first_day(plan).min(due::first_day(plan));
    let tally = tally(plan, store, &need::since(plan, first), |plan, tally| {
        [overdue::undecided(plan, tally), due::undecided(plan, tally)].concat()
    });
    (overdue::rows(plan, &tally), due::soon(plan, &tally, days))
}

/// No fault may have been found while reading.
pub fn sound(store: Store) -> Result<(), Failure> {
    if store.has_fault() { Err(Failure::of_store(store)) } else { Ok(()) }
}
