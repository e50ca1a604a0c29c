//! A log that a spreadsheet program opened and saved. It is known by what such programs do to the
//! whole of a file, and then one fault is told in place of one for each line.

use chrono::FixedOffset;
use csv::StringRecord;

use super::encoding;
use super::log_file;
use super::log_reading::LogContext;
use super::saved_cells::{self, Held};
use super::source::{Findings, Shows, Source};
use crate::domain::event::Event;
use crate::domain::problem::{Files, Problem, Sight};
use crate::domain::register::{HEAD, Register, TAIL};
use crate::domain::saved_log::{LogCell, Lost, Resaved};

/// What a spreadsheet program made of a log.
pub struct SavedLog {
    /// By what it is known.
    pub changed: Vec<Resaved>,
    /// The log as it was, but for what is lost.
    pub text: String,
    pub lost: Vec<(LogCell, Lost)>,
    /// Numbers among words: zeros in front of them would be gone without a trace.
    pub numbers: Vec<LogCell>,
    /// Times of entry have come down to the minute.
    pub to_the_minute: bool,
}

/// Every row of a log; or each fault, or the one that a spreadsheet program saved it.
pub fn rows(file: &str, bytes: &[u8], asked: &LogContext, findings: &Findings) -> Vec<Event> {
    let register = asked.register;
    let shows = if register.restricted { Shows::Nothing } else { Shows::HeadColumns };
    let own = findings.apart();
    let source = Source::new(file.to_owned(), bytes, &own, shows);
    let rows = source.map(|source| log_file::read(&source, asked)).unwrap_or_default();
    let problems = own.take();
    let saved = || SavedLog::of(bytes, register, asked.home.settings.zone);
    if problems.iter().any(Problem::is_fault)
        && let Some(saved) = saved()
    {
        let cause = Files::SavedLog { changed: saved.changed };
        findings.add(Problem::of_file(file, Sight::Open(None), cause));
        return Vec::new();
    }
    findings.extend(problems);
    rows
}

impl SavedLog {
    /// What the program made of a log with these bytes; `None` when none has saved it.
    pub fn of(bytes: &[u8], register: &Register, zone: FixedOffset) -> Option<SavedLog> {
        let written = SavedText::of(bytes)?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(written.text.as_bytes());
        let mut records = reader.records();
        let first = records.next()?.ok()?;
        let headings = Headings::of(&first, register)?;
        let mut rows: Vec<StringRecord> = records.collect::<Result<_, _>>().ok()?;
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let changed = headings.changes(&written, &rows)?;
        let mut saved = SavedLog {
            changed,
            text: String::new(),
            lost: Vec::new(),
            numbers: Vec::new(),
            to_the_minute: false,
        };
        saved.lost.extend(headings.unmeant().map(|at| (headings.cell(1, at), Lost::Heading)));
        let mut lines = csv::Writer::from_writer(Vec::new());
        lines.write_record(&headings.names).ok()?;
        for row in &rows {
            lines.write_record(saved.row(row, &headings, &written, zone)).ok()?;
        }
        if !written.text.ends_with('\n') {
            let last = rows.last().and_then(StringRecord::position).map_or(1, csv::Position::line);
            saved.lost.push((headings.cell(last, 0), Lost::Torn));
        }
        saved.text = String::from_utf8(lines.into_inner().ok()?).ok()?;
        Some(saved)
    }

    /// The cells of a row as they were. What is lost is told, and left as it is.
    fn row(
        &mut self,
        row: &StringRecord,
        headings: &Headings,
        written: &SavedText,
        zone: FixedOffset,
    ) -> Vec<String> {
        let line = row.position().map_or(0, csv::Position::line);
        let width = headings.names.len();
        let beyond = row.iter().enumerate().skip(width).filter(|(_, cell)| !cell.trim().is_empty());
        self.lost.extend(beyond.map(|(at, _)| (headings.cell(line, at), Lost::Heading)));
        let mut cells = Vec::with_capacity(width);
        for (at, held) in headings.held.iter().enumerate() {
            // Blank cells at the end of a row are left out now and then.
            let cell = row.get(at).unwrap_or_default();
            let made = match written.lost(cell) {
                Some(why) => Err(why),
                None => saved_cells::restored(cell, *held, zone),
            };
            match made {
                Ok(own) => {
                    self.to_the_minute |= own.is_changed && *held == Held::Instant;
                    self.numbers.extend(own.is_number.then(|| headings.cell(line, at)));
                    cells.push(own.text);
                }
                Err(why) => {
                    self.lost.push((headings.cell(line, at), why));
                    cells.push(cell.to_owned());
                }
            }
        }
        cells
    }
}

/// The text of a file, and how it was written.
struct SavedText {
    text: String,
    /// It is not UTF-8, so a letter that its encoding lacks became a question mark.
    are_other: bool,
    /// A mark stands in front, or lines end as on Windows.
    has_marks: bool,
    /// It is UTF-8, and may as well be something else.
    has_another_reading: bool,
}

