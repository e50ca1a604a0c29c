//! New inputs out of old ones: by bytes, by words, by lines, and by pieces of another input.

use crate::chance::Chance;

/// Bytes on which readers stumble, and marks that look like others.
const PIECES: [&[u8]; 42] = [
    b"\"",
    b"\"\"",
    b"\"\"\"",
    b"'",
    b"'''",
    b",",
    b",,",
    b"\n",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\0",
    b"\xFF",
    b"\xC3",
    b"\xE4\xB8",
    b"\xEF\xBB\xBF",
    b"\t",
    b" ",
    b"=",
    b"[",
    b"]",
    b"[[",
    b"]]",
    b"{",
    b"}",
    b"#",
    b"\\",
    b"\\n",
    b"\\u0000",
    b".",
    b"-",
    b"--",
    b"\x1b[31m",
    b"\x7f",
    "，".as_bytes(),
    "“”".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{1f476}".as_bytes(),
    "e\u{301}".as_bytes(),
    b"<<<<<<< ours\n",
    b"id,date,",
];

/// Values at and beyond the edges of what records hold.
const VALUES: [&str; 44] = [
    "0",
    "1",
    "-1",
    "13",
    "31",
    "255",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "0x7f",
    "1_000",
    "1e400",
    "nan",
    "inf",
    "-0",
    "0.1",
    "true",
    "false",
    "null",
    "[]",
    "{}",
    "\"\"",
    "2024-02-29",
    "2023-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-00",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "+12024-01-01",
    "2024-1-1",
    "2024-10-31T24:00:00+08:00",
    "2024-12-31T23:59:60Z",
    "2024-10-31T12:00:00+25:00",
    "2024-10-31T12:00:00",
    "C7K3FQ",
    "T4M2XA",
    "E0000000000",
    "x",
    "+14:00",
    "13-40",
];

/// Changes inputs, with words taken from all of them.
pub struct Mutator {
    words: Vec<Vec<u8>>,
}

impl Mutator {
    /// A mutator with the words of these inputs, of a parser, and the awkward values.
    pub fn new(inputs: &[Vec<u8>], own: &[&str]) -> Mutator {
        let found = inputs.iter().flat_map(|input| places(input).into_iter().map(|p| &input[p]));
        let mut words: Vec<Vec<u8>> = found.filter(|word| word.len() < 60).map(Vec::from).collect();
        words.sort_unstable();
        words.dedup();
        // Each awkward value comes up often, however many words the inputs have.
        for _ in 0..=words.len() / 200 {
            words.extend(VALUES.iter().chain(own).map(|word| word.as_bytes().to_vec()));
        }
        Mutator { words }
    }

    /// An input with a few changes.
    pub fn change(&self, input: Vec<u8>, other: &[u8], chance: &mut Chance) -> Vec<u8> {
        let mut input = input;
        let changes = 1 + chance.below(2) + chance.below(3) * usize::from(chance.once_in(3));
        for _ in 0..changes {
            self.change_once(&mut input, other, chance);
        }
        input
    }

    fn change_once(&self, input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
        match chance.below(16) {
            0..=4 => self.another_word(input, chance),
            5 => {
                let word = chance.pick(&self.words).clone();
                insert(input, chance, word);
            }
            6 | 7 => {
                let piece = chance.pick(&PIECES).to_vec();
                insert(input, chance, piece);
            }
            8 => cut(input, chance),
            9 => one_byte(input, chance),
            10 => another_line(input, other, chance),
            11 => repeated_line(input, chance),
            12 => removed_line(input, chance),
            13 => swapped_lines(input, chance),
            14 => spliced(input, other, chance),
            _ => many_times(input, chance),
        }
    }

    fn another_word(&self, input: &mut Vec<u8>, chance: &mut Chance) {
        let places = places(input);
        if !places.is_empty() {
            let place = chance.pick(&places).clone();
            let word = chance.pick(&self.words);
            input.splice(place, word.iter().copied());
        }
    }
}

/// Where words stand: runs between marks that structure a text.
fn places(input: &[u8]) -> Vec<std::ops::Range<usize>> {
    let is_mark = |byte: &u8| b",\n\r\"'=[]{}# \t".contains(byte);
    let mut places = Vec::new();
    let mut start = 0;
    for at in 0..=input.len() {
        if input.get(at).is_none_or(is_mark) {
            if at > start {
                places.push(start..at);
            }
            start = at + 1;
        }
    }
    places
}

fn insert(input: &mut Vec<u8>, chance: &mut Chance, piece: Vec<u8>) {
    let at = chance.below(input.len() + 1);
    input.splice(at..at, piece);
}

fn range(input: &[u8], chance: &mut Chance, longest: usize) -> std::ops::Range<usize> {
    let from = chance.below(input.len() + 1);
    let length = chance.below(longest.min(input.len() - from) + 1);
    from..from + length
}

fn cut(input: &mut Vec<u8>, chance: &mut Chance) {
    match chance.once_in(3) {
        true => input.truncate(chance.below(input.len() + 1)),
        false => drop(input.drain(range(input, chance, 12))),
    }
}

fn one_byte(input: &mut [u8], chance: &mut Chance) {
    if !input.is_empty() {
        let at = chance.below(input.len());
        input[at] ^= 1u8 << chance.below(8);
    }
}

/// Where lines begin and end, line break and all.
fn lines(input: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let line = |line: &[u8]| {
        let place = start..start + line.len();
        start = place.end;
        place
    };
    input.split_inclusive(|byte| *byte == b'\n').map(line).collect()
}

fn any_line(input: &[u8], chance: &mut Chance) -> std::ops::Range<usize> {
    let lines = lines(input);
    if lines.is_empty() { 0..0 } else { chance.pick(&lines).clone() }
}

fn another_line(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let line = other[any_line(other, chance)].to_vec();
    let at = any_line(input, chance).start;
    input.splice(at..at, line);
}

fn repeated_line(input: &mut Vec<u8>, chance: &mut Chance) {
    let line = input[any_line(input, chance)].to_vec();
    let at = any_line(input, chance).start;
    input.splice(at..at, line);
}

fn removed_line(input: &mut Vec<u8>, chance: &mut Chance) {
    let line = any_line(input, chance);
    input.drain(line);
}

fn swapped_lines(input: &mut Vec<u8>, chance: &mut Chance) {
    let line = any_line(input, chance);
    let taken: Vec<u8> = input.drain(line).collect();
    let at = any_line(input, chance).start;
    input.splice(at..at, taken);
}

fn spliced(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let from = range(other, chance, 200);
    let to = range(input, chance, 40);
    input.splice(to, other[from].iter().copied());
}

/// A short piece over and over: brackets in brackets, keys of keys, endless cells.
fn many_times(input: &mut Vec<u8>, chance: &mut Chance) {
    let piece = match chance.once_in(2) {
        true => chance.pick(&PIECES).to_vec(),
        false => input[range(input, chance, 4)].to_vec(),
    };
    let times = if chance.once_in(40) { 2_000 } else { 1 + chance.below(20) };
    insert(input, chance, piece.repeat(times));
}
