//! The lunar years 1900 to 2100, one line each: the second source of lunar dates, beside the
//! library that the program uses.
//!
//! Worked out from the new moons and solar terms of China's longitude (GB/T 33661), as the library
//! `tyme4rs` 1.5 has them.

use chrono::{Days, NaiveDate};

/// A lunar year: what tells its days, and one solar term.
#[derive(Clone, Copy, Debug)]
pub struct LunarYear {
    /// Its first day, counted from the first of January of the civil year it begins in.
    pub begins: u16,
    /// The month after which the leap month comes; 0 in a year without one.
    pub leap_after: u8,
    /// The months in their order, the leap month in its place, the first month in the highest of
    /// 13 bits: 1 for 30 days, 0 for 29. A year without a leap month leaves the lowest bit 0.
    pub long_months: u16,
    /// The day in April of 清明.
    pub qingming: u8,
}

const fn year(begins: u16, leap_after: u8, long_months: u16, qingming: u8) -> LunarYear {
    LunarYear { begins, leap_after, long_months, qingming }
}

/// The line of a year.
pub fn of(year: i32) -> Option<&'static LunarYear> {
    YEARS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?)
}

impl LunarYear {
    /// The days of the month at a place in the year, counted from 0 with the leap month in line.
    pub fn days_at(&self, place: u8) -> u32 {
        29 + u32::from(self.long_months >> (12 - place) & 1)
    }

    /// How many months it has.
    pub fn months(&self) -> u8 {
        if self.leap_after == 0 { 12 } else { 13 }
    }

    /// The number of the month at a place, and whether it is the leap one.
    pub fn month_at(&self, place: u8) -> (u32, bool) {
        let behind_leap = self.leap_after != 0 && place >= self.leap_after;
        (u32::from(place) + u32::from(!behind_leap), behind_leap && place == self.leap_after)
    }

    /// Its first day, in the civil year that it begins in.
    pub fn first(&self, year: i32) -> NaiveDate {
        NaiveDate::from_yo_opt(year, u32::from(self.begins)).expect("a day of the year")
    }
}

/// The civil date of a day of a month that is not the leap one, or of the month's last day when it
/// is shorter.
pub fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let lunar = of(year)?;
    let place = (0..lunar.months()).find(|place| lunar.month_at(*place) == (month, false))?;
    let before: u32 = (0..place).map(|place| lunar.days_at(place)).sum();
    let day = day.min(lunar.days_at(place));
    lunar.first(year).checked_add_days(Days::new(u64::from(before + day - 1)))
}

/// The first year of the table.
const FIRST_YEAR: i32 = 1900;

