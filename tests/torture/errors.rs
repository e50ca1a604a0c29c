//! Every system call fails in every way, once and from then on: the exit code tells the truth.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::job::{JOBS, Job};
use crate::kills::{Case, goes_on, taken};
use crate::rig::{Findings, Ran, Scratch, care, first, torture};
use crate::tracer::{Failing, Tracer};

const HOW: [Failing; 3] = [Failing::Once, Failing::Sticky, Failing::AllChanges];
const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EMFILE"];

/// What is wrong after a run that may have failed, if anything: 0 says saved; 7 says saved, and
/// the next command may have to finish it; all others say nothing saved.
pub fn judge(case: &Case, home: &Scratch, ran: &Ran) -> Result<(), String> {
    let end = ran.end();
    let said = match ran.code {
        Some(0 | 7) => true,
        Some(2 | 3 | 4 | 6) => false,
        _ => return Err(format!("{end} is no answer")),
    };
    let is_there = |more| case.all_or_none(home, more).map_err(|why| format!("{end}, but {why}"));
    if ran.code != Some(7) && is_there(0)? != said {
        return Err(format!(
            "{end}, but {}",
            if said { "nothing is there" } else { "it is there" }
        ));
    }
    if case.job.makes_home() {
        let again = care(home.path(), &case.job.words());
        // What was saved and not yet carried out is finished by the repeat, which then says so.
        let fits = again.code == Some(0) || said && again.code == Some(2);
        return match fits && is_there(0)? {
            true => Ok(()),
            false => Err(format!("{end}, a repeat gives {}", again.end())),
        };
    }
    goes_on(home).map_err(|why| format!("{end}, {why}"))?;
    match (said, is_there(1)?) {
        (true, false) => Err(format!("{end}, but it is not there after the next command")),
        (false, true) => Err(format!("{end}, but it is there after the next command")),
        _ => Ok(()),
    }
}

/// What came of the failing calls of some commands.
#[derive(Default)]
struct Failed {
    codes: BTreeMap<String, usize>,
    runs: usize,
    litter: usize,
    findings: Findings,
}

impl Failed {
    /// Lets each call of a command fail in every way.
    fn count(&mut self, tracer: &Tracer, job: &'static Job) {
        let case = Case::new(job);
        for (at, call) in taken(tracer.calls(job)).iter().enumerate() {
            let from = first() + at;
            let errors = (from..from + torture().min(ERRORS.len())).map(|at| ERRORS[at % 6]);
            for (error, how) in errors.flat_map(|error| HOW.map(|how| (error, how))) {
                if call.closes_folder || how != Failing::Once && call.name == "close" {
                    continue;
                }
                let home = Scratch::copy_of(case.before.path());
                let ran = tracer.failing(home.path(), job, call, error, how);
                self.runs += 1;
                *self.codes.entry(ran.end()).or_default() += 1;
                if let Err(why) = judge(&case, &home, &ran) {
                    let place = format!("{error} at {} {} {how:?}", call.name, call.k);
                    self.findings.add(&format!("{}: {}: {why}", job.name, call.name), &place);
                }
                self.litter += case.gained(&home).map_or(0, |gained| gained.litter);
            }
        }
    }

    fn and(mut self, other: Failed) -> Failed {
        for (end, count) in other.codes {
            *self.codes.entry(end).or_default() += count;
        }
        self.runs += other.runs;
        self.litter += other.litter;
        self.findings.extend(other.findings);
        self
    }
}

#[test]
fn the_exit_code_tells_the_truth_whatever_call_fails() {
    let Some(tracer) = Tracer::new() else {
        println!("skipped: strace is missing or may not trace");
        return;
    };
    // The longest of these tests: two commands at a time, so that it ends with the others.
    let next = AtomicUsize::new(0);
    let some = || {
        let mut failed = Failed::default();
        while let Some(job) = JOBS.get(next.fetch_add(1, Ordering::Relaxed)) {
            failed.count(&tracer, job);
        }
        failed
    };
    let failed = thread::scope(|scope| {
        let other = scope.spawn(some);
        some().and(other.join().unwrap())
    });
    println!(
        "failing calls {}: {:?}; temporary files left {}",
        failed.runs, failed.codes, failed.litter
    );
    failed.findings.end();
}
