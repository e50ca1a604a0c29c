//! The door that reads: what a judgement depends on, whole, sound and undisturbed.

use chrono::NaiveDate;

use super::doubtful::told;
use super::look_back::Older;
use super::{Session, Stop};
use crate::domain::audience::Audience;
use crate::domain::doubt;
use crate::domain::doubt::records::{self, RecordBook, truth};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::mask::Mask;
use crate::domain::month::Month;
use crate::domain::problem::{self, Problem};
use crate::domain::register::Register;
use crate::domain::rule::Rule;
use crate::reports::overdue::{self, OverdueRow};
use crate::reports::still_owed::{self, StillOwed};
use crate::reports::{due, inform};
use crate::rules::case::Case;
use crate::rules::need::{self, Need};
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;
use crate::storage::Store;
use crate::storage::child_depth::Depth;
use crate::storage::examine::examine;
use crate::storage::ledger::Sighting;

/// How often a reader begins anew before it waits for the lock.
const TRIES: usize = 10;

/// What is to be read besides what rules look at, and as of when.
#[derive(Clone, Copy, Default)]
pub struct Ask<'a> {
    /// Registers whose descriptions are needed, whether a rule looks at them or not.
    pub registers: &'a [&'a str],
    /// How much of the children; whoever asks for less never asks them for what is private.
    pub children: Depth,
    /// Only what had been recorded by this day.
    pub known_at: Option<NaiveDate>,
    /// Goes on when the calendar has run out: nothing is judged.
    pub past_calendar: bool,
    /// Something is to be written, for which the clock must be right.
    pub to_write: bool,
    /// Who reads what is told: the names of children are masked as they may read them.
    pub audience: Audience,
    /// For mails, which mask names by their own rule, whoever sends them.
    pub whole_names: bool,
}

impl<'a> Ask<'a> {
    /// Records are to be listed or written, and nothing judged.
    pub fn records(registers: &'a [&'a str]) -> Ask<'a> {
        Ask { registers, past_calendar: true, ..Ask::default() }
    }
}

/// A home in which no fault was found. What is dated after the day of judgement does not exist
/// for it: whoever asks for events is given those that have happened.
pub struct Reading {
    pub home: Home,
    pub(super) store: Store,
    pub(super) today: NaiveDate,
}

impl Session {
    /// Lets `answer` read the home. It is called again when records that belong together were
    /// changed meanwhile: what one command changes is seen whole or not at all.
    ///
    /// # Errors
    /// Every fault found in what was read; or whatever `answer` says.
    pub fn read<T, E: From<Stop>>(
        &self,
        ask: Ask,
        answer: impl Fn(&Reading) -> Result<T, E>,
    ) -> Result<T, E> {
        let store = self.store()?.known_at(ask.known_at);
        self.undisturbed(|| answer(&self.sight(&store, ask)?))
    }

    /// Lets `answer` read the home as it stands, and as it would with other rules.
    pub fn compare<T, E: From<Stop>>(
        &self,
        older: &Store,
        answer: impl Fn(&Reading, &Reading) -> Result<T, E>,
    ) -> Result<T, E> {
        self.undisturbed(|| {
            let before = self.sight(older, Ask::default())?;
            answer(&before, &self.sight(self.store()?, Ask::default())?)
        })
    }

    /// The home as it would be with this text in its rules or its calendar.
    ///
    /// # Errors
    /// The faults that it would have.
    pub fn with_text(&self, file: &'static str, text: &str) -> Result<Reading, Stop> {
        let store = self.store()?.with_text(file, file, text.to_owned());
        self.reading(&store, Ask::records(&[]))
    }

    /// Everything is read, and every problem found, remarks too.
    pub fn examine(&self) -> Result<Vec<Problem>, Stop> {
        self.examined(false)
    }

    /// The same, and how truthfully the records were written.
    pub fn examine_truth(&self) -> Result<Vec<Problem>, Stop> {
        self.examined(true)
    }

    fn examined(&self, asks_truth: bool) -> Result<Vec<Problem>, Stop> {
        let store = self.store()?.thoroughly();
        self.undisturbed(|| {
            let wished = store.settings().map(|own| records::wishes::registers(&own.expects));
            let asked = [records::REGISTERS, &wished.unwrap_or_default()].concat();
            let is_asked = |home: &Home, register: &Register, event: &Event| {
                asked.contains(&register.name.as_str())
                    || asks_truth && truth::is_work(home, self.today, (register, event))
            };
            let mut read = examine(&store, (self.today, self.now), is_asked)?;
            let mut found = std::mem::take(&mut read.problems);
            found.extend(self.clock_behind()?);
            let is_sound = !found.iter().any(Problem::is_fault);
            if let Some(home) = read.home.as_ref().filter(|_| is_sound) {
                self.meet(home);
                found.extend(doubt::all(home, self.today).into_iter().map(told));
                let (today, events, sheets) = (self.today, &read.events, &read.sheets);
                let register_of = |id| read.register_of(id);
                let records = RecordBook { home, today, events, sheets, register_of: &register_of };
                found.extend(records::doubts(&records));
                found.extend(records::wishes::lacking(&records).into_iter().map(told));
                if asks_truth {
                    found.extend(truth::doubts(&records));
                }
            }
            problem::sort(&mut found);
            Ok(found)
        })
    }

