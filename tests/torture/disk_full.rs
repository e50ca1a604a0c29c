//! A disk that is full at any byte that a command writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::errors::judge;
use crate::job::{JOBS, Job, make_home};
use crate::kills::Case;
use crate::rig::{
    CARE, Findings, Ran, Scratch, TODAY, care, files, first, run, shell, tool, torture,
};
use crate::standing::gained;

/// Each so many-th byte of the other commands in a plain run; of the first row every one.
const STRIDE: u64 = 7;

/// The sizes at which a file that a job writes can be cut short.
fn limits(job: &Job) -> BTreeSet<u64> {
    let (before, after) = (job.before(), job.before());
    assert_eq!(care(after.path(), &job.words()).code, Some(0));
    let (old, new) = (files(before.path()), files(after.path()));
    // What the program writes for itself before it writes the records is no longer than this.
    let mut limits: BTreeSet<u64> = (0..320).step_by(5).collect();
    for (name, bytes) in new {
        let from = old.get(&name).map_or(0, Vec::len);
        limits.extend((from as u64)..=(bytes.len() as u64));
    }
    limits
}

/// Runs a job while no file may grow past a size. The system sends a signal then, which the one
/// who calls may have set to be ignored.
fn run_limited(prlimit: &Path, home: &Path, job: &Job, limit: u64, ignored: bool) -> Ran {
    let mut command = Command::new(prlimit);
    command.arg(format!("--fsize={limit}")).arg("--core=0");
    if let Some(env) = tool("env").filter(|_| ignored) {
        command.arg(env).arg("--ignore-signal=XFSZ");
    }
    run(command.arg(CARE).args(job.words()), home)
}

#[test]
fn a_file_that_may_not_grow_past_any_byte_leaves_nothing_partial() {
    let Some(prlimit) = tool("prlimit") else {
        println!("skipped: prlimit is missing");
        return;
    };
    let (mut runs, mut saved, mut unfinished, mut refused) = (0, 0, 0, 0);
    let mut findings = Findings::default();
    for job in &JOBS {
        let case = Case::new(job);
        let stride = match job.name {
            "log-talk" => 1,
            "init" => STRIDE * 40 / torture() as u64,
            _ => STRIDE / torture() as u64,
        };
        let skip = |limit: &u64| (limit + first() as u64).is_multiple_of(stride.max(1));
        let limits = limits(job).into_iter().filter(skip);
        for (limit, ignored) in limits.flat_map(|limit| [(limit, false), (limit, true)]) {
            let home = Scratch::copy_of(case.before.path());
            let ran = run_limited(&prlimit, home.path(), job, limit, ignored);
            runs += 1;
            match ran.code {
                Some(0) => saved += 1,
                Some(7) => unfinished += 1,
                _ => refused += 1,
            }
            if let Err(why) = judge(&case, &home, &ran) {
                let signal = if ignored { ", signal ignored" } else { "" };
                findings.add(&format!("{}: {why}", job.name), &format!("limit {limit}{signal}"));
            }
        }
    }
    println!(
        "files limited at {runs} bytes: saved {saved}, unfinished {unfinished}, refused {refused}"
    );
    findings.end();
}

/// A small file system in memory, gone with this value.
struct Small(PathBuf, #[expect(dead_code, reason = "holds the folder")] Scratch);

impl Small {
    fn new(kib: usize) -> Option<Small> {
        let scratch = Scratch::under_a_mount();
        let folder = scratch.path().to_owned();
        let size = format!("size={kib}k");
        let shown = folder.to_string_lossy().into_owned();
        let mounted = shell("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", &shown]);
        mounted.then(|| Small(folder, scratch))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        shell("umount", &["-l", &self.0.to_string_lossy()]);
    }
}

fn fill(path: &Path) {
    let mut text = vec![0u8; 4 << 20];
    // The part that fits stays.
    while fs::write(path, &text).is_err() && fs::metadata(path).unwrap().len() == 0 {
        text.truncate(text.len() / 2);
    }
}

#[test]
fn on_a_full_disk_nothing_is_half_saved_and_writing_goes_on_when_there_is_room() {
    let Some(small) = Small::new(512) else {
        println!("skipped: a small file system may not be mounted");
        return;
    };
    let home = small.0.join("home");
    make_home(&home);
    let filler = small.0.join("filler");
    fill(&filler);
    let length = fs::metadata(&filler).unwrap().len();
    let (mut saved, mut refused) = (0usize, 0usize);
    let mut findings = Findings::default();
    let before = files(&home);
    for round in 0..12 * torture() {
        // A page is given back now and then: some rows fit, then none.
        if round % 6 == 5 {
            let pages = (round as u64 / 6 + 1) * 4096;
            let file = fs::OpenOptions::new().write(true).open(&filler).unwrap();
            file.set_len(length.saturating_sub(pages)).unwrap();
        }
        // An event is moved or voided once only: those jobs have their own homes above.
        let repeatable = |job: &&Job| job.name.starts_with("add-") || job.name.starts_with("log-");
        for job in JOBS.iter().filter(repeatable) {
            // The same child or person twice is meant.
            let force = if job.name.starts_with("add-") { vec!["--force"] } else { vec![] };
            let ran = care(&home, &[job.words(), force].concat());
            match ran.code {
                Some(0 | 7) => saved += job.whole,
                Some(6) => refused += 1,
                _ => findings.add(&format!("{}: {}", job.name, ran.end()), &ran.err),
            }
        }
    }
    fs::remove_file(&filler).unwrap();
    let last = care(&home, &Job::named("log-talk").words());
    assert_eq!(last.code, Some(0), "with room again: {}", last.err);
    let check = care(&home, &["check", "--today", TODAY]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    // The last row, and every one that was said to be saved.
    assert_eq!(gained(&before, &files(&home)).unwrap().pieces, saved + 1);
    println!("on a full disk: saved {saved}, refused {refused}");
    findings.end();
}
