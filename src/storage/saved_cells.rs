//! A cell of a log after a spreadsheet program: as it was, or why that cannot be known.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};

use super::toml_value::as_instant;
use crate::domain::event::iso_date;
use crate::domain::register::{ColumnType, Register};
use crate::domain::saved_log::Lost;

/// What a column holds, as far as spreadsheet programs care.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Day,
    Instant,
    /// Whatever people write.
    Words,
    /// Codes, ids and numbers, which are judged by themselves.
    Codes,
}

impl Held {
    /// What the column of this name holds.
    pub fn by(name: &str, register: &Register) -> Held {
        match (name, register.column(name).map(|own| &own.holds)) {
            ("date", _) | (_, Some(ColumnType::Date)) => Held::Day,
            ("recorded", _) => Held::Instant,
            ("note", _) | (_, Some(ColumnType::Text)) => Held::Words,
            ("id" | "children" | "staff" | "outcome" | "status" | "replaces", _) | (_, Some(_)) => {
                Held::Codes
            }
            (_, None) => Held::Words,
        }
    }
}

/// A cell as it was.
pub struct SavedCell {
    pub text: String,
    /// The program wrote it in its own way.
    pub is_changed: bool,
    /// It may have lost zeros in front.
    pub is_number: bool,
}

/// The cell as it was, or why it cannot be known. Nothing is guessed.
pub fn restored(cell: &str, held: Held, zone: FixedOffset) -> Result<SavedCell, Lost> {
    let text = cell.trim();
    let as_it_is = SavedCell { text: cell.to_owned(), is_changed: false, is_number: false };
    let changed = |text: String| SavedCell { text, is_changed: true, is_number: false };
    if text.contains(['\n', '\r']) {
        return Err(Lost::LineBreak);
    }
    if is_error(text) {
        return Err(Lost::Formula);
    }
    if is_cut_number(text) {
        return Err(Lost::Digits);
    }
    let has_digits = text.contains(|letter: char| letter.is_ascii_digit());
    match held {
        Held::Day if iso_date(text).is_none() => match whole_day(text) {
            Some(day) => Ok(changed(day.to_string())),
            None if has_digits => Err(Lost::Day),
            None => Ok(as_it_is),
        },
        Held::Instant if !text.is_empty() && as_instant(text).is_none() => {
            instant(text, zone).map(changed).ok_or(Lost::Time)
        }
        Held::Words | Held::Codes if is_shown_day(text) => Err(Lost::Day),
        Held::Words => {
            let is_number = has_digits && text.parse::<f64>().is_ok();
            Ok(SavedCell { is_number, ..as_it_is })
        }
        _ => Ok(as_it_is),
    }
}

/// Is it how a spreadsheet program, and not this one, writes a day or an instant?
pub fn is_rewritten(cell: &str, held: Held) -> bool {
    let text = cell.trim();
    let day = text.split(' ').next().unwrap_or_default();
    match held {
        Held::Instant => as_instant(text).is_none() && is_shown_day(day),
        _ => iso_date(text).is_none() && is_shown_day(day),
    }
}

/// A day told with year, month and day, in this order: `2024/9/2`, `2024年9月2日`.
fn whole_day(text: &str) -> Option<NaiveDate> {
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['/', '-', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let are_digits = [(year, 4..=4), (month, 1..=2), (day, 1..=2)].iter().all(|(part, length)| {
        length.contains(&part.len()) && part.bytes().all(|own| own.is_ascii_digit())
    });
    let day = are_digits.then_some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?));
    let (year, month, day) = day.filter(|_| parts.next().is_none())?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// `2024/9/2 10:30`, at the school's own time.
fn instant(text: &str, zone: FixedOffset) -> Option<String> {
    let (day, time) = text.split_once(' ')?;
    let time =
        ["%H:%M:%S", "%H:%M"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok());
    let local = whole_day(day)?.and_time(time?);
    zone.from_local_datetime(&local).single().map(|instant| instant.to_rfc3339())
}

