//! 固镇县顾庄小学: the home of the second school's rules, with invented people.
//! `facts`, `roster` and `staff` are data; `lives` is what happened to single children, `story`
//! what departs from the routine, `occasions` what the whole school does, `mending` what was
//! entered wrongly and put right.

mod facts;
mod lives;
mod mending;
mod occasions;
mod roster;
mod staff;
mod story;

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Span, date};
use crate::duties::Clerk;
use crate::family::Families;
use crate::home::{Home, Roll};
use crate::log::{Event, Log};
use crate::people::{Child, Pair, Spell, Staff};
use crate::words::Author;

const SEED: u64 = 0x5f3a_2024_0902;
const PRESET: &str = include_str!("../../../data-template/presets/guzhuang.toml");
const FIRST_DAY: NaiveDate = date(2024, 9, 2);

pub fn build() -> Home {
    let mut families = Families::new(SEED);
    let staff = staff::list(&mut families);
    let mut children: Vec<Child> = Vec::new();
    for pupil in roster::PUPILS {
        let mut siblings = children
            .iter()
            .filter(|child| !pupil.household.is_empty() && child.household == pupil.household);
        let elder = siblings.next();
        let mut child = families.child(pupil, elder);
        enrol(&mut child, &families);
        children.push(child);
    }
    pair(&mut children, &staff);
    lives::live(&mut children, &staff);
    let events = events(&staff, &children);
    Home {
        name: "guzhuang",
        settings: facts::SETTINGS,
        rules: rules_from(FIRST_DAY),
        calendar: &facts::CALENDAR,
        staff,
        children,
        events,
    }
}

/// The preset, each rule in force from the first day: what `care init` does.
fn rules_from(day: NaiveDate) -> String {
    let mut rules = String::new();
    for line in PRESET.lines() {
        rules.push_str(line);
        rules.push('\n');
        if line.starts_with("why = ") {
            rules.push_str("from = ");
            rules.push_str(&day.to_string());
            rules.push('\n');
        }
    }
    rules
}

/// Some were on the roll from their first school day, some since a later term began.
fn enrol(child: &mut Child, families: &Families) {
    let mut rng = families.stream(&format!("enrol {}", child.key));
    let entry = child.birth.year() + if child.birth.month() < 9 { 6 } else { 7 };
    let starts = [
        date(2022, 9, 1),
        date(2023, 2, 13),
        date(2023, 9, 1),
        date(2024, 2, 26),
        FIRST_DAY,
    ];
    let later: Vec<NaiveDate> = starts
        .into_iter()
        .filter(|day| day.year() > entry)
        .collect();
    let joined = match entry {
        2024 => FIRST_DAY,
        _ if rng.chance(60) => date(entry, 9, 1),
        _ => later[rng.below(later.len())],
    };
    child.spells.push(Spell { joined, left: None });
    child.card_on = Some(date(2024, 9, 9) + Days::new(rng.below(3) as u64));
    if rng.chance(40) {
        let name = rng.pick(crate::words::family::CLASSMATES);
        child.buddies.push((String::from(name), date(2024, 9, 23)));
    }
}

/// “一助一”: staff take children in turn, never the head teacher of the child's own class.
fn pair(children: &mut [Child], staff: &[Staff]) {
    let from = date(2024, 9, 6);
    let teachers: Vec<&Staff> = staff.iter().filter(|person| staff::pairs(person)).collect();
    let mut turn = 0;
    for child in children {
        while teachers[turn % teachers.len()].holds("head_teacher", child.class, from) {
            turn += 1;
        }
        let staff = teachers[turn % teachers.len()].id.clone();
        child.pairs.push(Pair {
            staff,
            from,
            until: None,
        });
        turn += 5;
    }
}

fn events(staff: &[Staff], children: &[Child]) -> Vec<Event> {
    let roll = Roll {
        calendar: &facts::CALENDAR,
        staff,
        children,
        gaps: story::GAPS,
    };
    let lower: HashSet<&str> = children
        .iter()
        .filter(|child| child.class >= "2023")
        .map(|child| child.id.as_str())
        .collect();
    let mut clerk = Clerk {
        seed: SEED,
        roll: &roll,
        log: Log::new(&facts::CALENDAR, |event| writer(event, &lower)),
        author: Author::default(),
        busy_months: &[1, 3, 4, 9, 10],
    };
    clerk.talks();
    clerk.visits();
    clerk.letters_and_calls();
    clerk.guardian_contacts();
    clerk.help();
    clerk.surveys();
    clerk.growth();
    story::tell(&mut clerk);
    occasions::hold(&mut clerk);
    mending::mend(&mut clerk);
    clerk.log.events
}

/// In four months the lower grades were entered on the office's machine.
fn writer(event: &Event, lower: &HashSet<&str>) -> &'static str {
    let months = [
        Span::new(date(2024, 10, 1), date(2024, 11, 30)),
        Span::new(date(2025, 3, 1), date(2025, 4, 30)),
    ];
    let office = months.iter().any(|span| span.holds(event.date))
        && event
            .children
            .first()
            .is_some_and(|id| lower.contains(id.as_str()));
    if office { "office" } else { "" }
}
