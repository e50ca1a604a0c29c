//! Another program, given something to read and only so much time.

use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How long a program may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// How often it is asked whether it has ended.
const PAUSE: Duration = Duration::from_millis(10);

/// How a program ended, and what it said.
pub struct Ended {
    /// None when its time was up and it was ended by force.
    pub status: Option<ExitStatus>,
    pub out: Vec<u8>,
    pub err: String,
}

impl Ended {
    /// How it ended in words.
    pub fn words(&self) -> String {
        format!("{}: {}", self.end(), self.err.trim()).trim_end_matches([':', ' ']).to_owned()
    }

    /// How it ended.
    pub fn end(&self) -> String {
        self.status.map_or("took too long".to_owned(), |status| status.to_string())
    }
}

/// Runs a program that reads `input`.
pub fn run(command: &mut Command, input: Vec<u8>) -> io::Result<Ended> {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that ends before it has read everything says why by its exit code.
        std::thread::spawn(move || drop(stdin.write_all(&input)));
    }
    let (out, err) = (heard(child.stdout.take()), heard(child.stderr.take()));
    let mut left = PATIENCE;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break Some(status);
        }
        if left.is_zero() {
            child.kill()?;
            child.wait()?;
            break None;
        }
        std::thread::sleep(PAUSE);
        left = left.saturating_sub(PAUSE);
    };
    // What it left running may hold its streams open: that is not waited for.
    let said = |stream: mpsc::Receiver<Vec<u8>>| {
        stream.recv_timeout(Duration::from_secs(1)).unwrap_or_default()
    };
    let (out, err) = (said(out), said(err));
    Ok(Ended { status, out, err: String::from_utf8_lossy(&err).into_owned() })
}

fn heard(stream: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}
