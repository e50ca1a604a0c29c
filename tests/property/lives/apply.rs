//! What each command does to the home, or that it is refused, written from the contract and the
//! commands' own help.

use chrono::NaiveDate;

use super::deed::{Deed, Draw, PAIRING};
use super::model::{Child, Duty, Held, Model, Pair, Person, Time, after, before};

const HEAD: &str = "head_teacher";

/// The role that the home of the test says follows the class.
pub const FOLLOWS: &str = "proxy_parent";

/// The home after the command; none when it is refused. `id` is that of whoever is added.
pub fn applied(model: &Model, draw: &Draw, id: &str) -> Option<Model> {
    let mut next = model.clone();
    apply(&mut next, draw, id)?;
    Some(next)
}

fn apply(model: &mut Model, draw: &Draw, id: &str) -> Option<()> {
    let (today, yes) = (draw.today, draw.yes);
    match &draw.deed {
        Deed::AddChild { name, class, joined } => {
            let is_taken = model.children.iter().any(|own| own.name == *name);
            accept(*joined <= today && (yes || !is_taken))?;
            model.children.push(new_child(id, name, class, *joined));
        }
        Deed::Edit { child, sets, from } => edit(model, child, sets, *from, draw)?,
        Deed::AddStaff { name, role, class, from } => {
            let is_taken = model.staff.iter().any(|own| own.name == *name);
            accept((*role != HEAD || !class.is_empty()) && (yes || !is_taken))?;
            let roles = vec![Duty { role, class, time: Time::from(*from) }];
            model.staff.push(Person { id: id.to_owned(), name: (*name).to_owned(), roles });
        }
        Deed::Rename { staff, name } => {
            let is_taken = model.staff.iter().any(|own| own.id != *staff && own.name == *name);
            accept(yes || !is_taken)?;
            (*name).clone_into(&mut model.person(staff)?.name);
        }
        Deed::Appoint { staff, role, class, from } => appoint(model, staff, (role, class), *from)?,
        Deed::Dismiss { staff, role, class, day } => {
            dismiss(model.person(staff)?, role, class, *day)?;
        }
        Deed::Buddy { child, buddy, from } => befriend(model, child, buddy, (*from, today))?,
        of_child => live(model, of_child, today)?,
    }
    Some(())
}

fn accept(may_be: bool) -> Option<()> {
    may_be.then_some(())
}

fn new_child(id: &str, name: &str, class: &str, joined: NaiveDate) -> Child {
    Child {
        id: id.to_owned(),
        name: name.to_owned(),
        class: Held::always(class),
        risk: Held::always(""),
        phone: String::new(),
        card: None,
        spells: vec![Time::from(joined)],
        pauses: Vec::new(),
        exempt: Vec::new(),
        pairs: Vec::new(),
        buddies: Vec::new(),
    }
}

/// A day that has come, and on which the child had joined.
fn come(child: &Child, day: NaiveDate, today: NaiveDate) -> Option<()> {
    accept(child.joined() <= day && day <= today)
}

/// The same, on which the child is on the roll.
fn here(child: &Child, day: NaiveDate, today: NaiveDate) -> Option<()> {
    come(child, day, today)?;
    accept(child.is_here(day))
}

fn edit(
    model: &mut Model,
    child: &str,
    sets: &[(&str, String)],
    from: NaiveDate,
    draw: &Draw,
) -> Option<()> {
    let names: Vec<(String, String)> =
        model.children.iter().map(|own| (own.id.clone(), own.name.clone())).collect();
    let child = model.child(child)?;
    come(child, from, draw.today)?;
    for (key, value) in sets {
        match *key {
            "risk" => child.risk.change(value, from)?,
            "class" => child.class.change(value, from)?,
            "carer.phone" => {
                accept(value.len() == 11)?;
                child.phone.clone_from(value);
            }
            _ => {
                // Who shared the name before is not asked about again.
                let is_taken = |own: &(String, String)| own.0 != child.id && own.1 == *value;
                let is_new = names.iter().any(is_taken) && child.name != *value;
                accept(draw.yes || !is_new)?;
                child.name.clone_from(value);
            }
        }
    }
    Some(())
}

