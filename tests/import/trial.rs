//! A case tried: its home in a folder of its own, the program run on it as a process.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::case::{Case, corpus};
use crate::compare;
use crate::kept::{Kept, snapshot};
use crate::refusals;

const TODAY: &str = "2024-11-25";

/// After so long a run has hung: seconds of the clock.
const PATIENCE: Duration = Duration::from_secs(120);

/// So long a run may compute: seconds of its own, which a busy machine does not blur.
const LONGEST: u32 = 60;

/// What a run said, on both streams, and how it ended.
pub struct Said {
    pub text: String,
    /// None when it was killed or hung.
    pub code: Option<i32>,
}

/// A folder with a home and, beside it, the files to bring in.
pub struct Desk {
    root: PathBuf,
}

impl Desk {
    /// A desk of a name with a copy of the home that is called so.
    pub fn new(name: &str, home: &str) -> Desk {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("files")).unwrap();
        let from = if home == "empty" { empty_home() } else { corpus().join(home) };
        copy(&from, &root.join("home"));
        Desk { root }
    }

    pub fn home(&self) -> PathBuf {
        self.root.join("home")
    }

    /// Where the files lie that are brought in.
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// Puts a file there.
    pub fn put(&self, file: &Path) -> PathBuf {
        let path = self.files().join(file.file_name().unwrap());
        fs::copy(file, &path).unwrap();
        path
    }

    /// The program with these words on the home.
    pub fn care(&self, words: &[&str]) -> Said {
        self.care_within(LONGEST, words)
    }

    /// The same, killed once it has computed for so many seconds. Its memory is bounded too, where
    /// the shell can do that.
    pub fn care_within(&self, seconds: u32, words: &[&str]) -> Said {
        run(&self.root, &self.home(), seconds, words)
    }

    /// Is there anything beside the home but its files?
    pub fn strays(&self) -> Vec<String> {
        let names = fs::read_dir(&self.root).unwrap().map(|entry| entry.unwrap().file_name());
        let own = ["home", "files", "said"];
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| !own.contains(&name.as_str())).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if !std::thread::panicking() && std::env::var_os("CARE_KEEP").is_none() {
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}

fn run(root: &Path, home: &Path, seconds: u32, words: &[&str]) -> Said {
    let said = root.join("said");
    let file = File::create(&said).unwrap();
    // Far more than the program needs, far less than a bomb does.
    let limits = format!("ulimit -v 1000000 2>/dev/null; ulimit -t {seconds} 2>/dev/null");
    let bounded = format!(r#"{limits}; exec "$0" "$@""#);
    let mut command = match cfg!(unix) {
        true => {
            let mut shell = Command::new("sh");
            shell.args(["-c", &bounded, env!("CARGO_BIN_EXE_care")]);
            shell
        }
        false => Command::new(env!("CARGO_BIN_EXE_care")),
    };
    command
        .args(["--lang", "zh-CN", "--today", TODAY, "--no-input", "-C"])
        .arg(home)
        .args(words)
        .current_dir(root)
        .env_remove("CARE_DIR")
        .env("HOME", root)
        .stdin(Stdio::null())
        .stderr(file.try_clone().unwrap())
        .stdout(file);
    let begun = Instant::now();
    let mut child = command.spawn().unwrap();
    let code = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status.code(),
            None if begun.elapsed() > PATIENCE => {
                child.kill().unwrap();
                child.wait().unwrap();
                break None;
            }
            None => sleep(Duration::from_millis(5)),
        }
    };
    let text = String::from_utf8_lossy(&fs::read(&said).unwrap()).into_owned();
    Said { text, code }
}

/// A home as `care init` makes it, made once.
fn empty_home() -> PathBuf {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import-empty");
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        let home = root.join("home");
        let said =
            run(&root, &root, LONGEST, &["init", home.to_str().unwrap(), "--preset", "guzhuang"]);
        assert_eq!(said.code, Some(0), "{}", said.text);
        let _ = fs::remove_dir_all(home.join(".care"));
        let _ = fs::remove_dir_all(home.join(".git"));
        home
    });
    made.clone()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let into = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &into),
            false => drop(fs::copy(entry.path(), into).unwrap()),
        }
    }
}

