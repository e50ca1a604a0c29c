//! ID numbers by GB 11643: area, birth date, order and a check digit.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// Is this an 18-digit number with a real birth date and the right check digit?
pub fn is_valid(number: &str) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !bytes.iter().take(17).all(u8::is_ascii_digit) {
        return false;
    }
    birth_date(number).is_some()
        && number.get(..17).is_some_and(|digits| number.ends_with(last_digit(digits)))
}

/// The check digit of the 17 digits before it.
pub fn last_digit(digits: &str) -> char {
    let weighed = digits.bytes().zip(WEIGHTS);
    let sum: u32 =
        weighed.map(|(byte, weight)| u32::from(byte.saturating_sub(b'0')) * weight).sum();
    char::from(CHECKS[(sum % 11) as usize])
}

/// A number as records keep it: plain digits, the check letter large, no blanks.
pub fn plain(number: &str) -> String {
    let plain = |letter: char| match letter {
        '０'..='９' | 'Ｘ' | 'ｘ' => {
            char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter).to_ascii_uppercase()
        }
        _ => letter.to_ascii_uppercase(),
    };
    number.chars().filter(|letter| !letter.is_whitespace()).map(plain).collect()
}

/// The sex that the order inside a number tells: odd for boys.
pub fn sex(number: &str) -> Option<&'static str> {
    let order = number.get(16..17)?.parse::<u32>().ok()?;
    Some(if order % 2 == 1 { "male" } else { "female" })
}

/// The number as it is to be written: plain digits and a capital X, without blanks.
pub fn written_out(number: &str) -> String {
    number.nfkc().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// Does a number that is right say that its holder is male?
pub fn is_male(number: &str) -> Option<bool> {
    let order = number.as_bytes().get(16).filter(|digit| digit.is_ascii_digit())?;
    Some((order - b'0') % 2 == 1)
}

/// The birth date inside a number.
pub fn birth_date(number: &str) -> Option<NaiveDate> {
    let digits = number.get(6..14)?;
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn the_published_vectors_of_gb_11643_hold() {
        for number in [
            "11010519491231002X",
            "990101201503120015",
            "990101201503120023",
            "99010120150312004X",
            "990101201609050174",
            "990101201706010246",
        ] {
            assert!(is_valid(number), "{number}");
        }
    }

    #[test]
    fn a_wrong_check_digit_date_length_or_letter_is_refused() {
        for number in [
            "990102201402290011", // the right check digit, but 2014 had no 29 February
            "990101201503120016",
            "99010120150312001",
            "9901012015031200150",
            "99010120150312004x",
            "9901012015031200１５",
            "",
        ] {
            assert!(!is_valid(number), "{number}");
        }
    }
}
