//! Random small homes that a strict reader accepts, covering every shape of rule.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::random_calendar::{Calendar, calendar, dates};
use super::random_logs::logs;
use super::random_people::{People, child, names, staff};
use super::random_rules::{RuleDraft, rules};
use super::rng::Rng;

/// What the parts of a random home know of each other.
#[derive(Debug)]
pub struct Draft {
    pub calendar: Calendar,
    pub people: People,
    pub rules: Vec<RuleDraft>,
    pub dates: Vec<NaiveDate>,
}

/// Writes a random small home into `dir`, which is made when it is not there and ought to be empty,
/// and returns two or three dates to judge on.
pub fn write(dir: &Path, seed: u64) -> Vec<NaiveDate> {
    let mut rng = Rng::new(seed ^ 0x5EED_0F40_3E50_0D1E);
    let calendar = calendar(&mut rng);
    let people = names(&mut rng);
    let rules = rules(&mut rng, &calendar, &people);
    let dates = dates(&mut rng, &calendar);
    let draft = Draft { calendar, people, rules, dates };

    fs::create_dir_all(dir.join("children")).expect("a folder");
    put(dir, "care.toml", &care(&mut rng));
    put(dir, "calendar.toml", &draft.calendar.text);
    put(dir, "rules.toml", &draft.rules.iter().map(|r| r.text.as_str()).collect::<String>());
    put(dir, "staff.toml", &staff(&mut rng, &draft));
    for index in 0..draft.people.children.len() {
        let id = &draft.people.children[index];
        put(dir, &format!("children/{id}.toml"), &child(&mut rng, &draft, index));
    }
    for (path, text) in logs(&mut rng, &draft) {
        let full = dir.join(&path);
        fs::create_dir_all(full.parent().expect("a folder")).expect("a folder");
        fs::write(full, text).expect("a file");
    }
    draft.dates
}

fn care(rng: &mut Rng) -> String {
    let mut out = String::from("format = 1\n\n[school]\nname = \"测试小学\"\n");
    let zone = if rng.chance(80) { "+08:00" } else { *rng.pick(&["+06:00", "+00:00", "-03:30"]) };
    write!(out, "home = \"留守儿童之家\"\ntime_zone = \"{zone}\"\n").expect("text");
    out
}

fn put(dir: &Path, name: &str, text: &str) {
    fs::write(dir.join(name), text).expect("a file");
}
