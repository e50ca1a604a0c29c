//! How far a long piece of work is, for whoever sits at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Nothing is shown of work that is done sooner.
const SOON: Duration = Duration::from_secs(1);

/// How often it is shown anew.
const OFTEN: Duration = Duration::from_millis(100);

/// So few pieces are done sooner anyway.
const FEW: usize = 100;

/// How many marks the whole bar has.
const BAR: usize = 20;

/// When the work in hand began, and when it was last shown.
static WORK: Mutex<Option<(Instant, Option<Instant>)>> = Mutex::new(None);

/// Shows that so many of all pieces are done; with the last of them the bar is gone.
pub fn show(done: usize, total: usize) {
    if total < FEW || !io::stderr().is_terminal() {
        return;
    }
    let now = Instant::now();
    let mut work = WORK.lock().unwrap_or_else(PoisonError::into_inner);
    let (begun, shown) = work.get_or_insert((now, None));
    if done >= total {
        let was_shown = shown.is_some();
        *work = None;
        if was_shown {
            put(&format!("\r{:60}\r", ""));
        }
    } else if now - *begun >= SOON && shown.is_none_or(|shown| now - shown >= OFTEN) {
        *shown = Some(now);
        put(&line(done, total));
    }
}

/// `[########............] 8000/20000`
fn line(done: usize, total: usize) -> String {
    let marks = done * BAR / total.max(1);
    format!("\r[{}{}] {done}/{total} ", "#".repeat(marks), ".".repeat(BAR - marks))
}

/// Only a courtesy: the work goes on when it cannot be shown.
fn put(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_grows_with_what_is_done() {
        assert_eq!(line(0, 20_000), "\r[....................] 0/20000 ");
        assert_eq!(line(8_000, 20_000), "\r[########............] 8000/20000 ");
        assert_eq!(line(19_999, 20_000), "\r[###################.] 19999/20000 ");
    }
}