/// Is it nothing but a day, as spreadsheet programs show one? `3-2`, a class, becomes `3月2日`.
fn is_shown_day(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = text.split(['/', '-', '年', '月', '日']).collect();
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|own| own.is_ascii_digit());
    let digits = parts.iter().filter(|part| is_digits(part)).count();
    let months = parts.iter().filter(|part| MONTHS.contains(&&*part.to_lowercase())).count();
    let is_dated = parts
        .iter()
        .all(|part| part.is_empty() || is_digits(part) || MONTHS.contains(&&*part.to_lowercase()));
    let in_chinese = text.ends_with(['月', '日']) && digits >= 2;
    let with_slashes = text.contains('/') && digits == 3;
    let in_english = months == 1 && digits >= 1;
    is_dated && parts.len() <= 4 && (in_chinese || with_slashes || in_english)
}

/// So many digits of a number are kept.
const WHOLE: usize = 15;

/// `1.2E+10`, or a number of whose digits only fifteen are left.
fn is_cut_number(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|own| own.is_ascii_digit());
    if let Some((number, power)) = text.split_once("E+").or_else(|| text.split_once("E-")) {
        return is_digits(power) && is_digits(&number.replacen('.', "", 1));
    }
    is_digits(text) && text.len() > WHOLE && text.bytes().skip(WHOLE).all(|own| own == b'0')
}

/// `#NAME?`, or `####` of a column too narrow.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 8] =
        ["#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!"];
    ERRORS.contains(&text) || text.len() > 1 && text.bytes().all(|own| own == b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(cell: &str, held: Held) -> Result<String, Lost> {
        let zone = FixedOffset::east_opt(8 * 3600).unwrap();
        restored(cell, held, zone).map(|own| own.text)
    }

    #[test]
    fn a_day_with_its_year_and_a_time_of_day_are_what_they_were() {
        for day in ["2024/9/2", "2024-9-2", "2024.9.2", "2024年9月2日", "2024-09-02"] {
            assert_eq!(made(day, Held::Day), Ok("2024-09-02".to_owned()), "{day}");
        }
        for time in ["2024/9/2 10:30", "2024/9/2 10:30:00", "2024-9-2 10:30"] {
            let made = made(time, Held::Instant);
            assert_eq!(made, Ok("2024-09-02T10:30:00+08:00".to_owned()), "{time}");
        }
        let own = "2024-09-02T10:30:27+07:00";
        assert_eq!(made(own, Held::Instant), Ok(own.to_owned()));
    }

    #[test]
    fn what_is_not_told_whole_is_lost_and_nothing_is_guessed() {
        for day in ["9/2", "9月2日", "2024/9", "2-Sep", "9/2/2024", "2024/2/30", "45537"] {
            assert_eq!(made(day, Held::Day), Err(Lost::Day), "{day}");
        }
        for time in ["10:30", "2024/9/2", "9/2/2024 10:30", "2024/9/2 25:00"] {
            assert_eq!(made(time, Held::Instant), Err(Lost::Time), "{time}");
        }
        for words in ["3月2日", "2026/3/2", "3/2/26", "2-Mar", "Mar-02"] {
            assert_eq!(made(words, Held::Words), Err(Lost::Day), "{words}");
            assert_eq!(made(words, Held::Codes), Err(Lost::Day), "{words}");
        }
        for number in ["1.2E+10", "1E+10", "990101201512030000"] {
            assert_eq!(made(number, Held::Codes), Err(Lost::Digits), "{number}");
            assert_eq!(made(number, Held::Words), Err(Lost::Digits), "{number}");
        }
        assert_eq!(made("#NAME?", Held::Words), Err(Lost::Formula));
        assert_eq!(made("一\n二", Held::Words), Err(Lost::LineBreak));
    }

    #[test]
    fn words_and_ids_stay_what_they_are() {
        for words in ["", "3-2", "3/5", "期末", "9月2日来过", "E1234567890", "5月", "13800138000"]
        {
            assert_eq!(made(words, Held::Words), Ok(words.to_owned()), "{words}");
        }
        assert_eq!(made("期末", Held::Day), Ok("期末".to_owned()));
    }
}
