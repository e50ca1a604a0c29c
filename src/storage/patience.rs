//! Waiting for another program to let go of a file. On Windows a virus scanner, an indexer or a
//! cloud drive holds what was just written for a moment, and it can be neither replaced nor opened.

use std::io;
use std::time::Duration;

/// The codes by which Windows says that a file may only be held for a moment: access is denied, as
/// while it is being deleted; it is shared with nobody; a part of it is locked; it is mapped.
const HELD: [i32; 4] = [5, 32, 33, 1224];

/// Those of them by which it is certain that a program has the file open.
const OPEN: [i32; 2] = [32, 33];

/// The pauses grow from this one, each twice as long as the one before: 2.3 seconds in all.
const FIRST: Duration = Duration::from_millis(9);
const TRIES: u32 = 8;

/// Tries once more, for a while, as long as another program may hold the file by the codes of
/// Windows. That a program has it open is said in the end by the kind of the error.
///
/// # Errors
/// The last one.
pub fn patiently<T>(
    wait: impl Fn(Duration),
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let mut pause = FIRST;
    for _ in 0..TRIES {
        match attempt() {
            Err(error) if is_of(&error, &HELD) => wait(pause),
            done => return done,
        }
        pause *= 2;
    }
    attempt().map_err(|error| match is_of(&error, &OPEN) {
        true => io::Error::new(io::ErrorKind::ResourceBusy, error),
        false => error,
    })
}

fn is_of(error: &io::Error, codes: &[i32]) -> bool {
    error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// What comes of a file that is held so many times, and the pauses.
    fn held(times: u32, code: i32) -> (io::Result<u32>, Vec<Duration>) {
        let (pauses, mut tried) = (RefCell::new(Vec::new()), 0);
        let came = patiently(
            |pause| pauses.borrow_mut().push(pause),
            || {
                tried += 1;
                if tried <= times { Err(io::Error::from_raw_os_error(code)) } else { Ok(tried) }
            },
        );
        (came, pauses.into_inner())
    }

    #[test]
    fn a_file_that_is_held_for_a_moment_is_tried_again_after_growing_pauses() {
        for code in HELD {
            let (came, pauses) = held(3, code);
            assert_eq!((came.unwrap(), pauses.len()), (4, 3));
            assert!(pauses.is_sorted() && pauses[0] < pauses[2]);
        }
    }

    #[test]
    fn whoever_holds_a_file_for_long_is_waited_for_two_seconds_and_a_half_at_most() {
        for code in HELD {
            let (came, pauses) = held(u32::MAX, code);
            let is_open = came.unwrap_err().kind() == io::ErrorKind::ResourceBusy;
            assert_eq!(is_open, OPEN.contains(&code), "{code}");
            let all: Duration = pauses.into_iter().sum();
            assert!(all > Duration::from_secs(2) && all <= Duration::from_millis(2500), "{all:?}");
        }
    }

    #[test]
    fn what_is_no_other_programs_doing_is_told_at_once() {
        let (came, pauses) = held(1, 112);
        assert_eq!((came.unwrap_err().raw_os_error(), pauses.len()), (Some(112), 0));
    }
}