/// The years, from [`FIRST_YEAR`] on; a comment opens each ten.
const YEARS: [LunarYear; 201] = [
    // 1900
    year(31, 8, 0b0_1001_0110_1101, 5),
    year(50, 0, 0b0_1001_0101_1100, 5),
    year(39, 0, 0b1_0100_1010_1110, 6),
    year(29, 5, 0b0_1010_0100_1101, 6),
    year(47, 0, 0b1_1010_0100_1100, 5),
    year(35, 0, 0b1_1011_0010_1010, 5),
    year(25, 4, 0b0_1011_0101_0101, 6),
    year(44, 0, 0b0_1010_1101_0100, 6),
    year(33, 0, 0b1_0011_0101_1010, 5),
    year(22, 2, 0b0_1001_0110_1101, 5),
    // 1910
    year(41, 0, 0b0_1001_0101_1010, 6),
    year(30, 6, 0b1_0100_1001_1011, 6),
    year(49, 0, 0b1_0100_1001_1010, 5),
    year(37, 0, 0b1_1010_0100_1010, 5),
    year(26, 5, 0b1_1010_1010_0101, 5),
    year(45, 0, 0b1_0110_1010_1000, 6),
    year(34, 0, 0b1_0110_1101_0100, 5),
    year(23, 2, 0b1_0010_1101_1010, 5),
    year(42, 0, 0b1_0010_1011_0110, 5),
    year(32, 7, 0b0_1001_0011_0111, 6),
    // 1920
    year(51, 0, 0b0_1001_0011_0110, 5),
    year(39, 0, 0b1_0100_1001_0110, 5),
    year(28, 5, 0b1_0110_0100_1011, 5),
    year(47, 0, 0b0_1101_0100_1010, 6),
    year(36, 0, 0b0_1101_1010_1000, 5),
    year(24, 4, 0b1_0101_1011_0101, 5),
    year(44, 0, 0b0_0101_0110_1100, 5),
    year(33, 0, 0b1_0010_1011_0110, 6),
    year(23, 2, 0b0_1001_0011_0111, 5),
    year(41, 0, 0b0_1001_0010_1110, 5),
    // 1930
    year(30, 6, 0b0_1100_1001_0110, 5),
    year(48, 0, 0b1_1010_1001_0100, 6),
    year(37, 0, 0b1_1101_0100_1010, 5),
    year(26, 5, 0b0_1101_1010_1001, 5),
    year(45, 0, 0b0_1011_0101_1010, 5),
    year(35, 0, 0b0_0101_0110_1100, 6),
    year(24, 3, 0b1_0010_0110_1110, 5),
    year(42, 0, 0b1_0010_0101_1100, 5),
    year(31, 7, 0b1_1001_0010_1101, 5),
    year(50, 0, 0b1_1001_0010_1010, 6),
    // 1940
    year(39, 0, 0b1_1010_1001_0100, 5),
    year(27, 6, 0b1_1011_0100_1010, 5),
    year(46, 0, 0b1_0110_1100_1010, 5),
    year(36, 0, 0b0_1010_1101_1000, 6),
    year(25, 4, 0b1_0101_0101_1011, 5),
    year(44, 0, 0b0_0100_1011_1010, 5),
    year(33, 0, 0b1_0010_0101_1010, 5),
    year(22, 2, 0b1_1001_0010_1011, 5),
    year(41, 0, 0b1_0101_0010_1010, 5),
    year(29, 7, 0b1_0110_1001_0101, 5),
    // 1950
    year(48, 0, 0b0_1101_1001_0100, 5),
    year(37, 0, 0b1_0110_1010_1010, 5),
    year(27, 5, 0b0_1010_1011_0101, 5),
    year(45, 0, 0b0_1001_1011_0110, 5),
    year(35, 0, 0b0_0100_1011_0110, 5),
    year(24, 3, 0b0_1010_0101_0111, 5),
    year(43, 0, 0b0_1010_0101_0110, 5),
    year(31, 8, 0b0_1101_0010_1010, 5),
    year(49, 0, 0b1_1101_0010_1010, 5),
    year(39, 0, 0b0_1101_0101_0100, 5),
    // 1960
    year(28, 6, 0b1_0101_1010_1010, 5),
    year(46, 0, 0b1_0101_0110_1010, 5),
    year(36, 0, 0b0_1001_0110_1100, 5),
    year(25, 4, 0b1_0100_1010_1110, 5),
    year(44, 0, 0b1_0100_1010_1110, 5),
    year(33, 0, 0b0_1010_0100_1100, 5),
    year(21, 3, 0b1_1101_0010_0110, 5),
    year(40, 0, 0b1_1011_0010_1010, 5),
    year(30, 7, 0b0_1011_0101_0101, 5),
    year(48, 0, 0b0_1010_1101_0100, 5),
    // 1970
    year(37, 0, 0b1_0010_1101_1010, 5),
    year(27, 5, 0b0_1001_0101_1101, 5),
    year(46, 0, 0b0_1001_0101_1010, 5),
    year(34, 0, 0b1_0100_1001_1010, 5),
    year(23, 4, 0b1_1010_0100_1101, 5),
    year(42, 0, 0b1_1010_0100_1010, 5),
    year(31, 8, 0b1_1010_1010_0101, 4),
    year(49, 0, 0b1_0110_1010_1000, 5),
    year(38, 0, 0b1_0110_1101_0100, 5),
    year(28, 6, 0b1_0010_1101_1010, 5),
    // 1980
    year(47, 0, 0b1_0010_1011_0110, 4),
    year(36, 0, 0b0_1001_0011_0110, 5),
    year(25, 4, 0b1_0100_1001_0111, 5),
    year(44, 0, 0b1_0100_1001_0110, 5),
    year(33, 10, 0b1_0110_0100_1011, 4),
    year(51, 0, 0b0_1101_0100_1010, 5),
    year(40, 0, 0b0_1101_1010_1000, 5),
    year(29, 6, 0b1_0101_1011_0100, 5),
    year(48, 0, 0b1_0101_0110_1100, 4),
    year(37, 0, 0b1_0010_1010_1110, 5),
    // 1990
    year(27, 5, 0b0_1001_0010_1111, 5),
    year(46, 0, 0b0_1001_0010_1110, 5),
    year(35, 0, 0b0_1100_1001_0110, 4),
    year(23, 3, 0b0_1101_0100_1010, 5),
    year(41, 0, 0b1_1101_0100_1010, 5),
    year(31, 8, 0b0_1101_0110_0101, 5),
    year(50, 0, 0b0_1011_0101_1000, 4),
    year(38, 0, 0b1_0101_0110_1100, 5),
    year(28, 5, 0b1_0010_0110_1101, 5),
    year(47, 0, 0b1_0010_0101_1100, 5),
    // 2000
    year(36, 0, 0b1_1001_0010_1100, 4),
    year(24, 4, 0b1_1010_1001_0101, 5),
    year(43, 0, 0b1_1010_1001_0100, 5),
    year(32, 0, 0b1_1011_0100_1010, 5),
    year(22, 2, 0b0_1011_0101_0101, 4),
    year(40, 0, 0b0_1010_1101_0100, 5),
    year(29, 7, 0b1_0101_0101_1011, 5),
    year(49, 0, 0b0_0100_1011_1010, 5),
    year(38, 0, 0b1_0010_0101_1010, 4),
    year(26, 5, 0b1_1001_0010_1011, 4),
    // 2010
    year(45, 0, 0b1_0101_0010_1010, 5),
    year(34, 0, 0b1_0110_1001_0100, 5),
    year(23, 4, 0b1_0110_1010_1010, 4),
    year(41, 0, 0b1_0101_1010_1010, 4),
    year(31, 9, 0b0_1010_1011_0101, 5),
    year(50, 0, 0b0_1001_0111_0100, 5),
    year(39, 0, 0b1_0100_1011_0110, 4),
    year(28, 6, 0b0_1010_0101_0111, 4),
    year(47, 0, 0b0_1010_0101_0110, 5),
    year(36, 0, 0b1_0101_0010_0110, 5),
    // 2020
    year(25, 4, 0b0_1110_1001_0101, 4),
    year(43, 0, 0b0_1101_0101_0100, 4),
    year(32, 0, 0b1_0101_1010_1010, 5),
    year(22, 2, 0b0_1001_1011_0101, 5),
    year(41, 0, 0b0_1001_0110_1100, 4),
    year(29, 6, 0b1_0100_1010_1110, 4),
    year(48, 0, 0b1_0100_1001_1100, 5),
    year(37, 0, 0b1_1010_0100_1100, 5),
    year(26, 5, 0b1_1101_0010_0110, 4),
    year(44, 0, 0b1_1010_1010_0110, 4),
    // 2030
    year(34, 0, 0b0_1011_0101_0100, 5),
    year(23, 3, 0b0_1101_0110_1010, 5),
    year(42, 0, 0b1_0010_1101_1010, 4),
    year(31, 11, 0b0_1001_0101_1101, 4),
    year(50, 0, 0b0_1001_0101_1010, 5),
    year(39, 0, 0b1_0100_1001_1010, 5),
    year(28, 6, 0b1_1010_0100_1011, 4),
    year(46, 0, 0b1_1010_0100_1010, 4),
    year(35, 0, 0b1_1010_1010_0100, 5),
    year(24, 5, 0b1_1011_0101_0100, 5),
    // 2040
    year(43, 0, 0b1_0110_1011_0100, 4),
    year(32, 0, 0b0_1010_1101_1010, 4),
    year(22, 2, 0b0_1001_0101_1011, 4),
    year(41, 0, 0b0_1001_0011_0110, 5),
    year(30, 7, 0b1_0100_1001_0111, 4),
    year(48, 0, 0b1_0100_1001_0110, 4),
    year(37, 0, 0b1_0101_0100_1010, 4),
    year(26, 5, 0b1_0110_1010_0101, 5),
    year(45, 0, 0b0_1101_1010_0100, 4),
    year(33, 0, 0b1_0101_1011_0100, 4),
    // 2050
    year(23, 3, 0b0_1010_1011_0110, 4),
    year(42, 0, 0b1_0010_0110_1110, 5),
    year(32, 8, 0b0_1001_0010_1111, 4),
    year(50, 0, 0b0_1001_0010_1110, 4),
    year(39, 0, 0b0_1100_1001_0110, 4),
    year(28, 6, 0b0_1101_0100_1010, 5),
    year(46, 0, 0b1_1101_0100_1010, 4),
    year(35, 0, 0b0_1101_0110_0100, 4),
    year(24, 4, 0b1_0101_0110_1100, 4),
    year(43, 0, 0b1_0101_0101_1100, 5),
    // 2060
    year(33, 0, 0b1_0010_0101_1100, 4),
    year(21, 3, 0b1_1001_0010_1110, 4),
    year(40, 0, 0b1_1001_0010_1100, 4),
    year(29, 7, 0b1_1010_1001_0101, 5),
    year(48, 0, 0b1_1010_1001_0100, 4),
    year(36, 0, 0b1_1011_0100_1010, 4),
    year(26, 5, 0b0_1011_0101_0101, 4),
    year(45, 0, 0b0_1010_1101_0100, 5),
    year(34, 0, 0b1_0100_1101_1010, 4),
    year(23, 4, 0b0_1010_0101_1101, 4),
    // 2070
    year(42, 0, 0b0_1010_0101_1010, 4),
    year(31, 8, 0b1_0101_0010_1011, 5),
    year(50, 0, 0b1_0101_0010_1010, 4),
    year(38, 0, 0b1_0110_1001_0100, 4),
    year(27, 6, 0b1_0110_1010_1010, 4),
    year(46, 0, 0b1_0101_1010_1010, 4),
    year(36, 0, 0b0_1010_1011_0100, 4),
    year(24, 4, 0b1_0100_1011_1010, 4),
    year(43, 0, 0b1_0100_1011_0110, 4),
    year(33, 0, 0b0_1010_0101_0110, 4),
    // 2080
    year(22, 3, 0b1_0101_0010_0111, 4),
    year(40, 0, 0b0_1101_0010_0110, 4),
    year(29, 7, 0b0_1110_0101_0011, 4),
    year(48, 0, 0b0_1101_0101_0100, 4),
    year(37, 0, 0b1_0101_1010_1010, 4),
    year(26, 5, 0b0_1001_1011_0101, 4),
    year(45, 0, 0b0_1001_0110_1100, 4),
    year(34, 0, 0b1_0100_1010_1110, 4),
    year(24, 4, 0b0_1010_0100_1110, 4),
    year(41, 0, 0b1_1010_0010_1100, 4),
    // 2090
    year(30, 8, 0b1_1101_0010_0110, 4),
    year(49, 0, 0b1_1010_1010_0100, 4),
    year(38, 0, 0b1_1011_0101_0100, 4),
    year(27, 6, 0b0_1101_0110_1010, 4),
    year(46, 0, 0b0_1010_1101_1010, 4),
    year(36, 0, 0b0_1001_0101_1100, 4),
    year(25, 4, 0b1_0100_1001_1101, 4),
    year(43, 0, 0b1_0100_0101_1010, 4),
    year(32, 0, 0b1_1010_0010_1010, 4),
    year(21, 2, 0b1_1011_0010_0101, 4),
    // 2100
    year(40, 0, 0b1_1010_1010_0100, 5),
];
