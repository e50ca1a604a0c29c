//! Reading a file of somebody else's in a process of its own, which has a bounded share of memory
//! and time: whatever the file makes a library do, this program and its records stand.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::bounds::{LARGEST, Letters, SheetFault};
use crate::domain::grid::Grid;

/// The word by which the program is told to be that process.
pub const WORD: &str = "read-a-sheet-apart";

/// How long reading may take; a slow computer needs a quarter of it for the largest file.
const LONGEST: Duration = Duration::from_secs(30);

/// How often it is looked whether it is done.
const STEP: Duration = Duration::from_millis(2);

/// The memory that it may have.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;

/// Reads a file in a process of this program's own; without a program, in this one.
///
/// # Errors
/// What is wrong with the file; or that reading it took too much.
pub fn read(
    program: Option<&Path>,
    bytes: &[u8],
    letters: Option<Letters>,
) -> Result<Vec<Grid>, SheetFault> {
    if bytes.len() > LARGEST {
        return Err(SheetFault::TooLarge);
    }
    let Some(program) = program else { return super::read(bytes, letters) };
    let mut command = Command::new(program);
    command.arg(WORD).arg(name(letters));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // Where the program cannot be started anew, it reads the file itself, within the same bounds.
    let Ok(mut child) = command.spawn() else { return super::read(bytes, letters) };
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let answer = std::thread::scope(|scope| {
        // It may end before it has taken all.
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(bytes)));
        let reading = scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.map(|mut pipe| pipe.read_to_end(&mut answer));
            read.and_then(Result::ok).map(|_| answer)
        });
        let mut waited = Duration::ZERO;
        while !reading.is_finished() && waited < LONGEST {
            std::thread::sleep(STEP);
            waited += STEP;
        }
        if !reading.is_finished() {
            let _ = child.kill();
        }
        let _ = child.wait();
        reading.join().ok().flatten()
    });
    let told = answer.and_then(|answer| serde_json::from_slice(&answer).ok());
    told.unwrap_or(Err(SheetFault::TooMuch))
}

fn name(letters: Option<Letters>) -> &'static str {
    match letters {
        None => "any",
        Some(Letters::Utf8) => "utf-8",
        Some(Letters::Gb18030) => "gb18030",
        Some(Letters::Utf16) => "utf-16",
    }
}

/// The work of that process: the file on standard input, what was found in it on standard output.
pub fn work(letters: &str, input: &mut dyn Read, out: &mut dyn Write) {
    limit();
    let mut bytes = Vec::new();
    if input.read_to_end(&mut bytes).is_err() {
        return;
    }
    let found = super::read(&bytes, Letters::called(letters));
    // Whoever asked may be gone.
    let _ = serde_json::to_writer(&mut *out, &found);
    let _ = out.flush();
}

/// Takes of memory, time and files only what reading needs.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, LONGEST.as_secs()),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

/// Windows has no such limits for a process of its own; what is unpacked is counted before.
#[cfg(not(unix))]
fn limit() {}