/// Commands that touch one child alone.
fn live(model: &mut Model, deed: &Deed, today: NaiveDate) -> Option<()> {
    match deed {
        Deed::Transfer { child, class, from } => {
            let child = model.child(child)?;
            here(child, *from, today)?;
            accept(child.class.now() != *class)?;
            child.class.change(class, *from)?;
        }
        Deed::Leave { child, day } => {
            let child = model.child(child)?;
            come(child, *day, today)?;
            let spell = child.spells.last_mut()?;
            accept(spell.last.is_none() && spell.first <= *day)?;
            spell.last = Some(*day);
        }
        Deed::Rejoin { child, day, class } => {
            let child = model.child(child)?;
            come(child, *day, today)?;
            let left = child.spells.last()?.last?;
            accept(left < *day)?;
            class.map_or(Some(()), |class| child.class.change(class, *day))?;
            child.spells.push(Time::from(*day));
        }
        Deed::Pause { child, from, until } => {
            let child = model.child(child)?;
            here(child, *from, today)?;
            let pause = Time { first: *from, last: *until };
            accept(pause.goes_on(*from))?;
            accept(!child.pauses.iter().any(|other| other.meets(&pause)))?;
            child.pauses.push(pause);
        }
        Deed::Resume { child, day } => {
            let child = model.child(child)?;
            come(child, *day, today)?;
            // Pauses of a child never meet.
            let pause = child.pauses.iter_mut().find(|pause| pause.has(*day))?;
            accept(pause.first < *day)?;
            pause.last = Some(before(*day));
        }
        Deed::Exempt { child, rule, from, until } => {
            let child = model.child(child)?;
            come(child, *from, today)?;
            let time = Time { first: *from, last: *until };
            accept(time.goes_on(*from))?;
            child.exempt.push((rule, time));
        }
        Deed::Card { child, issued } => {
            let child = model.child(child)?;
            come(child, *issued, today)?;
            child.card = Some(*issued);
        }
        with_staff => pair_up(model, with_staff, today)?,
    }
    Some(())
}

/// Who answers for a child, and no longer.
fn pair_up(model: &mut Model, deed: &Deed, today: NaiveDate) -> Option<()> {
    match deed {
        Deed::Pair { child, staff, role, from } => {
            let child = model.child(child)?;
            accept(PAIRING.contains(role))?;
            accept(*from <= today && child.is_here(*from))?;
            let time = Time::from(*from);
            let is_same = |own: &Pair| own.staff == *staff && own.role == *role;
            accept(!child.pairs.iter().any(|own| is_same(own) && own.time.meets(&time)))?;
            child.pairs.push(Pair { staff: staff.clone(), role, time });
        }
        Deed::Unpair { child, staff, role, day } => {
            let pairs = model.child(child)?.pairs.iter_mut();
            let open = |own: &&mut Pair| own.time.goes_on(after(*day));
            let fits = |own: &&mut Pair| role.is_none_or(|role| role == own.role);
            let own = pairs.filter(|own| own.staff == *staff).filter(open).filter(fits);
            let own: Vec<&mut Pair> = own.collect();
            accept(own.iter().all(|pair| pair.role == own[0].role))?;
            let pair = own.into_iter().min_by_key(|pair| pair.time.first)?;
            accept(pair.time.first <= *day)?;
            pair.time.last = Some(*day);
        }
        other => panic!("{other:?} pairs nobody"),
    }
    Some(())
}

