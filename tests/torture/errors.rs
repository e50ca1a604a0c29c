//! Every system call fails in every way, once and from then on: the exit code tells the truth.

use std::collections::BTreeMap;

use crate::job::JOBS;
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

#[test]
fn the_exit_code_tells_the_truth_whatever_call_fails() {
    let Some(tracer) = Tracer::new() else {
        println!("skipped: strace is missing or may not trace");
        return;
    };
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    let (mut runs, mut litter, mut findings) = (0, 0, Findings::default());
    for job in &JOBS {
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
                runs += 1;
                *codes.entry(ran.end()).or_default() += 1;
                if let Err(why) = judge(&case, &home, &ran) {
                    let place = format!("{error} at {} {} {how:?}", call.name, call.k);
                    findings.add(&format!("{}: {}: {why}", job.name, call.name), &place);
                }
                litter += case.gained(&home).map_or(0, |gained| gained.litter);
            }
        }
    }
    println!("failing calls {runs}: {codes:?}; temporary files left {litter}");
    findings.end();
}
