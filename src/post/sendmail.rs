//! Mail by the machine's own mail program: `sendmail -t -i`, as msmtp and postfix provide it.

use std::path::Path;
use std::process::Command;

use super::fate::{Fate, Refusal};
use super::parcel::Parcel;
use super::program;

/// The program could not send at once and may have put the mail into its queue.
const QUEUED: i32 = 75;

/// Hands the mail to the program; its recipient stands in the header.
pub fn send(program: &Path, parcel: &Parcel) -> Fate {
    let shown = program.display();
    let lines = String::from_utf8_lossy(&parcel.bytes).replace("\r\n", "\n");
    let ended = match program::run(Command::new(program).args(["-t", "-i"]), lines.into_bytes()) {
        Ok(ended) => ended,
        Err(error) => {
            let refusal = Refusal::of(format!("{shown}: {error}"));
            return Fate::Refused(Refusal { for_all: true, ..refusal });
        }
    };
    let words = format!("{shown}: {}", ended.words());
    match ended.status.and_then(|status| status.code()) {
        Some(0) => Fate::Taken,
        // From 128 on a shell tells that a program was killed, perhaps after it had sent.
        Some(code) if code != QUEUED && code < 128 => Fate::Refused(Refusal::of(words)),
        _ => Fate::Unknown(words),
    }
}
