//! ID numbers as spreadsheets leave them: cut to fifteen digits, in powers of ten, with marks in
//! front and look-alikes behind.

use chrono::NaiveDate;

use super::GridCell;
use crate::domain::marks::steers;
use crate::domain::resident_id;

/// What a cell of an ID number is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdCell {
    /// Nothing is said.
    Blank,
    /// A number by GB 11643, with its right check digit.
    Whole(String),
    /// A spreadsheet has kept fifteen digits or fewer: the rest is gone. The birth date may stand.
    Damaged { birth: Option<NaiveDate> },
    /// Something else: too short, a wrong check digit.
    Wrong,
}

/// Words that say that there is no number.
const NONE: [&str; 8] = ["无", "没有", "—", "－", "-", "/", "暂无", "——"];

/// Reads the cell of an ID number. A number that ends in 000 is taken for damaged even when its
/// check digit happens to fit: one damaged number in eleven does, and hardly one true one in
/// eleven thousand.
pub fn id_number(cell: &GridCell) -> IdCell {
    if cell.is_blank() {
        return IdCell::Blank;
    }
    let text = match cell {
        GridCell::Number(number) if number.abs() >= 1e15 => return damaged_number(*number),
        GridCell::Broken(_) => return IdCell::Damaged { birth: None },
        cell => plain(&cell.words()),
    };
    if text.is_empty() || NONE.contains(&text.as_str()) {
        return IdCell::Blank;
    }
    if let Some(digits) = mantissa(&text) {
        return IdCell::Damaged { birth: born(&digits) };
    }
    let is_cut = text.len() == 18 && text.ends_with("000");
    match resident_id::is_valid(&text) {
        _ if is_cut => IdCell::Damaged { birth: born(&text) },
        true => IdCell::Whole(text),
        false => IdCell::Wrong,
    }
}

/// Of a number only fifteen digits are true.
fn damaged_number(number: f64) -> IdCell {
    let digits = mantissa(&format!("{number:.14e}").to_uppercase()).unwrap_or_default();
    IdCell::Damaged { birth: born(&digits) }
}

/// The digits of `9.90101E+17`, as far as they go.
fn mantissa(text: &str) -> Option<String> {
    let (digits, power) = text.split_once(['E', 'e'])?;
    let power = power.strip_prefix('+').unwrap_or(power);
    let is_power = !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit());
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (is_power && is_digits && !digits.is_empty()).then(|| digits.replace('.', ""))
}

/// The birth date in the first fourteen digits, when they stand whole.
fn born(digits: &str) -> Option<NaiveDate> {
    // With fewer digits zeros stand in the place of the day.
    resident_id::birth_date(digits)
}

/// Without marks in front, blanks and what is not seen; look-alikes of X as X.
fn plain(text: &str) -> String {
    let is_mark = |letter: char| {
        matches!(letter, '\'' | '’' | '‘' | '`' | '＇' | '\u{feff}' | '"' | '“' | '”')
    };
    let letter = |letter: char| match letter {
        // Cyrillic, Greek and Roman letters of that shape, and the sign of multiplication.
        'х' | 'Х' | 'χ' | 'Χ' | 'Ⅹ' | 'ⅹ' | '×' | '╳' | '✕' => 'X',
        letter => letter,
    };
    let seen = text.chars().filter(|own| !is_mark(*own) && !steers(*own) && !is_unseen(*own));
    resident_id::plain(&seen.map(letter).collect::<String>())
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> GridCell {
        GridCell::Text(text.to_owned())
    }

    fn whole(number: &str) -> IdCell {
        IdCell::Whole(number.to_owned())
    }

    fn damaged(birth: &str) -> IdCell {
        IdCell::Damaged { birth: birth.parse().ok() }
    }

    #[test]
    fn a_number_is_found_under_marks_blanks_and_look_alikes() {
        for own in [
            "99010120150312004X",
            "'99010120150312004x",
            "９９０１０１２０１５０３１２００４Ｘ",
            " 990101 20150312 004X ",
            "99010120150312004Х",
            "\u{200b}99010120150312004×",
        ] {
            assert_eq!(id_number(&text(own)), whole("99010120150312004X"), "{own}");
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_cut_is_known_even_when_its_check_digit_fits() {
        // The check digit of this one fits.
        assert!(resident_id::is_valid("990101201503010000"));
        assert_eq!(id_number(&text("990101201503010000")), damaged("2015-03-01"));
        assert_eq!(id_number(&GridCell::Number(990_101_201_503_120_000.0)), damaged("2015-03-12"));
        for cell in [text("9.90101E+17"), text("9.90101e+17"), text("9.9E17")] {
            assert_eq!(id_number(&cell), IdCell::Damaged { birth: None });
        }
    }

    #[test]
    fn what_is_no_number_is_wrong_and_a_dash_says_that_there_is_none() {
        for own in ["990101201503120016", "99010120150312", "见户口本"] {
            assert_eq!(id_number(&text(own)), IdCell::Wrong, "{own}");
        }
        for own in ["", " ", "无", "—", "/"] {
            assert_eq!(id_number(&text(own)), IdCell::Blank, "{own}");
        }
    }
}
