//! Who keeps the records: finds the day of each duty, and enters what was done.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Every, Span};
use crate::home::Roll;
use crate::log::{Event, Log, at};
use crate::people::Child;
use crate::rng::Rng;
use crate::words::{Author, Kin, Pen, Write};

/// A duty that comes round: who does it, how often, and what is written of it.
pub struct Duty {
    /// As stories name it.
    pub name: &'static str,
    pub register: &'static str,
    pub every: Every,
    pub by: &'static str,
    write: Write,
    /// How many of a hundred times it is left out, as nobody asks for it.
    left_out: usize,
    /// How often at the most in a slot.
    up_to: u32,
    /// It is done within so many school days; 0: at any time.
    within: usize,
    /// How many of a hundred times it is tried in vain before, and what is written then.
    in_vain: Option<(usize, Write)>,
}

impl Duty {
    pub const fn new(
        name: &'static str,
        register: &'static str,
        every: Every,
        by: &'static str,
        write: Write,
    ) -> Duty {
        Duty { name, register, every, by, write, left_out: 0, up_to: 1, within: 0, in_vain: None }
    }

    pub const fn by(mut self, role: &'static str) -> Duty {
        self.by = role;
        self
    }

    pub const fn left_out(mut self, percent: usize) -> Duty {
        self.left_out = percent;
        self
    }

    pub const fn up_to(mut self, times: u32) -> Duty {
        self.up_to = times;
        self
    }

    pub const fn within(mut self, school_days: usize) -> Duty {
        self.within = school_days;
        self
    }

    pub const fn in_vain(mut self, percent: usize, write: Write) -> Duty {
        self.in_vain = Some((percent, write));
        self
    }
}

pub struct Clerk<'a> {
    pub seed: u64,
    pub roll: &'a Roll<'a>,
    pub log: Log<'a>,
    pub author: Author,
    pub busy_months: &'static [u32],
}

impl<'a> Clerk<'a> {
    pub fn stream(&self, name: &str) -> Rng {
        Rng::new(self.seed, name)
    }

    /// All that comes round: visits by household, the rest by child.
    pub fn routine(&mut self, duties: &[Duty], companion: (usize, &str)) {
        for duty in duties {
            match duty.register {
                "visit" => self.visits(duty, companion),
                _ => self.perform(duty),
            }
        }
    }

    /// Each child in each slot, on a day of its own.
    pub fn perform(&mut self, duty: &Duty) {
        self.each(duty, |clerk, child, day, rng| clerk.once(duty, child, day, rng));
    }

