//! A chart where nothing can be drawn: a line of marks beside each row.

use crate::render::cell::Value;
use crate::render::layout::{Chart, SheetLayout};
use crate::render::screen::SheetView;
use crate::render::sheet::Minor;

/// How many marks stand for the whole.
const WHOLE: i64 = 20;

/// The marks of each row, and the columns in whose place they stand, by place.
pub struct Marks {
    pub rows: Vec<Value>,
    pub instead_of: Vec<usize>,
}

impl Marks {
    /// Puts the marks behind the rows, in the place of those columns.
    pub fn put_on<'v>(&'v self, view: &mut SheetView<'v>) {
        let is_kept = |at: &usize| !self.instead_of.contains(at);
        let kept: Vec<usize> = (0..view.columns.len()).filter(is_kept).collect();
        view.columns = kept.iter().map(|at| view.columns[*at]).chain([""]).collect();
        view.keys = kept.iter().map(|at| view.keys[*at]).chain([None]).collect();
        view.minor = kept.iter().map(|at| view.minor[*at]).chain([Minor::Helpful]).collect();
        for (row, own) in view.rows.iter_mut().zip(&self.rows) {
            *row = kept.iter().map(|at| row[*at]).chain([own]).collect();
        }
    }
}

/// The marks of a view that has a chart.
pub fn of(view: &SheetView) -> Option<Marks> {
    let SheetLayout::Chart(chart) = view.layout else { return None };
    match chart {
        Chart::Bars { part, whole, .. } | Chart::Trend { part, whole, .. } => {
            let (part, whole) = (view.place(part)?, view.place(whole)?);
            let bar = |row: &Vec<&Value>| bar(number(row[part]), number(row[whole]));
            let rows = view.rows.iter().map(|row| Value::Text(bar(row))).collect();
            Some(Marks { rows, instead_of: Vec::new() })
        }
        Chart::Heat { cells, .. } => {
            let cells = view.places(cells);
            let line = |row: &Vec<&Value>| cells.iter().map(|at| mark(row[*at])).collect();
            let rows = view.rows.iter().map(|row| Value::Text(line(row))).collect();
            Some(Marks { rows, instead_of: cells })
        }
    }
}

/// A number, where there is one.
pub fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// So much of a length: all of it only when nothing is missing, none only when nothing is done.
pub fn share(part: i64, whole: i64, length: i64) -> i64 {
    (part * length / whole).max(i64::from(part > 0))
}

/// A bar of marks; none where there is no whole.
fn bar(part: Option<i64>, whole: Option<i64>) -> String {
    let (Some(part), Some(whole @ 1..)) = (part, whole) else { return String::new() };
    let long = share(part.clamp(0, whole), whole, WHOLE);
    let mark = |at: i64| if at < long { '#' } else { '.' };
    (0..WHOLE).map(mark).collect()
}

/// How often something happened, as one mark.
fn mark(value: &Value) -> char {
    match number(value) {
        None => ' ',
        Some(0) => '.',
        Some(count) => {
            u32::try_from(count).ok().and_then(|own| char::from_digit(own, 10)).unwrap_or('+')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done_and_empty_only_when_nothing_is() {
        let long = |part, whole| bar(Some(part), Some(whole)).matches('#').count();
        assert_eq!((long(0, 999), long(1, 999), long(998, 999), long(999, 999)), (0, 1, 19, 20));
        assert_eq!(bar(Some(0), Some(0)), "", "nothing was to be done");
        assert_eq!(bar(None, Some(3)), "");
    }

    #[test]
    fn a_count_is_one_mark_and_what_was_not_asked_is_none() {
        let marks = [Value::Nothing, Value::Number(0), Value::Number(9), Value::Number(10)];
        assert_eq!(marks.iter().map(mark).collect::<String>(), " .9+");
    }
}
