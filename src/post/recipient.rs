//! Who can be sent a mail, and why others cannot.

use chrono::NaiveDate;

use super::parcel::{self, Address};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::settings::{Lang, Settings};
use crate::domain::staff::Staff;
use crate::lang::mail_words::{MailSaid, MailText};

/// Whoever gets a mail.
#[derive(Clone)]
pub struct Recipient {
    /// The id of a person, or the address itself.
    pub key: String,
    pub name: String,
    pub address: Address,
    /// Names the recipient where nothing personal may stand: in files' names.
    pub tag: String,
}

/// The person, when there is an address and a role that is held today: whoever has left is told
/// of no child, though a pair with them may still be open.
pub(super) fn recipient(home: &Home, id: Id, today: NaiveDate) -> Option<Recipient> {
    of_person(home.person(id).filter(|person| person.serves_on(today))?)
}

/// Why somebody gets no list of their own.
pub(super) fn untold(home: &Home, id: Id, today: NaiveDate) -> Option<MailText<'static>> {
    match home.person(id).is_some_and(|person| person.serves_on(today)) {
        false => Some(MailText::Departed),
        true => recipient(home, id, today).is_none().then_some(MailText::NoAddress),
    }
}

fn of_person(person: &Staff) -> Option<Recipient> {
    let address = parcel::address(person.email()?)?;
    let (key, tag) = (person.id.to_string(), person.id.to_string());
    Some(Recipient { key, name: person.name.clone(), address, tag })
}

/// Those in `summary_to`: people of the staff by their ids, or addresses; and in words, who of them
/// is none.
pub(super) fn office(
    settings: &Settings,
    staff: Option<&[Staff]>,
    today: NaiveDate,
    lang: Lang,
) -> (Vec<Recipient>, Vec<String>) {
    let (mut office, mut unreachable): (Vec<Recipient>, Vec<String>) = (Vec::new(), Vec::new());
    for (at, entry) in settings.mail.summary_to.iter().enumerate() {
        let found = match (parcel::address(entry), staff) {
            (Some(address), _) => {
                let (key, tag) = (entry.trim().to_owned(), format!("office{}", at + 1));
                Ok(Recipient { key, name: String::new(), address, tag })
            }
            (None, Some(staff)) => member(entry, staff, today),
            (None, None) => continue,
        };
        match found {
            // Whoever is named twice, or by id and by address, gets one mail.
            Ok(to) if office.iter().any(|other| other.address == to.address) => {}
            Ok(to) => office.push(to),
            Err(said) => unreachable.push(said.text(lang)),
        }
    }
    (office, unreachable)
}

/// A member of the staff in `summary_to`.
fn member<'n>(
    entry: &'n str,
    staff: &[Staff],
    today: NaiveDate,
) -> Result<Recipient, MailSaid<'n>> {
    let id = Id::parse(entry, Kind::Staff);
    let person = staff.iter().find(|person| Some(person.id) == id);
    let person = person.ok_or(MailSaid::BadRecipient { name: entry })?;
    if !person.serves_on(today) {
        return Err(MailSaid::HasLeft { id: entry });
    }
    of_person(person).ok_or(MailSaid::NoEmail { id: entry })
}
