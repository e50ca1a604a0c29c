//! The classes of a day: who leads each, and how many children it has.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::pairing::in_force;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::class_place;
use crate::domain::role::HEAD_TEACHER;
use crate::domain::staff::Staff;

/// A class with those in it; children without a class stand in one that has no code.
pub struct ClassCount<'h> {
    pub code: Option<ClassCode>,
    pub head: Option<&'h Staff>,
    pub children: usize,
    pub boys: usize,
    pub girls: usize,
    pub unpaired: usize,
}

/// Every class in which a child is on the roll, or that somebody leads, from the first grade up.
pub fn classes(home: &Home, day: NaiveDate) -> Vec<ClassCount<'_>> {
    let here: Vec<&Child> =
        home.children.iter().filter(|child| child.on_roll().contains(day)).collect();
    let roles = home.staff.iter().flat_map(|person| &person.roles);
    let led = roles.filter(|own| own.role == HEAD_TEACHER && own.span.contains(day));
    let led = led.filter_map(|own| own.class.clone()).map(Some);
    let mut codes: BTreeSet<Option<ClassCode>> = led.collect();
    codes.extend(here.iter().map(|child| child.class_on(day).cloned()));
    let mut codes: Vec<Option<ClassCode>> = codes.into_iter().collect();
    codes.sort_by_cached_key(|code| class_place(code.as_ref()));
    let count = |code: Option<ClassCode>| {
        let own = here.iter().filter(|child| child.class_on(day) == code.as_ref());
        let of_sex = |sex: &str| own.clone().filter(|c| c.facts.text("sex") == Some(sex)).count();
        ClassCount {
            head: code.as_ref().and_then(|code| home.head_teacher(code, day)),
            children: own.clone().count(),
            boys: of_sex("male"),
            girls: of_sex("female"),
            unpaired: own.clone().filter(|child| in_force(child, day).next().is_none()).count(),
            code,
        }
    };
    codes.into_iter().map(count).collect()
}
