//! What a killed command left behind, when someone changes the files before the next command.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::job::{Job, LOG, NEXT};
use crate::rig::{Findings, Scratch, TODAY, care};
use crate::tracer::Tracer;

/// The journal of changes that are saved and not yet applied.
const JOURNAL: &str = ".care/journal";

/// What becomes of a journal's bytes.
type Harm = fn(&[u8]) -> Vec<u8>;

/// A home in which a job was killed once it had saved its journal, and before it did more.
fn left_behind(tracer: &Tracer, job: &Job) -> Scratch {
    let calls = tracer.calls(job);
    let saved = calls.iter().position(|call| call.saves).expect("a journal is saved");
    let home = job.before();
    tracer.killed(home.path(), job, &calls[saved + 1]);
    assert!(home.path().join(JOURNAL).exists(), "{} left no journal", job.name);
    home
}

fn add(home: &Path, file: &str, text: &str) {
    let mut file = fs::OpenOptions::new().append(true).open(home.join(file)).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

#[test]
fn what_a_hand_wrote_after_a_crash_is_not_overwritten_by_what_the_crash_left() {
    let Some(tracer) = Tracer::new() else {
        println!("skipped: strace is missing or may not trace");
        return;
    };
    let row = "E00000000HH,2024-11-07,C00002,,made,,by hand,2024-11-07T10:00:00+08:00,,\n";
    let person = "\n# by hand\n";
    let mut findings = Findings::default();
    for (name, file, text) in
        [("log-talk", LOG, row), ("amend", LOG, row), ("add-staff", "staff.toml", person)]
    {
        let home = left_behind(&tracer, Job::named(name));
        add(home.path(), file, text);
        let next = care(home.path(), &NEXT);
        let check = care(home.path(), &["check", "--today", TODAY]);
        let after = fs::read_to_string(home.path().join(file)).unwrap();
        println!("{name} left behind, then {file} by hand: {}, {}", next.end(), check.end());
        if !after.contains("by hand") {
            findings.add("what a hand wrote is gone", name);
        }
    }
    findings.end();
}

#[test]
fn a_damaged_journal_is_told_and_not_dropped() {
    let Some(tracer) = Tracer::new() else {
        println!("skipped: strace is missing or may not trace");
        return;
    };
    let mut findings = Findings::default();
    let damages: [(&str, Harm); 4] = [
        ("cut", |bytes| bytes[..bytes.len() / 2].to_vec()),
        ("empty", |_| Vec::new()),
        ("NULs", |bytes| vec![0; bytes.len()]),
        ("garbage", |bytes| [b"x", bytes].concat()),
    ];
    for (damage, harm) in damages {
        let home = left_behind(&tracer, Job::named("log-talk"));
        let journal = home.path().join(JOURNAL);
        let harmed = harm(&fs::read(&journal).unwrap());
        fs::write(&journal, &harmed).unwrap();
        let check = care(home.path(), &["check", "--today", TODAY]);
        let next = care(home.path(), &NEXT);
        if check.code == Some(0) {
            findings.add("check says nothing of a damaged journal", damage);
        }
        if next.code == Some(0) && fs::read(&journal).ok().as_ref() != Some(&harmed) {
            findings.add("a writer drops a damaged journal without a word", damage);
        }
    }
    println!("damaged journals: {}", damages.len());
    findings.end();
}
