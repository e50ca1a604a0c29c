//! Texts and sheets as the format takes them: names, lengths, marks that steer.

use super::value::{Worksheet, WorksheetCell, WorksheetRow};
use crate::render::page_text::inert;

/// So many letters, as UTF-16 counts them, may stand in a cell; the format has 32,767.
pub const LETTERS: usize = 32_000;

/// So many rows may stand on a sheet; the format has 1,048,576.
const ROWS: usize = 1_000_000;

/// So long may a sheet's name be.
const NAME: usize = 31;

/// Marks that no sheet's name has.
const NO_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// What the format counts rows with.
pub fn row_of(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The same of columns.
pub fn column_of(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The rows of which each cell holds no more than it may: what is longer goes on in the row below.
pub fn rows(cells: &[WorksheetCell], letters: usize) -> Vec<Vec<WorksheetCell>> {
    let parts: Vec<Vec<WorksheetCell>> = cells
        .iter()
        .map(|cell| match cell {
            WorksheetCell::Text(text) => parts(&inert(text), letters),
            other => vec![other.clone()],
        })
        .collect();
    let height = parts.iter().map(Vec::len).max().unwrap_or(1);
    let cell = |own: &Vec<WorksheetCell>, at: usize| own.get(at).cloned().unwrap_or_default();
    (0..height).map(|at| parts.iter().map(|own| cell(own, at)).collect()).collect()
}

fn parts(text: &str, letters: usize) -> Vec<WorksheetCell> {
    let mut parts = vec![String::new()];
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf16() > letters {
            parts.push(String::new());
            length = 0;
        }
        length += letter.len_utf16();
        parts.last_mut().into_iter().for_each(|part| part.push(letter));
    }
    parts.into_iter().map(WorksheetCell::Text).collect()
}

/// No more than so many letters of a text, as UTF-16 counts them.
pub fn cut(text: &str, letters: usize) -> String {
    let mut length = 0;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= letters
    };
    text.chars().take_while(fits).collect()
}

/// The sheets, none with more rows than it may have, and each with a name that no other has.
pub fn sheets(given: &[Worksheet]) -> Vec<Worksheet> {
    let mut names: Vec<String> = Vec::new();
    let parted = given.iter().flat_map(|own| parted(own, ROWS));
    let named = parted.map(|own| {
        let name = free_name(&own.name, &names);
        names.push(name.to_lowercase());
        Worksheet { name, ..own }
    });
    named.collect()
}

fn parted(given: &Worksheet, rows: usize) -> Vec<Worksheet> {
    if given.rows.len() <= rows {
        return vec![given.clone()];
    }
    let part = |rows: &[WorksheetRow]| Worksheet { rows: rows.to_vec(), ..given.clone() };
    given.rows.chunks(rows).map(part).collect()
}

/// A sheet's name that none of these has, as like the wanted one as it can be; they are given in
/// small letters.
pub fn free_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = inert(wanted).replace(NO_NAME, " ").replace(['\n', '\t'], " ");
    let plain = plain.trim().trim_matches('\'').trim();
    let plain = if plain.is_empty() { "1" } else { plain };
    // Excel keeps this one for itself.
    let is_free = |name: &str| {
        let name = name.to_lowercase();
        name != "history" && !taken.contains(&name)
    };
    let first = cut(plain, NAME);
    let others = (2..).map(|number| {
        let end = format!(" {number}");
        cut(plain, NAME - end.len()) + &end
    });
    let names = std::iter::once(first.trim_end_matches('\'').to_owned()).chain(others);
    names.into_iter().find(|name| is_free(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_cell_goes_on_in_the_row_below() {
        let cells = ["1".into(), "abcde".into(), WorksheetCell::Blank];
        let rows = rows(&cells, 3);
        assert_eq!(rows[0], ["1".into(), "abc".into(), WorksheetCell::Blank]);
        assert_eq!(rows[1], [WorksheetCell::Blank, "de".into(), WorksheetCell::Blank]);
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn each_sheet_has_a_name_of_its_own_that_the_format_takes() {
        let names = ["谈心", "谈心", "a/b:c", "", "History", "'x'", &"长".repeat(40)];
        let given = names.map(|name| Worksheet { name: name.to_owned(), ..Worksheet::default() });
        let named: Vec<String> = sheets(&given).into_iter().map(|own| own.name).collect();
        let long = "长".repeat(31);
        assert_eq!(named, ["谈心", "谈心 2", "a b c", "1", "History 2", "x", &long]);
    }

    #[test]
    fn rows_for_which_there_is_no_room_stand_on_a_further_sheet() {
        let rows = (0..5).map(|at| WorksheetRow::Line(at.to_string())).collect();
        let given = Worksheet { rows, ..Worksheet::default() };
        let counts: Vec<usize> = parted(&given, 2).iter().map(|own| own.rows.len()).collect();
        assert_eq!(counts, [2, 2, 1]);
    }
}
