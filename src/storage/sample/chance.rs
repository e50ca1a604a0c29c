//! Chance that is the same on every day and machine (splitmix64), one stream for each named thing.

use crate::domain::id::{Id, Kind};

/// A stream of numbers.
pub struct Chance(u64);

impl Chance {
    /// The stream of a name.
    pub fn of(stream: &str) -> Chance {
        let mixed = stream.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Chance(mixed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count - 1`.
    pub fn below(&mut self, count: u32) -> u32 {
        // The remainder of a number that fits is one that fits.
        u32::try_from(self.next() % u64::from(count.max(1))).unwrap_or(0)
    }

    /// One of some texts.
    pub fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let count = u32::try_from(from.len()).unwrap_or(0);
        from.get(self.below(count) as usize).copied().unwrap_or_default()
    }

    /// An id of a kind.
    pub fn id(&mut self, kind: Kind) -> Id {
        let mut bytes = [0; 10];
        bytes.fill_with(|| self.next().to_be_bytes()[0]);
        Id::from_random(kind, &bytes)
    }
}
