//! Chance with a fixed seed (splitmix64), and ids that look random and never repeat.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end)).unwrap_or_default()
    }

    /// True so often in a thousand times.
    pub fn in_thousand(&mut self, often: u32) -> bool {
        self.below(1000) < often
    }

    pub fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(u32::try_from(list.len()).unwrap_or(1)) as usize]
    }
}

/// The id of the so manieth thing: `digits` of Crockford's base 32, each number another one.
pub fn id(letter: char, digits: u32, number: u64) -> String {
    let room = 1u64 << (5 * digits);
    let mut rest = (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) % room;
    let mut text = String::with_capacity(digits as usize + 1);
    text.push(letter);
    for _ in 0..digits {
        text.push(ALPHABET[(rest % 32) as usize] as char);
        rest /= 32;
    }
    text
}