    pub(super) fn reading(&self, store: &Store, ask: Ask) -> Result<Reading, Stop> {
        let clock = self.clock_fault(ask.to_write)?;
        let home = store.sound(|reader| {
            if let Some(fault) = clock {
                reader.tell(fault);
            }
            let home = reader.home(ask.registers, ask.children)?;
            if !ask.past_calendar {
                reader.check_calendar(&home, self.today);
            }
            Some(home)
        })?;
        self.meet(&home);
        Ok(Reading { home, store: store.clone(), today: self.today })
    }

    /// The home as whoever runs the program may see it: of children who are not theirs the names
    /// are masked, as on a wall.
    fn sight(&self, store: &Store, ask: Ask) -> Result<Reading, Stop> {
        let mut reading = self.reading(store, ask)?;
        let children = reading.home.children.iter_mut().filter(|_| !ask.whole_names);
        for child in children.filter(|own| !self.viewer.is_of(own.class_on(self.today))) {
            child.name = Mask::Partial.name(&child.name, child.id);
        }
        self.mask(&mut reading.home, ask.audience);
        Ok(reading)
    }

    /// Masks the names of the children as an audience may read them; those of staff are looked for
    /// by their names, and are masked where they are told.
    fn mask(&self, home: &mut Home, audience: Audience) {
        let mask = audience.hides_of_children(home.settings.mail.mask);
        if mask != Mask::Nothing {
            let names = home.masked_names(mask, self.today);
            home.children.iter_mut().zip(names).for_each(|(child, name)| child.name = name);
        }
    }

    /// The home's lock must not be held.
    pub(super) fn undisturbed<T, E: From<Stop>>(
        &self,
        read: impl Fn() -> Result<T, E>,
    ) -> Result<T, E> {
        let root = self.root()?;
        for _ in 0..TRIES {
            let before = Sighting::of(root);
            let answer = read();
            match before.and_then(|before| before.is_undisturbed(root)) {
                Ok(true) => return answer,
                Ok(false) => {}
                // What is wrong with the records is told first.
                Err(error) => return answer.and_then(|_| Err(Stop::Disk(error).into())),
            }
        }
        let _lock = if self.dry_run { None } else { Some(self.lock(root)?) };
        read()
    }
}

/// Nobody has to be looked for further back.
pub fn nobody(_: &Plan, _: &Tally) -> Vec<Case> {
    Vec::new()
}

impl Reading {
    /// Counts the events of the months needed; then, for cases without any, looks further back.
    /// This is the one way to a tally of events that were read.
    pub fn judge(
        &self,
        plan: &Plan,
        need: &Need,
        undecided: impl Fn(&Plan, &Tally) -> Vec<Case>,
    ) -> Result<Tally, Stop> {
        let tally = self.store.sound(|reader| {
            let older = Older { plan, reader, need };
            let mut tally = counted(&older);
            let cases = undecided(plan, &tally);
            older.look_back(&mut tally, cases);
            Some(tally)
        })?;
        Ok(tally)
    }

    /// The overdue rows of a plan's rules that are listed, and what falls due within so many days.
    pub fn late_and_soon(
        &self,
        plan: &Plan,
        days: u32,
        is_listed: impl Fn(&Rule) -> bool,
    ) -> Result<(Vec<OverdueRow>, Vec<Obligation>), Stop> {
        let need = &need::since(plan, still_owed::first_day(plan));
        let (tally, owed) = self.store.sound(|reader| {
            let older = Older { plan, reader, need };
            let mut tally = counted(&older);
            let mut owed = StillOwed::of(plan, &tally, days);
            let late = overdue::undecided_of(plan, &tally, &owed);
            let cases = [late, due::undecided(plan, &tally)].concat();
            let looked_for = older.look_back(&mut tally, cases);
            owed.renew(plan, &tally, &looked_for);
            Some((tally, owed))
        })?;
        let mut rows = overdue::rows_of(plan, &tally, &owed);
        rows.retain(|row| is_listed(plan.rules[row.case.rule].rule));
        Ok((rows, due::soon_of(&owed)))
    }

    /// How long ago the last event was, for the rules of a plan that only inform.
    pub fn informing(&self, plan: &Plan) -> Result<Vec<OverdueRow>, Stop> {
        let need = need::since(plan, plan.today);
        let tally = self.judge(plan, &need, inform::undecided)?;
        Ok(inform::rows(plan, &tally))
    }
}

/// What the months count that a judgement needs.
fn counted(older: &Older) -> Tally {
    let Older { plan, reader, need } = older;
    let mut tally = Tally::new(plan);
    let last = Month::of(plan.today);
    let units = need.iter().flat_map(|(register, first)| {
        let months = reader.months(register).into_iter();
        let needed = months.filter(move |month| first <= month && *month <= last);
        needed.map(move |month| (register.as_str(), month))
    });
    reader.units(plan.home, units, |register, (live, _)| tally.add(plan, register, &live));
    tally.settle();
    tally
}
