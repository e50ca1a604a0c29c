//! The routine of a year: each month its talks, letters and contacts, each window its visits.
//! What departs from the routine is in the school's story; a gap there leaves room for it.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::Span;
use crate::home::Roll;
use crate::log::{Event, Log};
use crate::people::Child;
use crate::rng::Rng;
use crate::words::{Author, Kin, contact, help, talk, visit};

/// Who keeps the records: the people, the log, and what was written so far.
pub struct Clerk<'a> {
    pub seed: u64,
    pub roll: &'a Roll<'a>,
    pub log: Log<'a>,
    pub author: Author,
    /// Calendar months (1 to 12) in which now and then a monthly duty is forgotten.
    pub busy_months: &'static [u32],
}

impl<'a> Clerk<'a> {
    pub fn stream(&self, name: &str) -> Rng {
        Rng::new(self.seed, name)
    }

    /// Calls `act` for each child and month with the day on which the duty is done.
    fn monthly(&mut self, duty: &str, act: impl Fn(&mut Self, &'a Child, NaiveDate, &mut Rng)) {
        for month in self.roll.calendar.months() {
            for child in self.roll.children {
                let mut rng = self.stream(&format!("{duty} {} {}", child.key, month.first));
                if let Some(day) = self.day(child, duty, month, &mut rng) {
                    act(self, child, day, &mut rng);
                }
            }
        }
    }

    fn day(&self, child: &Child, duty: &str, span: Span, rng: &mut Rng) -> Option<NaiveDate> {
        let length = span
            .days()
            .filter(|day| self.roll.calendar.is_school_day(*day))
            .count();
        let days = self.roll.school_days(child, duty, span);
        let forgotten = self.busy_months.contains(&span.first.month())
            && rng.chance(4)
            && !self.roll.has_gap(child, duty);
        // The few days of July are no month to anybody.
        if length < 5 || days.is_empty() || forgotten {
            return None;
        }
        Some(days[rng.below((days.len() * 9).div_ceil(10))])
    }

    pub fn talks(&mut self) {
        self.monthly("talk", |clerk, child, day, rng| {
            let event = Event::new("talk", day).child(&child.id);
            let event = event.staff(clerk.roll.pair_teacher(child, day));
            let event = talk::fill(event, Kin::of(child, day), &mut clerk.author, rng);
            clerk.log.enter(event, rng);
        });
    }

    pub fn guardian_contacts(&mut self) {
        self.monthly("guardian", |clerk, child, day, rng| {
            let event = Event::new("guardian_contact", day).child(&child.id);
            let event = event.staff(clerk.roll.head_teacher(child, day));
            let event = contact::guardian(event, Kin::of(child, day), &mut clerk.author, rng);
            clerk.log.enter(event, rng);
        });
    }

    /// A child has one a month more often than not.
    pub fn help(&mut self) {
        self.monthly("help", |clerk, child, day, rng| {
            if rng.chance(55) {
                return;
            }
            let event = Event::new("help", day).child(&child.id);
            let event = event.staff(clerk.roll.pair_teacher(child, day));
            let event = help::help(event, Kin::of(child, day), &mut clerk.author, rng);
            clerk.log.enter(event, rng);
        });
    }

    /// Letters that a class writes together; who wrote none writes or calls alone.
    pub fn letters_and_calls(&mut self) {
        let written = self.festival_letters();
        self.monthly("touch", |clerk, child, day, rng| {
            let wrote = written.contains(&(child.id.clone(), day.month()));
            if !wrote {
                clerk.letter_or_call(child, day, rng);
            }
            let days = clerk
                .roll
                .school_days(child, "touch", Span::new(day, day + Days::new(12)));
            let again = days
                .last()
                .filter(|last| last.month() == day.month() && **last != day);
            if let (Some(again), true) = (again, rng.chance(25)) {
                clerk.call(child, *again, rng);
            }
        });
    }

    fn letter_or_call(&mut self, child: &'a Child, day: NaiveDate, rng: &mut Rng) {
        if child.grade_on(day) > 1 && rng.chance(30) {
            let event = Event::new("letter", day).child(&child.id);
            let event = event.staff(self.roll.head_teacher(child, day));
            let event = contact::letter(event, Kin::of(child, day), &mut self.author, rng);
            self.log.enter(event, rng);
        } else {
            self.call(child, day, rng);
        }
    }

    /// Now and then nobody answers, and it is tried again a few days later.
    fn call(&mut self, child: &'a Child, day: NaiveDate, rng: &mut Rng) {
        let kin = Kin::of(child, day);
        let event = |day| {
            let event = Event::new("family_call", day).child(&child.id);
            event.staff(self.roll.head_teacher(child, day))
        };
        let before = self
            .roll
            .school_days(child, "touch", Span::new(day - Days::new(6), day));
        let tried = before[0];
        let (made, attempt) = (event(day), event(tried));
        if tried < day && rng.chance(8) {
            let attempt = contact::no_answer(attempt, kin, rng);
            self.log.enter(attempt, rng);
        }
        let made = contact::call(made, kin, &mut self.author, rng);
        self.log.enter(made, rng);
    }

    /// Grade three and above, in the two weeks before a festival. Returns who wrote in which month.
    fn festival_letters(&mut self) -> HashSet<(String, u32)> {
        let mut written = HashSet::new();
        for (festival, _, _) in contact::OCCASIONS {
            for class in self.classes() {
                let mut rng = self.stream(&format!("festival {class} {festival}"));
                let weeks = Span::new(*festival - Days::new(14), *festival);
                let open = |day: &NaiveDate| self.roll.calendar.is_school_day(*day);
                let days: Vec<NaiveDate> = weeks.days().filter(open).collect();
                let day = days[rng.below(days.len())];
                let pupils = self.pupils(class, day);
                if pupils.len() < 2 || pupils[0].grade_on(day) < 3 || rng.chance(45) {
                    continue;
                }
                let event = contact::festival(Event::new("letter", day));
                let event = event.staff(self.roll.head_teacher(pupils[0], day));
                let event = pupils
                    .iter()
                    .fold(event, |event, child| event.child(&child.id));
                written.extend(event.children.iter().map(|id| (id.clone(), day.month())));
                self.log.enter(event, &mut rng);
            }
        }
        written
    }

    fn classes(&self) -> Vec<&'static str> {
        let mut classes: Vec<&str> = self.roll.children.iter().map(|child| child.class).collect();
        classes.dedup();
        classes
    }

