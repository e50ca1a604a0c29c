//! Days and classes as sheets hold them: as days, numbers and text.

use chrono::{Datelike, NaiveDate};

use crate::domain::grid::{Grid, GridCell};
use crate::domain::typed_date;
use crate::lang::import_words::ImportSaid;

/// A day as a sheet tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCell {
    Day(NaiveDate),
    /// A year and a month, from their first day.
    Month(NaiveDate),
}

/// The day that a cell tells. A day without a year leans back from `lean`.
pub fn day(grid: &Grid, cell: &GridCell, lean: NaiveDate) -> Result<DayCell, ImportSaid<'static>> {
    match cell {
        GridCell::Day(day) => Ok(DayCell::Day(*day)),
        GridCell::Number(number) => number_day(grid, *number, lean),
        GridCell::Broken(_) => Err(ImportSaid::BrokenCell),
        cell => text_day(&cell.words(), lean).ok_or(ImportSaid::BadDay),
    }
}

fn number_day(grid: &Grid, number: f64, lean: NaiveDate) -> Result<DayCell, ImportSaid<'static>> {
    let words = GridCell::Number(number).words();
    let is_compact = words.len() == 8 && (1.9e7..2.1e7).contains(&number);
    if is_compact || !words.contains('.') {
        let day = if is_compact { typed_date::parse(&words, lean) } else { grid.day_of(number) };
        return day.map(DayCell::Day).ok_or(ImportSaid::BadDay);
    }
    // What was typed with a zero at its end has lost it.
    let (whole, part) = words.split_once('.').unwrap_or_default();
    let is_cut = part.len() == 1;
    match (whole.len(), part) {
        (4, "1") => Err(ImportSaid::MonthUnsure),
        (1..=2, "1" | "2" | "3") if is_cut => Err(ImportSaid::DayUnsure),
        (1..=2 | 4, _) => text_day(&words, lean).ok_or(ImportSaid::BadDay),
        _ => grid.day_of(number).map(DayCell::Day).ok_or(ImportSaid::BadDay),
    }
}

fn text_day(text: &str, lean: NaiveDate) -> Option<DayCell> {
    // 9月2日（周一）, 2024-09-01 10:30, 2024.9.1.
    let text = text.split(['(', '（', '\n']).next().unwrap_or_default().trim();
    let before = text.split([' ', 'T', '　']).next().unwrap_or_default();
    let has_time = text.contains(':') && before.len() < text.len();
    let text = if has_time { before } else { text };
    let text = text.trim_end_matches(['.', '。', '．']);
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let text = without_weekday(&text);
    if let Some(day) = typed_date::parse(text, lean) {
        return Some(DayCell::Day(day));
    }
    let has_year = text.chars().filter(char::is_ascii_digit).count() >= 5
        || text.chars().any(|own| ('０'..='９').contains(&own));
    let month = typed_date::month(text, lean).filter(|_| has_year)?;
    Some(DayCell::Month(month.days().first))
}

/// Does a cell name the year of its day?
pub fn has_year(cell: &GridCell) -> bool {
    match cell {
        GridCell::Text(text) => {
            let mut digits = text.split(|letter: char| !letter.is_numeric());
            digits.any(|part| part.chars().count() >= 4)
        }
        _ => true,
    }
}

/// 9月24日星期二 is the day before it.
fn without_weekday(text: &str) -> &str {
    const WEEKS: [&str; 3] = ["星期", "礼拜", "周"];
    let ends = |week: &str| {
        let (day, weekday) = text.rsplit_once(week)?;
        let is_weekday = ["一", "二", "三", "四", "五", "六", "日", "天"].contains(&weekday);
        (is_weekday && day.contains(|own: char| own.is_numeric())).then_some(day)
    };
    WEEKS.iter().find_map(|week| ends(week)).unwrap_or(text)
}

/// The class that a cell tells, as people write it: 3月2日 was `3-2` once.
pub fn class(cell: &GridCell) -> String {
    match cell {
        GridCell::Day(day) => format!("{}.{}", day.month(), day.day()),
        cell => cell.words().split_whitespace().collect(),
    }
}

/// May `3.1` have been `3.10`? So when the same column has the ninth class of a grade, or one past
/// the tenth.
pub fn is_class_unsure(grid: &Grid, column: usize, cell: &GridCell) -> bool {
    let GridCell::Number(number) = cell else { return false };
    let words = GridCell::Number(*number).words();
    let Some((grade, "1")) = words.split_once('.') else { return false };
    let past = |row: &Vec<GridCell>| match row.get(column) {
        Some(own @ (GridCell::Number(_) | GridCell::Text(_))) => {
            let words = own.words();
            let class = words.split_once('.').filter(|(own, _)| *own == grade);
            class.is_some_and(|(_, class)| class == "9" || class.len() == 2)
        }
        _ => false,
    };
    grid.rows.iter().any(past)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lean() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, 25).unwrap()
    }

    fn told(cell: &GridCell) -> Option<DayCell> {
        day(&Grid::default(), cell, lean()).ok()
    }

    fn day_of(text: &str) -> DayCell {
        DayCell::Day(text.parse().unwrap())
    }

    #[test]
    fn days_are_read_in_all_the_ways_in_which_sheets_hold_them() {
        let text = |text: &str| GridCell::Text(text.to_owned());
        for own in [
            "2024.9.1",
            "2024.09.01",
            "2024-9-1",
            "2024/9/1",
            "2024年9月1日",
            "20240901",
            "9月1日",
            "２０２４．９．１",
            "2024-09-01 10:30:00",
            "2024/9/1 0:00",
            "9月1日（周日）",
            "2024.9.1.",
            "2024 年 9 月 1 日",
            "2024年9月1日 星期日",
            "9月1日周日",
        ] {
            assert_eq!(told(&text(own)), Some(day_of("2024-09-01")), "{own}");
        }
        assert_eq!(told(&GridCell::Number(45536.0)), Some(day_of("2024-09-01")));
        assert_eq!(told(&GridCell::Number(20_240_901.0)), Some(day_of("2024-09-01")));
        let month = Some(DayCell::Month("2024-09-01".parse().unwrap()));
        for own in ["2024年9月", "2024-09", "2024.09", "2024/9"] {
            assert_eq!(told(&text(own)), month, "{own}");
        }
        assert_eq!(told(&GridCell::Number(2024.09)), month);
        // 2024.10 typed as a number, 9.20 typed as a number, and what is no day.
        for cell in
            [GridCell::Number(2024.1), GridCell::Number(9.2), text("开学"), text("2024.13.1")]
        {
            assert_eq!(told(&cell), None, "{cell:?}");
        }
    }

    #[test]
    fn a_class_that_became_a_day_is_a_class_and_one_that_lost_its_zero_is_asked_about() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 2).unwrap();
        assert_eq!(class(&GridCell::Day(day)), "3.2");
        let number = |number: f64| vec![GridCell::Number(number)];
        let grid = |numbers: &[f64]| Grid {
            rows: numbers.iter().copied().map(number).collect(),
            ..Grid::default()
        };
        let unsure = |numbers: &[f64]| is_class_unsure(&grid(numbers), 0, &GridCell::Number(3.1));
        assert!(!unsure(&[3.1, 3.2, 4.9]));
        assert!(unsure(&[3.1, 3.9]));
        assert!(unsure(&[3.1, 3.11]));
    }
}
