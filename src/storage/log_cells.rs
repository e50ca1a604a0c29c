//! The cells of a log's line, turned into what they mean; what is wrong is told at its cell.

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::class_check::ClassCheck;
use super::layout;
use super::log_line::Cells;
use super::log_reading::{LogLine, LogReading};
use super::near_id::near_id;
use super::toml_value::as_instant;
use crate::domain::event::{Replaced, STATUSES, Status, iso_date};
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::nearest::nearest;
use crate::domain::people::People;
use crate::domain::problem::{
    Cause, Dates, Excerpt, Expected, Guess, Keys, Known, Lines, Name, Naming, Noun, Quote, Sight,
};
use crate::domain::register::{Column, ColumnType, HEAD};

/// The cells of one line, being turned into what they mean.
pub struct CellsOf<'a> {
    pub log: &'a LogReading<'a>,
    pub line: &'a LogLine<'a>,
    pub cells: &'a Cells<'a>,
}

impl CellsOf<'_> {
    /// Tells of a cell. Free text and restricted registers give the position only.
    fn tell(&self, at: usize, piece: Range<usize>, cause: impl Into<Cause>) {
        let register = self.log.asked.register;
        let name = &self.log.header.names[at];
        let may_be_repeated = match register.column(name) {
            Some(column) => column.may_be_repeated(),
            None => {
                HEAD.contains(&&**name) || ["recorded", "status", "replaces"].contains(&&**name)
            }
        };
        let text = self.line.text;
        let place = self.cells.place(at);
        let open = may_be_repeated && !register.restricted;
        let excerpt = || {
            let from = name.chars().count() + 1 + text[place.start..piece.start].chars().count();
            let length = text[piece.clone()].chars().count().max(1);
            Excerpt { line: format!("{name}={}", &text[place.clone()]), from, length }
        };
        let sight = if open { Sight::Open(Some(excerpt())) } else { Sight::Withheld };
        self.log.tell(self.line, text[..piece.start].chars().count(), sight, cause.into());
    }

    fn tell_cell(&self, at: usize, cause: impl Into<Cause>) {
        self.tell(at, self.cells.place(at), cause);
    }

    pub fn id(&self, at: usize, kind: Kind) -> Option<Id> {
        let id = Id::parse(self.cells.get(at).trim(), kind);
        if id.is_none() {
            self.tell_cell(at, Naming::BadId { kind });
        }
        id
    }

    pub fn date(&self, at: usize) -> Option<NaiveDate> {
        let text = self.cells.get(at).trim();
        let Some(date) = iso_date(text) else {
            self.tell_cell(at, Dates::NoSuchDate { text: Quote::of_filled(text) });
            return None;
        };
        if Month::of(date) != self.log.asked.month {
            let month = Quote::of(Month::of(date).to_string());
            self.tell_cell(at, Lines::WrongMonth { month });
            return None;
        }
        Some(date)
    }

    pub fn people(&self, at: usize, kind: Kind) -> Option<People> {
        let cell = self.cells.get(at);
        // Nearly always it is one id that is known.
        if let Some(id) = Id::parse(cell, kind).filter(|id| self.log.asked.roll.knows(*id, kind)) {
            return Some(People::one(id));
        }
        let (mut people, mut sound) = (Vec::new(), true);
        // A quoted cell holds the same words in the same order; but one with a quote in it is
        // written otherwise there, and then the whole cell is shown.
        let place = self.cells.place(at);
        let mut from = place.start;
        for word in cell.split_ascii_whitespace() {
            let piece = match self.line.text[from..place.end].find(word) {
                Some(at) => {
                    let start = from + at;
                    from = start + word.len();
                    start..from
                }
                None => place.clone(),
            };
            match self.person(word, kind) {
                // Two ids of a merged child name it once.
                Some(id) if Id::parse(word, kind) != Some(id) && people.contains(&id) => {}
                Some(id) => people.push(id),
                // The row stands, so that others which lean on it have no fault of their own.
                None if self.is_told_of(word, kind) => people.extend(Id::parse(word, kind)),
                None => {
                    sound = false;
                    self.tell(at, piece, self.unknown(word, kind));
                }
            }
        }
        sound.then(|| people.into())
    }

    fn person(&self, word: &str, kind: Kind) -> Option<Id> {
        let home = self.log.asked.home;
        let id = Id::parse(word, kind)?;
        // Here alone a former id becomes the id of the child that is kept.
        match kind {
            _ if self.log.asked.roll.knows(id, kind) => Some(id),
            Kind::Child => home.kept_child(id),
            _ => None,
        }
    }

    /// Whoever is unknown because their own file has a fault is told of there.
    fn is_told_of(&self, word: &str, kind: Kind) -> bool {
        let file = match kind {
            Kind::Child => format!("{}/{word}.", layout::CHILDREN),
            _ => layout::STAFF.to_owned(),
        };
        self.log.source.findings.has_fault_in(&file)
    }

    fn unknown(&self, word: &str, kind: Kind) -> Naming {
        let home = self.log.asked.home;
        let (what, ids): (Noun, Vec<Id>) = match kind {
            Kind::Child => (Noun::Child, home.children.iter().map(|child| child.id).collect()),
            _ => (Noun::Staff, home.staff.iter().map(|person| person.id).collect()),
        };
        Naming::Unknown { what, name: Quote::of(word), nearest: Guess::of(near_id(word, &ids)) }
    }

    /// An empty cell, or one of the allowed words.
    pub fn one_of(&self, at: usize, allowed: &[&'static str]) -> Option<&str> {
        let text = self.cells.get(at).trim();
        if text.is_empty() || allowed.contains(&text) {
            return Some(text);
        }
        let cause = Keys::NotOneOf {
            key: Name::in_header(&self.log.header.names[at], self.log.asked.register),
            allowed: allowed.iter().map(|&word| Known::word(word)).collect(),
            nearest: Guess::of(nearest(text, allowed.iter().copied())),
        };
        self.tell_cell(at, cause);
        None
    }

    /// What the row says of its event.
    pub fn status(&self, at: usize) -> Option<Status> {
        let [_, words @ ..] = STATUSES.map(|(word, _)| word);
        let word = self.one_of(at, &words)?;
        STATUSES.iter().find(|(own, _)| *own == word).map(|(_, status)| *status)
    }

    /// The rows that it replaces, their ids separated by blanks.
    pub fn replaces(&self, at: usize) -> Option<Vec<Replaced>> {
        let words = self.cells.get(at).split_ascii_whitespace();
        let rows: Option<Vec<Replaced>> = words.map(Replaced::parse).collect();
        if rows.is_none() {
            self.tell_cell(at, Naming::BadId { kind: Kind::Event });
        }
        rows
    }

    pub fn instant(&self, at: usize) -> Option<DateTime<FixedOffset>> {
        let instant = as_instant(self.cells.get(at).trim());
        if instant.is_none() {
            let expected = Expected::Instant;
            self.tell_cell(at, Keys::WrongType { key: Name::word("recorded"), expected });
        }
        instant
    }

    /// A cell of the register's own: a date that does not exist is a fault, the rest are remarks.
    pub fn check_own(&self, own: usize, at: usize) {
        let column = &self.log.asked.register.columns[own];
        let text = self.cells.get(at).trim();
        if text.is_empty() {
            return;
        }
        match &column.holds {
            ColumnType::Date if iso_date(text).is_none() => {
                self.tell_cell(at, Lines::NotADate { column: Known::column(column) });
            }
            ColumnType::Choice(choices) if !choices.iter().any(|choice| choice.code == text) => {
                let codes = choices.iter().map(|choice| choice.code.as_str());
                let nearest = Guess::of(nearest(text, codes));
                let column = Known::column(column);
                self.tell_cell(at, Keys::UnlistedChoice { column, nearest });
            }
            ColumnType::Integer if text.parse::<i64>().is_err() => self.not_a_number(at, column),
            ColumnType::Decimal if text.parse::<f64>().is_err() => self.not_a_number(at, column),
            _ => {}
        }
    }

    /// A cell in which a class is meant. What it says is not repeated, which class it must be is.
    pub fn check_class(&self, at: usize, day: Option<NaiveDate>) {
        let (text, asked) = (self.cells.get(at).trim(), self.log.asked);
        let is_whole = |file| !self.log.source.findings.has_fault_in(file);
        let is_right = text.is_empty() || asked.home.settings.is_class(text);
        if is_right || !is_whole(layout::SETTINGS) {
            return;
        }
        let classes = ClassCheck {
            calendar: Some(&asked.home.calendar).filter(|_| is_whole(layout::CALENDAR)),
            settings: Some(&asked.home.settings),
        };
        let sight = if asked.register.restricted { Sight::Withheld } else { Sight::Open(None) };
        if let Some(cause) = classes.wrong(text, day) {
            let place = self.cells.place(at).start;
            self.log.tell(self.line, self.line.text[..place].chars().count(), sight, cause.into());
        }
    }

    fn not_a_number(&self, at: usize, column: &Column) {
        self.tell_cell(at, Lines::NotANumber { column: Known::column(column) });
    }
}
