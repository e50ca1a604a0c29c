//! Killed at every system call.

use crate::job::{JOBS, Job, NEXT};
use crate::rig::{Files, Findings, Scratch, TODAY, care, files, first, torture};
use crate::standing::{Gained, gained, gained_home};
use crate::tracer::{Call, Tracer};

/// Which of the calls before the lock a plain run takes: each so many-th.
pub const STRIDE: usize = 12;

/// The calls of a job that a run takes: all while it writes, and a share of those before.
pub fn taken(calls: Vec<Call>) -> Vec<Call> {
    let stride = STRIDE.div_ceil(torture());
    let mut at = first();
    let mut is_taken = |call: &Call| {
        at += 1;
        call.writes || at.is_multiple_of(stride)
    };
    calls.into_iter().filter(|call| is_taken(call)).collect()
}

/// A job, what its home was, and what peace makes of it.
pub struct Case {
    pub job: &'static Job,
    pub before: Scratch,
    pub old: Files,
    peaceful: Files,
}

impl Case {
    /// Runs the job once in peace.
    pub fn new(job: &'static Job) -> Case {
        let (before, peace) = (job.before(), job.before());
        let ran = care(peace.path(), &job.words());
        assert_eq!(ran.code, Some(0), "{}: {}", job.name, ran.err);
        let case = Case { job, old: files(before.path()), peaceful: files(peace.path()), before };
        assert_eq!(case.gained(&peace).unwrap().pieces, job.whole, "{}", job.name);
        case
    }

    /// What a home gained over what it was.
    pub fn gained(&self, home: &Scratch) -> Result<Gained, String> {
        let now = files(home.path());
        match self.job.makes_home() {
            true => gained_home(&self.peaceful, &now),
            false => gained(&self.old, &now),
        }
    }

    /// Are the pieces gained there? They are all or none; otherwise an error in words.
    /// `more` rows are those of commands that came after.
    pub fn all_or_none(&self, home: &Scratch, more: usize) -> Result<bool, String> {
        let pieces = self.gained(home)?.pieces;
        let Some(pieces) = pieces.checked_sub(more) else {
            return Err("the next row is not there".to_owned());
        };
        match pieces {
            0 => Ok(false),
            all if all == self.job.whole => Ok(true),
            some => Err(format!("{some} of {} pieces", self.job.whole)),
        }
    }
}

/// The ordinary commands after a mishap: the records are sound and take another row.
pub fn goes_on(home: &Scratch) -> Result<(), String> {
    for words in [&["check", "--today", TODAY][..], &NEXT] {
        let ran = care(home.path(), words);
        if ran.code != Some(0) {
            return Err(format!("then {} gives {}", words[0], ran.end()));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Figures {
    kills: usize,
    not_reached: usize,
    nothing: usize,
    whole: usize,
    litter: usize,
}

/// What is wrong after a kill, if anything.
fn judge(case: &Case, home: &Scratch, figures: &mut Figures) -> Result<(), String> {
    if case.job.makes_home() {
        let again = care(home.path(), &case.job.words());
        figures.litter += case.gained(home)?.litter;
        // A home that was saved and not finished is finished now, and not made a second time.
        return match (again.code, case.all_or_none(home, 0)) {
            (Some(0 | 2), Ok(true)) => {
                figures.whole += 1;
                Ok(())
            }
            (_, stands) => Err(format!("a repeat gives {}, whole: {stands:?}", again.end())),
        };
    }
    goes_on(home)?;
    figures.litter += case.gained(home)?.litter;
    let whole = case.all_or_none(home, 1)?;
    let again = care(home.path(), &case.job.words());
    match (whole, again.code) {
        // What stands whole may be refused a second time, as the same child or a voided row.
        (true, Some(0 | 2)) => figures.whole += 1,
        (false, Some(0)) => figures.nothing += 1,
        _ => return Err(format!("a repeat gives {}", again.end())),
    }
    Ok(())
}

#[test]
fn a_command_killed_at_any_system_call_has_done_all_or_nothing() {
    let Some(tracer) = Tracer::new() else {
        println!("skipped: strace is missing or may not trace");
        return;
    };
    let (mut figures, mut findings) = (Figures::default(), Findings::default());
    for job in &JOBS {
        let case = Case::new(job);
        for call in taken(tracer.calls(job)) {
            let home = Scratch::copy_of(case.before.path());
            let ran = tracer.killed(home.path(), job, &call);
            if ran.signal != Some(9) {
                figures.not_reached += 1;
                continue;
            }
            figures.kills += 1;
            if let Err(why) = judge(&case, &home, &mut figures) {
                let what = format!("{}: {why}", job.name);
                findings.add(&what, &format!("before {} {}", call.name, call.k));
            }
        }
    }
    println!(
        "kills {} (not reached {}): nothing done {}, all done {}; temporary files left {}",
        figures.kills, figures.not_reached, figures.nothing, figures.whole, figures.litter
    );
    findings.end();
}
