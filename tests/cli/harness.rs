//! A home in a temporary folder and the program run on it in this process: both streams are
//! compared whole, the clock stands still, and nothing of the environment is seen.

mod files;
#[path = "../opened.rs"]
pub mod opened;
mod shell;
pub mod typing;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use care::{Call, run};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};

/// A home that is removed with this value.
pub struct Home {
    root: PathBuf,
    now: DateTime<Utc>,
    input: fn() -> std::io::Result<Vec<u8>>,
    width: Option<usize>,
    user: Option<String>,
    ask: Option<fn() -> Option<String>>,
}

/// What one run said and returned.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "assert what was said and returned"]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: u8,
}

static MADE: AtomicU32 = AtomicU32::new(0);

/// A new empty folder for a test.
pub fn folder() -> PathBuf {
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}-{number}", std::process::id());
    // In a folder of its own: beside a home nothing lies that is not the test's.
    let own = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let folder = own.join("home");
    // A process before may have had this one's number.
    let _ = fs::remove_dir_all(&own);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The project's own folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `care.toml` of a test's home; the screens are Chinese.
pub const SETTINGS: &str = "format = 1\n\n[school]\nname = \"测试小学\"\nlanguage = \"zh-CN\"\n";

/// Two terms of the school year 2024-2025, without holidays.
pub const CALENDAR: &str = include_str!("../two_terms.toml");

/// The columns with which every log begins and ends, for registers whose own columns do not matter.
pub const HEADER: &str = "id,date,children,staff,outcome,note,recorded,status,replaces";

impl Home {
    /// A home of two terms, without staff, children or rules.
    pub fn new() -> Home {
        let files = [("care.toml", SETTINGS), ("calendar.toml", CALENDAR), ("rules.toml", "")];
        files.into_iter().fold(Home::empty(), |home, (file, text)| home.with(file, text))
    }

    /// A folder that is no home yet.
    pub fn empty() -> Home {
        // Far after every date in the tests, so that nothing typed is in the future.
        let now = Utc.with_ymd_and_hms(2030, 1, 1, 4, 0, 0).unwrap();
        Home { root: folder(), now, input: || Ok(Vec::new()), width: None, user: None, ask: None }
    }

    /// A copy of a folder of the project, such as `examples/guzhuang`.
    pub fn copy_of(folder: &str) -> Home {
        let home = Home::empty();
        files::copy(&project().join(folder), &home.root);
        home
    }

    /// The same with the clock at noon (in China) of a day.
    pub fn at(mut self, day: &str) -> Home {
        self.now = day.parse::<NaiveDate>().unwrap().and_hms_opt(4, 0, 0).unwrap().and_utc();
        self
    }

    /// The same with these bytes on standard input.
    pub fn told(mut self, input: fn() -> std::io::Result<Vec<u8>>) -> Home {
        self.input = input;
        self
    }

    /// The same with a terminal so wide.
    pub fn wide(mut self, width: usize) -> Home {
        self.width = Some(width);
        self
    }

    /// The same on a terminal, where somebody answers so.
    pub fn answering(mut self, ask: fn() -> Option<String>) -> Home {
        self.ask = Some(ask);
        self
    }

    /// The same, used by whom the system calls so.
    pub fn used_by(mut self, user: &str) -> Home {
        self.user = Some(user.to_owned());
        self
    }

    /// The same with the clock at an instant, such as `2024-09-08T15:30:00Z`.
    pub fn at_instant(mut self, instant: &str) -> Home {
        self.now = instant.parse().unwrap();
        self
    }

    /// The same with a file; folders are made, an older file is replaced.
    pub fn with(self, file: &str, text: &str) -> Home {
        self.with_bytes(file, text.as_bytes())
    }

