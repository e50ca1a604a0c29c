//! A register is data: its names, its columns, and who may see it.

use super::event::{Event, unescape};
use super::kin::is_kin;
use super::label::Label;
use super::privacy::{Guard, Guarded, Left, Privacy};
use super::schema;

/// One allowed value of a choice column.
#[derive(Clone, Debug)]
pub struct Choice {
    pub code: String,
    pub label: Label,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub enum ColumnType {
    Text,
    Choice(Vec<Choice>),
    Date,
    Integer,
    Decimal,
}

/// How private the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPrivacy {
    As(Privacy),
    /// As the field that the row names in its column `field`.
    AsField,
}

/// The word for `AsField` in a description.
pub const AS_FIELD: &str = "field";

/// A column of a register's own.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub label: Label,
    pub holds: ColumnType,
    pub required: bool,
    pub privacy: CellPrivacy,
    pub aliases: Vec<String>,
}

/// Columns of dates that were agreed for a later day, in whichever register.
const AGREED: [&str; 7] =
    ["follow_up_on", "review_on", "next_on", "due_on", "reply_on", "valid_until", "until"];

impl Column {
    /// Does its date lie ahead of the row's own, by its nature?
    pub fn lies_ahead(&self) -> bool {
        AGREED.contains(&self.name.as_str())
    }

    /// The listed choices; none when the column is of another type.
    pub fn choices(&self) -> &[Choice] {
        match &self.holds {
            ColumnType::Choice(choices) => choices,
            _ => &[],
        }
    }

    /// May its cells be repeated in a message? Free text may hold a child's affairs.
    pub fn may_be_repeated(&self) -> bool {
        self.privacy == CellPrivacy::As(Privacy::Open) && !matches!(self.holds, ColumnType::Text)
    }

    /// How the cell of a row is kept. A word such as 妈妈 in place of a name is open.
    fn guard(&self, event: &Event, cell: &str) -> Guard {
        let privacy = match self.privacy {
            CellPrivacy::As(Privacy::Personal) if is_kin(cell) => Privacy::Open,
            CellPrivacy::As(privacy) => privacy,
            CellPrivacy::AsField => {
                return schema::guard_called(event.filled("field").unwrap_or_default());
            }
        };
        let left = match self.holds {
            ColumnType::Text => Left::of(&self.name),
            _ => Left::Nothing,
        };
        Guard { privacy, left }
    }
}

/// The description of a register.
#[derive(Clone, Debug)]
pub struct Register {
    pub name: String,
    pub label: Label,
    pub aliases: Vec<String>,
    /// What people say instead, in whose place it is suggested.
    pub synonyms: Vec<String>,
    /// Shown as counts only, unless asked for by name.
    pub restricted: bool,
    /// A row without children tells of nobody: refused on writing.
    pub needs_children: bool,
    /// Its rows may lie ahead of today: they are listed, and count for nothing before their day.
    pub planned: bool,
    pub columns: Vec<Column>,
}

impl Register {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The cell of one of its own columns or the note, behind its guard; none when it is blank.
    pub fn guarded(&self, event: &Event, name: &str) -> Option<Guarded> {
        let text = unescape(event.filled(name)?);
        let guard = match self.column(name) {
            _ if self.restricted => Guard { privacy: Privacy::Restricted, left: Left::Nothing },
            Some(column) => column.guard(event, &text),
            None => Guard::OPEN,
        };
        Some(guard.over(text))
    }

    /// May not everybody see what stands in one of its own columns, or in the note?
    pub fn keeps_closed(&self, name: &str) -> bool {
        match self.column(name) {
            Some(column) => self.restricted || column.privacy != CellPrivacy::As(Privacy::Open),
            None => self.restricted && name == "note",
        }
    }

    /// Does a row hold anything that is not open?
    pub fn holds_closed(&self, event: &Event) -> bool {
        let may_be = |own: &&Column| own.privacy != CellPrivacy::As(Privacy::Open);
        let is_closed = |own: &Column| {
            self.guarded(event, &own.name).is_some_and(|cell| cell.privacy() != Privacy::Open)
        };
        self.restricted || self.columns.iter().filter(may_be).any(is_closed)
    }

    /// The column that people call so: by its name, a label, or another heading of the schools'.
    pub fn column_called(&self, word: &str) -> Option<&Column> {
        let called = |column: &&Column| {
            let label = &column.label;
            [&column.name, label.zh(), label.en()].contains(&word)
                || column.aliases.iter().any(|alias| alias == word)
        };
        self.column(word).or_else(|| self.columns.iter().find(called))
    }

    /// The header of a new log, and the order in which `--help` lists the flags.
    pub fn header(&self) -> Vec<&str> {
        let own = self.columns.iter().map(|column| column.name.as_str());
        HEAD.iter().copied().chain(own).chain(TAIL.iter().copied()).collect()
    }

    /// Does a log of this register know the column by its description?
    pub fn has_column(&self, name: &str) -> bool {
        self.column(name).is_some() || HEAD.contains(&name) || TAIL.contains(&name)
    }
}

/// The columns with which every log begins.
pub const HEAD: [&str; 5] = ["id", "date", "children", "staff", "outcome"];

/// The columns with which every log ends.
pub const TAIL: [&str; 4] = ["note", "recorded", "status", "replaces"];

macro_rules! shipped {
    ($($name:literal)*) => {
        /// The descriptions that come with the program: name and TOML text.
        pub const SHIPPED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("registers/", $name, ".toml")))),*];
    };
}

shipped! {
    "talk" "visit" "call" "letter" "family_call" "guardian_contact" "help" "diary" "growth"
    "feedback" "counselling" "plan" "survey" "change" "activity" "duty" "lecture" "training"
    "meeting" "aid" "donation" "asset" "book_loan" "assessment" "award" "handover" "incident"
    "consent" "absence" "persuade" "rota" "work_item" "room" "needs" "patrol" "publicity" "document"
    "fund" "partner" "enrolment" "head_count" "model_case" "contact_check" "flag" "penalty" "result"
    "breach"
}
