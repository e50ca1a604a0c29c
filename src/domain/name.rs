//! Names as they are compared: without blanks, middle dots and marks that are not seen, in Unicode
//! compatibility form.

use unicode_normalization::UnicodeNormalization;

use super::marks::steers;

/// The marks with which the parts of a name are joined: 阿依古丽·买买提.
const DOTS: [char; 10] = ['·', '•', '‧', '∙', '⋅', '・', '･', '．', '.', '●'];

/// A name in the one form in which names are compared.
pub fn plain(name: &str) -> String {
    let seen = |letter: &char| {
        !letter.is_whitespace() && !steers(*letter) && !DOTS.contains(letter) && !is_unseen(*letter)
    };
    name.nfkc().filter(seen).flat_map(char::to_lowercase).collect()
}

/// Letters that leave no trace on a screen.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The first letter of a name that is not seen or steers the text around it, and its place, from
/// 1. Those by which Mongolian letters choose their form are part of how a name is written.
pub fn hidden(name: &str) -> Option<(usize, char)> {
    let shapes = |letter: char| matches!(letter, '\u{180b}'..='\u{180d}' | '\u{180f}');
    let hides = |letter: char| (steers(letter) || is_unseen(letter)) && !shapes(letter);
    name.chars().zip(1..).find(|(letter, _)| hides(*letter)).map(|(letter, at)| (at, letter))
}

/// Do two names name the same person, as far as letters tell?
pub fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::{hidden, plain, same};

    #[test]
    fn a_letter_that_is_not_seen_is_found_with_its_place() {
        assert_eq!(hidden("王\u{200b}芳"), Some((2, '\u{200b}')));
        assert_eq!(hidden("\u{202e}王芳"), Some((1, '\u{202e}')));
        assert_eq!(hidden("王芳\t"), Some((3, '\t')));
        for name in ["王芳", "阿依古丽·买买提", "王 芳", "ᠰᠠᠷ\u{180b}ᠠ"] {
            assert_eq!(hidden(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_compared_without_blanks_dots_and_invisible_marks() {
        for name in
            ["王芳", "王　芳", "王 芳", " 王芳 ", "王\u{200b}芳", "王\u{fe00}芳", "王\u{2060}芳"]
        {
            assert!(same(name, "王芳"), "{name:?}");
        }
        for name in [
            "阿依古丽·买买提",
            "阿依古丽•买买提",
            "阿依古丽・买买提",
            "阿依古丽．买买提",
            "阿依古丽 买买提",
        ] {
            assert_eq!(plain(name), "阿依古丽买买提", "{name:?}");
        }
        assert!(same("ＬＩＭＩＮ", "limin"));
        assert!(!same("王芳", "王方"));
    }
}
