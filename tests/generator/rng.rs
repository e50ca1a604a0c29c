//! Chance that is the same on every machine: splitmix64, one stream for each named thing.
//! A stream depends on its own name only: a change in one place leaves other records alone.

pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64, stream: &str) -> Rng {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ seed;
        for byte in stream.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Rng(hash)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `count - 1`.
    pub fn below(&mut self, count: usize) -> usize {
        let drawn = self.next() % (count as u64);
        usize::try_from(drawn).expect("less than the count")
    }

    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        let drawn = self.next() % u64::from(most - least + 1);
        least + u32::try_from(drawn).expect("less than the count")
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}
