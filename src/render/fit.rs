//! A table as wide as a terminal: long text is folded, and columns that still do not fit are left
//! out, the least needed first. Nothing is broken inside a word.

use std::cmp::Reverse;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::screen::SheetView;

/// Between two columns.
const GAP: usize = 2;

/// Chinese that runs on without a mark is broken between two letters when it is wider than this:
/// no name is.
const RUN: usize = 24;

/// Fewer columns than this say nothing.
const FEWEST: usize = 2;

/// The columns of a view that are shown, by place, how wide each is, and what was left out.
pub struct Fitted<'v> {
    pub columns: Vec<(usize, usize)>,
    pub left_out: Vec<&'v str>,
}

/// The columns as they fit.
pub fn fitted<'v>(view: &SheetView<'v>, width: usize) -> Fitted<'v> {
    let cells = |at: usize| view.rows.iter().map(move |row| row[at].shown());
    let places = 0..view.columns.len();
    let widest: Vec<usize> = places
        .clone()
        .map(|at| cells(at).map(|text| text.width()).chain([view.columns[at].width()]).max())
        .map(Option::unwrap_or_default)
        .collect();
    let least: Vec<usize> = places
        .clone()
        .map(|at| cells(at).map(|text| least(&text)).chain([view.columns[at].width()]).max())
        .map(Option::unwrap_or_default)
        .collect();
    let mut kept: Vec<usize> = places.clone().collect();
    let mut spare: Vec<usize> = places.collect();
    spare.sort_by_key(|at| (Reverse(view.minor[*at]), Reverse(*at)));
    for at in spare {
        let total: usize = kept.iter().map(|at| least[*at] + GAP).sum();
        if total <= width + GAP || kept.len() <= FEWEST {
            break;
        }
        kept.retain(|own| *own != at);
    }
    let mut columns: Vec<(usize, usize)> = kept.iter().map(|at| (*at, widest[*at])).collect();
    let mut over = columns.iter().map(|(_, own)| own + GAP).sum::<usize>();
    over = over.saturating_sub(width + GAP);
    while over > 0 {
        let foldable = columns.iter_mut().filter(|(at, own)| *own > least[*at]);
        let Some((_, own)) = foldable.max_by_key(|(_, own)| *own) else { break };
        *own -= 1;
        over -= 1;
    }
    let is_left_out = |at: &usize| !kept.contains(at);
    let left_out = (0..view.columns.len()).filter(is_left_out).map(|at| view.columns[at]);
    Fitted { columns, left_out: left_out.collect() }
}

/// The lines of a text that are no wider than this, as far as its words allow.
pub fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().map_or(0, |line| line.width());
        if line + piece.trim_end().width() > width && line > 0 {
            lines.push(String::new());
        }
        if piece.trim_end().width() <= width {
            lines.last_mut().into_iter().for_each(|line| line.push_str(piece));
            continue;
        }
        let mut before = None;
        for letter in piece.chars() {
            let wide = |letter: char| letter.width() == Some(2) && !MARKS.contains(letter);
            let may_break = wide(letter) && before.is_some_and(wide);
            let line = lines.last().map_or(0, |line| line.width());
            if may_break && line + letter.width().unwrap_or_default() > width {
                lines.push(String::new());
            }
            lines.last_mut().into_iter().for_each(|line| line.push(letter));
            before = Some(letter);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// After these marks a line may end.
const MARKS: &str = " 、，；。：！？,;";

/// A text in parts after each of which a line may end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|letter| MARKS.contains(letter))
}

/// The least width at which no word is broken.
fn least(text: &str) -> usize {
    let piece = |piece: &str| {
        let wide = piece.trim_end().width();
        let is_run = piece.chars().filter(|letter| letter.width() == Some(2)).count() * 2 > RUN;
        if is_run { wide.min(RUN) } else { wide }
    };
    pieces(text).map(piece).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{folded, least};

    #[test]
    fn a_line_ends_after_a_mark_or_a_blank_and_inside_long_chinese_only() {
        assert_eq!(folded("学习、生活、心理", 9), ["学习、", "生活、", "心理"]);
        assert_eq!(folded("2024-12-13 约定：下周看作业", 16), ["2024-12-13", "约定：下周看作业"]);
        assert_eq!(folded("one two three", 8), ["one two", "three"]);
        assert_eq!(folded("E95DYJ4SXJD", 5), ["E95DYJ4SXJD"]);
        assert_eq!(folded("", 5), [""]);
        let long = "孩子很想念在外务工的父母希望能常常通电话";
        assert_eq!(folded(long, 24).concat(), long);
        assert!(least(long) == 24 && least("阿依古丽·买买提") == 15);
    }
}
