//! The marks of a merge that somebody has yet to settle.

use memchr::memmem;

const MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// Is it a mark that git leaves in a file when two sides do not fit?
pub fn is_merge_mark(line: &str) -> bool {
    // Nearly every line is told by its first letter.
    line.starts_with(['<', '=', '>', '|']) && MARKS.iter().any(|mark| line.starts_with(mark))
}

/// May a line of this text be such a mark? Of nearly every text it is said at once that none is.
pub fn may_hold_a_merge_mark(text: &str) -> bool {
    MARKS.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some())
}
