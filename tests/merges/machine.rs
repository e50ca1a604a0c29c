//! One machine: a folder, a clock of its own, the program, and git.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use care::{Call, run};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// Two folders side by side on a disk, outside of any repository; removed with this value.
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Place {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("care-merges-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Place(folder)
    }

    pub fn folder(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One machine.
pub struct Machine {
    pub name: &'static str,
    pub root: PathBuf,
    /// Its clock.
    pub now: DateTime<Utc>,
}

/// What one run of the program said and returned.
#[derive(Debug)]
pub struct Ran {
    pub out: String,
    #[expect(dead_code, reason = "shown when an answer is not as it must be")]
    pub err: String,
    pub code: u8,
}

impl Ran {
    /// The JSON that was printed.
    pub fn json(&self) -> Result<Value, String> {
        serde_json::from_str(&self.out).map_err(|error| format!("{error}: {self:?}"))
    }
}

impl Machine {
    /// Runs the program; what it asks is answered with yes.
    pub fn care(&self, words: &[&str]) -> Ran {
        let fixed = ["-y", "--format", "json"];
        let call = Call::new(
            words.iter().chain(&fixed).map(ToString::to_string).collect(),
            self.now,
            self.root.clone(),
        );
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&call, &mut out, &mut err);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { out: text(out), err: text(err), code }
    }

    /// Runs git as a machine that nobody has set up further.
    pub fn git(&self, words: &[&str]) -> Output {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.root).env("GIT_CONFIG_GLOBAL", "/dev/null");
        git.env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C");
        git.args(["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "gc.auto=0"]);
        // No power is cut here.
        git.args(["-c", "core.fsync=none"]);
        git.args(words).output().unwrap()
    }

    /// Runs git, which must be content, and returns what it printed.
    pub fn git_well(&self, words: &[&str]) -> Result<String, String> {
        let output = self.git(words);
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(format!("git {}: {said}", words.join(" "))),
        }
    }

    /// Commits all but one file.
    pub fn commit(&self, but: Option<&str>) -> Result<(), String> {
        let but = but.map(|file| format!(":!{file}"));
        let mut words = vec!["add", "-A", "--", "."];
        words.extend(but.as_deref());
        self.git_well(&words)?;
        self.git_well(&["commit", "-q", "--allow-empty", "-m", "entries"]).map(drop)
    }

    /// Merges what another machine has committed; the files in which git found a conflict.
    pub fn merge(&self, other: &Path) -> Result<Vec<String>, String> {
        let from = other.to_str().unwrap();
        let merged = self.git(&["pull", "-q", "--no-rebase", "--no-edit", from, "HEAD"]);
        if merged.status.success() {
            return Ok(Vec::new());
        }
        let files = self.git_well(&["diff", "--name-only", "--diff-filter=U"])?;
        let files: Vec<String> = files.lines().map(str::to_owned).collect();
        let said = String::from_utf8_lossy(&merged.stderr);
        if files.is_empty() { Err(format!("git pull: {said}")) } else { Ok(files) }
    }

    /// Takes over what another machine has, to which nothing of its own is new.
    pub fn follow(&self, other: &Path) -> Result<(), String> {
        let from = other.to_str().unwrap();
        self.git_well(&["pull", "-q", "--ff-only", from, "HEAD"]).map(drop)
    }
}