    /// Calls `act` for each child and slot with the day on which the duty is done.
    pub fn each(&mut self, duty: &Duty, act: impl Fn(&mut Self, &'a Child, NaiveDate, &mut Rng)) {
        for (label, slot) in self.roll.calendar.slots(duty.every) {
            for child in self.roll.children {
                let mut rng = self.stream(&format!("{} {} {label}", duty.name, child.key));
                let times = if duty.up_to > 1 { rng.between(1, duty.up_to) } else { 1 };
                for _ in 0..times {
                    let Some(day) = self.day(child, duty, slot, &mut rng) else { continue };
                    if duty.left_out == 0 || !rng.chance(duty.left_out) {
                        act(self, child, day, &mut rng);
                    }
                }
            }
        }
    }

    fn day(&self, child: &Child, duty: &Duty, slot: Span, rng: &mut Rng) -> Option<NaiveDate> {
        let is_term = duty.every == Every::Term;
        let first = if is_term { slot.first + Days::new(7) } else { slot.first };
        let days = self.roll.school_days(child, duty.name, Span::new(first, slot.last));
        let forgotten = !is_term
            && self.busy_months.contains(&slot.first.month())
            && rng.chance(4)
            && !self.roll.has_gap(child, duty.name);
        let open = if is_term { days.len() } else { self.school_days_of(slot) };
        if forgotten || days.is_empty() || open < duty.every.least_school_days() {
            return None;
        }
        let early = if duty.within > 0 { duty.within } else { (days.len() * 9).div_ceil(10) };
        Some(days[rng.below(days.len().min(early))])
    }

    fn school_days_of(&self, slot: Span) -> usize {
        slot.days().filter(|day| self.roll.calendar.is_school_day(*day)).count()
    }

    /// A blank event of the duty.
    fn event(&self, duty: &Duty, child: &Child, day: NaiveDate) -> Event {
        let event = Event::new(duty.register, day).child(&child.id);
        event.staff(self.roll.responsible(child, duty.by, day))
    }

    /// Now and then it is tried in vain a few days before.
    pub fn once(&mut self, duty: &Duty, child: &'a Child, day: NaiveDate, rng: &mut Rng) {
        let before = Span::new(day - Days::new(6), day);
        let tried = self.roll.school_days(child, duty.name, before).first().copied();
        if let (Some((percent, write)), Some(tried)) = (duty.in_vain, tried)
            && tried < day
            && percent > 0
            && rng.chance(percent)
        {
            let event = self.event(duty, child, tried);
            self.write(event, child, "", write, rng);
        }
        let event = self.event(duty, child, day);
        self.write(event, child, "", duty.write, rng);
    }

    /// Fills an event about a child and enters it.
    fn write(&mut self, event: Event, child: &Child, slot: &str, write: Write, rng: &mut Rng) {
        let event = self.filled(event, child, slot, write, rng);
        self.log.enter(event, rng);
    }

    fn filled(
        &mut self,
        event: Event,
        child: &Child,
        slot: &str,
        write: Write,
        rng: &mut Rng,
    ) -> Event {
        let kin = Kin::of(child, event.date);
        write(event, &mut Pen { child, kin, slot, author: &mut self.author, rng })
    }

    /// By hand, on the day it happened; then the clerk may find that it was wrong.
    pub fn by_hand(&mut self, duty: &Duty, who: &str, day: NaiveDate) -> usize {
        let mut rng = self.stream(&format!("mending {} {who} {day}", duty.register));
        let child = self.roll.child(who);
        let event = self.event(duty, child, day);
        let event = self.filled(event, child, "", duty.write, &mut rng);
        let recorded = at(day, 15, &mut rng);
        self.log.enter_at(event, recorded, &mut rng)
    }

    /// What a story says was tried in vain.
    pub fn tried(&mut self, duty: &Duty, who: &str, days: &[NaiveDate]) {
        let (_, write) = duty.in_vain.expect("a duty that can be tried in vain");
        let child = self.roll.child(who);
        for day in days {
            let mut rng = self.stream(&format!("attempt {who} {day}"));
            let event = self.event(duty, child, *day);
            self.write(event, child, "", write, &mut rng);
        }
    }

    /// What a story says was done on a day of its own.
    pub fn done(&mut self, duty: &Duty, who: &str, day: NaiveDate, slot: &str) {
        let mut rng = self.stream(&format!("done {} {who} {day}", duty.name));
        let child = self.roll.child(who);
        let event = self.event(duty, child, day);
        self.write(event, child, slot, duty.write, &mut rng);
    }

    /// A household is visited once for all its children, on a day that suits all of them; in so
    /// many of a hundred visits `companion` comes along.
    pub fn visits(&mut self, duty: &Duty, companion: (usize, &str)) {
        for (label, slot) in self.roll.calendar.slots(duty.every) {
            if self.school_days_of(slot) < duty.every.least_school_days() {
                continue;
            }
            for household in self.households() {
                if self.is_forgotten(duty, household[0], slot) {
                    continue;
                }
                let days = |child: &&Child| self.roll.visiting_days(child, duty.name, slot);
                let members: Vec<&Child> =
                    household.into_iter().filter(|child| !days(child).is_empty()).collect();
                let Some(first) = members.first() else {
                    continue;
                };
                let mut common = days(first);
                common.retain(|day| members.iter().all(|child| days(child).contains(day)));
                assert!(!common.is_empty(), "no day to visit {} in {label}", first.key);
                self.visit(duty, &members, &label, &common, companion);
            }
        }
    }

    /// Now and then a monthly visit is forgotten.
    fn is_forgotten(&self, duty: &Duty, child: &Child, slot: Span) -> bool {
        let busy = self.busy_months.contains(&slot.first.month());
        let mut rng = self.stream(&format!("forgotten {} {} {}", duty.name, child.key, slot.first));
        duty.every == Every::Month && busy && rng.chance(4)
    }

    fn households(&self) -> Vec<Vec<&'a Child>> {
        let mut households: Vec<Vec<&Child>> = Vec::new();
        for child in self.roll.children {
            let known = households.iter_mut().find(|known| known[0].household == child.household);
            match known {
                Some(household) => household.push(child),
                None => households.push(vec![child]),
            }
        }
        households
    }

    fn visit(
        &mut self,
        duty: &Duty,
        members: &[&'a Child],
        slot: &str,
        days: &[NaiveDate],
        companion: (usize, &str),
    ) {
        let mut rng = self.stream(&format!("{} {} {slot}", duty.name, members[0].key));
        let place = rng.below(days.len());
        let (day, before) = (days[place], days[place.saturating_sub(1 + rng.below(4))]);
        let visit = |day: NaiveDate| {
            members.iter().fold(Event::new(duty.register, day), |event, child| {
                event.child(&child.id).staff(self.roll.responsible(child, duty.by, day))
            })
        };
        let attempt = visit(before);
        let mut event = visit(day);
        if rng.chance(companion.0) {
            event = event.staff(self.roll.responsible(members[0], companion.1, day));
        }
        if let Some((percent, write)) = duty.in_vain
            && before < day
            && rng.chance(percent)
        {
            self.write(attempt, members[0], slot, write, &mut rng);
        }
        self.write(event, members[0], slot, duty.write, &mut rng);
    }
}
