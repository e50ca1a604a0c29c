//! How wide the columns of a table are: each as wide as what stands in it where the page has room
//! for all, else what is long gives way, but no word is broken.

use unicode_width::UnicodeWidthChar;

use super::value::LetterSize;

/// What is left blank at each side of a cell.
pub const MARGIN: usize = 70;

/// What is said at length is broken anyway: only so much of it asks for smaller letters.
const AT_LENGTH: usize = 24;

/// A longer word is broken where it must be.
const WORD: usize = 16;

/// Lengths are told in tenths of half a Chinese letter. A small letter is as wide, by most fonts, a
/// capital wider.
const TENTHS: usize = 10;
const SMALL: usize = 12;
const CAPITAL: usize = 15;

const SIZES: [LetterSize; 3] = [LetterSize::Usual, LetterSize::Small, LetterSize::Smallest];

/// How wide a column may be: all that stands in it on one line, and its longest word; in half
/// Chinese letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnNeed {
    pub whole: usize,
    pub word: usize,
}

impl ColumnNeed {
    /// What a text needs.
    pub fn of(text: &str) -> ColumnNeed {
        let whole = text.lines().map(wide).max().unwrap_or_default();
        let words = text.split(|own: char| own.is_whitespace() || !own.is_ascii());
        ColumnNeed { whole, word: words.map(wide).max().unwrap_or_default().min(WORD) }
    }

    /// What both need.
    #[must_use]
    pub fn and(self, other: ColumnNeed) -> ColumnNeed {
        ColumnNeed { whole: self.whole.max(other.whole), word: self.word.max(other.word) }
    }
}

fn wide(text: &str) -> usize {
    let letter = |own: char| match own {
        'A'..='Z' | '@' | 'm' | 'w' => CAPITAL,
        _ if own.is_ascii() => SMALL,
        // Quotes and dashes are as wide as Chinese letters, among which they stand.
        _ => own.width_cjk().unwrap_or_default() * TENTHS,
    };
    text.chars().map(letter).sum::<usize>().div_ceil(TENTHS)
}

/// The size of the letters, and the width of each column; together they fill the room.
pub fn fitted(needs: &[ColumnNeed], room: usize) -> (LetterSize, Vec<usize>) {
    // A little more than it needs, so that nothing is broken that just fits.
    let wide = |size: LetterSize, own: usize| (2 * own + 1) * size.half_letter() / 2 + 2 * MARGIN;
    let fits = |size: &LetterSize| {
        let asked = needs.iter().map(|own| own.whole.min(AT_LENGTH).max(own.word));
        asked.map(|own| wide(*size, own)).sum::<usize>() <= room
    };
    let size = SIZES.into_iter().find(fits).unwrap_or(LetterSize::Smallest);
    let asked = needs.iter().map(|own| (wide(size, own.word), wide(size, own.whole)));
    let asked: Vec<(usize, usize)> =
        asked.map(|(least, whole)| (least, whole.max(least))).collect();
    (size, shared(&asked, room))
}

/// Shares the room among columns of which each asks for so much and can do with less: what is too
/// wide gives way, and what is left over is given to all by their width.
fn shared(asked: &[(usize, usize)], room: usize) -> Vec<usize> {
    let cut = |most: usize| -> Vec<usize> {
        asked.iter().map(|(least, whole)| (*whole).min(most).max(*least)).collect()
    };
    let fits = |most: usize| cut(most).iter().sum::<usize>() <= room;
    let mut widths = match fits(0) {
        true => cut(widest(room, fits)),
        // Not even the words have room: all give way alike.
        false => asked.iter().map(|_| room / asked.len().max(1)).collect(),
    };
    let all = widths.iter().sum::<usize>().max(1);
    let left = room.saturating_sub(all);
    for own in &mut widths {
        *own += left * *own / all;
    }
    let rest = room.saturating_sub(widths.iter().sum());
    widths.last_mut().into_iter().for_each(|own| *own += rest);
    widths
}

/// The widest that a column may be so that all have room, where they have it at all.
fn widest(room: usize, fits: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, room);
    while low < high {
        let middle = (low + high).div_ceil(2);
        match fits(middle) {
            true => low = middle,
            false => high = middle - 1,
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_room_and_what_is_long_gives_way_to_what_is_short() {
        assert_eq!(shared(&[(0, 100), (0, 200)], 600), [200, 400]);
        assert_eq!(shared(&[(0, 100), (0, 900), (0, 100)], 600), [100, 400, 100]);
        assert_eq!(shared(&[(0, 900), (0, 100), (0, 900)], 601), [250, 100, 251]);
        assert_eq!(shared(&[(300, 300), (0, 900), (0, 900)], 600), [300, 150, 150]);
        assert_eq!(shared(&[(500, 500), (500, 500)], 600), [300, 300]);
        assert_eq!(shared(&[], 600), Vec::<usize>::new());
    }

    #[test]
    fn letters_become_smaller_only_where_the_room_is_not_enough() {
        let room = 9070;
        let fit = |widest: &[usize]| {
            let need = |whole: &usize| ColumnNeed { whole: *whole, word: 0 };
            fitted(&widest.iter().map(need).collect::<Vec<_>>(), room)
        };
        assert_eq!(fit(&[4, 9, 8, 10]).0, LetterSize::Usual);
        assert_eq!(fit(&[4, 10, 12, 10, 10, 10, 10, 10]).0, LetterSize::Small);
        assert_eq!(fit(&[10; 30]).0, LetterSize::Smallest);
        assert_eq!(fit(&[4, 9, 600]).0, LetterSize::Usual, "a long text is broken anyway");
        for widest in [&[4, 9, 600][..], &[10; 30], &[1]] {
            assert_eq!(fit(widest).1.iter().sum::<usize>(), room);
        }
    }

    #[test]
    fn a_date_and_an_id_are_words_and_chinese_is_broken_anywhere() {
        let need = |whole, word| ColumnNeed { whole, word };
        assert_eq!(ColumnNeed::of("2024-12-20"), need(12, 12));
        assert_eq!(ColumnNeed::of("CGB8G9"), need(9, 9));
        assert_eq!(ColumnNeed::of("每月谈心缺\n3 次"), need(10, 2));
        assert_eq!(ColumnNeed::of(&"x".repeat(40)), need(48, WORD));
    }
}
