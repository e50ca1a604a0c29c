//! Calls drawn from the program's own help, in homes of several kinds.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use care::{Call, run, with_disk};
use chrono::{DateTime, TimeZone, Utc};

use crate::aviary::Aviary;
use crate::homes::{HOME, VARIATIONS, Variation, files};
use crate::memory_disk::{Files, MemoryDisk};
use crate::opened;
use crate::search::Found;

/// Where lists go that are written with `-o`.
const OUT: &str = "/nowhere/out";

/// A command with the flags that its help tells of, and whether each takes a value.
struct Command {
    name: String,
    flags: Vec<(String, bool)>,
}

/// Draws calls and makes them.
pub struct Calls {
    homes: Vec<Files>,
    commands: Vec<Command>,
    formats: Vec<String>,
    /// What may be typed as a word or behind a flag.
    words: Vec<String>,
    random: u64,
}

/// Flags that ask for what is masked, that send mail out, or that lead out of the home.
const NOT_DRAWN: [&str; 8] =
    ["--reveal", "--full", "--transport", "--dir", "--format", "--lang", "--output", "--wait"];

/// Words that fit many places; more are taken from the home.
const WORDS: [&str; 22] = [
    "C00001",
    "C00001",
    "C00001",
    "T00001",
    "儿童C00001",
    "教师T00001",
    "2021-2",
    "2024-11-01",
    "2024-10-08",
    "2024-10",
    "talk",
    "high",
    "risk=high",
    "risk",
    "school",
    "名字",
    "made",
    "1961",
    "E00000AV003",
    "note=改",
    "转学",
    "privacy",
];

/// What some flags of many commands mostly take.
const MEANT: [(&[&str], &[&str]); 7] = [
    (&["--date", "--from", "--on", "--joined"], &["2024-11-01", "2024-10-08", "2024-11-15"]),
    (&["--until", "--known-at", "--today"], &["2024-11-16", "2024-11-20"]),
    (&["--class"], &["2021-2"]),
    (&["--staff", "--by", "--to"], &["T00001"]),
    (&["--set"], &["risk=high", "note=改", "sex=female", "class=2020-1", "mother.phone="]),
    (&["--where"], &["risk=high", "name=儿童C00001"]),
    (&["--child"], &["C00001"]),
];

/// What can be printed; of a book and of a form the next word says which.
const FORMS: &str = "report,report --trace,report month,report absence,inspection,\
    inspection --pack box,cards,pairs,timetable,handover,book talk,form registration,form growth,\
    form 花名册,form 花名册 --pack forms-box,assessment own,assessment own --blank";

impl Calls {
    pub fn new(aviary: &Aviary, seed: u64) -> Calls {
        let homes = VARIATIONS.map(|variation| files(aviary, variation)).into();
        let registers = ["help", "registers"].map(str::to_owned).to_vec();
        let mut calls = Calls {
            homes,
            commands: Vec::new(),
            formats: Vec::new(),
            words: WORDS.map(str::to_owned).to_vec(),
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        };
        let first = |line: &str| line.split_whitespace().next().map(str::to_owned);
        let listed = calls.run_words(Variation::Open, registers).0;
        let registers: Vec<String> = listed.lines().filter_map(first).collect();
        let main = calls.run(Variation::Open, "--help").0;
        // In groups, up to the flags that all of them have.
        let groups = main.lines().take_while(|line| !line.starts_with("通用选项"));
        let names = groups.filter(|line| line.starts_with("  ")).filter_map(first);
        let logs = registers.iter().cloned();
        let names: Vec<String> = names.filter(|name| !name.contains('<')).chain(logs).collect();
        assert!(names.len() > 60, "{names:?}");
        calls.commands = names.into_iter().map(|name| calls.command(name)).collect();
        calls.words.extend(registers.iter().map(|name| name.trim_start_matches("log-").to_owned()));
        let wrong = calls.run(Variation::Open, "list --format nosuch").1;
        let listed = wrong.lines().find_map(|line| line.split_once("可以是：")).unwrap().1;
        calls.formats = listed.split(", ").map(|word| word.trim().to_owned()).collect();
        calls
    }

    fn command(&self, name: String) -> Command {
        let help = self.run(Variation::Open, &format!("{name} --help")).0;
        let flags = help.lines().filter_map(|line| {
            let line = line.trim_start();
            let line = line.strip_prefix('-')?;
            let (_, rest) =
                line.split_once("--").or_else(|| Some(("", line.strip_prefix('-')?)))?;
            let name: String =
                rest.chars().take_while(|own| own.is_ascii_lowercase() || *own == '-').collect();
            let takes = rest[name.len()..].starts_with(" <");
            Some((format!("--{name}"), takes))
        });
        let flags = flags.filter(|(flag, _)| !NOT_DRAWN.contains(&flag.as_str())).collect();
        Command { name, flags }
    }

