//! Folders, runs of the program with a time limit, and what was found.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

#[path = "../own_writer.rs"]
mod own_writer;

pub use own_writer::own;

/// The program.
pub const CARE: &str = env!("CARGO_BIN_EXE_care");

/// The day on which every command is given.
pub const TODAY: &str = "2024-11-18";

/// How many times as long as a plain run.
pub fn torture() -> usize {
    number("CARE_TORTURE", 1).max(1)
}

/// Where a run begins.
pub fn first() -> usize {
    number("CARE_FIRST", 0)
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

/// The path of a tool of this machine.
pub fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Runs a tool that must be there; was it content?
pub fn shell(name: &str, words: &[&str]) -> bool {
    let Some(path) = tool(name) else { return false };
    let mut command = Command::new(path);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// A folder that is removed with this value.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new empty folder, in memory where that is possible.
    pub fn new() -> Scratch {
        if let Some(place) = std::env::var_os("CARE_TORTURE_IN") {
            return Scratch::below(Path::new(&place));
        }
        let memory = Path::new("/dev/shm");
        let readonly = memory.metadata().map_or(true, |meta| meta.permissions().readonly());
        match readonly {
            false => Scratch::below(memory),
            true => Scratch::on_disk(),
        }
    }

    /// A new empty folder on the disk.
    pub fn on_disk() -> Scratch {
        let place = std::env::var_os("CARE_TORTURE_IN").map(PathBuf::from);
        Scratch::below(&place.unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into()))
    }

    /// A new empty folder for another file system, which is put upon it.
    pub fn under_a_mount() -> Scratch {
        Scratch::below(Path::new(env!("CARGO_TARGET_TMPDIR")))
    }

    fn below(folder: &Path) -> Scratch {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("care-torture-{}-{number}", std::process::id());
        let folder = folder.join(name);
        fs::create_dir_all(&folder).unwrap();
        Scratch(folder)
    }

    /// A copy of a folder, in which this machine goes on writing as in the folder itself.
    pub fn copy_of(folder: &Path) -> Scratch {
        let scratch = Scratch::new();
        copy(folder, &scratch.0);
        if scratch.0.join("care.toml").exists() {
            own(&scratch.0).unwrap();
        }
        scratch
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies a folder of files and folders.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => {
                if let Err(fault) = fs::copy(entry.path(), &target) {
                    panic!("{}: {fault}", target.display());
                }
            }
        }
    }
}

/// Every file below a folder, git's left out.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Reads every file of a folder.
pub fn files(root: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let kind = entry.file_type().unwrap();
            if kind.is_dir() && entry.file_name() != ".git" {
                folders.push(entry.path());
            } else if kind.is_file() {
                let name = entry.path().strip_prefix(root).unwrap().to_owned();
                found.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

/// What one run said and how it ended.
#[derive(Debug, Default)]
pub struct Ran {
    /// The exit code, when the program ended by itself.
    pub code: Option<i32>,
    pub signal: Option<i32>,
    pub out: String,
    pub err: String,
    /// It was still running when its time was up.
    pub hung: bool,
}

impl Ran {
    /// How the run ended, in words.
    pub fn end(&self) -> String {
        match (self.hung, self.code, self.signal) {
            (true, ..) => "hung".to_owned(),
            (_, Some(code), _) => format!("exit {code}"),
            (_, _, signal) => format!("signal {}", signal.unwrap_or(0)),
        }
    }
}

/// Runs the program in a folder.
pub fn care(home: &Path, words: &[&str]) -> Ran {
    run(Command::new(CARE).args(words), home)
}

/// Runs a command that leads to the program, in a folder and an empty environment.
pub fn run(command: &mut Command, home: &Path) -> Ran {
    within(command, home, Duration::from_secs(60))
}

/// Runs a command with a time limit, after which it is killed with all it started.
pub fn within(command: &mut Command, home: &Path, limit: Duration) -> Ran {
    let command = command.current_dir(home).env_clear().env("PATH", "/nonexistent");
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.process_group(0).spawn().unwrap();
    let out = reader(child.stdout.take().unwrap());
    let err = reader(child.stderr.take().unwrap());
    let hung = !ends_within(&mut child, limit);
    if hung {
        shell("kill", &["-KILL", "--", &format!("-{}", child.id())]);
    }
    let status = child.wait().unwrap();
    let text = |stream: std::thread::JoinHandle<Vec<u8>>| {
        String::from_utf8_lossy(&stream.join().unwrap()).into_owned()
    };
    let (code, signal) = (status.code(), status.signal());
    Ran { code, signal, out: text(out), err: text(err), hung }
}

fn reader(mut stream: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        bytes
    })
}

fn ends_within(child: &mut Child, limit: Duration) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < limit {
        if child.try_wait().unwrap().is_some() {
            return true;
        }
        // Often at first; for one that takes long a little more waiting changes nothing.
        let pause = begun.elapsed() / 20;
        std::thread::sleep(pause.clamp(Duration::from_micros(500), Duration::from_millis(20)));
    }
    false
}

/// What was found, alike things together.
#[derive(Default)]
pub struct Findings(BTreeMap<String, (usize, String)>);

impl Findings {
    /// Adds one: what happened, and where.
    pub fn add(&mut self, what: &str, place: &str) {
        let entry = self.0.entry(what.to_owned()).or_insert_with(|| (0, place.to_owned()));
        entry.0 += 1;
    }

    /// Those of both.
    pub fn extend(&mut self, others: Findings) {
        for (what, (count, place)) in others.0 {
            self.0.entry(what).or_insert_with(|| (0, place)).0 += count;
        }
    }

    /// The test fails when there is any.
    pub fn end(self) {
        let line = |(what, (count, place)): (&String, &(usize, String))| {
            format!("{count:5} x {what}; first: {place}")
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
    }
}
