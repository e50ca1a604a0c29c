//! Doubts about who is still here: pairs, graduates, classes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::child::{Child, Pair};
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::problem::{Count, Duties, Quote};
use crate::domain::school_year;

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut classes: BTreeMap<&ClassCode, Vec<&Child>> = BTreeMap::new();
    for child in home.children.iter().filter(|child| child.on_roll().contains(today)) {
        for pair in child.pairs.iter().filter(|pair| has_gone(pair, home, today)) {
            let (staff, role) = (Quote::of(pair.staff), pair.role);
            let has_other = child.pairs_on(role, today).any(|own| own.staff != pair.staff);
            let cause = Duties::PairWithoutRole { staff, role, has_other };
            doubts.push(Doubt::new(About::Child(child.id, Some(pair.line)), cause));
        }
        if let Some(class) = child.class_on(today) {
            classes.entry(class).or_default().push(child);
        }
    }
    for (class, children) in &classes {
        if is_past_last_grade(class, home, today) {
            let (class, count) =
                (Quote::of(home.class_name(class, today)), Count::of(children.len()));
            let line = children[0].spells.iter().find(|spell| spell.span.contains(today));
            let about = About::Child(children[0].id, line.map(|spell| spell.line));
            doubts.push(Doubt::new(about, Duties::Graduates { class, children: count }));
        }
    }
    doubts
}

/// Is the pair in force with a person whose time in the role is over, or who holds no role any
/// more? Of one who never held any nothing was written down.
fn has_gone(pair: &Pair, home: &Home, today: NaiveDate) -> bool {
    let Some(person) = home.person(pair.staff).filter(|_| pair.span.contains(today)) else {
        return false;
    };
    let holds_any = person.roles.iter().any(|own| own.span.contains(today));
    let own = person.in_role(pair.role);
    let had_it = own.iter().any(|span| span.first <= today);
    !person.roles.is_empty() && (!holds_any || had_it && !own.contains(today))
}

/// Has the class no grade in the school any more? It is asked of the school year's first year.
pub(super) fn is_past_last_grade(class: &ClassCode, home: &Home, today: NaiveDate) -> bool {
    let year = home.calendar.school_year(today).and_then(school_year::first_year);
    year.is_some_and(|year| home.settings.is_past_last_grade(class, year))
}
