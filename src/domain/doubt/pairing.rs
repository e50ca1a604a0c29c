//! Doubts about pairs in force: what `[pairing]` of `care.toml` holds them to, who can be a proxy
//! mother or a proxy parent, and who a buddy.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::about::{About, Doubt};
use super::departures::is_past_last_grade;
use crate::domain::child::{Buddy, Child, Pair};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::problem::{Count, NoPupil, Pairs, Quote};
use crate::domain::role::{PROXY_MOTHER, PROXY_PARENT, RoleCode};
use crate::domain::staff::Staff;

/// Who left the roll for one of these reasons is no pupil of the school any more.
const LEFT_SCHOOL: [&str; 4] = ["moved_with_parents", "transferred", "graduated", "died"];

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = of_adults(home, today);
    for child in home.children.iter().filter(|child| child.on_roll().contains(today)) {
        let mut tell = |line: Option<u32>, cause: Pairs| {
            doubts.push(Doubt::new(About::Child(child.id, line), cause));
        };
        for (line, cause) in of_numbers(home, child, today) {
            tell(line, cause);
        }
        for pair in child.pairs.iter().filter(|pair| pair.span.contains(today)) {
            if let Some(cause) = of_pair(home, child, pair, today) {
                tell(Some(pair.line), cause);
            }
        }
        for buddy in child.buddies.iter().filter(|buddy| buddy.span.contains(today)) {
            if name::same(&buddy.name, &child.name) {
                tell(Some(buddy.line), Pairs::OwnBuddy);
            } else if let Some(why) = no_pupil(home, buddy, today) {
                tell(Some(buddy.line), Pairs::BuddyNoPupil { why });
            }
        }
    }
    doubts
}

/// Adults who have too many children in a role, and proxy mothers who cannot be any.
fn of_adults(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let children = children_of(home, today);
    let pairing = &home.settings.pairing;
    let mut doubts = Vec::new();
    for person in &home.staff {
        let mut tell = |cause: Pairs| {
            doubts.push(Doubt::new(About::Staff(Some(person.line)), cause));
        };
        let own = |role| children.get(&(role, person.id)).map_or(&[][..], Vec::as_slice);
        for role in pairing.one_to_one.iter().copied() {
            if let [first, _, ..] = own(role) {
                let (children, first) = (Count::of(own(role).len()), Quote::of(*first));
                tell(Pairs::SharedAdult { role, children, first });
            }
        }
        for (role, most) in pairing.load.iter().copied() {
            if own(role).len() > most as usize {
                let (children, most) = (Count::of(own(role).len()), Count::from(most));
                tell(Pairs::TooManyChildren { role, children, most });
            }
        }
        if !own(PROXY_MOTHER).is_empty() || person.holds(PROXY_MOTHER, today, |_| true) {
            if person.facts.text("sex") == Some("male") {
                tell(Pairs::MaleProxyMother);
            }
            if is_outside(person) {
                tell(Pairs::OutsideProxyMother);
            }
        }
    }
    doubts
}

/// The children that an adult has in a role, each once.
fn children_of(home: &Home, today: NaiveDate) -> BTreeMap<(RoleCode, Id), Vec<Id>> {
    let mut children: BTreeMap<(RoleCode, Id), Vec<Id>> = BTreeMap::new();
    for child in home.children.iter().filter(|child| child.on_roll().contains(today)) {
        for pair in child.pairs.iter().filter(|pair| pair.span.contains(today)) {
            let own = children.entry((pair.role, pair.staff)).or_default();
            if own.last() != Some(&child.id) {
                own.push(child.id);
            }
        }
    }
    children
}

/// Has the child no adult, or several, in a role of which it is to have one?
fn of_numbers(home: &Home, child: &Child, today: NaiveDate) -> Vec<(Option<u32>, Pairs)> {
    let pairing = &home.settings.pairing;
    let mut roles = [pairing.one_to_one.as_slice(), &pairing.exactly_one].concat();
    roles.sort_unstable();
    roles.dedup();
    let mut found = Vec::new();
    for role in roles {
        let pairs: Vec<&Pair> = child.pairs_on(role, today).collect();
        let mut adults: Vec<Id> = pairs.iter().map(|pair| pair.staff).collect();
        adults.sort_unstable();
        adults.dedup();
        if let [latest, _, ..] = pairs[..]
            && adults.len() > 1
        {
            let adults = Count::of(adults.len());
            found.push((Some(latest.line), Pairs::SeveralAdults { role, adults }));
        }
        if pairs.is_empty() && pairing.exactly_one.contains(&role) {
            found.push((None, Pairs::NoAdult { role, child: Quote::of(child.id) }));
        }
    }
    found
}

/// Is the adult not the one who can have the child in this role?
fn of_pair(home: &Home, child: &Child, pair: &Pair, today: NaiveDate) -> Option<Pairs> {
    let (role, staff) = (pair.role, Quote::of(pair.staff));
    let pairing = &home.settings.pairing;
    if pairing.follows_class.contains(&role) {
        let head = home.head_teacher(child.class_on(today)?, today)?;
        let head_id = Quote::of(head.id);
        let has_head = child.pairs_on(role, today).any(|own| own.staff == head.id);
        let child = Quote::of(child.id);
        return (head.id != pair.staff).then_some(Pairs::PairOffClass {
            role,
            staff,
            head: head_id,
            child,
            has_head,
        });
    }
    // Of one whose time in the role is over another check tells.
    let never = home.person(pair.staff)?.roles.iter().all(|own| own.role != role);
    let is_bound = role == PROXY_PARENT && pairing.names(role);
    (is_bound && never).then_some(Pairs::NeverInRole { role, staff })
}

/// Why a buddy can be no pupil of the school. Of pupils who are not in the home nothing is known.
fn no_pupil(home: &Home, buddy: &Buddy, today: NaiveDate) -> Option<NoPupil> {
    if buddy.class.as_ref().is_some_and(|class| is_past_last_grade(class, home, today)) {
        return Some(NoPupil::Graduated);
    }
    let mut called = home.children.iter().filter(|own| name::same(&own.name, &buddy.name));
    if let Some(child) = called.next() {
        // Of two of one name it may be the one who is here.
        let is_only = called.next().is_none();
        return has_left(child, today).filter(|_| is_only);
    }
    let adult = home.staff.iter().find(|own| name::same(&own.name, &buddy.name))?;
    Some(NoPupil::Adult(Quote::of(adult.id)))
}

fn has_left(child: &Child, today: NaiveDate) -> Option<NoPupil> {
    let last = child.spells.last().filter(|spell| spell.span.last < today)?;
    let reason = last.reason.as_deref()?;
    LEFT_SCHOOL.contains(&reason).then(|| NoPupil::Left(Quote::of(child.id)))
}

/// Does the person work elsewhere?
fn is_outside(person: &Staff) -> bool {
    person.facts.text("employer").is_some_and(|employer| !employer.trim().is_empty())
}

/// The doubts of `after` that were none before.
pub fn arisen(before: &[Doubt], after: Vec<Doubt>) -> Vec<Doubt> {
    let whose = |doubt: &Doubt| match doubt.about {
        // Lines move when something is written above them.
        About::Child(id, _) => About::Child(id, None),
        other => other,
    };
    let is_old =
        |own: &Doubt| before.iter().any(|old| whose(old) == whose(own) && old.cause == own.cause);
    after.into_iter().filter(|own| !is_old(own)).collect()
}
