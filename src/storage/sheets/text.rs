//! Text with commas or tabs, in whichever letters it was saved.

use std::borrow::Cow;

use encoding_rs::GB18030;

use super::bounds::{LAST_COLUMN, LAST_ROW, LONGEST, Letters, MOST_CELLS, SheetFault};
use crate::domain::grid::{Grid, GridCell};
use crate::storage::encoding;

/// How many letters of a text are shown when it can be read in two ways.
const SHOWN: usize = 30;

/// The one sheet of a text.
pub fn read(bytes: &[u8], letters: Option<Letters>) -> Result<Grid, SheetFault> {
    let text = decoded(bytes, letters)?;
    let start = text.trim_start().to_lowercase();
    if ["<html", "<!doctype html", "<table", "<?xml", "<meta"]
        .iter()
        .any(|own| start.starts_with(own))
    {
        return Err(SheetFault::Page);
    }
    if text.trim().is_empty() || text.contains('\0') {
        return Err(SheetFault::NoSheet);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark_of(&text))
        .from_reader(text.as_bytes());
    let (mut rows, mut cells): (Vec<Vec<GridCell>>, usize) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|_| SheetFault::Broken)?;
        // Blank lines are none to the library; people count them.
        let begins = record.position().map_or(0, csv::Position::byte);
        let at = usize::try_from(begins).unwrap_or_default();
        let rest = text.get(at..).unwrap_or_default();
        // A line ends with the first of two marks for the library.
        let ended = text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\r');
        let rest = rest.strip_prefix('\n').filter(|_| ended).unwrap_or(rest);
        let before = &rest[..rest.len() - rest.trim_start_matches(['\r', '\n']).len()];
        rows.extend(before.matches('\n').map(|_| Vec::new()));
        cells += record.len();
        let row = rows.len() + 1;
        if row > LAST_ROW || record.len() > LAST_COLUMN {
            return Err(SheetFault::TooFar { row, column: record.len() });
        }
        if cells > MOST_CELLS {
            return Err(SheetFault::TooManyCells);
        }
        let mut own = Vec::with_capacity(record.len());
        for (at, cell) in record.iter().enumerate() {
            if cell.len() > LONGEST * 4 {
                return Err(SheetFault::TooLong { row, column: at + 1 });
            }
            own.push(match unguarded(cell) {
                "" => GridCell::Empty,
                cell => GridCell::Text(cell.to_owned()),
            });
        }
        rows.push(own);
    }
    Ok(Grid { rows, ..Grid::default() })
}

/// `="123"`, by which some programs keep a long number whole, is the number.
fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    let inner = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(cell)
}

/// The mark between cells: the one that the first lines have most of.
fn mark_of(text: &str) -> u8 {
    let first: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let count = |mark: char| first.iter().map(|line| line.matches(mark).count()).sum::<usize>();
    let marks = ['\t', ',', ';', '|'];
    let best = marks.into_iter().rev().max_by_key(|mark| count(*mark));
    best.map_or(b',', |mark| mark as u8)
}

fn decoded(bytes: &[u8], letters: Option<Letters>) -> Result<String, SheetFault> {
    let gb = || GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    let no_letters = || SheetFault::NoLetters { at: first_odd(bytes) };
    match letters {
        Some(Letters::Utf8) => String::from_utf8(bytes.to_vec())
            .map(|text| text.trim_start_matches('\u{feff}').to_owned())
            .map_err(|error| SheetFault::NoLetters { at: error.utf8_error().valid_up_to() + 1 }),
        Some(Letters::Utf16) => match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => encoding::unicode(bytes).ok_or_else(no_letters),
            _ => {
                let marked: Vec<u8> =
                    [0xff, 0xfe].into_iter().chain(bytes.iter().copied()).collect();
                encoding::unicode(&marked).ok_or_else(no_letters)
            }
        },
        Some(Letters::Gb18030) => gb().map(Cow::into_owned).ok_or_else(no_letters),
        None => {
            let Some(text) = encoding::unicode(bytes) else {
                return encoding::gb18030(bytes).ok_or_else(no_letters);
            };
            // Words of two bytes a letter may by chance be letters of another script.
            let other = encoding::gb18030(bytes);
            match other.filter(|_| encoding::has_another_reading(&text)) {
                Some(other) => {
                    let shown = |text: &str| text.chars().take(SHOWN).collect::<String>();
                    Err(SheetFault::TwoReadings { one: shown(&text), other: shown(&other) })
                }
                None => Ok(text),
            }
        }
    }
}

