//! What a command leaves when it is done, when it failed, and when it could not finish.

use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use crate::commands::{commands, home};
use crate::faults::Fault;
use crate::runs::{HOME, Said, on, ran, told_to, written};
use crate::sim_disk::SimDisk;
use crate::state::{State, may_differ};
use crate::torn::Torn;
use crate::unsettled::Unsettled;

/// May a journal be found on this disk after a power cut?
fn may_have_journal(disk: &Unsettled) -> bool {
    let journal = std::path::Path::new(HOME).join(".care/journal");
    let mut found = false;
    disk.each_state(Torn::Few, |_, state| found |= state.has(&journal));
    found
}

fn failing(state: &State, line: &str, fault: Fault) -> (Said, Rc<SimDisk>) {
    let disk = Rc::new(SimDisk::seeing(state.clone()).failing(fault));
    (on(&disk, line), disk)
}

#[test]
fn what_is_done_is_not_found_to_be_done_again_after_a_power_cut() {
    let (state, ids) = home();
    let start = Unsettled::firm(state);
    for line in commands(&ids) {
        assert!(!may_have_journal(&ran(&start, &line, 100).end(&start)), "{line}");
    }
}

/// Lets each step of each command fail once.
fn each_failure(visit: impl Fn(&str, &Said, &Unsettled)) {
    let (state, ids) = home();
    let start = Unsettled::firm(state.clone());
    for line in commands(&ids) {
        for at in 0..ran(&start, &line, 100).steps() {
            let fault = Fault { at, sticky: false, half: true };
            let (told, disk) = failing(&state, &line, fault);
            let mut left = start.clone();
            disk.history().iter().flatten().for_each(|event| left.happen(event));
            visit(&format!("{line}: step {at} failed, exit {}", told.code), &told, &left);
        }
    }
}

#[test]
fn what_was_told_as_not_saved_is_not_found_after_a_power_cut() {
    each_failure(|place, told, left| {
        assert!(told.code != 6 || !may_have_journal(left), "{place}");
    });
}

#[test]
fn what_was_told_as_saved_in_spite_of_a_failure_is_found_after_a_power_cut() {
    each_failure(|place, told, left| {
        let ids = if told.code == 6 { Vec::new() } else { written(told) };
        assert_found(&ids, left, place);
    });
}

/// Whatever a power cut leaves, each id is in its record, or in a journal that will be applied.
fn assert_found(ids: &[String], left: &Unsettled, place: &str) {
    left.each_state(Torn::Few, |_, state| {
        let files = state.state().files();
        for id in ids {
            let holds = |bytes: &[u8]| bytes.windows(id.len()).any(|own| own == id.as_bytes());
            // The ledger names what was saved; it is not the record.
            let is_record = |path: &Path| !may_differ(path) && !path.ends_with(".care/ledger");
            let mut read = files.iter().filter(|(path, _)| is_record(path));
            assert!(read.any(|(_, bytes)| holds(bytes)), "{place}: {id}");
        }
    });
}

#[test]
fn what_a_failed_sync_left_in_memory_alone_is_made_durable_by_the_next_command() {
    let (state, ids) = home();
    let start = Unsettled::firm(state.clone());
    let mut unfinished = 0;
    for line in commands(&ids) {
        for at in 0..ran(&start, &line, 100).steps() {
            let (told, disk) = failing(&state, &line, Fault { at, sticky: false, half: false });
            if told.code != 7 || told.out.is_empty() {
                continue;
            }
            unfinished += 1;
            let next = on(&disk, "log-talk 王小红 --date 2024-11-01");
            let place = format!("{line}: step {at} failed, then exit {}: {}", next.code, next.err);
            assert_eq!(next.code, 0, "{place}");
            let mut left = start.clone();
            disk.history().iter().flatten().for_each(|event| left.happen(event));
            assert_found(&[written(&told), written(&next)].concat(), &left, &place);
        }
    }
    assert!(unfinished > 20, "only {unfinished} runs were unfinished");
}

#[test]
fn what_was_saved_and_could_not_be_finished_can_be_taken_back_at_once() {
    let (state, _) = home();
    let line = "log-talk 李小明 --date 2024-10-20";
    let mut unfinished = 0;
    for at in 0..20 {
        let (told, disk) = failing(&state, line, Fault { at, sticky: true, half: false });
        if told.code == 7 {
            unfinished += 1;
            let disk = Rc::new(SimDisk::seeing(disk.seen()));
            let void = on(&disk, &format!("void {} --why 记错", written(&told)[0]));
            assert_eq!(void.code, 0, "step {at}: {}", void.err);
        }
    }
    assert!(unfinished > 0, "every run was finished or failed");
}

#[test]
fn an_addition_that_is_repeated_under_its_name_is_told_again_and_not_refused() {
    let (state, _) = home();
    for line in [
        "add-child 张三 --class 2021-2 --op-id form-1",
        "add-staff 陈刚 --role principal --op-id form-2",
    ] {
        let disk = Rc::new(SimDisk::seeing(state.clone()));
        let (first, again) = (on(&disk, line), on(&disk, line));
        assert_eq!((first.code, again.code), (0, 0), "{line}: {}", again.err);
        assert_eq!(first.out, again.out);
    }
}

/// Somebody who cannot be told.
struct Deaf;

impl Write for Deaf {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn what_was_saved_and_could_not_be_told_exits_with_7() {
    let (state, ids) = home();
    for line in commands(&ids) {
        let disk = Rc::new(SimDisk::seeing(state.clone()));
        assert_eq!(told_to(&disk, &line, &mut Deaf).0, 7, "{line}");
    }
}
