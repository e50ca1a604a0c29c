//! Power cuts and failing steps while something masked is shown: what was shown is in the log.

use std::path::Path;
use std::rc::Rc;

use crate::commands::home;
use crate::faults::Fault;
use crate::runs::{HOME, on, ran};
use crate::sim_disk::SimDisk;
use crate::state::State;
use crate::torn::Torn;
use crate::unsettled::Unsettled;

const LINE: &str = "show 李小明 --full";

/// How many whole lines the log of access has.
fn looks(state: &State) -> usize {
    let files = state.files();
    let log = files.get(&Path::new(HOME).join(".care/access")).cloned().unwrap_or_default();
    String::from_utf8_lossy(&log).matches('\n').count()
}

/// A home on which somebody has looked before, and one on which nobody has.
fn homes() -> [State; 2] {
    let (state, _) = home();
    let disk = Rc::new(SimDisk::seeing(state.clone()));
    assert_eq!(on(&disk, LINE).code, 0);
    [state, disk.seen()]
}

#[test]
fn whichever_step_fails_or_is_the_last_nothing_was_shown_that_the_log_does_not_tell() {
    let mut failed = 0;
    for state in homes() {
        let start = Unsettled::firm(state.clone());
        let whole = ran(&start, LINE, 1);
        for at in 0..whole.steps() {
            let disk = || SimDisk::seeing(state.clone());
            let fault = |half| Fault { at, sticky: false, half };
            let faults = [false, true].map(|half| disk().failing(fault(half)));
            for broken in [disk().cut_after(at)].into_iter().chain(faults) {
                let broken = Rc::new(broken);
                let told = on(&broken, LINE);
                failed += 1;
                assert_eq!((told.code, told.out.as_str()), (6, ""), "step {at}: {}", told.err);
                let after = Rc::new(SimDisk::seeing(broken.seen()));
                assert_eq!(on(&after, "audit verify").code, 0, "step {at}");
                assert_eq!(on(&after, LINE).code, 0, "step {at}");
                assert_eq!(on(&after, "audit verify").code, 0, "step {at}");
            }
        }
    }
    assert!(failed > 20, "only {failed}");
}

#[test]
fn a_look_that_was_shown_is_in_the_log_whatever_a_power_cut_leaves() {
    for state in homes() {
        let before = looks(&state);
        let start = Unsettled::firm(state);
        let whole = ran(&start, LINE, 1);
        assert!(whole.said.code == 0 && !whole.said.out.is_empty());
        let mut states = 0;
        whole.end(&start).each_state(Torn::Few, |_, found| {
            states += 1;
            assert_eq!(looks(&found.state()), before + 1);
        });
        assert!(states > 0);
    }
}

#[test]
fn a_look_that_is_killed_once_its_line_is_synced_is_in_the_log_though_nothing_was_shown() {
    for state in homes() {
        let before = looks(&state);
        let steps = ran(&Unsettled::firm(state.clone()), LINE, 1).steps();
        let mut found = before;
        for at in 0..steps {
            let cut = Rc::new(SimDisk::seeing(state.clone()).cut_after(at));
            assert_eq!(on(&cut, LINE).out, "");
            let now = looks(&cut.seen());
            assert!(now >= found, "step {at}");
            found = now;
        }
        assert_eq!(found, before + 1);
    }
}