/// The first byte, from 1, that is no letter of GB18030.
fn first_odd(bytes: &[u8]) -> usize {
    let is_text =
        |part: &[u8]| GB18030.decode_without_bom_handling_and_without_replacement(part).is_some();
    let mut at = 0;
    while at < bytes.len() {
        let ends = at + 1..=(at + 4).min(bytes.len());
        match ends.into_iter().find(|end| is_text(&bytes[at..*end])) {
            Some(end) => at = end,
            None => break,
        }
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(grid: &Grid) -> Vec<Vec<String>> {
        grid.rows.iter().map(|row| row.iter().map(GridCell::words).collect()).collect()
    }

    #[test]
    fn a_text_is_the_same_in_every_encoding_with_commas_and_with_tabs() {
        let text = "姓名,电话\n李小明,13800138000\n\n𠮷,\"a,b\"\n";
        let rows = words(&read(text.as_bytes(), None).unwrap());
        assert_eq!(rows.len(), 4);
        let windows = text.replace('\n', "\r\n");
        assert_eq!(words(&read(windows.as_bytes(), None).unwrap()), rows);
        assert_eq!(rows[1], ["李小明", "13800138000"]);
        assert_eq!(rows[2], Vec::<String>::new());
        assert_eq!(rows[3], ["𠮷", "a,b"]);
        let (gb, _, _) = GB18030.encode(text);
        let wide = |unit: fn(u16) -> [u8; 2]| {
            format!("\u{feff}{text}").encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        let all = [
            gb.to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ];
        for bytes in all {
            assert_eq!(words(&read(&bytes, None).unwrap()), rows);
        }
        let tabs = "姓名\t电话\n李小明\t13800138000\n";
        assert_eq!(words(&read(tabs.as_bytes(), None).unwrap())[1], rows[1]);
    }

    #[test]
    fn a_letter_cut_in_two_is_told_with_its_place() {
        let (gb, _, _) = GB18030.encode("姓名,班级\n李小明");
        let cut = &gb[..gb.len() - 1];
        assert_eq!(read(cut, None), Err(SheetFault::NoLetters { at: cut.len() }));
    }

    #[test]
    fn no_pair_of_bytes_is_read_as_letters_that_were_not_meant() {
        for first in 0x81..=0xfe_u8 {
            for second in (0x40..=0x7e).chain(0x80..=0xfe_u8) {
                let bytes = [b"\xd0\xd5\xc3\xfb,", &[first, second][..], b"\n"].concat();
                let Some(meant) =
                    GB18030.decode_without_bom_handling_and_without_replacement(&bytes).filter(
                        |text| !text.contains(|own: char| ('\u{e000}'..='\u{f8ff}').contains(&own)),
                    )
                else {
                    assert!(read(&bytes, None).is_err(), "{bytes:?}");
                    continue;
                };
                let read = read(&bytes, None).unwrap();
                let cells: String = read.rows.iter().flatten().map(GridCell::words).collect();
                let meant: String = meant.split([',', '\n']).map(str::trim).collect();
                assert_eq!(cells, meant, "{bytes:?}");
            }
        }
    }

    #[test]
    fn what_may_be_read_in_two_ways_is_asked_about() {
        // In the letters of Chinese Windows two words; by chance letters of UTF-8 too.
        let (gb, _, _) = GB18030.encode("联通");
        assert!(std::str::from_utf8(&gb).is_err());
        let both = [0xd6, 0x90, 0xd6, 0x90];
        assert!(matches!(read(&both, None), Err(SheetFault::TwoReadings { .. })));
        assert!(read(&both, Some(Letters::Gb18030)).is_ok());
        assert!(read(&both, Some(Letters::Utf8)).is_ok());
    }

    #[test]
    fn a_web_page_and_nothing_are_no_sheets() {
        assert_eq!(read(b"<html><table></table></html>", None), Err(SheetFault::Page));
        for bytes in [&b""[..], b" \n", b"a\0b"] {
            assert!(read(bytes, None).is_err());
        }
    }

    #[test]
    fn a_number_kept_whole_by_an_equals_sign_is_the_number() {
        let grid = read("号\n\"=\"\"990101201503120015\"\"\"\n".as_bytes(), None).unwrap();
        assert_eq!(words(&grid)[1], ["990101201503120015"]);
    }
}
