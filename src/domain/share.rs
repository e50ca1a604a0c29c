//! A part of a whole in percent, as precise as a school writes it.

/// How precise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharePrecision {
    /// 38 %
    Whole,
    /// 37.6 %
    Tenth,
    /// 37.57 %
    Hundredth,
    /// 38 % beside 6.3 %: two digits that say something.
    #[default]
    TwoDigits,
}

/// The words for them in `care.toml`.
pub const PRECISIONS: [(&str, SharePrecision); 4] = [
    ("whole", SharePrecision::Whole),
    ("tenth", SharePrecision::Tenth),
    ("hundredth", SharePrecision::Hundredth),
    ("two_digits", SharePrecision::TwoDigits),
];

impl SharePrecision {
    /// The share with its sign; nothing of nothing has none.
    pub fn told(self, part: usize, whole: usize) -> Option<String> {
        Some(format!("{} %", self.digits(part, whole)?))
    }

    /// The same without the sign, rounded half up.
    pub fn digits(self, part: usize, whole: usize) -> Option<String> {
        if whole == 0 {
            return None;
        }
        let decimals = match self {
            SharePrecision::Whole => 0,
            SharePrecision::Tenth => 1,
            SharePrecision::TwoDigits if part == 0 || rounded(part, whole, 1) >= 100 => 0,
            SharePrecision::TwoDigits if rounded(part, whole, 2) >= 100 => 1,
            SharePrecision::Hundredth | SharePrecision::TwoDigits => 2,
        };
        let own = rounded(part, whole, decimals);
        let one = 10_usize.pow(decimals);
        let (whole, rest) = (own / one, own % one);
        Some(match decimals {
            0 => whole.to_string(),
            _ => format!("{whole}.{rest:0width$}", width = decimals as usize),
        })
    }
}

/// Percent with so many decimals, as a whole number.
fn rounded(part: usize, whole: usize, decimals: u32) -> usize {
    let scale = 100 * 10_usize.pow(decimals);
    (2 * part * scale + whole) / (2 * whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_as_precise_as_the_school_writes_them() {
        let care_types = [71, 99, 12, 7].map(|part| SharePrecision::TwoDigits.told(part, 189));
        assert_eq!(care_types.map(Option::unwrap), ["38 %", "52 %", "6.3 %", "3.7 %"]);
        assert_eq!(SharePrecision::Hundredth.told(49, 90).unwrap(), "54.44 %");
        assert_eq!(SharePrecision::Tenth.told(1, 3).unwrap(), "33.3 %");
        assert_eq!(SharePrecision::Whole.told(1, 200).unwrap(), "1 %");
    }

    #[test]
    fn two_digits_say_something_at_every_size() {
        let told = |part, whole| SharePrecision::TwoDigits.told(part, whole).unwrap();
        assert_eq!(told(199, 2000), "10 %");
        assert_eq!(told(1, 250), "0.40 %");
        assert_eq!(told(0, 9), "0 %");
        assert_eq!(told(9, 9), "100 %");
        assert_eq!(SharePrecision::TwoDigits.told(0, 0), None);
    }
}
