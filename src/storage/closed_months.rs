//! What is kept of a register's closed months, so that they need not be read again: of each child
//! the last date for each question that rules ask.
//!
//! It is worked out from the logs, never needed and never trusted over them: it answers only as
//! long as every log that went into it is still the very file that was read, against the same
//! description and rules, and everybody named there is still known. Else it is made anew.

use std::collections::BTreeMap;
use std::hash::Hasher;

use serde::{Deserialize, Serialize};

use super::file_system::FileTimes;
use super::kept::{self, Day, KeptFile, day, number};
use super::layout;
use super::reader::Reader;
use super::stamp::{Stamp, sum};
use crate::domain::event::{Event, Replaced};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::id_map::IdSet;
use crate::domain::last_dates::{LastDate, LastDates};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::domain::who_answers;

/// Raised when the same bytes would mean something else.
const FORMAT: u32 = 2;

/// The months of a register before a month, none of which a judgement reads.
pub struct ClosedMonths<'a> {
    reader: &'a Reader<'a>,
    home: &'a Home,
    register: &'a Register,
    months: Vec<Month>,
    until: Month,
    /// Their logs.
    files: Vec<String>,
    /// Do answers hang on roles and classes too?
    looks_at_roles: bool,
}

/// Takes what is told to a hasher as it is.
struct Summing(Vec<u8>);

impl Hasher for Summing {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.len() as u64
    }
}

/// The answers, by the text of each question.
pub type Answers = BTreeMap<String, LastDates>;

/// How it is kept.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct KeptMonths {
    format: u32,
    /// What the logs were read against.
    against: [u8; 32],
    files: Vec<(String, Stamp)>,
    /// Everybody who is named there.
    children: Vec<Id>,
    staff: Vec<Id>,
    answers: Vec<(String, Vec<KeptDate>)>,
}

/// A child, the day of its last event and those of the tries after it, as numbers of days.
type KeptDate = (Id, Option<Day>, Vec<Day>);

