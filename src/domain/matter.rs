//! What is asked of somebody until it is answered: a question on a record, what a meeting decided,
//! what the plan of the home sets out to do.

use chrono::NaiveDate;

use super::event::{Event, iso_date, unescape};
use super::home::Home;
use super::id::{Id, Kind};
use super::name;

/// The register of questions on records.
pub const FLAG: &str = "flag";

/// The column that names the record, and the code of a word of thanks in that of kinds.
pub const ABOUT: &str = "about";
pub const THANKS: &str = "thanks";

/// A register whose rows ask something of somebody, and the columns that say what.
pub struct MatterRegister {
    pub name: &'static str,
    /// The column that says who is asked; without one the staff of the row are.
    pub whom: Option<&'static str>,
    pub says: &'static str,
    /// The column of the day by which; where there is one, a row without a day asks nothing.
    pub due: Option<&'static str>,
    /// Filled with the day on which it was answered or done.
    pub done: &'static str,
    /// Where the answer is written.
    pub answer: &'static str,
}

/// Every such register; another is one line here.
pub const MATTERS: [MatterRegister; 3] = [
    MatterRegister {
        name: FLAG,
        whom: Some("for"),
        says: "note",
        due: None,
        done: "closed_on",
        answer: "answer",
    },
    MatterRegister {
        name: "meeting",
        whom: Some("decided_for"),
        says: "decisions",
        due: Some("due_on"),
        done: "done_on",
        answer: "note",
    },
    MatterRegister {
        name: "work_item",
        whom: None,
        says: "item",
        due: Some("due_on"),
        done: "done_on",
        answer: "note",
    },
];

/// Their names.
pub const REGISTERS: [&str; 3] = [MATTERS[0].name, MATTERS[1].name, MATTERS[2].name];

/// Something that somebody was asked and has not answered; or a word of thanks.
#[derive(Clone, Debug)]
pub struct Matter {
    pub register: &'static str,
    pub id: Id,
    /// The record that a question is on, as it was written.
    pub about: Option<String>,
    pub asked_on: NaiveDate,
    pub asked_by: Vec<Id>,
    pub whom: Vec<Id>,
    /// The words in the same cell that name nobody of the staff.
    pub strangers: Vec<String>,
    pub children: Vec<Id>,
    pub text: String,
    pub due: Option<NaiveDate>,
    /// It asks nothing, and is told once.
    pub is_thanks: bool,
}

impl Matter {
    /// Is it asked of this person?
    pub fn is_for(&self, person: Id) -> bool {
        self.whom.contains(&person)
    }

    /// Does it say anything, or name a child?
    pub fn tells(&self) -> bool {
        !self.text.is_empty() || !self.children.is_empty()
    }

    /// Must somebody still see to it, today or within the days up to `end`? A question at once.
    pub fn is_due(&self, end: NaiveDate) -> bool {
        !self.is_thanks && self.due.is_none_or(|due| due <= end)
    }
}

impl MatterRegister {
    /// The register of this name, when its rows ask.
    pub fn find(register: &str) -> Option<&'static MatterRegister> {
        MATTERS.iter().find(|own| own.name == register)
    }

    /// What a row asks, when it asks and nobody has answered.
    pub fn open(&self, home: &Home, event: &Event) -> Option<Matter> {
        let is_flag = self.name == FLAG;
        let is_thanks = is_flag && is_thanks(event);
        let is_done = event.filled(self.done).is_some() && !is_thanks;
        let day = self.due.and_then(|column| iso_date(event.filled(column)?));
        if is_done || event.attempted || self.due.is_some() && day.is_none() {
            return None;
        }
        let (whom, unknown) = self.asked(home, event);
        // A decision that names nobody asks nobody; a question stays open all the same.
        if self.due.is_some() && whom.is_empty() && unknown.is_empty() {
            return None;
        }
        Some(Matter {
            register: self.name,
            id: event.id,
            about: event.filled(ABOUT).filter(|_| is_flag).map(str::to_owned),
            asked_on: event.date,
            asked_by: if is_flag { event.staff.to_vec() } else { Vec::new() },
            whom,
            strangers: unknown.into_iter().map(str::to_owned).collect(),
            children: event.children.to_vec(),
            text: event.filled(self.says).map(unescape).unwrap_or_default(),
            due: day,
            is_thanks,
        })
    }

    /// Whom a row asks, and the words in it that name nobody of the staff.
    pub fn asked<'e>(&self, home: &Home, event: &'e Event) -> (Vec<Id>, Vec<&'e str>) {
        match self.whom {
            Some(column) => people(home, event.filled(column).unwrap_or_default()),
            None => (event.staff.to_vec(), Vec::new()),
        }
    }
}

/// Is the row of a question a word of thanks?
pub fn is_thanks(event: &Event) -> bool {
    event.filled("kind") == Some(THANKS)
}

/// The people of the staff whom a cell names, by ids or whole names, and the words that name
/// nobody, or two.
pub fn people<'c>(home: &Home, cell: &'c str) -> (Vec<Id>, Vec<&'c str>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let parts = cell.split(['、', ',', '，', '；', ';', '/']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        match ids(home, part).or_else(|| called(home, part).map(|id| vec![id])) {
            Some(own) => known.extend(own),
            None => unknown.push(part),
        }
    }
    (known, unknown)
}

/// The people whose ids stand one after another, when all of them are known.
fn ids(home: &Home, part: &str) -> Option<Vec<Id>> {
    let ids = part.split_whitespace().map(|word| Id::parse(word, Kind::Staff));
    ids.map(|id| id.filter(|id| home.person(*id).is_some())).collect()
}

/// The one person of this name.
fn called(home: &Home, part: &str) -> Option<Id> {
    let mut own = home.staff.iter().filter(|person| name::same(&person.name, part));
    let only = own.next()?.id;
    own.next().is_none().then_some(only)
}
