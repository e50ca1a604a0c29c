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

/// A text for a terminal: marks that would steer it, or turn a line around, are shown instead.
pub fn visible(text: &str) -> String {
    let steers = |c: char| steers(c) && !matches!(c, '\n' | '\t');
    if !text.contains(steers) {
        return text.to_owned();
    }
    let shown = |c: char| if steers(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_that_steers_is_shown_and_every_other_letter_stays() {
        for letter in ('\0'..=char::MAX).filter(|own| !matches!(own, '\n' | '\t')) {
            let text = format!("（{letter}）");
            assert_eq!(visible(&text) != text, steers(letter), "{letter:?}");
        }
        let plain = "谈心 2024-12-20\t一（2）班\n";
        assert_eq!(visible(plain), plain);
    }
}
