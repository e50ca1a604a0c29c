//! The book of duty: who kept the home open, or the road safe, in which session of each school
//! day. A session is left out where the story has a `gap home/open SESSION TIME`.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::Span;
use crate::clerk::Clerk;
use crate::log::{Event, at};
use crate::rng::Rng;
use crate::words::daily;

pub struct Rota {
    pub sessions: &'static [&'static str],
    /// Name and role, in turn.
    pub people: &'static [(&'static str, &'static str)],
    /// What the person on duty writes; the first one most often.
    pub notes: &'static [&'static str],
    /// Is there an activity of children in each session?
    pub plays: bool,
    /// The weeks of which it was written down beforehand who is to come.
    pub planned: &'static [Span],
}

pub fn keep(clerk: &mut Clerk, rota: &Rota) {
    let terms = clerk.roll.calendar.terms.iter().flat_map(|term| term.span.days());
    let days: Vec<NaiveDate> =
        terms.filter(|day| clerk.roll.calendar.is_school_day(*day)).collect();
    let mut turn = 0;
    for day in days {
        for session in rota.sessions {
            turn += 1;
            if clerk.roll.gap_holds("home open", session, day) {
                continue;
            }
            let mut rng = clerk.stream(&format!("duty {day} {session}"));
            let (name, role) = rota.people[turn % rota.people.len()];
            let on_duty = |register| {
                let event = Event::new(register, day).staff(&clerk.roll.staff(name).id);
                event.set("session", *session)
            };
            let event = on_duty("duty").set("role", role).set("signed", name);
            let usual = rng.chance(40);
            let note = if usual { rota.notes[0] } else { rng.pick(rota.notes) };
            let play = rota.plays.then(|| play(clerk, on_duty("activity"), role, &mut rng));
            if rota.planned.iter().any(|span| span.holds(day)) {
                plan(clerk, on_duty("rota").set("role", role));
            }
            clerk.log.enter(event.set("notes", note), &mut rng);
            if let Some(event) = play {
                clerk.log.enter(event, &mut rng);
            }
        }
    }
}

/// Each week is planned on the Friday before.
fn plan(clerk: &mut Clerk, event: Event) {
    let mut rng = clerk.stream(&format!("rota {} {}", event.date, event.cell("session")));
    let since_friday = event.date.weekday().num_days_from_monday() + 3;
    let recorded = at(event.date - Days::new(u64::from(since_friday)), 15, &mut rng);
    clerk.log.enter_at(event, recorded, &mut rng);
}

/// A third of the children come, or so.
fn play(clerk: &Clerk, event: Event, role: &str, rng: &mut Rng) -> Event {
    let there = clerk.roll.present_on(event.date).filter(|_| rng.chance(35));
    let there: Vec<String> = there.map(|child| child.id.clone()).collect();
    let only = if role == "doctor" { "counselling" } else { "" };
    daily::activity(Event { children: there, ..event }, only, rng)
}
