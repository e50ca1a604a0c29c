//! What the test knows of a home: its children and its staff as the commands must have left them.

use chrono::{Days, NaiveDate};

/// A time with a last day, or an open one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub first: NaiveDate,
    pub last: Option<NaiveDate>,
}

impl Time {
    pub fn from(first: NaiveDate) -> Time {
        Time { first, last: None }
    }

    pub fn has(&self, day: NaiveDate) -> bool {
        self.first <= day && self.goes_on(day)
    }

    /// Is its last day on this day or later?
    pub fn goes_on(&self, day: NaiveDate) -> bool {
        self.last.is_none_or(|last| day <= last)
    }

    pub fn meets(&self, other: &Time) -> bool {
        self.goes_on(other.first) && other.goes_on(self.first)
    }
}

pub fn before(day: NaiveDate) -> NaiveDate {
    day - Days::new(1)
}

pub fn after(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

/// A value that changes with the days: each with the day since which it holds. Nothing is "".
#[derive(Clone, Debug)]
pub struct Held(Vec<(NaiveDate, String)>);

impl Held {
    pub fn always(value: &str) -> Held {
        Held(vec![(NaiveDate::MIN, value.to_owned())])
    }

    pub fn now(&self) -> &str {
        self.0.last().map_or("", |(_, value)| value)
    }

    pub fn on(&self, day: NaiveDate) -> &str {
        self.0.iter().rev().find(|(from, _)| *from <= day).map_or("", |(_, value)| value)
    }

    /// Gives it a new value since a day; refused when it changed after that day already.
    pub fn change(&mut self, value: &str, day: NaiveDate) -> Option<()> {
        let (from, now) = self.0.last_mut()?;
        if now == value {
            return Some(());
        }
        if *from > day {
            return None;
        }
        match *from == day {
            true => value.clone_into(now),
            false => self.0.push((day, value.to_owned())),
        }
        Some(())
    }
}

#[derive(Clone, Debug)]
pub struct Pair {
    pub staff: String,
    pub role: &'static str,
    pub time: Time,
}

#[derive(Clone, Debug)]
pub struct Child {
    pub id: String,
    pub name: String,
    pub class: Held,
    pub risk: Held,
    pub phone: String,
    pub card: Option<NaiveDate>,
    pub spells: Vec<Time>,
    pub pauses: Vec<Time>,
    pub exempt: Vec<(&'static str, Time)>,
    pub pairs: Vec<Pair>,
    pub buddies: Vec<(String, Time)>,
}

impl Child {
    pub fn is_here(&self, day: NaiveDate) -> bool {
        self.spells.iter().any(|spell| spell.has(day))
    }

    pub fn joined(&self) -> NaiveDate {
        self.spells[0].first
    }
}

#[derive(Clone, Debug)]
pub struct Duty {
    pub role: &'static str,
    /// "" where it is of no class.
    pub class: &'static str,
    pub time: Time,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub roles: Vec<Duty>,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub children: Vec<Child>,
    pub staff: Vec<Person>,
}

impl Model {
    pub fn child(&mut self, id: &str) -> Option<&mut Child> {
        self.children.iter_mut().find(|child| child.id == id)
    }

    pub fn person(&mut self, id: &str) -> Option<&mut Person> {
        self.staff.iter_mut().find(|person| person.id == id)
    }

    /// The days on which something begins or ends, and those beside them.
    pub fn days(&self) -> Vec<NaiveDate> {
        let of_child = |child: &Child| -> Vec<Time> {
            let pairs = child.pairs.iter().map(|pair| pair.time);
            let exempt = child.exempt.iter().map(|(_, time)| *time);
            let buddies = child.buddies.iter().map(|(_, time)| *time);
            let times = child.spells.iter().chain(&child.pauses).copied();
            let values = child.class.0.iter().chain(&child.risk.0).skip(1);
            let values = values.filter(|(from, _)| *from > NaiveDate::MIN);
            let values = values.map(|(from, _)| Time::from(*from));
            times.chain(pairs).chain(exempt).chain(buddies).chain(values).collect()
        };
        let children = self.children.iter().flat_map(of_child);
        let roles = self.staff.iter().flat_map(|person| &person.roles).map(|role| role.time);
        let ends = |time: Time| [Some(time.first), time.last];
        let days = children.chain(roles).flat_map(ends).flatten();
        let mut days: Vec<NaiveDate> =
            days.flat_map(|day| [before(day), day, after(day)]).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
