//! What may be dialled.

use super::facts::Fact;

/// What a field for phones is called, and how its path ends.
pub const FIELD: &str = "phone";

/// The fewest digits that a phone has.
const FEWEST: usize = 7;

/// The digits of a mobile number.
const MOBILE: usize = 11;

/// The digits of a text, full-width ones too, as plain ones.
pub fn digits(text: &str) -> String {
    let digit = |letter: char| match letter {
        '0'..='9' => Some(letter),
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')),
        _ => None,
    };
    text.chars().filter_map(digit).collect()
}

/// A phone as it is kept: what an input method made wide is plain.
pub fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '０'..='９' | '＋' | '－' | '（' | '）' | '＊' | '＃' => {
            char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter)
        }
        '　' => ' ',
        _ => letter,
    };
    text.chars().map(narrow).collect::<String>().trim().to_owned()
}

/// Is it a phone at all? `无`, `空号`, `停机` and a dash are none.
pub fn is_phone(text: &str) -> bool {
    digits(text).len() >= FEWEST
}

/// Is one of the entries a phone?
pub fn has_phone(fact: &Fact) -> bool {
    fact.values().iter().any(|entry| is_phone(entry))
}

/// Is it something written as a phone that cannot be dialled: letters in it, a mobile number that
/// has not eleven digits?
pub fn is_undialable(text: &str) -> bool {
    let digits = digits(text);
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_mobile = digits.starts_with('1') && !text.contains('-');
    !text.trim().is_empty()
        && (!is_phone(text) || has_letters || is_mobile && digits.len() != MOBILE)
}

#[cfg(test)]
mod tests {
    use super::{is_phone, is_undialable};

    #[test]
    fn a_phone_has_at_least_seven_digits_full_width_ones_too() {
        for text in ["13800138000", "１３８００１３８０００", "0564-3320000", "3320000"]
        {
            assert!(is_phone(text) && !is_undialable(text), "{text}");
        }
        for text in ["无", "空号", "停机", "—", "", "332000"] {
            assert!(!is_phone(text), "{text}");
        }
    }

    #[test]
    fn a_phone_that_cannot_be_dialled_has_letters_or_a_mobile_number_not_eleven_digits() {
        for text in ["1380013800", "138001380001", "138O0138000", "13800138000转爷爷", "空号"]
        {
            assert!(is_undialable(text), "{text}");
        }
    }
}
