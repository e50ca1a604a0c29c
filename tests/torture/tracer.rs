//! The system calls of a command, and mishaps injected into them.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::job::Job;
use crate::rig::{CARE, Ran, Scratch, run, tool};

/// The tracer.
pub struct Tracer(PathBuf);

/// A system call of a command: the `k`th of its name since the process began.
pub struct Call {
    pub name: String,
    pub k: usize,
    /// Is it made while the home is locked, or while a home is made?
    pub writes: bool,
    /// Does it close a folder? On that Linux gives no error, and Rust's own library panics.
    pub closes_folder: bool,
    /// Does it give the journal its name? Then the change is saved.
    pub saves: bool,
    /// How often each name was called before.
    before: HashMap<String, usize>,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    Once,
    /// From then on.
    Sticky,
    /// From then on, and with it all that would change anything: so fails a disk that the system
    /// makes read-only.
    AllChanges,
}

/// The calls that change files and folders.
const CHANGES: [&str; 14] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
];

/// The other calls that have to do with files, and those by which mail goes.
const OTHERS: [&str; 26] = [
    "openat",
    "open",
    "creat",
    "read",
    "pread64",
    "writev",
    "lseek",
    "close",
    "truncate",
    "fallocate",
    "rmdir",
    "symlink",
    "chmod",
    "fchmod",
    "flock",
    "fcntl",
    "statx",
    "newfstatat",
    "getdents64",
    "copy_file_range",
    "socket",
    "connect",
    "sendto",
    "recvfrom",
    "sendmsg",
    "shutdown",
];

impl Tracer {
    /// The tracer of this machine, when it has one that works.
    pub fn new() -> Option<Tracer> {
        let tracer = Tracer(tool("strace")?);
        let scratch = Scratch::new();
        let ran = tracer.run(scratch.path(), &["-o", "/dev/null"], &["--version"]);
        (ran.code == Some(0)).then_some(tracer)
    }

    fn run(&self, home: &Path, options: &[&str], words: &[&str]) -> Ran {
        let mut command = Command::new(&self.0);
        command.args(["-qq"]).args(options).arg(CARE).args(words);
        run(&mut command, home)
    }

    /// The calls that a job makes once it has begun, in order.
    pub fn calls(&self, job: &Job) -> Vec<Call> {
        let home = job.before();
        let file = home.path().with_extension("trace");
        let ran =
            self.run(home.path(), &["-s", "400", "-o", &file.to_string_lossy()], &job.words());
        assert_eq!(ran.code, Some(0), "{}: {}", job.name, ran.err);
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        std::fs::remove_file(file).unwrap();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let (mut begun, mut writes) = (false, job.makes_home());
        let mut folders: HashSet<&str> = HashSet::new();
        let mut calls = Vec::new();
        for line in text.lines() {
            let name = line.split('(').next().unwrap_or_default();
            let k = *counts.entry(name).and_modify(|count| *count += 1).or_insert(1);
            // The first use of the folder that the command was called in.
            begun |= name == "getcwd";
            writes |= name == "flock";
            if begun && (CHANGES.contains(&name) || OTHERS.contains(&name)) {
                let closed = line.strip_prefix("close(").and_then(|rest| rest.split(')').next());
                let closes_folder = closed.is_some_and(|number| folders.remove(number));
                let (name, k) = (name.to_owned(), k);
                let before = counts.iter().map(|(name, count)| ((*name).to_owned(), *count));
                let before = before.collect();
                let saves = name.starts_with("rename") && line.contains(".care/journal\"");
                calls.push(Call { name, k, writes, closes_folder, saves, before });
            }
            if line.contains("O_DIRECTORY") {
                folders.extend(line.rsplit("= ").next());
            }
        }
        calls
    }

    /// Runs a job and kills it when it is about to make a call.
    pub fn killed(&self, home: &Path, job: &Job, call: &Call) -> Ran {
        let trace = format!("trace={}", call.name);
        let inject = format!("inject={}:signal=SIGKILL:when={}", call.name, call.k);
        self.run(home, &["-o", "/dev/null", "-e", &trace, "-e", &inject], &job.words())
    }

    /// Runs a job while a call fails.
    pub fn failing(&self, home: &Path, job: &Job, call: &Call, error: &str, how: Failing) -> Ran {
        let plus = if how == Failing::Once { "" } else { "+" };
        let mut mishaps = vec![format!("inject={}:error={error}:when={}{plus}", call.name, call.k)];
        if how == Failing::AllChanges {
            for name in CHANGES.iter().filter(|name| **name != call.name) {
                let next = call.before.get(*name).map_or(1, |count| count + 1);
                mishaps.push(format!("inject={name}:error=EROFS:when={next}+"));
            }
        }
        let mut options = vec!["-o", "/dev/null"];
        for mishap in &mishaps {
            options.extend(["-e", mishap]);
        }
        self.run(home, &options, &job.words())
    }
}
