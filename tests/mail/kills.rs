//! Killed at every system call: no mail goes twice, and what is not known is said.

use crate::job::Job;
use crate::rig::{Findings, Ran, Scratch, care, first, torture};
use crate::server::{Server, has_servers};
use crate::skip::skipped;
use crate::tracer::{Call, Tracer};

/// Which of the calls that neither send nor write are taken: each so many-th.
const STRIDE: usize = 12;

/// The calls by which something leaves the program.
const LEAVES: [&str; 8] =
    ["write", "writev", "sendto", "sendmsg", "connect", "rename", "fsync", "fdatasync"];

fn is_taken(at: usize, call: &Call) -> bool {
    let stride = STRIDE.div_ceil(torture());
    let leaves = call.writes && LEAVES.contains(&call.name.as_str());
    leaves || (at + first()).is_multiple_of(stride)
}

#[derive(Default)]
struct Figures {
    kills: usize,
    not_reached: usize,
    complete: usize,
    told: usize,
}

/// How often each recipient's mail has come.
struct Came(Vec<String>);

impl Came {
    fn times(&self, to: &str) -> usize {
        self.0.iter().filter(|own| *own == to).count()
    }
}

/// Is it named as one whose fate is not known?
fn is_named(ran: &Ran, to: &str) -> bool {
    ran.code == Some(5)
        && ran.err.lines().any(|line| line.contains(to) && line.contains("Message-ID"))
}

/// What is wrong after a kill, if anything.
fn judge(job: &Job, home: &Scratch, figures: &mut Figures) -> Result<(), String> {
    let run = |more: &[&str]| care(home.path(), &[&job.words(), more].concat());
    let mut came = Came(job.server.recipients());
    let second = run(&[]);
    came.0.extend(job.server.recipients());
    for to in Job::TO {
        match came.times(to) {
            0 if !is_named(&second, to) => {
                return Err(format!("never came, and {}: {}", second.end(), second.err));
            }
            0 | 1 => {}
            times => return Err(format!("came {times} times")),
        }
    }
    match second.code {
        Some(0) => figures.complete += 1,
        Some(5) => figures.told += 1,
        _ => return Err(format!("the second run gives {}: {}", second.end(), second.err)),
    }
    let third = run(&["--resend"]);
    came.0.extend(job.server.recipients());
    if third.code != Some(0) || Job::TO.iter().any(|to| came.times(to) == 0) {
        return Err(format!("--resend gives {}: {:?} came; {}", third.end(), came.0, third.err));
    }
    let named = Job::TO.iter().filter(|to| is_named(&second, to)).count();
    if came.0.len() > Job::TO.len() + named {
        return Err(format!("--resend sent what was known: {:?}", came.0));
    }
    let last = run(&[]);
    match (last.code, last.err.as_str(), job.server.recipients().len()) {
        (Some(0), "", 0) => Ok(()),
        _ => Err(format!("the last run gives {}: {}", last.end(), last.err)),
    }
}

#[test]
fn a_run_killed_at_any_point_doubles_nothing_and_the_next_names_what_is_not_known() {
    if !has_servers() {
        return;
    }
    let Some(tracer) = Tracer::new() else { return skipped("strace is missing or may not trace") };
    let server = Server::plain();
    let job = Job { name: "mail", server: &server };
    let (mut figures, mut findings) = (Figures::default(), Findings::default());
    let calls = tracer.calls(&job);
    assert_eq!(server.recipients(), Job::TO);
    let all = calls.len();
    for (_, call) in calls.iter().enumerate().filter(|(at, call)| is_taken(*at, call)) {
        let home = job.before();
        let ran = tracer.killed(home.path(), &job, call);
        if ran.signal != Some(9) {
            figures.not_reached += 1;
            server.recipients();
            continue;
        }
        figures.kills += 1;
        if let Err(why) = judge(&job, &home, &mut figures) {
            findings.add(&why, &format!("before {} {}", call.name, call.k));
        }
    }
    println!(
        "{all} calls, kills {} (not reached {}): the next run completed {}, told {}",
        figures.kills, figures.not_reached, figures.complete, figures.told
    );
    assert!(figures.kills > 20 && figures.told > 0 && figures.complete > 0);
    findings.end();
}
