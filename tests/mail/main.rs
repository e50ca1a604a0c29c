//! `care mail` against real mail servers and a real cron, its mails read by another library.
//!
//! What this machine lacks is said, and the test passes; `tests/run` installs it where it can.
//! `CARE_TORTURE=12` kills a run at every system call; `--nocapture` shows the figures.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "a run ends with its figures")]

mod asked;
mod canary;
mod certificate;
mod cron;
mod delivery;
mod environment;
mod home;
mod hostile;
mod job;
mod kills;
mod ledger;
mod names;
mod overlap;
mod quiet;
#[path = "../torture/rig.rs"]
#[allow(dead_code, reason = "shared with the torture, which uses all of it")]
mod rig;
mod secrets;
mod server;
mod skip;
#[path = "../torture/tracer.rs"]
#[allow(dead_code, reason = "shared with the torture, which uses all of it")]
mod tracer;
mod transports;
