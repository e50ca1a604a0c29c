//! Ids: a letter and random Crockford base32; child `C` + 5, staff `T` + 5, event `E` + 10.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an id names; its first letter says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Child,
    Staff,
    Event,
}

impl Kind {
    /// The letter that begins every id of this kind.
    pub const fn letter(self) -> u8 {
        match self {
            Kind::Child => b'C',
            Kind::Staff => b'T',
            Kind::Event => b'E',
        }
    }

    /// Length of the whole id, letter included.
    pub const fn len(self) -> usize {
        match self {
            Kind::Child | Kind::Staff => 6,
            Kind::Event => 11,
        }
    }
}

/// An id, packed so that it can be copied, compared and hashed as one number.
/// Two ids of one kind sort as their texts do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(u64);

/// Crockford's alphabet: no I, L, O, U.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Id {
    /// Reads an id of `kind` as records write it: upper case, exact length.
    pub fn parse(text: &str, kind: Kind) -> Option<Id> {
        let bytes = text.as_bytes();
        if bytes.len() != kind.len() || bytes[0] != kind.letter() {
            return None;
        }
        bytes.iter().try_fold(0u64, |packed, &byte| Some(packed * 36 + digit(byte)?)).map(Id)
    }

    /// A new id of `kind` from random bytes, one for each character after the letter.
    pub fn from_random(kind: Kind, random: &[u8; 10]) -> Id {
        let packed = random[..kind.len() - 1].iter().fold(u64::from(kind.letter() - b'A') + 10, {
            |packed, byte| {
                let letter = ALPHABET[usize::from(byte % 32)];
                packed * 36 + digit(letter).unwrap_or(0)
            }
        });
        Id(packed)
    }
}

/// A word as an id is written: what an input method made wide is plain, small letters are capital.
pub fn as_written(word: &str) -> String {
    let narrow = |letter: char| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    };
    word.trim().chars().map(narrow).map(|letter| letter.to_ascii_uppercase()).collect()
}

fn digit(byte: u8) -> Option<u64> {
    match byte {
        b'0'..=b'9' => Some(u64::from(byte - b'0')),
        b'A'..=b'Z' => Some(u64::from(byte - b'A') + 10),
        _ => None,
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0u8; 13];
        let mut start = text.len();
        let mut rest = self.0;
        while rest > 0 {
            start -= 1;
            let value = (rest % 36) as u8;
            text[start] = if value < 10 { b'0' + value } else { b'A' + value - 10 };
            rest /= 36;
        }
        f.pad(std::str::from_utf8(&text[start..]).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for (text, kind) in
            [("C7K3FQ", Kind::Child), ("T4M2XA", Kind::Staff), ("EYD1YD3Y1QW", Kind::Event)]
        {
            assert_eq!(Id::parse(text, kind).unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_id_of_another_kind_length_or_case_is_refused() {
        for text in ["T7K3FQ", "C7K3F", "C7K3FQQ", "C7k3fq", "C7K3F-", ""] {
            assert_eq!(Id::parse(text, Kind::Child), None, "{text}");
        }
    }

    #[test]
    fn an_id_is_meant_by_wide_letters_and_small_ones_too() {
        for word in ["C7K3FQ", "c7k3fq", "Ｃ７Ｋ３ＦＱ", "ｃ７ｋ３ｆｑ", "　C7k3ＦQ "]
        {
            assert_eq!(as_written(word), "C7K3FQ", "{word}");
        }
    }

    #[test]
    fn ids_sort_as_their_texts() {
        let ids = ["C00000", "C0ZZZZ", "CA0000", "CZZZZZ"];
        let packed: Vec<Id> = ids.iter().map(|id| Id::parse(id, Kind::Child).unwrap()).collect();
        assert!(packed.is_sorted());
    }

    #[test]
    fn a_random_id_has_the_form_of_its_kind() {
        let id = Id::from_random(Kind::Event, &[0, 31, 32, 63, 255, 10, 9, 8, 7, 6]);
        assert_eq!(Id::parse(&id.to_string(), Kind::Event), Some(id));
    }
}
