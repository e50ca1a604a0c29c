//! Floor 3: reports to bytes, in the reader's language. A screen is a value; each format draws it.

pub mod cell;
mod document;
pub mod feed;
mod fit;
pub mod formats;
pub mod forms;
pub mod layout;
pub mod letter;
mod letter_matters;
pub mod letters;
mod narrow;
mod page_text;
pub mod problems;
pub mod saved;
pub mod screen;
pub mod screens;
pub mod sheet;
pub mod slip_page;
pub mod wall;
pub mod workbook;

use crate::domain::marks::steers;
pub use formats::Format;

/// Does none of the bytes of a text begin a mark that would steer? Most texts are known by that.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let pair = (before, byte);
        before = byte;
        match pair {
            (_, b' '..=b'~' | b'\n' | b'\t') => true,
            // What stands before the blank and behind the tilde; U+0080 to U+00BF, U+0600 to
            // U+063F, U+2000 to U+2FFF; and U+FEC0 to U+FEFF, but not the signs of full width.
            (_, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2) | (0xef, 0xbb) => false,
            _ => true,
        }
    })
}

/// A text for a terminal: marks that would steer it, or turn a line around, are shown instead.
pub fn visible(text: &str) -> String {
    let steers = |c: char| steers(c) && !matches!(c, '\n' | '\t');
    if is_plain(text) || !text.contains(steers) {
        return text.to_owned();
    }
    let shown = |c: char| if steers(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_a_mark_that_steers_is_never_taken_for_plain() {
        for letter in ('\0'..=char::MAX).filter(|own| !matches!(own, '\n' | '\t')) {
            let text = format!("（{letter}）");
            assert_eq!(visible(&text) != text, steers(letter), "{letter:?}");
        }
        assert!(is_plain("谈心 2024-12-20\t一（2）班\n"));
    }
}
