//! The marks of a merge that somebody has yet to settle.

/// Is it a mark that git leaves in a file when two sides do not fit?
pub fn is_merge_mark(line: &str) -> bool {
    // Nearly every line is told by its first letter.
    line.starts_with(['<', '=', '>', '|'])
        && ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}
