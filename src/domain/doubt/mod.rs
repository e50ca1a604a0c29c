//! Doubts: what stands in a home without a fault and yet can hardly be meant so. Each is a remark;
//! they are looked for only in a home without faults.

mod about;
mod days;
mod departures;
mod leading;
mod mailboxes;
pub mod pairing;
mod people;
pub mod reach;
pub mod records;
mod roles;
pub mod terms;
mod users;

use chrono::NaiveDate;

pub use about::{About, Doubt};

use super::home::Home;

/// Every doubt about a home on a day.
pub fn all(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let calendar = terms::doubts(&home.calendar).into_iter();
    let calendar =
        calendar.map(|own| Doubt::new(About::Calendar(own.row.line(&home.calendar)), own.cause));
    let mut all: Vec<Doubt> = calendar.collect();
    all.extend(people::doubts(home));
    all.extend(days::doubts(home, today));
    all.extend(departures::doubts(home, today));
    all.extend(roles::doubts(home, today));
    all.extend(reach::doubts(home, today));
    all.extend(leading::doubts(home, today));
    all.extend(pairing::doubts(home, today));
    all.extend(mailboxes::doubts(home));
    all.extend(users::doubts(home, today));
    all
}
