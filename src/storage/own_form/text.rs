//! A text that stands in several pieces, as office programs break it: a name may begin in one run
//! and end in another. A value stands in the first of them, in its formatting.

use crate::domain::own_form::answers::FormValue;
use crate::domain::own_form::braces::{Braced, LoneBrace, braced};

/// A text in pieces.
pub struct Pieces {
    pub pieces: Vec<String>,
}

impl Pieces {
    /// The names in it as a whole, and braces without a fellow.
    pub fn braced(&self) -> (Vec<Braced>, Vec<LoneBrace>) {
        braced(&self.pieces.concat())
    }

    /// The pieces with values in the places of the names. Each name is put where it begins, and
    /// cut from where it goes on.
    pub fn filled(&self, value: &mut dyn FnMut(&str) -> FormValue) -> Vec<String> {
        let (found, _) = self.braced();
        let mut filled = vec![String::new(); self.pieces.len()];
        let mut first = 0;
        let mut values: Vec<Option<String>> = Vec::new();
        for own in &found {
            values.push(Some(value(&own.name).text));
        }
        for (piece, out) in self.pieces.iter().zip(&mut filled) {
            for (at, letter) in piece.char_indices() {
                let at = first + at;
                let within = found.iter().position(|own| own.at.contains(&at));
                match within.and_then(|own| values.get_mut(own)) {
                    None => out.push(letter),
                    Some(value) => out.push_str(&value.take().unwrap_or_default()),
                }
            }
            first += piece.len();
        }
        filled
    }

    /// Is there a brace in it that means something?
    pub fn is_named(&self) -> bool {
        let (found, lone) = self.braced();
        !found.is_empty() || !lone.is_empty()
    }

    /// Is it a name and nothing else?
    pub fn is_one_name(&self) -> bool {
        let whole = self.pieces.concat();
        let (found, lone) = self.braced();
        let is_whole = |own: &Braced| {
            let trimmed = whole.trim();
            whole.get(own.at.clone()) == Some(trimmed)
        };
        lone.is_empty() && matches!(&found[..], [own] if is_whole(own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text in every division into pieces.
    fn divisions(text: &str) -> Vec<Vec<String>> {
        let letters: Vec<char> = text.chars().collect();
        let cuts = 1_u32 << (letters.len() - 1);
        let divided = |cut: u32| {
            let mut pieces = vec![String::new()];
            for (at, letter) in letters.iter().enumerate() {
                if at > 0 && cut >> (at - 1) & 1 == 1 {
                    pieces.push(String::new());
                }
                pieces.last_mut().unwrap().push(*letter);
            }
            pieces
        };
        (0..cuts).map(divided).collect()
    }

    #[test]
    fn a_name_in_any_number_of_pieces_is_one_name_and_its_value_stands_where_it_begins() {
        for text in ["甲{{儿童.姓名}}乙", "{{a}}-｛｛b｝｝c"] {
            for pieces in divisions(text) {
                let own = Pieces { pieces };
                let filled = own.filled(&mut |name| FormValue::text(format!("<{name}&\n>")));
                let whole = own.pieces.concat();
                let expected = match whole.starts_with('甲') {
                    true => "甲<儿童.姓名&\n>乙",
                    false => "<a&\n>-<b&\n>c",
                };
                assert_eq!(filled.concat(), expected, "{:?}", own.pieces);
                assert_eq!(filled.len(), own.pieces.len());
                let place = own.pieces.iter().position(|own| own.contains(['{', '｛'])).unwrap();
                assert!(filled[place].contains('<'), "{:?} {filled:?}", own.pieces);
            }
        }
    }

    #[test]
    fn a_cell_is_one_name_when_nothing_stands_beside_it() {
        let is_one = |text: &str| Pieces { pieces: vec![text.to_owned()] }.is_one_name();
        assert!(is_one("{{人数}}") && is_one(" {{人数}} "));
        assert!(!is_one("{{人数}}名") && !is_one("{{人数}}{{人数}}") && !is_one("人数"));
    }
}
