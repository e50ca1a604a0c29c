//! Random commands, taken back and done again, with crashes in between: whatever was done, `undo`
//! leaves the home meaning what it meant before, down to the bytes of every file but logs, and for
//! these down to each row that speaks.
//!
//! `CARE_SEQUENCES=2000 cargo test --profile long --test crash taking_back` is the longer run;
//! `CARE_FIRST` sets the first seed.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;

use crate::commands::{MEND, home};
use crate::runs::{HOME, Said, on};
use crate::sim_disk::SimDisk;
use crate::state::State;

/// How many sequences a plain `cargo test` goes through, and how long each is.
const SEQUENCES: u64 = 20;
const STEPS: usize = 14;

/// What a home means: the text of each file but logs, and each row that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meaning {
    files: BTreeMap<String, String>,
    rows: Vec<String>,
}

impl Meaning {
    /// The same where other runs gave other ids.
    fn without_ids(&self) -> Meaning {
        let mut files: Vec<(String, String)> =
            self.files.iter().map(|(path, text)| (plain(path), plain(text))).collect();
        files.sort();
        let mut rows: Vec<String> = self.rows.iter().map(|row| plain(row)).collect();
        rows.sort();
        let numbered = files.into_iter().enumerate();
        let files = numbered.map(|(at, (path, text))| (format!("{at} {path}"), text)).collect();
        Meaning { files, rows }
    }
}

/// The text with every id as its letter alone.
fn plain(text: &str) -> String {
    let is_id = |word: &str| {
        let fits = matches!((word.as_bytes().first(), word.len()), (Some(b'C' | b'T'), 6))
            || word.starts_with('E') && word.len() == 11;
        fits && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    };
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let shown = words.map(|word| {
        let end = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if is_id(end) { format!("{}*{}", &end[..1], &word[end.len()..]) } else { word.to_owned() }
    });
    shown.collect()
}

struct Run {
    state: State,
    rng: u64,
    figures: Figures,
}

#[derive(Default)]
struct Figures {
    done: usize,
    refused: usize,
    crashed: usize,
    undone: usize,
    redone: usize,
    held: usize,
}

