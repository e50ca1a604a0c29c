//! A school's story, a text file: what departs from the routine, a line each. `#` begins a remark.
//!
//! A line is a verb and its words; a child is `class/name`, a time `first..last`.
//! - in the children's files (see `lives`): `left back came paused was risk tag excused note`
//! - room for what does not happen: `gap CHILD DUTY TIME`
//! - in the log: `tried CHILD DUTY DAY…` in vain, `done CHILD DUTY DAY [SLOT]` by itself,
//!   `counselled CHILD STAFF DAY…`, `change CHILD DAY STAFF FIELD|OLD|NEW|WHY`,
//!   `held DAY REGISTER STAFF WHO CELL|CELL…` (see `held`), `failed …` when it came to nothing
//! - entered wrongly and put right (see `mending`):
//!   `misnamed misdated withdrawn twice revived minutes amended filled replies`

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Span, same_month};
use crate::clerk::{Clerk, Duty};
use crate::home::Gap;
use crate::log::{Event, Fix, at};
use crate::people::{Child, Staff};
use crate::words::help;
use crate::{held, lives, mending};

/// What is left of a line.
pub struct Line(&'static str);

impl Line {
    pub fn word(&mut self) -> &'static str {
        let (word, rest) = self.0.split_once(' ').unwrap_or((self.0, ""));
        self.0 = rest;
        word
    }

    /// A child's key from `class/name`.
    pub fn key(&mut self) -> String {
        self.word().replace('/', " ")
    }

    pub fn day(&mut self) -> NaiveDate {
        day(self.word())
    }

    pub fn days(&mut self) -> Vec<NaiveDate> {
        self.rest().split_whitespace().map(day).collect()
    }

    pub fn span(&mut self) -> Span {
        let (first, last) = self.word().split_once("..").expect("a time of two days");
        Span::new(day(first), day(last))
    }

    /// A month as its first day.
    pub fn month(&mut self) -> NaiveDate {
        self.day().with_day(1).expect("every month has a first day")
    }

    /// The day of a correction, `@` the machine when it is not the first one.
    pub fn fix(&mut self) -> Fix {
        let word = self.word();
        let (on, writer) = word.split_once('@').unwrap_or((word, ""));
        Fix { on: day(on), writer }
    }

    pub fn rest(&mut self) -> &'static str {
        std::mem::take(&mut self.0)
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("a date of the story: {text}"))
}

fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, Line)> {
    let told = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    told.map(|line| {
        let mut line = Line(line);
        (line.word(), line)
    })
}

/// Puts into the children's files what the story says of them.
pub fn live(text: &'static str, children: &mut [Child], staff: &[Staff]) {
    for (verb, mut line) in lines(text) {
        if lives::VERBS.contains(&verb) {
            let child = lives::child(children, &line.key());
            lives::happen(child, staff, verb, &mut line);
        }
    }
}

pub fn gaps(text: &'static str) -> Vec<Gap> {
    let gaps = lines(text).filter(|(verb, _)| *verb == "gap");
    gaps.map(|(_, mut line)| Gap { who: line.key(), duty: line.word(), span: line.span() })
        .collect()
}

/// Enters in the log what the story tells, in its order.
pub fn tell(text: &'static str, clerk: &mut Clerk, duties: &'static [Duty]) {
    let duty = |line: &mut Line| {
        let name = line.word();
        duties.iter().find(|duty| duty.name == name).expect("a duty of the school")
    };
    for (verb, mut line) in lines(text) {
        let line = &mut line;
        match verb {
            "gap" => {}
            "tried" => {
                let (who, duty) = (line.key(), duty(line));
                clerk.tried(duty, &who, &line.days());
            }
            "done" => {
                let (who, duty, day) = (line.key(), duty(line), line.day());
                clerk.done(duty, &who, day, line.rest());
            }
            "counselled" => {
                let (who, by) = (line.key(), line.word());
                counsel(clerk, &who, by, &line.days());
            }
            "change" => change(clerk, line),
            "held" | "failed" => held::enter(clerk, line, verb == "failed"),
            "misnamed" => mending::misnamed(clerk, duty(line), line),
            "misdated" => mending::misdated(clerk, duty(line), line),
            "withdrawn" => mending::withdrawn(clerk, duty(line), line),
            "twice" => mending::twice(clerk, duty(line), line),
            "revived" => mending::revived(clerk, duty(line), line),
            "minutes" => mending::minutes(clerk, duty(line), line),
            "amended" => mending::amended(clerk, line),
            "filled" => mending::filled(clerk, line),
            "replies" => mending::replies(clerk, line),
            _ => assert!(lives::VERBS.contains(&verb), "no verb of a story: {verb}"),
        }
    }
}

/// A child's rounds with the counsellor.
fn counsel(clerk: &mut Clerk, who: &str, by: &str, days: &[NaiveDate]) {
    let child = clerk.roll.child(who);
    let later = days.iter().skip(1).map(NaiveDate::to_string).chain([String::new()]);
    for (round, (day, next)) in (0..).zip(days.iter().zip(later)) {
        let mut rng = clerk.stream(&format!("counselling {who} {day}"));
        let by = &clerk.roll.staff(by).id;
        let event = Event::new("counselling", *day).child(&child.id).staff(by);
        let event = help::counselling(event, round, &mut rng);
        clerk.log.enter(event.set("next_on", next), &mut rng);
    }
}

/// A row of the `change` register: the earlier value stands in the child's file, too.
fn change(clerk: &mut Clerk, line: &mut Line) {
    let (who, day, by) = (line.key(), line.day(), line.word());
    let mut rng = clerk.stream(&format!("change {who} {day}"));
    let child = clerk.roll.child(&who);
    let event = Event::new("change", day).child(&child.id).staff(&clerk.roll.staff(by).id);
    let event = held::fill(event, &line.rest().replace("MOTHER'S PHONE", phone(child)));
    let recorded = at(day, 9, &mut rng);
    clerk.log.enter_at(event, recorded, &mut rng);
}

fn phone(child: &Child) -> &str {
    child.mother.phone.first().map_or("", String::as_str)
}

/// The first row of a register in a month that is wanted.
pub fn first_in(
    clerk: &Clerk,
    register: &str,
    month: NaiveDate,
    wanted: impl Fn(&Event) -> bool,
) -> usize {
    clerk
        .log
        .first(|event| event.register == register && same_month(event.date, month) && wanted(event))
}