impl SavedText {
    fn of(bytes: &[u8]) -> Option<SavedText> {
        let (text, are_other) = match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), false),
            Err(_) => (encoding::sheet(bytes)?, true),
        };
        let plain = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let has_marks_in_front = plain.len() < text.len();
        let has_marks = has_marks_in_front || plain.contains('\r');
        let is_sure = are_other || has_marks_in_front;
        let has_another_reading = !is_sure && encoding::has_another_reading(plain);
        let text = plain.to_owned();
        let made = SavedText { text, are_other, has_marks, has_another_reading };
        (!plain.contains('\0')).then_some(made)
    }

    /// Why the letters of a cell cannot be known.
    fn lost(&self, cell: &str) -> Option<Lost> {
        let is_plain = || self.text.is_ascii() && encoding::is_lost(cell);
        if cell.contains('\u{fffd}') || self.are_other && cell.contains('?') || is_plain() {
            return Some(Lost::Letter);
        }
        (self.has_another_reading && !cell.is_ascii()).then_some(Lost::TwoReadings)
    }
}

/// The headings of a log, as they were.
struct Headings {
    names: Vec<String>,
    held: Vec<Held>,
    /// Which columns are known: common ones, and the register's own.
    known: Vec<bool>,
    /// Words of people's own stand in the place of names.
    are_changed: bool,
    /// Common columns are called otherwise.
    are_common_changed: bool,
    /// How many blank ones stand behind them.
    spare: usize,
}

impl Headings {
    /// `None` when they are not those of a log: each common column once, and nothing twice.
    fn of(first: &StringRecord, register: &Register) -> Option<Headings> {
        let words: Vec<&str> = first.iter().map(str::trim).collect();
        let spare = words.iter().rev().take_while(|word| word.is_empty()).count();
        let words = &words[..words.len() - spare];
        let meant: Vec<Option<&str>> = words.iter().map(|word| meant(word, register)).collect();
        let times = |name: &str| meant.iter().filter(|own| **own == Some(name)).count();
        let is_log = HEAD.iter().chain(&TAIL).all(|name| times(name) == 1);
        if !is_log || meant.iter().flatten().any(|name| times(name) > 1) {
            return None;
        }
        let changed: Vec<&str> = words
            .iter()
            .zip(&meant)
            .filter_map(|(word, meant)| meant.filter(|name| name != word))
            .collect();
        let is_common = |name: &&str| HEAD.contains(name) || TAIL.contains(name);
        let names: Vec<String> = words
            .iter()
            .zip(&meant)
            .map(|(word, meant)| meant.unwrap_or(word).to_owned())
            .collect();
        Some(Headings {
            held: names.iter().map(|name| Held::by(name, register)).collect(),
            known: meant.iter().map(Option::is_some).collect(),
            are_changed: !changed.is_empty(),
            are_common_changed: changed.iter().any(is_common),
            names,
            spare,
        })
    }

    /// Where a heading means nothing that is known, among others that were changed.
    fn unmeant(&self) -> impl Iterator<Item = usize> {
        let places = self.known.iter().enumerate().filter(|(_, known)| !**known);
        places.filter(|_| self.are_changed).map(|(at, _)| at)
    }

    fn cell(&self, line: u64, at: usize) -> LogCell {
        let is_known = self.known.get(at).is_some_and(|known| *known);
        let name = is_known.then(|| self.names[at].clone());
        LogCell { line, column: at + 1, name }
    }

    /// What was changed, when it is what only a spreadsheet program does: a single slip of a hand
    /// is none, nor are the line ends of Windows alone.
    fn changes(&self, written: &SavedText, rows: &[StringRecord]) -> Option<Vec<Resaved>> {
        let are_rewritten = |name: &str, held: Held| {
            let at = self.names.iter().position(|own| own == name).unwrap_or_default();
            let cell = |row: &StringRecord| row.get(at).unwrap_or_default().to_owned();
            !rows.is_empty() && rows.iter().all(|row| saved_cells::is_rewritten(&cell(row), held))
        };
        let dates = are_rewritten("date", Held::Day) || are_rewritten("recorded", Held::Instant);
        let spare = self.spare > 0;
        let is_saved =
            written.are_other || self.are_common_changed || dates || written.has_marks && spare;
        let all = [
            (written.are_other, Resaved::Letters),
            (written.has_marks, Resaved::LineEnds),
            (self.are_changed, Resaved::Headings),
            (dates, Resaved::Dates),
            (spare, Resaved::SpareColumns),
        ];
        let changed = all.into_iter().filter(|(is, _)| *is).map(|(_, what)| what);
        is_saved.then(|| changed.collect())
    }
}

/// Which column a heading means: by its name, by a label or an alias of the register's own, or by
/// what the common columns are called.
fn meant<'r>(word: &str, register: &'r Register) -> Option<&'r str> {
    let common = || HEAD.iter().chain(&TAIL).find(|name| **name == word).copied();
    let own = || register.column_called(word).map(|column| column.name.as_str());
    let called = || COMMON.iter().find(|(_, words)| words.contains(&word)).map(|(name, _)| *name);
    common().or_else(own).or_else(called)
}

/// What people call the columns that every log has.
const COMMON: [(&str, &[&str]); 9] = [
    ("id", &["编号", "记录编号", "ID", "Id"]),
    ("date", &["日期", "Date"]),
    ("children", &["儿童", "学生", "姓名", "Children"]),
    ("staff", &["教师", "老师", "Staff"]),
    ("outcome", &["结果", "Outcome"]),
    ("note", &["备注", "Note"]),
    ("recorded", &["录入时间", "记录时间", "登记时间", "Recorded"]),
    ("status", &["状态", "Status"]),
    ("replaces", &["更正", "更正的是", "Replaces"]),
];
