//! What makes a rule ask for something: an event, or joining.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::after::{After, Asking};
use crate::domain::event::{Event, iso_date, unescape};
use crate::domain::home::Home;
use crate::domain::privacy::Privacy;
use crate::domain::register::{CellPrivacy, Column, ColumnType, Register};

/// What was asked for by one event, or by joining.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trigger {
    pub first: NaiveDate,
    /// The day that was agreed, for a rule that goes by one.
    pub on: Option<NaiveDate>,
    /// What was agreed for that day, where the register is open.
    pub agreed: Option<Rc<str>>,
}

/// Which events of a register ask for something.
pub struct AskingEvents {
    pub attempted: bool,
    conditions: Vec<(String, Vec<String>)>,
    unless: Vec<(String, Vec<String>)>,
    agreed: AgreedDay,
    /// Where it stands what was agreed.
    words: Option<String>,
}

/// Where the agreed day stands.
enum AgreedDay {
    /// The rule goes by none.
    NotAsked,
    Column(String),
    /// This register has no column for it.
    Nowhere,
}

impl AskingEvents {
    /// What a rule asks after in a register; nothing where it looks for nothing there.
    pub fn new(after: &After, register: &str, home: &Home) -> Option<AskingEvents> {
        let Asking::Events { records, attempted, conditions, unless } = &after.asks else {
            return None;
        };
        let has = |column: &str| home.has_column(register, column);
        let own = |all: &[(String, Vec<String>)]| {
            all.iter().filter(|(column, _)| has(column)).cloned().collect()
        };
        let description = home.registers.get(register).filter(|own| !own.restricted);
        let events = AskingEvents {
            words: after.on().zip(description).and_then(|(on, own)| words_of(own, on)),
            attempted: *attempted,
            conditions: own(conditions),
            unless: own(unless),
            agreed: match after.on() {
                None => AgreedDay::NotAsked,
                Some(on) if has(on) => AgreedDay::Column(on.to_owned()),
                Some(_) => AgreedDay::Nowhere,
            },
        };
        records.iter().any(|name| name == register).then_some(events)
    }

    /// What an event asks for, if it asks at all.
    pub fn ask(&self, event: &Event) -> Option<Trigger> {
        let meets = self.conditions.iter().all(|(column, values)| holds(event, column, values));
        let excluded = self.unless.iter().any(|(column, values)| holds(event, column, values));
        if event.attempted != self.attempted || !meets || excluded {
            return None;
        }
        let on = match &self.agreed {
            AgreedDay::NotAsked => None,
            // Without an agreed day nothing is asked; text that is no day is a remark elsewhere.
            AgreedDay::Column(column) => Some(iso_date(event.filled(column)?)?),
            AgreedDay::Nowhere => return None,
        };
        let words = self.words.as_ref().and_then(|column| event.filled(column));
        let agreed = words.map(|words| unescape(words).into());
        Some(Trigger { first: event.date, on, agreed })
    }
}

/// The column that says what an agreed day is for: `follow_up` beside `follow_up_on`, else the text
/// before it.
fn words_of(register: &Register, on: &str) -> Option<String> {
    let is_text = |column: &&Column| {
        matches!(column.holds, ColumnType::Text) && column.privacy == CellPrivacy::As(Privacy::Open)
    };
    let own = on.strip_suffix("_on").and_then(|name| register.column(name)).filter(is_text);
    let before = register.columns.iter().take_while(|column| column.name != on);
    own.or_else(|| before.filter(is_text).last()).map(|column| column.name.clone())
}

/// Does a column hold one of these values? A blank one holds none.
pub fn holds(event: &Event, column: &str, values: &[String]) -> bool {
    event.filled(column).is_some_and(|cell| values.iter().any(|value| value == cell))
}
