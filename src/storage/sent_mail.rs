//! Which mails went: the ledger that keeps a mail from going twice.
//!
//! A mail is entered as begun before it is handed over, and what became of it afterwards. One that
//! is still begun when the next run looks was cut off: whether it went is not known.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::disk::{self, Disk, at};
use super::layout;
use crate::domain::id::Id;
use crate::domain::mail::MailKind;
use crate::domain::spans::Span;

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Being handed over; found by a later run, it was cut off.
    Begun,
    Sent,
    Refused,
    /// Handed over, and whether it was taken could not be heard.
    Unknown,
    /// Begun or unknown, and that was told.
    Told,
}

const STANDS: [(&str, Stand); 5] = [
    ("begun", Stand::Begun),
    ("sent", Stand::Sent),
    ("refused", Stand::Refused),
    ("unknown", Stand::Unknown),
    ("told", Stand::Told),
];

/// One mail: its day, kind and recipient, of which there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    pub day: NaiveDate,
    /// The code of its kind.
    pub kind: String,
    /// The id of a person, or an address of the settings.
    pub to: String,
    pub stand: Stand,
    pub message_id: String,
}

/// The kind of a line that tells of no mail but of a word of thanks in one: `to` is its id.
const THANKS: &str = "thanks";

/// How many mails are remembered: those of a large school for months.
const KEPT: usize = 5000;

/// The ledger of a home. The lock of its mail must be held to write.
pub struct SentMails {
    path: PathBuf,
    temporary: PathBuf,
    lines: Vec<SentMail>,
}

impl SentMails {
    /// Reads the ledger; one that cannot be read is an error, or mails would go twice.
    pub fn read(root: &Path) -> Disk<SentMails> {
        let path = root.join(layout::SENT_MAIL);
        let bytes = disk::read(&path)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let lines: Option<Vec<SentMail>> = text.lines().map(parse).collect();
        let unreadable = || std::io::Error::new(std::io::ErrorKind::InvalidData, "unreadable");
        let lines = at(&path, lines.ok_or_else(unreadable))?;
        let temporary = root.join(layout::SENT_MAIL_BEING_WRITTEN);
        Ok(SentMails { path, temporary, lines })
    }

    /// The mail of a day, kind and recipient.
    pub fn find(&self, day: NaiveDate, kind: MailKind, to: &str) -> Option<&SentMail> {
        let same = |own: &&SentMail| own.day == day && own.kind == kind.code() && own.to == to;
        self.lines.iter().find(same)
    }

    /// Every mail, the oldest first.
    pub fn lines(&self) -> &[SentMail] {
        &self.lines
    }

    /// Did a mail of one of these kinds go to somebody on one of these days, for sure?
    pub fn went_in(&self, days: Span, kinds: &[MailKind], to: &str) -> bool {
        let is_one = |own: &SentMail| kinds.iter().any(|kind| kind.code() == own.kind);
        let went = |own: &SentMail| own.stand == Stand::Sent && days.contains(own.day);
        self.lines.iter().any(|own| own.to == to && is_one(own) && went(own))
    }

    /// Did a mail go that held this word of thanks?
    pub fn has_thanked(&self, id: Id) -> bool {
        let id = id.to_string();
        self.lines.iter().any(|own| own.kind == THANKS && own.to == id)
    }

    /// Enters that a word of thanks went with a mail, so that it goes once.
    pub fn enter_thanks(&mut self, id: Id, mail: &SentMail) -> Disk<()> {
        let (kind, to) = (THANKS.to_owned(), id.to_string());
        self.enter(SentMail { kind, to, stand: Stand::Sent, ..mail.clone() })
    }

    /// Enters a mail, or how it now stands, durably.
    pub fn enter(&mut self, line: SentMail) -> Disk<()> {
        let same =
            |own: &SentMail| own.day == line.day && own.kind == line.kind && own.to == line.to;
        self.lines.retain(|own| !same(own));
        let too_many = (self.lines.len() + 1).saturating_sub(KEPT);
        self.lines.drain(..too_many);
        self.lines.push(line);
        let text: String = self.lines.iter().map(write).collect();
        disk::replace(&self.path, &self.temporary, text.as_bytes())
    }
}

fn parse(line: &str) -> Option<SentMail> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [day, kind, to, stand, message_id] = cells.as_slice() else { return None };
    let stand = STANDS.iter().find(|(word, _)| word == stand)?.1;
    Some(SentMail {
        day: day.parse().ok()?,
        kind: (*kind).to_owned(),
        to: (*to).to_owned(),
        stand,
        message_id: (*message_id).to_owned(),
    })
}

fn write(line: &SentMail) -> String {
    let word = STANDS.iter().find(|(_, own)| *own == line.stand).map_or("", |(word, _)| word);
    format!("{}\t{}\t{}\t{word}\t{}\n", line.day, line.kind, line.to, line.message_id)
}