impl Run {
    /// The next number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // Marsaglia's shifts: good enough to draw from, and the same everywhere.
        self.rng ^= self.rng << 13;
        self.rng ^= self.rng >> 7;
        self.rng ^= self.rng << 17;
        usize::try_from(self.rng % u64::try_from(end).unwrap()).unwrap()
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn meaning(&self) -> Meaning {
        let files = self.state.files();
        let own = |path: &Path| {
            let below = path.strip_prefix(HOME).unwrap().to_string_lossy().into_owned();
            let is_log = below.starts_with("log/") || below.starts_with(".care/");
            (!is_log).then_some(below)
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let files =
            files.iter().filter_map(|(path, bytes)| Some((own(path)?, text(bytes)))).collect();
        let disk = Rc::new(SimDisk::seeing(self.state.clone()));
        let said = on(&disk, "records");
        assert_eq!(said.code, 0, "{}", said.err);
        let rows: Value = serde_json::from_str(&said.out).unwrap();
        let row = |row: &Value| {
            let mut row = row.as_object().unwrap().clone();
            for key in ["id", "recorded", "status", "replaces", "source_file", "source_line"] {
                row.remove(key);
            }
            serde_json::to_string(&row).unwrap()
        };
        let mut rows: Vec<String> = rows.as_array().unwrap().iter().map(row).collect();
        rows.sort();
        Meaning { files, rows }
    }

    /// Runs a command to its end.
    fn run(&mut self, line: &str) -> Said {
        let disk = Rc::new(SimDisk::seeing(self.state.clone()));
        let said = on(&disk, line);
        self.state = disk.seen();
        said
    }

    /// Runs a command that is killed after some step, and lets the next one finish what was left.
    fn crash(&mut self, line: &str, steps: usize) {
        let cut = self.below(steps.max(1));
        let disk = Rc::new(SimDisk::seeing(self.state.clone()).cut_after(cut));
        let _ = on(&disk, line);
        self.state = disk.seen();
        let said = self.run(MEND);
        assert_eq!(said.code, 0, "{line} killed after {cut}: {}{}", said.out, said.err);
    }

    /// A command that writes, now and then one that is refused.
    fn draw(&mut self) -> String {
        let child = self.one_of(&["李小明", "王小红", "张三", "赵四"]);
        let day = self.one_of(&["2024-10-20", "2024-11-01", "2024-11-06", "2024-11-15"]);
        let event = self.some_event();
        match self.below(14) {
            0 => format!("add-child {child} --class 2021-2 --joined 2024-09-02"),
            1 => "add-staff 陈刚 --role principal -y".to_owned(),
            2 | 3 => format!("log-talk {child} --date {day} --note 谈了 -y"),
            4 => format!("log-visit {child} --date {day} --staff 刘敏 -y"),
            5 => format!("amend {event} --set note=改 --set date={day}"),
            6 => format!("amend {event} --set staff=刘敏"),
            7 => format!("void {event} --why 记错"),
            8 => format!("edit-child {child} --set risk=high --set carer.phone=13900139000"),
            9 => format!("edit-child {child} --set risk=low"),
            10 => format!("leave {child} --date {day} --reason 转学 -y"),
            11 => format!("rejoin {child} --date 2024-11-16"),
            12 => format!("pair {child} 刘敏 --role 结对教师 --from 2024-09-02"),
            _ => format!("transfer {child} --class 2021-1 --from {day}"),
        }
    }

    fn some_event(&mut self) -> String {
        let said = on(&Rc::new(SimDisk::seeing(self.state.clone())), "records talk visit");
        let rows: Value = serde_json::from_str(&said.out).unwrap();
        let rows = rows.as_array().unwrap();
        let at = self.below(rows.len().max(1));
        rows.get(at).map_or("E0000000000".to_owned(), |row| row["id"].as_str().unwrap().to_owned())
    }

    /// What stands, newest last: each with what the home meant before it.
    fn live(&mut self) {
        let mut before: Vec<Meaning> = Vec::new();
        for _ in 0..STEPS {
            let now = self.meaning();
            if !before.is_empty() && self.below(4) == 0 && !self.is_held() {
                self.take_back(&mut before, &now);
                continue;
            }
            let line = self.draw();
            let tried = Rc::new(SimDisk::seeing(self.state.clone()));
            let said = on(&tried, &line);
            if said.code != 0 {
                self.run(&line);
                assert_eq!(self.meaning(), now, "{line} was refused: {}", said.err);
                self.figures.refused += 1;
            } else if self.below(3) == 0 {
                let whole = Run { state: tried.seen(), rng: 1, figures: Figures::default() };
                self.crash(&line, tried.history().len());
                self.figures.crashed += 1;
                let found = self.meaning();
                if found != now {
                    let (found, whole) = (found.without_ids(), whole.meaning().without_ids());
                    assert_eq!(found, whole, "{line} was halved");
                    before.push(now);
                }
            } else {
                self.state = tried.seen();
                self.figures.done += 1;
                before.push(now);
            }
        }
        while !before.is_empty() && !self.is_held() {
            let now = self.meaning();
            self.take_back(&mut before, &now);
        }
        let said = self.run("check");
        assert_eq!(said.code, 0, "{}", said.out);
    }

    /// Takes the newest batch back, sometimes killed on the way; sometimes it is done again.
    fn take_back(&mut self, before: &mut Vec<Meaning>, now: &Meaning) {
        let earlier = before.pop().unwrap();
        if self.below(4) == 0 {
            let disk = Rc::new(SimDisk::seeing(self.state.clone()));
            let _ = on(&disk, "undo");
            self.crash("undo", disk.history().len());
            if self.meaning() == *now && earlier != *now {
                self.undo();
            }
        } else {
            self.undo();
        }
        assert_eq!(self.meaning(), earlier, "undo");
        self.figures.undone += 1;
        if self.below(3) == 0 {
            let said = self.run("redo");
            assert_eq!(said.code, 0, "redo: {}", said.err);
            assert_eq!(self.meaning(), *now, "redo");
            self.figures.redone += 1;
            before.push(earlier);
        }
    }

    /// Would the next undo take somebody away whom rows name, be it rows that were taken back?
    /// Those stay, and so must whom they name: that is refused, and changes nothing.
    fn is_held(&mut self) -> bool {
        let now = self.meaning();
        let disk = Rc::new(SimDisk::seeing(self.state.clone()));
        let said = on(&disk, "undo");
        let is_held = said.code == 1 && said.err.contains("里还写着");
        if is_held {
            self.state = disk.seen();
            assert_eq!(self.meaning(), now, "{}", said.err);
            self.figures.held += 1;
        }
        is_held
    }

    fn undo(&mut self) {
        let said = self.run("undo");
        assert_eq!(said.code, 0, "undo: {}", said.err);
    }
}

#[test]
fn undo_of_any_batch_restores_the_meaning_of_every_file_with_crashes_in_between() {
    let number = |name: &str, default: u64| {
        std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
    };
    let (first, count) = (number("CARE_FIRST", 1), number("CARE_SEQUENCES", SEQUENCES));
    let mut all = Figures::default();
    for seed in first..first + count {
        let rng = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut run = Run { state: home().0, rng, figures: Figures::default() };
        let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run.live()));
        assert!(lived.is_ok(), "seed {seed}");
        all.done += run.figures.done;
        all.refused += run.figures.refused;
        all.crashed += run.figures.crashed;
        all.undone += run.figures.undone;
        all.redone += run.figures.redone;
        all.held += run.figures.held;
    }
    let Figures { done, refused, crashed, undone, redone, held } = all;
    println!(
        "taking back: {count} sequences, {done} done, {refused} refused, {crashed} killed, \
         {undone} undone, {redone} done again, {held} held by rows that name somebody"
    );
}
