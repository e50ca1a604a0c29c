//! A class by its code.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// What records call a class: its entry year and number, such as `2021-2`, or a word of the
/// school's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassCode(Arc<str>);

impl ClassCode {
    /// The code that a record writes; nowhere else does a text become a class.
    pub fn of(text: &str) -> ClassCode {
        ClassCode(text.into())
    }

    /// The code as records write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its grade in the school year that begins in a year: below 1 before it enters school.
    pub fn grade_in(&self, year: i32) -> Option<i32> {
        self.year_and_number().map(|(entry, _)| year - entry + 1)
    }

    /// The entry year and the number of the class; a code of another form has none.
    pub fn year_and_number(&self) -> Option<(i32, u32)> {
        let (year, number) = self.0.split_once('-')?;
        (year.len() == 4).then_some(())?;
        Some((year.parse().ok()?, number.parse().ok()?))
    }
}

/// Is the text a code of the normal form: four digits, a hyphen, a number without leading zeros?
pub fn is_normal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, number)| {
        year.len() == 4 && digits(year) && digits(number) && !number.starts_with('0')
    })
}

/// The normal form of an entry year and a number written otherwise: `2021-02`, `２０２１－２`.
pub fn normal_form(text: &str) -> Option<ClassCode> {
    let is_dash = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let plain: String = text.nfkc().filter(|letter| !letter.is_whitespace()).collect();
    let (year, number) = plain.split_once(is_dash)?;
    let code = format!("{year}-{}", number.trim_start_matches('0'));
    is_normal(&code).then(|| ClassCode::of(&code))
}

impl fmt::Display for ClassCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
