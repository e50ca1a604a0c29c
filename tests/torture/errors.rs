//! Every system call fails in every way, once and from then on: the exit code tells the truth.

use std::collections::BTreeMap;

use crate::job::JOBS;
use crate::kills::{Case, goes_on, taken};
use crate::rig::{Findings, Ran, Scratch, first, torture};
use crate::tracer::Tracer;

const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EMFILE"];

/// What is wrong after a failure, if anything. 0 and 7 say saved, all others say nothing saved.
fn judge(case: &Case, home: &Scratch, ran: &Ran) -> Result<(), String> {
    let end = ran.end();
    let said = match ran.code {
        Some(0 | 7) => true,
        Some(2 | 3 | 4 | 6) => false,
        _ => return Err(format!("{end} is no answer")),
    };
    let standing = |more| case.all_or_none(home, more).map_err(|why| format!("{end}, but {why}"));
    if standing(0)? != said {
        return Err(format!(
            "{end}, but {}",
            if said { "nothing is there" } else { "it is there" }
        ));
    }
    if case.job.makes_home() {
        let again = crate::rig::care(home.path(), &case.job.words());
        let fits = said || again.code == Some(0);
        return fits.then_some(()).ok_or_else(|| format!("{end}, a repeat gives {}", again.end()));
    }
    goes_on(home).map_err(|why| format!("{end}, {why}"))?;
    if standing(1)? != said {
        return Err(format!("{end}, but the next command changed it"));
    }
    Ok(())
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
            for (error, sticky) in errors.flat_map(|error| [(error, false), (error, true)]) {
                if call.closes_folder || sticky && call.name == "close" {
                    continue;
                }
                let home = Scratch::copy_of(case.before.path());
                let ran = tracer.failing(home.path(), job, call, error, sticky);
                runs += 1;
                *codes.entry(ran.end()).or_default() += 1;
                litter += case.gained(&home).map_or(0, |gained| gained.litter);
                if let Err(why) = judge(&case, &home, &ran) {
                    let plus = if sticky { "+" } else { "" };
                    let place = format!("{error} at {} {}{plus}", call.name, call.k);
                    findings.add(&format!("{}: {}: {why}", job.name, call.name), &place);
                }
            }
        }
    }
    println!("failing calls {runs}: {codes:?}; temporary files left {litter}");
    findings.end();
}
