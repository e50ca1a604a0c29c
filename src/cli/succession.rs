//! A new head teacher ends the time of the one before, and takes over the pairs that follow the
//! class.

use chrono::NaiveDate;

use super::context::Context;
use super::failure::Failure;
use super::roles;
use crate::domain::child::Pair;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::role::{HEAD_TEACHER, RoleCode};
use crate::domain::spans::{Span, day_before};
use crate::domain::staff::Holding;
use crate::lang::role_words::RoleWord;
use crate::lang::words::role_name;
use crate::session::change::Change;

/// Lets a person hold a role, and says what else that changes.
///
/// # Errors
/// Another is to be head teacher of the class from that day or later.
pub fn take_over(
    context: &Context,
    change: &mut Change,
    id: Id,
    mut held: Holding,
) -> Result<Vec<String>, Failure> {
    let (home, from) = (&change.reading.home, held.span.first);
    let role_said = roles::held_said(home, (held.role, held.class.as_ref()), from, context.lang);
    let class = held.class.clone().filter(|_| held.role == HEAD_TEACHER);
    let mut said = Vec::new();
    let mut ends = Vec::new();
    let mut passes = Vec::new();
    if let Some(class) = &class {
        if let Some((next, first)) = next_head(home, (class, id), from) {
            held.span.last = day_before(first);
            let staff = roles::person_said(home, id);
            let (next, last) = (roles::person_said(home, next), held.span.last);
            let (last, from) = (roles::day_said(last, context), roles::day_said(first, context));
            let (staff, role, next) = (staff.as_str(), role_said.as_str(), next.as_str());
            let until = RoleWord::Until { staff, role, last: &last, next, from: &from };
            said.push(until.text(context.lang));
        }
        ends = self::ends(context, home, (class, id), &held.span)?;
        passes = self::passes(home, (class, id), &held.span);
    }
    change.begin_role(id, held)?;
    for (old, nth) in ends {
        change.end_role(old, nth, day_before(from))?;
        let old = roles::person_said(&change.reading.home, old);
        let day = roles::day_said(day_before(from), context);
        said.push(RoleWord::Gives { staff: &old, role: &role_said, day: &day }.text(context.lang));
    }
    for pass in passes {
        said.push(pass_on(context, change, &pass, (id, from))?);
    }
    Ok(said)
}

/// Who of others is the next to be head teacher of the class after the day, and from when.
fn next_head(
    home: &Home,
    (class, new): (&ClassCode, Id),
    from: NaiveDate,
) -> Option<(Id, NaiveDate)> {
    let others = home.staff.iter().filter(|person| person.id != new);
    let heads = others.flat_map(|person| {
        person.roles.iter().filter(|own| own.leads(class)).map(|own| (person.id, own.span.first))
    });
    heads.filter(|(_, first)| *first > from).min_by_key(|(_, first)| *first)
}

/// The roles of those who are head teacher of the class in these days, which end before them.
///
/// # Errors
/// One of them begins on the first day: it cannot end before.
fn ends(
    context: &Context,
    home: &Home,
    (class, new): (&ClassCode, Id),
    time: &Span,
) -> Result<Vec<(Id, usize)>, Failure> {
    let from = time.first;
    let mut ends = Vec::new();
    for person in home.staff.iter().filter(|person| person.id != new) {
        for (nth, own) in person.roles.iter().enumerate() {
            if !own.leads(class) || !roles::overlap(&own.span, time) {
                continue;
            }
            if own.span.first >= from {
                let since = roles::day_said(own.span.first, context);
                let held = (HEAD_TEACHER, Some(class));
                let role = roles::held_said(home, held, own.span.first, context.lang);
                let later = RoleWord::LaterHead { staff: &person.name, role: &role, from: &since };
                let line =
                    format!("care dismiss {} --role {HEAD_TEACHER} --class {class}", person.id);
                let end = RoleWord::ToEnd { line: &line };
                return Err(Failure::Usage(vec![later.text(context.lang), end.text(context.lang)]));
            }
            ends.push((person.id, nth));
        }
    }
    Ok(ends)
}

/// A child's pair that the new head teacher takes over, or that ends because the child has the
/// new one already.
struct Pass {
    child: Id,
    nth: usize,
    role: RoleCode,
    has_new: bool,
}

/// The pairs that follow the class: of its children, in force in these days and not beyond, with
/// whoever was its head teacher.
fn passes(home: &Home, (class, new): (&ClassCode, Id), time: &Span) -> Vec<Pass> {
    let from = time.first;
    let led =
        |id: Id| home.person(id).is_some_and(|own| own.roles.iter().any(|own| own.leads(class)));
    let mut passes: Vec<Pass> = Vec::new();
    for child in home.children.iter().filter(|child| child.class_on(from) == Some(class)) {
        let stays = child.on_roll().first_in(time).is_some();
        for (nth, pair) in child.pairs.iter().enumerate().filter(|_| stays) {
            let follows = home.settings.pairing.follows_class.contains(&pair.role);
            let is_of_another = pair.staff != new && led(pair.staff);
            let is_within = roles::overlap(&pair.span, time) && pair.span.last <= time.last;
            if !follows || !is_of_another || !is_within {
                continue;
            }
            let has = |own: &Pair| own.staff == new && roles::overlap(&own.span, time);
            let will_have = passes.iter().any(|own| own.child == child.id && own.role == pair.role);
            let has_new = child.pairs.iter().any(|own| own.role == pair.role && has(own));
            let has_new = has_new || will_have;
            passes.push(Pass { child: child.id, nth, role: pair.role, has_new });
        }
    }
    passes
}

/// Passes a pair on, and says it.
fn pass_on(
    context: &Context,
    change: &mut Change,
    pass: &Pass,
    (new, from): (Id, NaiveDate),
) -> Result<String, Failure> {
    let (home, lang) = (&change.reading.home, context.lang);
    let Some(child) = home.child(pass.child) else { return Ok(String::new()) };
    let pair = child.pairs[pass.nth].clone();
    let who = roles::child_said(home, child, from);
    let (old, new_name) = (roles::person_said(home, pair.staff), roles::person_said(home, new));
    let role = role_name(pair.role, lang);
    if pass.has_new && pair.span.first < from {
        let last = day_before(from);
        change.end_pair(pass.child, pass.nth, last)?;
        let day = roles::day_said(last, context);
        return Ok(RoleWord::Unpaired { child: &who, role, staff: &old, day: &day }.text(lang));
    }
    change.pass_pair(pass.child, pass.nth, new, from)?;
    let day = roles::day_said(pair.span.first.max(from), context);
    Ok(RoleWord::Passed { child: &who, role, old: &old, new: &new_name, day: &day }.text(lang))
}
