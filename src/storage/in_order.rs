//! Work that all processors share, and what comes of it in the order in which it was given.

use std::collections::BTreeMap;
use std::sync::{Mutex, mpsc};
use std::thread;

/// What one processor has done before others could have begun, in bytes.
const LITTLE: usize = 128 * 1024;

/// So many jobs may be given whose results are not taken.
const AHEAD: usize = 16;

/// More do not help: one reads what all others work on.
const MOST: usize = 4;

/// Does each job and takes what comes of it, in order. Jobs are drawn when they are needed, so that
/// only a few are there at a time; `size` tells how many bytes one is about.
pub fn in_order<J: Send, R: Send>(
    jobs: impl Iterator<Item = J>,
    size: impl Fn(&J) -> usize,
    work: impl Fn(J) -> R + Sync,
    mut take: impl FnMut(R),
) {
    let processors = thread::available_parallelism().map_or(1, usize::from).min(MOST);
    let (mut jobs, mut done) = (jobs.peekable(), 0);
    while processors < 2 || done < LITTLE {
        let Some(job) = jobs.next() else { return };
        done += size(&job);
        take(work(job));
    }
    if jobs.peek().is_none() {
        return;
    }
    let (give, given) = mpsc::sync_channel::<(usize, J)>(processors);
    let (told, tell) = mpsc::channel::<(usize, R)>();
    let (given, work) = (&Mutex::new(given), &work);
    thread::scope(|scope| {
        for _ in 0..processors {
            let told = told.clone();
            scope.spawn(move || {
                // Whoever waits holds the lock: the next job is for one of them.
                let next = || given.lock().ok().and_then(|given| given.recv().ok());
                while let Some((at, job)) = next() {
                    if told.send((at, work(job))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(told);
        let (mut early, mut awaited) = (BTreeMap::new(), 0);
        let mut came = |(at, result): (usize, R)| {
            early.insert(at, result);
            while let Some(result) = early.remove(&awaited) {
                take(result);
                awaited += 1;
            }
            awaited
        };
        let mut taken = 0;
        for (at, job) in jobs.enumerate() {
            if give.send((at, job)).is_err() {
                break;
            }
            while let Ok(told) = tell.try_recv() {
                taken = came(told);
            }
            // One that takes long must not let all others pile up behind it.
            while at >= taken + AHEAD {
                let Ok(told) = tell.recv() else { break };
                taken = came(told);
            }
        }
        drop(give);
        for told in tell {
            came(told);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_the_work_is_taken_in_the_order_of_the_jobs() {
        for size in [1, LITTLE / 4, LITTLE] {
            let mut taken = Vec::new();
            in_order(0..500_u64, |_| size, |job| job * job, |result| taken.push(result));
            assert!(taken.iter().copied().eq((0..500).map(|job| job * job)), "{size}");
        }
    }

    #[test]
    fn only_a_few_jobs_are_drawn_ahead() {
        let (drawn, ahead) = (std::cell::Cell::new(0_usize), std::cell::Cell::new(0));
        let jobs = (0..500_usize).inspect(|_| drawn.set(drawn.get() + 1));
        let mut taken = 0;
        in_order(
            jobs,
            |_| LITTLE,
            |job| job,
            |_| {
                taken += 1;
                ahead.set(ahead.get().max(drawn.get() - taken));
            },
        );
        assert_eq!(taken, 500);
        assert!(ahead.get() < 40, "{}", ahead.get());
    }
}
