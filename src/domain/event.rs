//! An event: one thing that was done, or tried, as a register's row says.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};

use super::id::{Id, Kind};
use super::month::Month;
use super::people::People;
use super::row::Row;

/// One row of a register: what happened, or a correction of what was said to have happened. Which
/// rows speak is settled by [`super::family`].
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Id,
    pub date: NaiveDate,
    /// Each child once, in the order written.
    pub children: People,
    pub staff: People,
    /// Tried, and not done: nobody home, call not answered.
    pub attempted: bool,
    pub recorded: DateTime<FixedOffset>,
    pub status: Status,
    /// The rows that it settles.
    pub replaces: Vec<Replaced>,
    pub row: Row,
}

/// What a row says of its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// That it stands.
    Stands,
    /// That it is taken back.
    Void,
    /// That its date is in another month, where a row has arrived.
    Moved,
    /// That it came from another month.
    Arrived,
}

/// The words for them; an empty cell is the first.
pub const STATUSES: [(&str, Status); 4] = [
    ("", Status::Stands),
    ("void", Status::Void),
    ("moved", Status::Moved),
    ("arrived", Status::Arrived),
];

impl Status {
    /// The word for it.
    pub fn name(self) -> &'static str {
        STATUSES.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }
}

/// A row that another replaces: in its own month, or the one that moved out of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Replaced {
    Here(Id),
    In(Month, Id),
}

impl Replaced {
    /// The row that a word of a `replaces` cell names: `E7HZ3MK62B0` or `2024-11/E7HZ3MK62B0`.
    pub fn parse(word: &str) -> Option<Replaced> {
        match word.split_once('/') {
            Some((month, id)) => {
                Some(Replaced::In(Month::parse(month)?, Id::parse(id, Kind::Event)?))
            }
            None => Id::parse(word, Kind::Event).map(Replaced::Here),
        }
    }

    /// The row's id.
    pub fn id(self) -> Id {
        match self {
            Replaced::Here(id) | Replaced::In(_, id) => id,
        }
    }
}

impl std::fmt::Display for Replaced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Replaced::Here(id) => write!(f, "{id}"),
            Replaced::In(month, id) => write!(f, "{month}/{id}"),
        }
    }
}

impl Event {
    /// The event with its own copy of its row, so that its log's text need not be kept.
    #[must_use]
    pub fn on_its_own(self) -> Event {
        Event { row: self.row.on_its_own(), ..self }
    }

    /// The month in whose log it stands.
    pub fn month(&self) -> Month {
        Month::of(self.date)
    }

    /// The cell of a column; `None` when it is blank or an older header lacks the column.
    pub fn filled(&self, column: &str) -> Option<&str> {
        let cell = self.row.get(column).trim();
        (!cell.is_empty()).then_some(cell)
    }

    /// Was what it began, a plan or an incident, not closed by that day?
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.filled("closed_on").and_then(iso_date).is_none_or(|closed| closed > day)
    }
}

/// Of events that tell of the same thing the one that holds: the latest, and of one day that which
/// was recorded last.
pub fn newest<'e, K: Ord>(
    events: impl IntoIterator<Item = &'e Event>,
    thing: impl Fn(&'e Event) -> K,
) -> BTreeMap<K, &'e Event> {
    let mut holding: BTreeMap<K, &Event> = BTreeMap::new();
    for event in events {
        let own = holding.entry(thing(event)).or_insert(event);
        if (own.date, own.recorded) <= (event.date, event.recorded) {
            *own = event;
        }
    }
    holding
}

/// A date as records write it, `2024-10-31` and no other way.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// An instant as this program writes it, `2024-10-31T09:30:00+08:00`; `None` of any other way.
pub fn iso_instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let (day, rest) = text.split_at_checked(DAY)?;
    let &[b'T', h1, h2, b':', m1, m2, b':', s1, s2, sign, e1, e2, b':', f1, f2] = rest.as_bytes()
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| number(&[tens, ones]);
    let time = iso_date(day)?.and_hms_opt(two(h1, h2)?, two(m1, m2)?, two(s1, s2)?)?;
    let (hours, minutes) = (two(e1, e2)?, two(f1, f2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let east = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    let offset = match sign {
        b'+' => FixedOffset::east_opt(east),
        b'-' => FixedOffset::west_opt(east),
        _ => None,
    }?;
    offset.from_local_datetime(&time).single()
}

/// How many letters a date has.
const DAY: usize = 10;

fn number(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |all, byte| byte.is_ascii_digit().then(|| all * 10 + u32::from(byte - b'0')))
}

/// A cell as it was typed: `\n` is a line break, `\\` a backslash.
pub fn unescape(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('\\')) => text.push('\\'),
            _ => {
                text.push(letter);
                continue;
            }
        }
        letters.next();
    }
    text
}

/// A typed text as a cell keeps it, on one physical line.
pub fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::row::Header;

    #[test]
    fn of_one_thing_the_latest_holds_and_of_one_day_what_was_recorded_last() {
        let event = |date: &str, recorded: &str, room: &str| {
            let names = ["room".into()].into();
            let header = std::sync::Arc::new(Header { file: "".into(), names });
            Event {
                id: Id::parse("E7HZ3MK62B0", Kind::Event).unwrap(),
                date: iso_date(date).unwrap(),
                children: [].into_iter().collect(),
                staff: [].into_iter().collect(),
                attempted: false,
                recorded: recorded.parse().unwrap(),
                status: Status::Stands,
                replaces: Vec::new(),
                row: Row::new(header, 2, [room].into_iter()),
            }
        };
        let all = [
            event("2024-10-02", "2024-10-02T09:00:00+08:00", "之家"),
            event("2024-10-01", "2024-10-09T09:00:00+08:00", "之家"),
            event("2024-10-02", "2024-10-02T08:00:00+08:00", "之家"),
            event("2024-09-01", "2024-09-01T08:00:00+08:00", "操场"),
        ];
        let holding = newest(&all, |own| own.filled("room"));
        assert_eq!(holding[&Some("之家")].recorded, all[0].recorded);
        assert_eq!(holding.len(), 2);
    }

    #[test]
    fn a_line_break_is_stored_as_backslash_n_and_a_backslash_doubled() {
        let text = "一\n二\\n三\\";
        assert_eq!(escape(text), "一\\n二\\\\n三\\\\");
        assert_eq!(unescape(&escape(text)), text);
    }

    #[test]
    fn an_instant_as_the_program_writes_it_is_the_one_that_rfc_3339_means() {
        let sound = ["2024-10-31T09:30:00+08:00", "2024-02-29T23:59:59-03:30"];
        for text in sound {
            assert_eq!(iso_instant(text), Some(text.parse().unwrap()), "{text}");
        }
        for text in [
            "2024-10-31T09:30:00Z",
            "2024-10-31 09:30:00+08:00",
            "2024-10-31T09:30:00.5+08:00",
            "2023-02-29T09:30:00+08:00",
            "2024-10-31T24:30:00+08:00",
            "2024-10-31T09:30:00+24:00",
            "2024-10-31T09:30:00+08:60",
        ] {
            assert_eq!(iso_instant(text), None, "{text}");
        }
    }
}
