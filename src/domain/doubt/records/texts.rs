//! Texts that were written more than once, as far as people would call them the same.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::domain::event::{Event, unescape};
use crate::domain::id::Id;

/// A text in the one form in which texts are compared: its letters and numbers alone, whatever
/// their width.
pub fn plain(cell: &str) -> String {
    let letters = unescape(cell);
    letters.nfkc().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The rows in whose column stands a text of at least so many letters, by that text, each in the
/// order given.
pub fn by_text<'e>(
    events: impl IntoIterator<Item = &'e Event>,
    column: &str,
    shortest: usize,
) -> BTreeMap<String, Vec<&'e Event>> {
    let mut all: BTreeMap<String, Vec<&Event>> = BTreeMap::new();
    for event in events {
        let text = event.filled(column).map(plain).unwrap_or_default();
        if text.chars().count() >= shortest {
            all.entry(text).or_default().push(event);
        }
    }
    all
}

/// The children whom rows name.
pub fn children<'e>(rows: impl IntoIterator<Item = &'e &'e Event>) -> BTreeSet<Id> {
    rows.into_iter().flat_map(|event| event.children.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn texts_are_the_same_whatever_their_blanks_signs_and_widths() {
        for text in
            ["上课认真，ABC 12分。", "上课认真,abc１２分", " 上课\u{3000}认真——ＡＢＣ\\n12 分！"]
        {
            assert_eq!(plain(text), "上课认真abc12分");
        }
        assert_ne!(plain("上课认真abc13分"), plain("上课认真abc12分"));
    }
}
