//! Random lives by command: whatever children and staff go through, the home is what a model in the
//! test says, on every day of a sample; and a command that is refused changes nothing.
//!
//! `CARE_SEQUENCES=2000 cargo test --profile long --test property -- lives` is the longer run;
//! `CARE_FIRST` sets the first seed.

#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod apply;
mod deed;
mod model;
mod seen;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use care::{Call, run};
use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::naive::rng::Rng;
use crate::number;
use apply::{FOLLOWS, applied};
use deed::{Draw, RULES, draw};
use model::Model;

/// How many sequences a plain `cargo test` goes through, and of how many commands each is.
const SEQUENCES: u64 = 12;
const COMMANDS: usize = 40;

/// How often the whole home is looked at, and on how many days.
const LOOK_EVERY: usize = 10;
const DAYS: usize = 8;

/// What was done in all.
#[derive(Default)]
struct Figures {
    done: usize,
    refused: usize,
    looks: usize,
}

struct Life {
    root: PathBuf,
    model: Model,
    today: NaiveDate,
    figures: Figures,
}

impl Life {
    /// A home without anybody in it.
    fn new(root: &Path) -> Life {
        let _ = fs::remove_dir_all(root);
        fs::create_dir_all(root).unwrap();
        let settings = "format = 1\n\n[school]\nname = \"测试小学\"\nlanguage = \"zh-CN\"\n";
        let rule = |id: &str| {
            let name = format!("name = \"规则{id}\"\nwhy = \"测试\"\nrecords = [\"{id}\"]\n");
            format!("[[rule]]\nid = \"{id}\"\n{name}every = \"month\"\n\n")
        };
        let files = [
            ("care.toml", format!("{settings}\n[pairing]\nfollows_class = [\"{FOLLOWS}\"]\n")),
            ("calendar.toml", include_str!("../../two_terms.toml").to_owned()),
            ("rules.toml", RULES.map(rule).concat()),
        ];
        for (file, text) in files {
            fs::write(root.join(file), text).unwrap();
        }
        let today = NaiveDate::from_ymd_opt(2024, 9, 20).unwrap();
        Life { root: root.to_owned(), model: Model::default(), today, figures: Figures::default() }
    }

    fn care(&self, words: &[String]) -> (u8, String, String) {
        let call = Call::new(
            [words, &["--format", "json"].map(str::to_owned)].concat(),
            self.today.and_hms_opt(4, 0, 0).unwrap().and_utc(),
            self.root.clone(),
        );
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&call, &mut out, &mut err);
        let [out, err] = [out, err].map(|bytes| String::from_utf8(bytes).unwrap());
        (code, out, err)
    }

    /// Gives a command and compares what became of it.
    fn give(&mut self, draw: &Draw) -> Result<(), String> {
        let before = records(&self.root);
        let words = draw.words();
        let (code, out, err) = self.care(&words);
        let written: Value = serde_json::from_str(&out).unwrap_or_default();
        let id = written["written"][0].as_str().unwrap_or_default();
        let next = applied(&self.model, draw, id);
        let place = || format!("care {}\nexit {code}: {err}", words.join(" "));
        match (code, next) {
            (0, Some(next)) => {
                self.model = next;
                self.figures.done += 1;
                Ok(())
            }
            (2, None) if before == records(&self.root) => {
                self.figures.refused += 1;
                Ok(())
            }
            (2, None) => Err(format!("{}\nrefused, and records changed", place())),
            (_, Some(_)) => Err(format!("{}\nit ought to be done", place())),
            (_, None) => Err(format!("{}\nit ought to be refused", place())),
        }
    }

    /// Compares the home with the model on some days, and looks for faults.
    fn look(&mut self, rng: &mut Rng) -> Result<(), String> {
        self.figures.looks += 1;
        let all = self.model.days();
        let mut days = rng.some(&all, DAYS.min(all.len()), DAYS);
        days.push(self.today);
        let ask = |line: &str| {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            match self.care(&words) {
                (0, out, _) => Ok(serde_json::from_str(&out).unwrap()),
                (code, _, err) => Err(format!("care {line}\nexit {code}: {err}")),
            }
        };
        ask("check")?;
        seen::difference(&ask, &self.model, &days)
    }
}

/// Every record with its bytes; what is the machine's own is none.
fn records(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut records = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.is_dir() {
                true if path.ends_with(".care") => {}
                true => folders.push(path),
                false => {
                    let bytes = fs::read(&path).unwrap();
                    records.insert(path, bytes);
                }
            }
        }
    }
    records
}

/// A command that is mostly done: of what is refused some goes by.
fn likely(rng: &mut Rng, life: &Life) -> Draw {
    loop {
        let drawn = draw(rng, &life.model, life.today);
        if rng.chance(25) || applied(&life.model, &drawn, "").is_some() {
            return drawn;
        }
    }
}

/// Goes through one sequence.
fn go_through(root: &Path, seed: u64) -> Result<Figures, String> {
    let mut rng = Rng::new(seed);
    let mut life = Life::new(root);
    for number in 1..=COMMANDS {
        life.today = life.today + Days::new(rng.next() % 4);
        let drawn = likely(&mut rng, &life);
        let place = |text| format!("seed {seed}, command {number}: {text}");
        life.give(&drawn).map_err(place)?;
        if number % LOOK_EVERY == 0 {
            life.look(&mut rng).map_err(place)?;
        }
    }
    Ok(life.figures)
}

#[test]
fn after_any_sequence_of_commands_children_and_staff_are_what_the_model_says() {
    let (first, count) = (number("CARE_FIRST", 1), number("CARE_SEQUENCES", SEQUENCES));
    let root = std::env::temp_dir().join(format!("care-lives-{}", std::process::id()));
    let mut all = Figures::default();
    for seed in first..first + count {
        let own = go_through(&root, seed).unwrap_or_else(|text| panic!("{text}"));
        all.done += own.done;
        all.refused += own.refused;
        all.looks += own.looks;
    }
    let _ = fs::remove_dir_all(&root);
    let Figures { done, refused, looks } = all;
    println!(
        "{count} sequences: {done} commands done and {refused} refused, as the model says; \
         {looks} looks at the whole home, none differed"
    );
}
