//! What is longer than the terminal, shown page by page.

use std::io::Write;
use std::process::{Command, Stdio};

use super::terminal;

/// Shows a text. Where it was not shown, it is still to be.
pub fn show(text: &[u8]) -> bool {
    // Whoever was asked something is still listened to, and would not be heard by the pager.
    if terminal::is_listening() {
        return false;
    }
    let Some(mut command) = super::pager().as_deref().and_then(command) else { return false };
    // Whatever the locale, what comes is UTF-8.
    command.env("LESSCHARSET", "utf-8").stdin(Stdio::piped());
    let Ok(mut pager) = command.spawn() else { return false };
    leave_interrupts_to_it();
    if let Some(mut input) = pager.stdin.take() {
        // Whoever has read enough leaves before the end.
        let _ = input.write_all(text);
    }
    pager.wait().is_ok_and(|ended| ended.success())
}

/// The program of a line with its words; none when the line is blank, or would only copy.
fn command(line: &str) -> Option<Command> {
    let mut words = line.split_whitespace();
    let name = words.next().filter(|name| *name != "cat")?;
    let mut command = Command::new(name);
    command.args(words);
    Some(command)
}

/// Ctrl-C is for the pager: it must not outlive the program that feeds it.
#[cfg(unix)]
fn leave_interrupts_to_it() {
    let told = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Where the signal cannot be taken, Ctrl-C ends both.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, told);
}

#[cfg(not(unix))]
fn leave_interrupts_to_it() {}
