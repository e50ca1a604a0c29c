//! Events, the log they are entered in, and the correction of what was entered wrongly.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::calendar::Calendar;
use crate::ids;
use crate::rng::Rng;

#[derive(Clone, Default)]
pub struct Event {
    pub id: String,
    pub register: &'static str,
    pub date: NaiveDate,
    pub children: Vec<String>,
    pub staff: Vec<String>,
    pub attempted: bool,
    pub cells: Vec<(&'static str, String)>,
    pub note: String,
    pub recorded: NaiveDateTime,
    pub void: bool,
    pub replaces: String,
    pub writer: &'static str,
}

impl Event {
    pub fn new(register: &'static str, date: NaiveDate) -> Event {
        Event { register, date, ..Event::default() }
    }

    pub fn child(mut self, id: &str) -> Event {
        self.children.push(String::from(id));
        self
    }

    pub fn staff(mut self, id: &str) -> Event {
        if !self.staff.iter().any(|known| known == id) {
            self.staff.push(String::from(id));
        }
        self
    }

    pub fn set(mut self, column: &'static str, value: impl Into<String>) -> Event {
        self.cells.retain(|(known, _)| *known != column);
        self.cells.push((column, value.into()));
        self
    }

    pub fn note(mut self, note: impl Into<String>) -> Event {
        self.note = note.into();
        self
    }

    pub fn attempted(mut self) -> Event {
        self.attempted = true;
        self
    }

    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, value)| value)
    }
}

pub struct Log<'a> {
    pub events: Vec<Event>,
    calendar: &'a Calendar,
    /// Which machine an event is entered on: "" is the first one.
    writer: Box<dyn Fn(&Event) -> &'static str + 'a>,
}

impl<'a> Log<'a> {
    pub fn new(calendar: &'a Calendar, writer: impl Fn(&Event) -> &'static str + 'a) -> Log<'a> {
        Log { events: Vec::new(), calendar, writer: Box::new(writer) }
    }

    /// Enters an event some time after it happened: mostly on the same day.
    pub fn enter(&mut self, event: Event, rng: &mut Rng) -> usize {
        let day = self.entry_day(event.date, rng);
        let recorded = at(day, if day == event.date { 15 } else { 7 }, rng);
        self.enter_at(event, recorded, rng)
    }

    pub fn enter_at(&mut self, mut event: Event, recorded: NaiveDateTime, rng: &mut Rng) -> usize {
        event.id = ids::record_id('E', 10, rng);
        event.writer = (self.writer)(&event);
        event.recorded = recorded;
        self.events.push(event);
        self.events.len() - 1
    }

    fn entry_day(&self, date: NaiveDate, rng: &mut Rng) -> NaiveDate {
        let day = match rng.below(100) {
            0..70 => date,
            70..90 => self.calendar.next_school_day(date),
            90..97 => date + Days::new(u64::from(rng.between(2, 5))),
            _ => date + Days::new(u64::from(rng.between(6, 15))),
        };
        if day > self.calendar.last_day() { date } else { day }
    }

    /// A new row that replaces the one at `index`; the old row stays as it is.
    pub fn replace(&mut self, index: usize, fix: &Fix, edit: impl FnOnce(Event) -> Event) -> usize {
        let old = &self.events[index];
        let mut rng = Rng::new(0, &format!("replace {}", old.id));
        let mut new = edit(Event { void: false, ..old.clone() });
        new.id = ids::record_id('E', 10, &mut rng);
        new.replaces.clone_from(&old.id);
        new.recorded = at(fix.on, 9, &mut rng);
        new.writer = fix.writer;
        self.events.push(new);
        self.events.len() - 1
    }

    /// Withdraws the row at `index`.
    pub fn withdraw(&mut self, index: usize, fix: &Fix, why: &str) -> usize {
        self.replace(index, fix, |event| Event { void: true, note: String::from(why), ..event })
    }

    /// The first event, by date, of those that are wanted.
    pub fn first(&self, wanted: impl Fn(&Event) -> bool) -> usize {
        let found = (0..self.events.len()).filter(|index| wanted(&self.events[*index]));
        found
            .min_by_key(|index| self.events[*index].date)
            .expect("the story names an event that is")
    }
}

/// When, and on which machine, a correction was made.
pub struct Fix {
    pub on: NaiveDate,
    pub writer: &'static str,
}

/// A moment in the two and a half hours after `hour`.
pub fn at(day: NaiveDate, hour: u32, rng: &mut Rng) -> NaiveDateTime {
    let minutes = rng.between(20, 150);
    let time = NaiveTime::from_hms_opt(hour + minutes / 60, minutes % 60, rng.between(0, 59));
    day.and_time(time.expect("a time of day"))
}