    /// The same with a file of any bytes.
    pub fn with_bytes(self, file: &str, bytes: &[u8]) -> Home {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// The same with a text added at a file's end.
    pub fn and(self, file: &str, text: &str) -> Home {
        let old = fs::read_to_string(self.root.join(file)).unwrap_or_default();
        self.with(file, &format!("{old}{text}"))
    }

    /// The same with one more rule.
    pub fn rule(self, rule: &str) -> Home {
        let rule = format!("[[rule]]\nname = \"规则\"\nwhy = \"测试\"\n{}\n\n", rule.trim());
        self.and("rules.toml", &rule)
    }

    /// The same with a child on the roll since 2024-09-02, unless `more` says otherwise.
    pub fn child(self, id: &str, more: &str) -> Home {
        let spell =
            if more.contains("[[spell]]") { "" } else { "[[spell]]\njoined = 2024-09-02\n" };
        let text = format!("id = \"{id}\"\nname = \"儿童{id}\"\n{}\n{spell}", more.trim());
        self.with(&format!("children/{id}.toml"), &text)
    }

    /// The same with one more person; `roles` is the inside of the list.
    pub fn staff(self, id: &str, roles: &str) -> Home {
        let person =
            format!("[[staff]]\nid = \"{id}\"\nname = \"教师{id}\"\nroles = [{roles}]\n\n");
        self.and("staff.toml", &person)
    }

    /// The same with a log: register, month, and the whole text below the header.
    pub fn log(self, register: &str, month: &str, header: &str, rows: &str) -> Home {
        let rows: Vec<&str> = rows.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
        let text = format!("{header}\n{}\n", rows.join("\n"));
        self.with(&format!("log/{register}/{month}.csv"), &text)
    }

    /// The same with made events of a register without own columns, one for each date, each for
    /// these children (or staff ids, which go to their own column), entered on the day.
    pub fn events(self, register: &str, people: &str, dates: &[&str]) -> Home {
        let mut home = self;
        for date in dates {
            let file = format!("log/{register}/{}.csv", &date[..7]);
            let fresh = !home.root.join(&file).exists();
            let head = if fresh { format!("{HEADER}\n") } else { String::new() };
            let (staff, children): (Vec<&str>, Vec<&str>) =
                people.split_whitespace().partition(|id| id.starts_with('T'));
            let id = event_id();
            let row = format!(
                "{id},{date},{},{},made,,{date}T10:00:00+08:00,,\n",
                children.join(" "),
                staff.join(" ")
            );
            home = home.and(&file, &format!("{head}{row}"));
        }
        home
    }

    /// Makes every file readable by its owner alone, as the program itself writes them.
    pub fn keep_private(&self) {
        #[cfg(unix)]
        files::keep_private(&self.root);
    }

    /// The home's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file's text.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root.join(file)).unwrap()
    }

    /// Runs the program with these words, split at blanks; a word may stand in single quotes.
    pub fn run(&self, line: &str) -> Ran {
        self.run_words(&words(line))
    }

    /// Runs the program with these words.
    pub fn run_words(&self, words: &[String]) -> Ran {
        let call = Call {
            input: self.input,
            width: self.width,
            user: self.user.clone(),
            ask: self.ask.map(|ask| std::rc::Rc::new(ask) as _),
            ..Call::new(words.to_vec(), self.now, self.root.clone())
        };
        let mut ran = (Vec::new(), Vec::new());
        let code = run(&call, &mut ran.0, &mut ran.1);
        let is_workbook = ran.0.starts_with(b"PK");
        let out =
            if is_workbook { opened::text(&ran.0) } else { String::from_utf8(ran.0).unwrap() };
        let err = String::from_utf8(ran.1).unwrap();
        Ran { out, err, code }
    }

    /// Runs a command that must succeed and returns its JSON.
    #[track_caller]
    pub fn json(&self, line: &str) -> serde_json::Value {
        let ran = self.run(&format!("{line} --format json"));
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{line}");
        serde_json::from_str(&ran.out).unwrap()
    }

    /// One line for each obligation (`--all`) on a day: `rule subject slot first last due state
    /// count met_on`, with `-` for null.
    #[track_caller]
    pub fn obligations(&self, today: &str) -> Vec<String> {
        let keys =
            ["rule", "subject_id", "slot", "first", "last", "due", "state", "count", "met_on"];
        lines(&self.json(&format!("obligations --all --today {today}")), &keys)
    }

    /// One line for each obligation: only these keys.
    #[track_caller]
    pub fn obligation_keys(&self, today: &str, keys: &[&str]) -> Vec<String> {
        lines(&self.json(&format!("obligations --all --today {today}")), keys)
    }

    /// One line for each row of the overdue list: only these keys.
    #[track_caller]
    pub fn overdue(&self, today: &str, keys: &[&str]) -> Vec<String> {
        lines(&self.json(&format!("overdue --today {today}")), keys)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.root.parent().unwrap_or(&self.root));
    }
}

fn lines(array: &serde_json::Value, keys: &[&str]) -> Vec<String> {
    let shown = |value: &serde_json::Value| match value {
        serde_json::Value::Null => "-".to_owned(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let line = |row: &serde_json::Value| {
        keys.iter().map(|key| shown(&row[key])).collect::<Vec<_>>().join(" ")
    };
    array.as_array().unwrap().iter().map(line).collect()
}

/// A fresh id for an event.
pub fn event_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("E{:010}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The words of a line; single quotes hold a word together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut quoted = false;
    let mut word: Option<String> = None;
    for letter in line.chars() {
        match letter {
            '\'' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}
