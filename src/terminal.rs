//! What a person types at a terminal.
//!
//! A thread of its own reads the lines, so that lines which come all at once are known to be
//! pasted, and so that Ctrl-C ends the question and not the program in the midst of it.

use std::io::{self, BufRead, Read};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Lines that follow each other so fast were not typed one by one.
const PASTED: Duration = Duration::from_millis(15);

/// The exit code of a program that was interrupted.
const INTERRUPTED: i32 = 130;

enum Keyed {
    Line(String),
    /// The end of the input, or Ctrl-C.
    Gone,
}

static LINES: OnceLock<Mutex<Receiver<Keyed>>> = OnceLock::new();
static IS_ASKING: AtomicBool = AtomicBool::new(false);

/// The next line, or several when they were pasted; none when the person is gone.
pub fn hear() -> Option<String> {
    let lines = LINES.get_or_init(start).lock().unwrap_or_else(PoisonError::into_inner);
    IS_ASKING.store(true, Ordering::SeqCst);
    let heard = listen(&lines);
    IS_ASKING.store(false, Ordering::SeqCst);
    heard
}

fn listen(lines: &Receiver<Keyed>) -> Option<String> {
    let Ok(Keyed::Line(mut text)) = lines.recv() else { return None };
    loop {
        match lines.recv_timeout(PASTED) {
            Ok(Keyed::Line(more)) => text += &more,
            Ok(Keyed::Gone) => return None,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Some(text),
        }
    }
}

/// Is somebody who was asked something still listened to?
pub fn is_listening() -> bool {
    LINES.get().is_some()
}

/// All that stands on standard input.
pub fn input() -> io::Result<Vec<u8>> {
    let Some(lines) = LINES.get() else {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    };
    let lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
    let typed = lines.iter().map_while(|typed| match typed {
        Keyed::Line(line) => Some(line),
        Keyed::Gone => None,
    });
    Ok(typed.collect::<String>().into_bytes())
}

fn start() -> Mutex<Receiver<Keyed>> {
    let (sender, receiver) = channel();
    let interrupt = sender.clone();
    // Where the signal cannot be taken, Ctrl-C ends the program, as it would have anyway.
    let _ = ctrlc::set_handler(move || {
        let was_asking = IS_ASKING.load(Ordering::SeqCst);
        if !was_asking || interrupt.send(Keyed::Gone).is_err() {
            std::process::exit(INTERRUPTED);
        }
    });
    std::thread::spawn(move || read(&sender));
    Mutex::new(receiver)
}

fn read(sender: &Sender<Keyed>) {
    loop {
        let mut line = String::new();
        let typed = match io::stdin().lock().read_line(&mut line) {
            Ok(length) if length > 0 => Keyed::Line(line),
            _ => Keyed::Gone,
        };
        let is_over = matches!(typed, Keyed::Gone);
        if sender.send(typed).is_err() || is_over {
            return;
        }
    }
}
