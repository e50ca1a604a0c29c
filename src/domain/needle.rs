//! What somebody looks for: a word, or a part of a number, however it is written.

use unicode_normalization::{UnicodeNormalization, is_nfkc};

use super::marks::steers;

/// So many digits of a phone or an id number must be known by whoever looks for it.
const FEWEST_DIGITS: usize = 4;

/// What is looked for.
pub struct Needle(String);

impl Needle {
    /// What a text looks for; a blank one looks for nothing.
    pub fn of(text: &str) -> Option<Needle> {
        Some(plain(text)).filter(|plain| !plain.is_empty()).map(Needle)
    }

    /// Is it in a text?
    pub fn is_in(&self, text: &str) -> bool {
        if text.contains(&self.0) {
            return true;
        }
        // Most texts are written plainly, and hold nothing that would be read otherwise.
        let is_plain = is_nfkc(text) && !text.contains(|c: char| is_dropped(c) || c.is_uppercase());
        !is_plain && plain(text).contains(&self.0)
    }

    /// Does it say enough to ask for it in what is not open? A few digits would be found in nearly
    /// every number, and one after another they would tell it.
    pub fn is_telling(&self) -> bool {
        let is_number = self.0.chars().all(|c| c.is_ascii_digit() || c == 'x');
        !is_number || self.0.len() >= FEWEST_DIGITS
    }
}

/// A text as it is compared: in Unicode compatibility form, small letters, without blanks, dashes
/// and marks that are not seen.
fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !is_dropped(*c)).flat_map(char::to_lowercase).collect()
}

fn is_dropped(letter: char) -> bool {
    letter.is_whitespace()
        || steers(letter)
        || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '·')
}

#[cfg(test)]
mod tests {
    use super::Needle;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in ["13900139000", "139 0013 9000", "１３９００１３９０００", "139-0013-9000"]
        {
            assert!(Needle::of("0013 9").unwrap().is_in(text), "{text}");
        }
        assert!(
            Needle::of("００15Ｘ")
                .unwrap()
                .is_in("99010120150312001x".replace("001x", "0015x").as_str())
        );
        assert!(Needle::of(" — ").is_none());
    }

    #[test]
    fn fewer_than_four_digits_tell_too_little_and_a_word_tells_enough() {
        let is_telling = |text| Needle::of(text).unwrap().is_telling();
        assert!(!is_telling("139") && !is_telling("1 3-9") && !is_telling("01x"));
        assert!(is_telling("1390") && is_telling("王") && is_telling("3组"));
    }
}