    fn draw(&mut self, below: usize) -> usize {
        // Marsaglia's xorshift.
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random >> 33).unwrap() % below
    }

    fn word(&mut self) -> String {
        let at = self.draw(self.words.len());
        self.words[at].clone()
    }

    /// What is typed behind a flag: mostly what its name asks for.
    fn value(&mut self, flag: &str) -> String {
        let own = MEANT.iter().find(|(names, _)| names.contains(&flag)).map(|(_, own)| *own);
        match own.filter(|_| self.draw(8) > 0) {
            Some(values) => values[self.draw(values.len())].to_owned(),
            None => self.word(),
        }
    }

    /// The words of a call.
    fn line(&mut self) -> Vec<String> {
        let at = self.draw(self.commands.len());
        let mut words = vec![self.commands[at].name.clone()];
        if words[0] == "print" {
            let forms: Vec<&str> = FORMS.split(',').collect();
            words.extend(forms[self.draw(forms.len())].split(' ').map(str::to_owned));
        } else if self.draw(2) > 0 {
            words.push("C00001".to_owned());
        }
        if self.draw(8) == 0 {
            words.push(self.word());
        }
        for _ in 0..self.draw(3) {
            let flags = self.commands[at].flags.len().max(1);
            let drawn = self.draw(flags);
            let Some((flag, takes)) = self.commands[at].flags.get(drawn).cloned() else { break };
            let value = takes.then(|| self.value(&flag));
            words.push(flag);
            words.extend(value);
        }
        words
    }

    /// Adds what a call was told that it lacks; `false` when it was told of nothing that helps.
    fn mend(&mut self, words: &mut Vec<String>, told: &str) -> bool {
        let lacks = told.lines().find_map(|line| {
            line.split_once("缺少 ").or_else(|| line.split_once("missing: ")).map(|(_, own)| own)
        });
        let Some(lacks) = lacks else { return false };
        for lack in lacks.split(',').map(str::trim) {
            let flag = lack.split_whitespace().next().unwrap_or_default().to_owned();
            if flag.starts_with("--") {
                let value = self.value(&flag);
                words.extend([flag, value]);
            } else {
                words.insert(1, self.word());
            }
        }
        true
    }

    /// Makes a call and looks through all that came out of it.
    pub fn next(&mut self, found: &mut Found) {
        // Most in a sound home: elsewhere little is done.
        let variation = VARIATIONS.get(self.draw(3 * VARIATIONS.len())).copied();
        let variation = variation.unwrap_or(Variation::Open);
        let mut words = self.line();
        let format = self.draw(self.formats.len());
        words.extend(["--format".to_owned(), self.formats[format].clone()]);
        words.extend(["--lang", ["zh-CN", "en"][self.draw(2)]].map(str::to_owned));
        if self.draw(4) == 0 {
            let name = format!(
                "{OUT}/list.{}",
                ["csv", "md", "json", "txt", "xlsx", "docx", "html"][self.draw(7)]
            );
            words.extend(["-o".to_owned(), name]);
        }
        for _ in 0..3 {
            let call = format!("{variation:?}: {}", words.join(" "));
            let (disk, out, err, code) = self.made(variation, words.clone(), None);
            found.calls += 1;
            found.done += u64::from(code < 2);
            found.look(&call, "standard output", &out);
            found.look(&call, "standard error", &err);
            self.look_at_files(variation, &disk, &call, found);
            if code != 2 || !self.mend(&mut words, &err) {
                break;
            }
        }
        // A shell's question costs as much as many calls.
        if self.draw(32) == 0 {
            let call = format!("{variation:?}: {}", words.join(" "));
            let cut = words.len().min(1 + self.draw(3));
            let begin = ["--", "care"].map(str::to_owned);
            let asked = begin.into_iter().chain(words[..cut].iter().cloned()).collect();
            let (_, shell, _, _) = self.made(variation, asked, Some("fish".to_owned()));
            found.look(&call, "what a shell is told", &shell);
        }
    }

    /// Looks through every file that is new or changed and is no record.
    fn look_at_files(
        &self,
        variation: Variation,
        disk: &MemoryDisk,
        call: &str,
        found: &mut Found,
    ) {
        let before = &self.homes[variation as usize];
        for (path, bytes) in disk.files() {
            if before.get(&path) == Some(&bytes) {
                continue;
            }
            let text = opened::text(&bytes);
            let place = path.display().to_string();
            let below = path.strip_prefix(HOME).map_or_else(|_| path.clone(), Path::to_owned);
            let below = below.to_string_lossy();
            let of_record = |top: &str| below.starts_with(top) && !below.contains("/.");
            if ["children/", "log/", "staff.toml"].into_iter().any(of_record) {
                continue;
            }
            match &*below {
                // What a batch changed is kept with what it held before, and nothing else.
                ".care/ledger" => {
                    for line in text.lines() {
                        found.look(call, &place, &without_former(line));
                    }
                }
                // What a hand wrote is set aside, never thrown away.
                own if own.starts_with(".care/quarantine") => found.outputs += 1,
                _ => found.look(call, &place, &text),
            }
        }
    }

    /// What a call says on both streams.
    pub fn run(&self, variation: Variation, line: &str) -> (String, String) {
        self.run_words(variation, line.split(' ').map(str::to_owned).collect())
    }

    fn run_words(&self, variation: Variation, words: Vec<String>) -> (String, String) {
        let (_, out, err, _) = self.made(variation, words, None);
        (out, err)
    }

    fn made(
        &self,
        variation: Variation,
        args: Vec<String>,
        completing: Option<String>,
    ) -> (Rc<MemoryDisk>, String, String, u8) {
        let disk = MemoryDisk::new(self.homes[variation as usize].clone());
        let now: DateTime<Utc> = Utc.with_ymd_and_hms(2024, 11, 18, 4, 0, 0).unwrap();
        let user = Some("liumin".to_owned());
        let call = Call { user, completing, ..Call::new(args, now, PathBuf::from(HOME)) };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = with_disk(Rc::<MemoryDisk>::clone(&disk), || run(&call, &mut out, &mut err));
        (disk, opened::text(&out), opened::text(&err), code)
    }
}

/// A line of the ledger without the former texts of the files that it names as changed.
fn without_former(line: &str) -> String {
    let mut batch: serde_json::Value = serde_json::from_str(line).unwrap();
    let files = batch["files"].clone();
    if let Some(before) = batch.get_mut("before").and_then(serde_json::Value::as_object_mut) {
        let is_named = |file: &str| files.as_array().unwrap().iter().any(|own| own == file);
        before.retain(|file, _| !is_named(file));
    }
    batch.to_string()
}
