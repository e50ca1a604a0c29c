//! Doubts about who may see what.

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::home::Home;
use crate::domain::problem::{Access, Quote};

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let users = home.settings.users.iter().flatten();
    let serves = |id| home.person(id).is_some_and(|person| person.serves_on(today));
    let gone = users.map(|user| user.staff).filter(|id| !serves(*id));
    let doubt = |id| Doubt::new(About::Settings, Access::UserOfNobody { staff: Quote::of(id) });
    gone.map(doubt).collect()
}
