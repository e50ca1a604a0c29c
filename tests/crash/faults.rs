//! Steps that fail, once or for good: the exit code tells what became of the command.

use std::rc::Rc;

use crate::commands::{commands, home};
use crate::count;
use crate::runs::{Said, on, written};
use crate::sim_disk::{Fault, SimDisk};
use crate::state::State;

fn disk(state: &State) -> Rc<SimDisk> {
    Rc::new(SimDisk::seeing(state.clone()))
}

#[test]
fn whichever_step_fails_once_or_for_good_the_exit_code_tells_the_truth() {
    let (state, ids) = home();
    let mut faults = 0;
    for line in commands(&ids) {
        let whole = disk(&state);
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        let steps = 0..whole.history().len();
        for (at, sticky, half) in steps.flat_map(|at| {
            [(at, false, false), (at, false, true), (at, true, false), (at, true, true)]
        }) {
            faults += 1;
            let fault = Fault { at, sticky, half };
            let disk = Rc::new(SimDisk::seeing(state.clone()).failing(fault));
            let told = on(&disk, &line);
            let place = format!("{line}, {fault:?}, exit {}", told.code);
            let after = Rc::new(SimDisk::seeing(disk.seen()));
            let next = on(&after, "log-talk 王小红 --date 2024-11-01");
            assert_eq!(next.code, 0, "{place}: {}", next.err);
            let mut all = ids.clone();
            all.extend(written(&next));
            match told.code {
                0 | 7 => all.extend(written(&told)),
                6 => assert_eq!(records(&after), records_after(&state, &next), "{place}"),
                code => panic!("{place}: exit {code}"),
            }
            assert_sound(&after, &all, &place);
        }
    }
    println!("{faults} faults: the exit code told the truth of each");
    assert!(faults > 300, "only {faults} faults");
}

#[test]
fn with_the_power_off_no_command_says_that_it_saved_and_finished() {
    let (state, ids) = home();
    for line in commands(&ids) {
        let whole = disk(&state);
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        for steps in 0..whole.history().len() {
            let disk = Rc::new(SimDisk::seeing(state.clone()).cut_after(steps));
            let code = on(&disk, &line).code;
            assert!([6, 7].contains(&code), "{line} cut after {steps}: exit {code}");
        }
    }
}

/// Is every acknowledged row there once, and does the home read without a fault?
fn assert_sound(disk: &Rc<SimDisk>, acknowledged: &[String], place: &str) {
    let check = on(disk, "check");
    assert_eq!(check.code, 0, "{place}: {}{}", check.out, check.err);
    for id in acknowledged {
        assert_eq!(count(&disk.seen(), id), 1, "{place}: {id}");
    }
}

/// How many lines the records of a home have.
fn records(disk: &Rc<SimDisk>) -> usize {
    count(&disk.seen(), "")
}

/// How many there are when only the next command wrote its row.
fn records_after(state: &State, next: &Said) -> usize {
    let disk = disk(state);
    assert_eq!(on(&disk, "log-talk 王小红 --date 2024-11-01").code, next.code);
    records(&disk)
}
