//! Amounts of money and goods, reckoned exactly to the thousandth.

use std::fmt;
use std::ops::{Add, Sub};

/// An amount, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(i64);

/// Beyond this a cell is no amount that a school has.
const LARGEST: i64 = 1_000_000_000_000;

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);

    /// The amount that a cell says, `12.5`; `None` when it is no number of up to three decimals.
    pub fn parse(text: &str) -> Option<Amount> {
        let (sign, digits) = match text.trim().strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.trim()),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > 3 || !is_number(whole) || !is_number(part) {
            return None;
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= LARGEST)?;
        let part: i64 = format!("{part:0<3}").parse().ok()?;
        Some(Amount(sign * (whole * 1000 + part)))
    }

    /// The same in thousandths.
    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// The same in whole units, rounded half up; nothing below nothing.
    pub fn whole(self) -> usize {
        usize::try_from((self.0 + 500).div_euclid(1000)).unwrap_or(0)
    }
}

impl Add for Amount {
    type Output = Amount;

    fn add(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }
}

impl Sub for Amount {
    type Output = Amount;

    fn sub(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let text = format!("{sign}{whole}.{part:03}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_and_two_tenths_are_three_tenths() {
        let amount = |text| Amount::parse(text).unwrap();
        assert_eq!(amount("0.1") + amount("0.2"), amount("0.3"));
        assert_eq!((amount("2") - amount("2.5")).to_string(), "-0.5");
        assert_eq!(amount("100").to_string(), "100");
    }

    #[test]
    fn what_is_no_plain_number_is_no_amount() {
        for text in ["", "三", "1e3", "1.2345", "nan", "--1", ".5", "99999999999999"] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }
}
