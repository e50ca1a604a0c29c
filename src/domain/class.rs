//! A class by its code.

use std::fmt;
use std::rc::Rc;

/// What records call a class: its entry year and number, such as `2021-2`, or a word of the
/// school's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassCode(Rc<str>);

impl ClassCode {
    /// The code that a record writes; nowhere else does a text become a class.
    pub fn of(text: &str) -> ClassCode {
        ClassCode(text.into())
    }

    /// The code as records write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The entry year and the number of the class; a code of another form has none.
    pub fn year_and_number(&self) -> Option<(i32, u32)> {
        let (year, number) = self.0.split_once('-')?;
        (year.len() == 4).then_some(())?;
        Some((year.parse().ok()?, number.parse().ok()?))
    }
}

impl fmt::Display for ClassCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