impl<'a> ClosedMonths<'a> {
    /// The closed months of a register; `None` where nothing may be kept: of a restricted register,
    /// of other rules than the home's own, as of an earlier day, while a change is unfinished.
    pub fn of(
        reader: &'a Reader,
        home: &'a Home,
        (register, until): (&str, Month),
        looks_at_roles: bool,
    ) -> Option<ClosedMonths<'a>> {
        let register = home.registers.get(register).filter(|own| !own.restricted)?;
        if !reader.reads_all_as_it_is() || !kept::is_allowed(reader.root()) {
            return None;
        }
        let shelf = reader.shelf(&register.name);
        let closed = || shelf.range(..until);
        Some(ClosedMonths {
            months: closed().map(|(month, _)| *month).collect(),
            files: closed().flat_map(|(_, files)| files.clone()).collect(),
            reader,
            home,
            register,
            until,
            looks_at_roles,
        })
    }

    /// What is kept of them, when it is still true.
    pub fn kept(&self) -> Option<Answers> {
        let kept: KeptMonths = self.place().recall()?;
        let own = kept.files.iter().map(|(file, _)| file);
        if kept.format != FORMAT || kept.against != self.against() || !own.eq(&self.files) {
            return None;
        }
        let known = self.reader.known(self.home);
        let everybody = kept.children.iter().all(|id| known.knows(*id, Kind::Child))
            && kept.staff.iter().all(|id| known.knows(*id, Kind::Staff));
        let is_true = everybody && self.still_hold(&kept.files);
        is_true.then(|| kept.answers())
    }

    /// Reads all of them, and keeps for each question the last dates of the events that it `counts`
    /// for a child. `None` when any of them has a fault, or hangs on a month that is not closed.
    pub fn survey(
        &self,
        questions: impl Iterator<Item = String>,
        counts: impl Fn(&str, &Event, Id) -> bool,
    ) -> Option<Answers> {
        // Where nothing can be kept, the months that are asked for are read, and no more.
        let place = self.place();
        let stamps = place.begin().ok().and_then(|now| self.stamps(now));
        let kept = stamps.and_then(|stamps| {
            let answers = questions.map(|own| (own, LastDates::default())).collect();
            self.read(stamps, answers, counts)
        });
        place.keep(kept.as_ref().map(|(kept, _)| kept));
        kept.map(|(_, answers)| answers)
    }

    /// The answers, and how they are kept.
    fn read(
        &self,
        stamps: Vec<(String, Stamp)>,
        mut answers: Answers,
        counts: impl Fn(&str, &Event, Id) -> bool,
    ) -> Option<(KeptMonths, Answers)> {
        let reader = self.reader.apart();
        let (mut children, mut staff) = (IdSet::default(), IdSet::default());
        let units = self.months.iter().map(|month| (&*self.register.name, *month));
        let mut hangs_on_others = false;
        reader.rows_of(self.home, units, |register, month, rows| {
            hangs_on_others |= rows.iter().any(|row| self.hangs_on_others(row));
            children.extend(rows.iter().flat_map(|row| &row.children));
            staff.extend(rows.iter().flat_map(|row| &row.staff));
            let (live, _) = reader.settle(self.home, register, month, rows);
            for (question, dates) in &mut answers {
                for event in &live {
                    let children = event.children.iter().copied();
                    let own = children.filter(|child| counts(question, event, *child));
                    own.for_each(|child| dates.see(child, event));
                }
            }
        });
        let is_sound = !hangs_on_others && reader.faults().is_empty() && self.still_hold(&stamps);
        let kept = || KeptMonths::new(self.against(), stamps, (children, staff), &answers);
        Some((is_sound.then(kept)?, answers))
    }

    fn hangs_on_others(&self, row: &Event) -> bool {
        let later = |one: &Replaced| matches!(one, Replaced::In(month, _) if *month >= self.until);
        row.replaces.iter().any(later)
    }

    fn stamps(&self, now: Option<FileTimes>) -> Option<Vec<(String, Stamp)>> {
        let stamp = |file: &String| {
            let stamp = Stamp::of(&self.reader.root().join(file), now).ok()??;
            Some((file.clone(), stamp))
        };
        self.files.iter().map(stamp).collect()
    }

    fn still_hold(&self, stamps: &[(String, Stamp)]) -> bool {
        let root = self.reader.root();
        stamps.iter().all(|(file, stamp)| stamp.holds(&root.join(file)).unwrap_or_default())
    }

    /// What the strictness of a log hangs on besides its own text.
    fn against(&self) -> [u8; 32] {
        let home = self.home;
        let former = home.children.iter().filter(|child| !child.also.is_empty());
        let former: Vec<_> = former.map(|child| (child.id, &child.also)).collect();
        let classes = self.register.has_column("class");
        let classes = classes.then_some((&home.settings, &home.calendar));
        let who = self.looks_at_roles.then(|| {
            let mut summing = Summing(Vec::new());
            who_answers::hash(home, &mut summing);
            sum(&summing.0)
        });
        let rules = self.reader.rules_sum(home);
        let of = (env!("CARE_VERSION"), self.register, rules, former, classes, who);
        sum(format!("{of:?}").as_bytes())
    }

    fn place(&self) -> KeptFile {
        KeptFile::at(self.reader.root(), &layout::last_dates(&self.register.name))
    }
}

impl KeptMonths {
    fn new(
        against: [u8; 32],
        files: Vec<(String, Stamp)>,
        (children, staff): (IdSet, IdSet),
        answers: &Answers,
    ) -> KeptMonths {
        let in_order = |set: IdSet| {
            let mut ids: Vec<Id> = set.into_iter().collect();
            ids.sort_unstable();
            ids
        };
        let date = |(child, last): (Id, &LastDate)| {
            let attempts = last.attempts.iter().copied().map(number).collect();
            (child, last.done.map(number), attempts)
        };
        let dates = |dates: &LastDates| {
            let mut dates: Vec<KeptDate> = dates.iter().map(date).collect();
            dates.sort_unstable();
            dates
        };
        let answers = answers.iter().map(|(question, own)| (question.clone(), dates(own)));
        let (children, staff) = (in_order(children), in_order(staff));
        KeptMonths { format: FORMAT, against, files, children, staff, answers: answers.collect() }
    }

    fn answers(self) -> Answers {
        let date = |(child, done, attempts): KeptDate| {
            let attempts = attempts.into_iter().filter_map(day).collect();
            (child, LastDate { done: done.and_then(day), attempts })
        };
        let answers = self.answers.into_iter();
        answers.map(|(question, dates)| (question, dates.into_iter().map(date).collect())).collect()
    }
}
