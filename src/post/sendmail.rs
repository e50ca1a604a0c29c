//! Mail by the machine's own mail program: `sendmail -t -i`, as msmtp and postfix provide it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Fate, Parcel, Refusal};

/// Hands the mail to the program; its recipient stands in the header.
pub fn send(program: &Path, parcel: &Parcel) -> Fate {
    let mut command = Command::new(program);
    command.args(["-t", "-i"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => {
            let words = format!("{}: {error}", program.display());
            return Fate::Refused(Refusal { for_all: true, ..Refusal::of(words) });
        }
    };
    // A program that ends before it has read everything says why by its exit code.
    if let Some(mut input) = child.stdin.take() {
        let lines = String::from_utf8_lossy(&parcel.bytes).replace("\r\n", "\n");
        let _ = input.write_all(lines.as_bytes());
    }
    match child.wait_with_output() {
        Ok(output) if output.status.success() => Fate::Taken,
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            let words = format!("{}: {}: {said}", program.display(), output.status);
            match output.status.code() {
                Some(_) => Fate::Refused(Refusal::of(words)),
                None => Fate::Unknown(words),
            }
        }
        Err(error) => Fate::Unknown(error.to_string()),
    }
}