    fn pupils(&self, class: &str, day: NaiveDate) -> Vec<&'a Child> {
        let today = Span::new(day, day);
        let writes = |child: &&Child| {
            child.class_on(day) == class && !self.roll.school_days(child, "touch", today).is_empty()
        };
        self.roll.children.iter().filter(writes).collect()
    }

    /// Once a term, early on; a child who comes later, soon after it came.
    pub fn surveys(&mut self) {
        self.each_term("survey", |clerk, child, days, rng| {
            let day = days[rng.below(days.len().min(15))];
            let event = Event::new("survey", day).child(&child.id);
            let event = event.staff(clerk.roll.head_teacher(child, day));
            clerk.log.enter(help::survey(event, rng), rng);
        });
    }

    /// One or two things a term go into each child's bag.
    pub fn growth(&mut self) {
        self.each_term("growth", |clerk, child, days, rng| {
            for _ in 0..rng.between(1, 2) {
                let day = days[rng.below(days.len())];
                let event = Event::new("growth", day).child(&child.id);
                let event = event.staff(clerk.roll.head_teacher(child, day));
                clerk.log.enter(help::growth(event, rng), rng);
            }
        });
    }

    fn each_term(
        &mut self,
        duty: &str,
        act: impl Fn(&mut Self, &'a Child, &[NaiveDate], &mut Rng),
    ) {
        for (number, term) in self.roll.calendar.terms.iter().enumerate() {
            let span = Span::new(term.span.first + Days::new(7), term.span.last);
            for child in self.roll.children {
                let mut rng = self.stream(&format!("{duty} {number} {}", child.key));
                let days = self.roll.school_days(child, duty, span);
                if days.len() > 10 {
                    act(self, child, &days, &mut rng);
                }
            }
        }
    }

    /// A household is visited once for all its children, on a day that suits all of them.
    pub fn visits(&mut self) {
        for (anchor, span) in self.roll.calendar.windows() {
            for household in self.households() {
                let days = |child: &&Child| self.roll.visiting_days(child, "visit", span);
                let members: Vec<&Child> = household
                    .into_iter()
                    .filter(|child| !days(child).is_empty())
                    .collect();
                let Some(first) = members.first() else {
                    continue;
                };
                let mut common = days(first);
                common.retain(|day| members.iter().all(|child| days(child).contains(day)));
                assert!(
                    !common.is_empty(),
                    "no day to visit {} in {anchor}",
                    first.key
                );
                self.visit(&members, &anchor, &common);
            }
        }
    }

    fn households(&self) -> Vec<Vec<&'a Child>> {
        let mut households: Vec<Vec<&Child>> = Vec::new();
        for child in self.roll.children {
            let known = households
                .iter_mut()
                .find(|known| known[0].household == child.household);
            match known {
                Some(household) => household.push(child),
                None => households.push(vec![child]),
            }
        }
        households
    }

    pub fn visit(&mut self, members: &[&'a Child], anchor: &str, days: &[NaiveDate]) {
        let mut rng = self.stream(&format!("visit {} {anchor}", members[0].key));
        let place = rng.below(days.len());
        let (day, before) = (days[place], days[place.saturating_sub(1 + rng.below(4))]);
        let visit = |day: NaiveDate| {
            members
                .iter()
                .fold(Event::new("visit", day), |event, child| {
                    event
                        .child(&child.id)
                        .staff(self.roll.head_teacher(child, day))
                })
        };
        let attempt = visit(before);
        let mut event = visit(day);
        if rng.chance(18) {
            event = event.staff(self.roll.pair_teacher(members[0], day));
        }
        if before < day && rng.chance(7) {
            let attempt = visit::nobody(attempt, &mut rng);
            self.log.enter(attempt, &mut rng);
        }
        let kin = Kin::of(members[0], day);
        let event = visit::fill(event, anchor, kin, &mut self.author, &mut rng);
        self.log.enter(event, &mut rng);
    }
}
