//! Random small homes that a strict reader accepts, covering every shape of rule.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::features::{self, Feature};
use super::random_calendar::{Calendar, calendar, dates};
use super::random_logs::logs;
use super::random_people::{OTHER_CLASS, People, child, names, staff};
use super::random_rules::{RuleDraft, rules};
use super::rng::Rng;

/// What the parts of a random home know of each other.
#[derive(Debug)]
pub struct Draft {
    pub calendar: Calendar,
    pub people: People,
    pub rules: Vec<RuleDraft>,
    pub dates: Vec<NaiveDate>,
    pub features: Vec<Feature>,
}

impl Draft {
    /// May the home hold this?
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }
}

/// Writes a random small home into `dir`, which is made when it is not there and ought to be empty,
/// and returns two or three dates to judge on. It holds the features that are switched on.
pub fn write(dir: &Path, seed: u64) -> Vec<NaiveDate> {
    write_with(dir, seed, &features::on())
}

/// The same with these features.
pub fn write_with(dir: &Path, seed: u64, features: &[Feature]) -> Vec<NaiveDate> {
    let mut rng = Rng::new(seed ^ 0x5EED_0F40_3E50_0D1E);
    let calendar = calendar(&mut rng);
    let people = names(&mut rng, features);
    let rules = rules(&mut rng, &calendar, &people, features);
    let dates = dates(&mut rng, &calendar);
    let draft = Draft { calendar, people, rules, dates, features: features.to_vec() };

    fs::create_dir_all(dir.join("children")).expect("a folder");
    put(dir, "care.toml", &care(&mut rng, &draft));
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

fn care(rng: &mut Rng, draft: &Draft) -> String {
    let mut out = String::from("format = 1\n\n[school]\nname = \"测试小学\"\n");
    let zone = if rng.chance(80) { "+08:00" } else { *rng.pick(&["+06:00", "+00:00", "-03:30"]) };
    write!(out, "home = \"留守儿童之家\"\ntime_zone = \"{zone}\"\n").expect("text");
    if draft.has(Feature::OtherClasses) {
        writeln!(out, "other_classes = [\"{OTHER_CLASS}\"]").expect("text");
    }
    out
}

fn put(dir: &Path, name: &str, text: &str) {
    fs::write(dir.join(name), text).expect("a file");
}