/// A case on its desk.
pub struct Trial<'c> {
    case: &'c Case,
    desk: Desk,
    files: Vec<PathBuf>,
}

impl<'c> Trial<'c> {
    pub fn of(case: &'c Case) -> Trial<'c> {
        let desk = Desk::new(&case.name, case.word("home").unwrap());
        assert_eq!(case.word("today"), Some(TODAY), "{}", case.name);
        let files = case.files.iter().map(|file| desk.put(file)).collect();
        Trial { case, desk, files }
    }

    fn import(&self, more: &[&str]) -> Said {
        let mut words = vec!["import"];
        words.extend(self.files.iter().map(|file| file.to_str().unwrap()));
        words.extend(self.case.word("register").into_iter().flat_map(|own| ["--register", own]));
        words.extend(more);
        self.desk.care(&words)
    }

    /// What is not as it should be.
    pub fn complaint(&self) -> Option<String> {
        let before = snapshot(&self.desk.home());
        let kept = Kept::read(&self.desk.home());
        let code = Some(i32::from(!self.case.refused().is_empty()));
        let mut wrong = Vec::new();
        let dry = self.import(&["-n"]);
        if snapshot(&self.desk.home()) != before {
            wrong.push("a dry run changed the home".to_owned());
        }
        if !refusals::workbooks(&self.desk.files()).is_empty() {
            wrong.push("a dry run wrote the refused rows".to_owned());
        }
        let said = self.import(&["-y"]);
        if said.code != code || dry.code != code {
            wrong
                .push(format!("ended with {:?}, dry with {:?}, not {code:?}", said.code, dry.code));
        }
        let after = Kept::read(&self.desk.home());
        wrong.extend(compare::complaints(self.case, &kept, &after));
        wrong.extend(refusals::complaints(self.case, &said.text, &self.desk.files()));
        wrong.extend(said.text.contains("panicked").then(|| "it panicked".to_owned()));
        wrong.extend(self.faults());
        let shown = self
            .case
            .masked()
            .into_iter()
            .find(|own| said.text.contains(own) || dry.text.contains(own));
        wrong.extend(shown.map(|own| format!("{own} is on the screen")));
        let once = snapshot(&self.desk.home());
        let again = self.import(&["-y"]);
        if snapshot(&self.desk.home()) != once {
            wrong.push(format!("the second time the home changed; it said:\n{}", again.text));
        }
        if again.code != code {
            wrong.push(format!("the second time it ended with {:?}", again.code));
        }
        let why = self.case.word("why").unwrap();
        let told = || {
            format!(
                "== {} ({why})\n{}\n-- it said\n{}",
                self.case.name,
                wrong.join("\n"),
                said.text
            )
        };
        (!wrong.is_empty()).then(told)
    }

    /// What `care check` finds that would stop every command: nothing of the kind may be written.
    fn faults(&self) -> Option<String> {
        let said = self.desk.care(&["check", "--format", "json"]);
        // The list, before what is said of it on the other stream.
        let list = said.text.find('[').map_or("", |start| &said.text[start..]);
        let mut lists = serde_json::Deserializer::from_str(list).into_iter::<Vec<Value>>();
        let Some(Ok(found)) = lists.next() else { return Some(said.text) };
        let fault = found.into_iter().find(|own| own["level"] == "fault");
        fault.map(|own| format!("a fault was written: {own}"))
    }

    /// What is not as it was once the import is taken back: rows of logs are withdrawn there.
    pub fn undone(&self) -> Option<String> {
        let files = || {
            let mut files = snapshot(&self.desk.home());
            files.retain(|path, _| !path.starts_with("log/"));
            files
        };
        let before = files();
        let rows = Kept::read(&self.desk.home()).speaking();
        let now = || (files(), Kept::read(&self.desk.home()).speaking());
        let imported = self.import(&["-y"]);
        let changed = now() != (before.clone(), rows.clone());
        let said = [imported, self.desk.care(&["undo", "-y"])];
        let same = changed && now() == (before, rows);
        (!same).then(|| format!("== {}\n{}{}", self.case.name, said[0].text, said[1].text))
    }
}