/// A buddy is another child on the roll, by its id, or a pupil of whom nothing else is known.
fn befriend(
    model: &mut Model,
    child: &str,
    buddy: &str,
    (from, today): (NaiveDate, NaiveDate),
) -> Option<()> {
    here(model.child(child)?, from, today)?;
    let is_staff = model.staff.iter().any(|own| own.name == buddy);
    let name = match model.child(buddy) {
        Some(other) => {
            accept(other.id != child && other.is_here(from))?;
            other.name.clone()
        }
        None => {
            accept(!is_staff)?;
            buddy.to_owned()
        }
    };
    let child = model.child(child)?;
    let time = Time::from(from);
    accept(!child.buddies.iter().any(|(own, other)| *own == name && other.meets(&time)))?;
    child.buddies.push((name, time));
    Some(())
}

/// A new head teacher ends the time of the one before, and takes over the pairs that follow the
/// class.
fn appoint(
    model: &mut Model,
    staff: &str,
    (role, class): (&'static str, &'static str),
    from: NaiveDate,
) -> Option<()> {
    accept(role != HEAD || !class.is_empty())?;
    let is_it = |own: &Duty| own.role == role && own.class == class;
    // Before a head teacher who is to come the time lasts until then.
    let others = model.staff.iter().filter(|person| role == HEAD && person.id != staff);
    let ahead = others.flat_map(|person| &person.roles).filter(|own| is_it(own));
    let next = ahead.map(|own| own.time.first).filter(|first| *first > from).min();
    let time = Time { first: from, last: next.map(before) };
    let holds = |own: &Duty| is_it(own) && own.time.meets(&time);
    accept(!model.person(staff)?.roles.iter().any(holds))?;
    if role == HEAD {
        let is_head = |own: &&Person| own.id != staff && own.roles.iter().any(is_it);
        let heads: Vec<String> =
            model.staff.iter().filter(is_head).map(|own| own.id.clone()).collect();
        let others = model.staff.iter_mut().filter(|person| person.id != staff);
        let standing = others.flat_map(|person| &mut person.roles).filter(|own| holds(own));
        for own in standing {
            accept(own.time.first < from)?;
            own.time.last = Some(before(from));
        }
        for child in model.children.iter_mut().filter(|own| own.class.on(from) == class) {
            if child.spells.iter().any(|spell| spell.meets(&time)) {
                pass_on(child, &heads, staff, &time);
            }
        }
    }
    model.person(staff)?.roles.push(Duty { role, class, time });
    Some(())
}

/// The pairs with those who were head teacher are with the new one since the day; where the child
/// has the new one already, they end.
fn pass_on(child: &mut Child, heads: &[String], staff: &str, time: &Time) {
    let from = time.first;
    let goes_on = |own: &Pair| own.role == FOLLOWS && own.time.meets(time);
    let goes_beyond = |own: &Pair| time.last.is_some_and(|last| own.time.goes_on(after(last)));
    let mut has_new = child.pairs.iter().any(|own| own.staff == staff && goes_on(own));
    for at in 0..child.pairs.len() {
        let pair = child.pairs[at].clone();
        if !goes_on(&pair) || goes_beyond(&pair) || !heads.contains(&pair.staff) {
            continue;
        }
        if pair.time.first < from {
            child.pairs[at].time.last = Some(before(from));
            if !has_new {
                let time = Time { first: from, last: pair.time.last };
                child.pairs.push(Pair { staff: staff.to_owned(), time, ..pair });
            }
        } else {
            staff.clone_into(&mut child.pairs[at].staff);
        }
        has_new = true;
    }
}

fn dismiss(person: &mut Person, role: &str, class: &str, day: NaiveDate) -> Option<()> {
    let fits = |own: &&mut Duty| {
        own.role == role && (class.is_empty() || own.class == class) && own.time.goes_on(after(day))
    };
    let held: Vec<&mut Duty> = person.roles.iter_mut().filter(fits).collect();
    accept(held.iter().all(|own| own.class == held[0].class))?;
    let own = held.into_iter().min_by_key(|own| own.time.first)?;
    accept(own.time.first <= day)?;
    own.time.last = Some(day);
    Some(())
}
