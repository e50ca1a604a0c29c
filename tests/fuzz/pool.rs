//! The inputs of one parser from which new ones are made.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::chance::Chance;
use crate::mutator::Mutator;
use crate::oracles::Parser;

/// Beyond this many, what is new is still tried but no longer kept.
const MOST: usize = 3_000;

/// An input longer than this is not kept: what it shows, a shorter one shows sooner.
const LONGEST: usize = 4_000;

/// The inputs, and what the program answered to each.
pub struct Pool {
    inputs: Vec<Vec<u8>>,
    /// Which input was the shortest with an answer.
    shortest: HashMap<u64, usize>,
    mutator: Mutator,
    chance: Chance,
}

impl Pool {
    /// The pool of a parser, with its seeds.
    pub fn new(parser: &Parser, chance: Chance) -> Pool {
        let inputs = seeds(parser);
        let mutator = Mutator::new(&inputs, parser.words);
        Pool { inputs, shortest: HashMap::new(), mutator, chance }
    }

    /// An input that was not there before.
    pub fn next(&mut self) -> Vec<u8> {
        let one = self.chance.pick(&self.inputs).clone();
        let other = self.chance.pick(&self.inputs);
        self.mutator.change(one, other, &mut self.chance)
    }

    /// Keeps an input with a new answer, or a shorter one with a known answer.
    pub fn learn(&mut self, input: Vec<u8>, answer: u64) {
        if input.len() > LONGEST {
            return;
        }
        match self.shortest.get(&answer) {
            Some(&at) if self.inputs[at].len() > input.len() => self.inputs[at] = input,
            None if self.inputs.len() < MOST => {
                self.shortest.insert(answer, self.inputs.len());
                self.inputs.push(input);
            }
            _ => {}
        }
    }

    /// How many different answers there were.
    pub fn kept(&self) -> usize {
        self.shortest.len()
    }
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The corpus of a parser and the files of its kind in the catalogue of mistakes.
pub fn seeds(parser: &Parser) -> Vec<Vec<u8>> {
    let corpus = files(&tests().join("fuzz/corpus").join(parser.corpus));
    let mistakes = files(&tests().join("mistakes"));
    let is_own = |path: &PathBuf| (parser.is_like)(&path.to_string_lossy().replace('\\', "/"));
    let paths = corpus.into_iter().chain(mistakes.into_iter().filter(is_own));
    let mut inputs: Vec<Vec<u8>> = paths.map(|path| fs::read(path).unwrap()).collect();
    inputs.sort_unstable();
    inputs.dedup();
    inputs
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort_unstable();
    found
}
