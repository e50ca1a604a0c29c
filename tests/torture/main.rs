//! The program as a process under everything that a machine does to it: killed at every system
//! call, given every error, a full disk at every byte, many writers, damaged files, power cuts.
//!
//! Plain runs are short. `CARE_TORTURE=N` makes them N times as long (12 leaves nothing out of
//! the kills and errors), `CARE_FIRST=S` begins at another place, so that a long run can be cut
//! into pieces; `CARE_TORTURE_IN=FOLDER` runs it on that folder's disk; `--nocapture` shows the
//! figures. What this machine cannot do is skipped and said.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "a run ends with its figures")]

mod crowd;
mod disk_full;
mod errors;
mod job;
mod kills;
mod left_behind;
mod oddities;
mod powercut;
mod rig;
mod standing;
mod tails;
mod tracer;
