//! Points of a score: parts of a whole, reckoned exactly and rounded only where they are told.

use std::cmp::Ordering;

use super::amount::Amount;

/// A part of a whole, in lowest terms; never below nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    part: u128,
    whole: u128,
}

impl Fraction {
    pub const ZERO: Fraction = Fraction { part: 0, whole: 1 };

    /// A part of a whole; none of nothing.
    pub fn of(part: usize, whole: usize) -> Option<Fraction> {
        (whole > 0).then(|| lowest(part as u128, whole as u128))
    }

    /// What somebody gave; none below nothing.
    pub fn given(amount: Amount) -> Option<Fraction> {
        let thousandths = u128::try_from(amount.thousandths()).ok()?;
        Some(lowest(thousandths, 1000))
    }

    /// So many times as much; none beyond all numbers.
    pub fn times(self, number: u32) -> Option<Fraction> {
        Some(lowest(self.part.checked_mul(number.into())?, self.whole))
    }

    /// Both together; none beyond all numbers.
    pub fn plus(self, other: Fraction) -> Option<Fraction> {
        let shared = greatest_divisor(self.whole, other.whole);
        let (own, theirs) = (other.whole / shared, self.whole / shared);
        let part = self.part.checked_mul(own)?.checked_add(other.part.checked_mul(theirs)?)?;
        Some(lowest(part, self.whole.checked_mul(own)?))
    }

    /// Is it less than, as much as or more than a whole number?
    pub fn compared_to(self, number: u32) -> Ordering {
        let (units, rest) = (self.part / self.whole, self.part % self.whole);
        units.cmp(&number.into()).then(rest.cmp(&0))
    }

    /// Which of two is more.
    pub fn compared(self, other: Fraction) -> Ordering {
        let (mut one, mut two) = (self, other);
        // Unit by unit, as by hand: products of large wholes would be beyond all numbers.
        let mut is_turned = false;
        loop {
            let units = (one.part / one.whole).cmp(&(two.part / two.whole));
            let rests = (one.part % one.whole, two.part % two.whole);
            let order = match (units, rests) {
                (Ordering::Equal, (0, 0)) => Ordering::Equal,
                (Ordering::Equal, (0, _)) => Ordering::Less,
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, (left, right)) => {
                    // Of two parts of one that is more whose inverse is less.
                    one = Fraction { part: one.whole, whole: left };
                    two = Fraction { part: two.whole, whole: right };
                    is_turned = !is_turned;
                    continue;
                }
                (order, _) => order,
            };
            return if is_turned { order.reverse() } else { order };
        }
    }

    /// With so many decimals, rounded half up; one that is whole has none unless they are `kept`.
    pub fn rounded(self, decimals: u32, kept: bool) -> String {
        let scale = 10_u128.pow(decimals);
        let (units, rest) = (self.part / self.whole, self.part % self.whole);
        let scaled = rest.saturating_mul(scale);
        let (mut digits, left) = (scaled / self.whole, scaled % self.whole);
        digits += u128::from(left >= self.whole - left);
        let (units, digits) = (units + digits / scale, digits % scale);
        match digits {
            0 if !kept => units.to_string(),
            _ => format!("{units}.{digits:0width$}", width = decimals as usize),
        }
    }

    /// As it is: `18`, or `55/3`.
    pub fn exact(self) -> String {
        match self.whole {
            1 => self.part.to_string(),
            whole => format!("{}/{whole}", self.part),
        }
    }
}

fn lowest(part: u128, whole: u128) -> Fraction {
    let shared = greatest_divisor(part, whole);
    Fraction { part: part / shared, whole: whole / shared }
}

fn greatest_divisor(mut one: u128, mut two: u128) -> u128 {
    while two > 0 {
        (one, two) = (two, one % two);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(part: usize, whole: usize) -> Fraction {
        Fraction::of(part, whole).unwrap()
    }

    #[test]
    fn a_third_of_twenty_and_two_thirds_of_twenty_are_twenty() {
        let thirds = [part(1, 3), part(2, 3)].map(|own| own.times(20).unwrap());
        assert_eq!(thirds[0].exact(), "20/3");
        assert_eq!(thirds[0].plus(thirds[1]), Fraction::of(20, 1));
        let given = Fraction::given(Amount::parse("7.5").unwrap()).unwrap();
        assert_eq!(given.plus(part(1, 2)).unwrap().exact(), "8");
        assert_eq!(Fraction::given(Amount::parse("-1").unwrap()), None);
        assert_eq!(Fraction::of(0, 0), None);
    }

    #[test]
    fn what_is_told_is_rounded_half_up() {
        for (own, one, two) in [
            (part(20, 3), "6.7", "6.67"),
            (part(1, 20), "0.1", "0.05"),
            (part(1, 21), "0", "0.05"),
            (part(199, 200), "1", "1.00"),
            (part(18, 1), "18", "18.00"),
            (part(37, 2), "18.5", "18.50"),
        ] {
            assert_eq!(own.rounded(1, false), one);
            assert_eq!(own.rounded(2, true), two);
        }
    }

    #[test]
    fn no_rounding_decides_which_is_more() {
        assert_eq!(part(1799, 30).compared_to(60), Ordering::Less);
        assert_eq!(part(1800, 30).compared_to(60), Ordering::Equal);
        assert_eq!(part(1801, 30).compared_to(60), Ordering::Greater);
        assert_eq!(part(2, 3).compared(part(667, 1000)), Ordering::Less);
        assert_eq!(part(7, 3).compared(part(23, 10)), Ordering::Greater);
        assert_eq!(part(4, 6).compared(part(2, 3)), Ordering::Equal);
        assert_eq!(part(2, 1).compared(part(5, 2)), Ordering::Less);
    }
}
